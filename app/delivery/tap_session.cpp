// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/tap_session.h"

#include "delivery/wire_thread.h"

#include <boost/asio/write.hpp>

namespace hookworks {

namespace {

constexpr char socksVersion = 5;
constexpr char withPassword = 2;
constexpr char noMethod = static_cast<char>(0xff);
constexpr char connectCommand = 1;
constexpr char ipv4 = 1, name = 3, ipv6 = 4;
constexpr qsizetype mostHead = 1024 * 1024;

/// The value of a field in a head that Qt wrote; empty: there is none.
QByteArray valueIn(const QByteArray& head, const QByteArray& field)
{
    const qsizetype at = head.toLower().indexOf("\r\n" + field.toLower() + ':');
    if (at < 0)
        return {};
    const qsizetype start = at + 2 + field.size() + 1;
    return head.mid(start, head.indexOf('\r', start) - start).trimmed();
}

/// How long a SOCKS5 request is, by its address type; 0: not known yet, -1: not understood.
qsizetype lengthOfTarget(const QByteArray& in)
{
    if (in.size() < 5)
        return 0;
    if (in[0] != socksVersion || in[1] != connectCommand)
        return -1;
    if (in[3] == ipv4)
        return 10;
    if (in[3] == ipv6)
        return 22;
    return in[3] == name ? 7 + static_cast<uchar>(in[4]) : -1;
}

} // namespace

TapSession::TapSession(std::shared_ptr<Tap> tap, tcp::socket socket)
    : m_tap(std::move(tap))
    , m_socket(std::move(socket))
{
}

void TapSession::start()
{
    error_code ignored;
    m_socket.set_option(tcp::no_delay(true), ignored);
    read();
}

void TapSession::close()
{
    error_code ignored;
    m_socket.close(ignored);
}

void TapSession::end()
{
    close();
    m_tap->forget(shared_from_this());
}

void TapSession::read()
{
    m_socket.async_read_some(boost::asio::buffer(m_buffer),
                             [self = shared_from_this()](error_code failed, size_t bytes) {
                                 if (failed) {
                                     self->end();
                                     return;
                                 }
                                 self->m_in.append(self->m_buffer.data(), static_cast<qsizetype>(bytes));
                                 self->onBytes();
                                 if (self->m_socket.is_open())
                                     self->read();
                             });
}

/// Steps on while the bytes at hand are enough for the next step.
void TapSession::onBytes()
{
    do {
        m_advanced = false;
        (this->*m_step)();
    } while (m_advanced && m_socket.is_open());
}

void TapSession::greeting()
{
    if (m_in.size() < 2 || m_in.size() < 2 + static_cast<uchar>(m_in[1]))
        return;
    const qsizetype size = 2 + static_cast<uchar>(m_in[1]);
    const bool offered = m_in[0] == socksVersion && m_in.first(size).indexOf(withPassword, 2) >= 0;
    m_in.remove(0, size);
    write(QByteArray().append(socksVersion).append(offered ? withPassword : noMethod));
    m_step = &TapSession::credentials;
    m_advanced = offered;
    if (!offered)
        end();
}

void TapSession::credentials()
{
    const QByteArray expected = QByteArray()
                                    .append(char(1))
                                    .append(static_cast<char>(m_tap->user().size()))
                                    .append(m_tap->user())
                                    .append(static_cast<char>(m_tap->password().size()))
                                    .append(m_tap->password());
    if (m_in.size() < expected.size() && expected.startsWith(m_in))
        return;
    const bool right = m_in.startsWith(expected);
    if (!right) {
        end();
        return;
    }
    m_in.remove(0, expected.size());
    write(QByteArray().append(char(1)).append(char(0)));
    m_step = &TapSession::target;
    m_advanced = true;
}

void TapSession::target()
{
    const qsizetype size = lengthOfTarget(m_in);
    if (size < 0) {
        end();
        return;
    }
    if (size == 0 || m_in.size() < size)
        return;
    m_in.remove(0, size);
    write(QByteArray::fromHex("05000001000000000000"));
    m_step = &TapSession::request;
    m_advanced = true;
}

void TapSession::request()
{
    if (m_busy)
        return;
    const qsizetype blank = m_in.indexOf("\r\n\r\n");
    if (blank < 0) {
        if (m_in.size() > mostHead)
            end();
        return;
    }
    const QByteArray head = m_in.first(blank + 4);
    const qsizetype body = valueIn(head, "Content-Length").toLongLong();
    if (m_in.size() >= head.size() + body)
        transmit(valueIn(head, m_tap->field()).toULongLong(), head.size(), body);
}

void TapSession::transmit(quint64 handle, qsizetype headSize, qsizetype bodySize)
{
    auto expected = m_tap->withdraw(handle);
    const QByteArray head = m_in.first(headSize);
    QByteArray body = m_in.sliced(headSize, bodySize);
    m_in.remove(0, headSize + bodySize);
    if (!expected) { // sent again by the manager, or taken back: it has had its transmission
        answer();
        return;
    }
    m_busy = true;
    const bool keepLanguage = expected->job.request.headers.contains("Accept-Language");
    WireJob job{std::move(expected->job), expected->endpoint,
                headWithout(head, m_tap->field(), keepLanguage)};
    job.attempt.request.body = std::move(body);
    m_tap->wire().startHere(
        handle, std::move(job),
        [self = shared_from_this(), done = std::move(expected->done)](AttemptResult result) {
            done(std::move(result));
            self->m_busy = false;
            self->answer();
            self->onBytes();
        });
}

void TapSession::answer()
{
    write("HTTP/1.1 204 No Content\r\n\r\n");
}

/// A few bytes to our own process: they fit into the socket's buffer.
void TapSession::write(const QByteArray& bytes)
{
    error_code failed;
    boost::asio::write(m_socket, boost::asio::buffer(bytes.constData(), static_cast<size_t>(bytes.size())),
                       failed);
    if (failed)
        close();
}

} // namespace hookworks

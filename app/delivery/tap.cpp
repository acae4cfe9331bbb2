// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/tap.h"

#include "delivery/tap_session.h"
#include "delivery/wire_thread.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <array>
#include <boost/asio/post.hpp>

namespace hookworks {

namespace {

QByteArray randomWord()
{
    std::array<quint32, 5> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex();
}

bool isField(QByteArrayView line, QByteArrayView name)
{
    return line.size() > name.size() && line[name.size()] == ':' &&
           line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

Tap::Tap(WireThread& wire)
    : m_wire(wire)
    , m_acceptor(*wire.io())
    , m_pause(*wire.io())
    , m_user(randomWord())
    , m_password(randomWord())
    , m_field("X-Tap-" + randomWord().left(16))
{
}

Result<void> Tap::listen()
{
    const tcp::endpoint any(boost::asio::ip::address_v4::loopback(), 0);
    error_code failed;
    m_acceptor.open(any.protocol(), failed);
    if (!failed)
        m_acceptor.bind(any, failed);
    if (!failed)
        m_acceptor.listen(boost::asio::socket_base::max_listen_connections, failed);
    if (failed)
        return fail(ErrorCode::AddressRefused,
                    QCoreApplication::translate("hookworks", "The relay on loopback cannot be opened."),
                    QString::fromStdString(failed.message()));
    m_port = m_acceptor.local_endpoint(failed).port();
    boost::asio::post(*m_wire.io(), [self = shared_from_this()] { self->accept(); });
    return {};
}

void Tap::close()
{
    boost::asio::post(*m_wire.io(), [self = shared_from_this()] {
        error_code ignored;
        self->m_acceptor.close(ignored);
        self->m_pause.cancel();
        for (const auto& weak : std::exchange(self->m_sessions, {})) {
            if (const auto session = weak.lock())
                session->close();
        }
    });
}

void Tap::accept()
{
    m_acceptor.async_accept([self = shared_from_this()](error_code failed, tcp::socket socket) {
        if (!self->m_acceptor.is_open())
            return;
        if (failed) { // out of descriptors: without a pause this would spin
            self->m_pause.expires_after(std::chrono::milliseconds(20));
            self->m_pause.async_wait([self](error_code stopped) {
                if (!stopped)
                    self->accept();
            });
            return;
        }
        const auto session = std::make_shared<TapSession>(self, std::move(socket));
        self->m_sessions.insert(session);
        session->start();
        self->accept();
    });
}

void Tap::forget(const std::shared_ptr<TapSession>& session)
{
    m_sessions.erase(session);
}

void Tap::expect(quint64 handle, Expected expected)
{
    const std::lock_guard guard(m_lock);
    m_expected.insert_or_assign(handle, std::move(expected));
}

std::optional<Tap::Expected> Tap::withdraw(quint64 handle)
{
    const std::lock_guard guard(m_lock);
    auto node = m_expected.extract(handle);
    return node.empty() ? std::nullopt : std::optional(std::move(node.mapped()));
}

QByteArray headWithout(const QByteArray& head, const QByteArray& field, bool keepLanguage)
{
    QByteArray kept;
    kept.reserve(head.size());
    qsizetype start = 0;
    while (start < head.size()) {
        const qsizetype found = head.indexOf('\n', start);
        const qsizetype end = found < 0 ? head.size() : found + 1;
        const QByteArrayView line = QByteArrayView(head).sliced(start, end - start);
        const bool ofQt = isField(line, "Connection") || (!keepLanguage && isField(line, "Accept-Language"));
        if (!isField(line, field) && !ofQt)
            kept.append(line);
        start = end;
    }
    return kept;
}

} // namespace hookworks

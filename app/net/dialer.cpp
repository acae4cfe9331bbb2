// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/dialer.h"

#include "net/failure_words.h"
#include "net/wire_thread.h"

#include <QCoreApplication>

#include <algorithm>
#include <boost/asio/write.hpp>

namespace hookworks {

namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

bool isLocalShortage(const error_code& failed)
{
    return failed == boost::system::errc::address_not_available || failed == asio::error::no_descriptors ||
           failed == boost::system::errc::too_many_files_open_in_system;
}

AddressBytes bytesOf(const asio::ip::address& address)
{
    const auto six =
        address.is_v6() ? address.to_v6() : asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4());
    AddressBytes bytes{};
    const auto raw = six.to_bytes();
    std::copy(raw.begin(), raw.end(), bytes.begin());
    return bytes;
}

/// This computer, as far as the URL itself says so.
bool isLoopback(const QByteArray& host)
{
    error_code noAddress;
    const auto address = asio::ip::make_address(host.toStdString(), noAddress);
    if (noAddress)
        return isLocalhost(host);
    const bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
    return mapped ? asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).is_loopback()
                  : address.is_loopback() || address.is_unspecified();
}

QString blockedAddressWords(const asio::ip::address& address, const QString& kind)
{
    return QCoreApplication::translate("hookworks", "Nothing was sent: %1 is %2, and this workspace sends to "
                                                    "public addresses only. To allow it: 'Send to public "
                                                    "addresses only' in the menu Tools, or 'hookworks-cli "
                                                    "workspace set --destinations any'.")
        .arg(QString::fromStdString(address.to_string()), kind);
}

} // namespace

Dialer::Dialer(WireThread& wire, UrlParts endpoint, ExchangeTerms terms, Done done)
    : m_wire(wire)
    , m_endpoint(std::move(endpoint))
    , m_terms(std::move(terms))
    , m_done(std::move(done))
    , m_pause(*wire.io())
{
    if (m_terms.proxy && !isLoopback(m_endpoint.host)) {
        m_talk.emplace(m_terms.proxy, m_endpoint.host, m_endpoint.port);
        m_dialled.proxy = toString(m_terms.proxy);
        m_dialled.tunnelled = false;
    }
}

/// A proxy is given the name, which it may know where this computer does not; unless the policy wants to see
/// the address first.
void Dialer::start()
{
    m_began = Steady::now();
    if (m_talk && m_terms.destinations == DestinationPolicy::Any) {
        findProxy();
        return;
    }
    resolve(m_wire.io(), m_endpoint.host, [self = shared_from_this()](const Resolved& resolved) {
        if (self->m_done)
            self->onReceiverFound(resolved);
    });
}

void Dialer::stop()
{
    m_done = nullptr;
    m_pause.cancel();
    if (m_connection)
        m_connection->close();
}

Dialled Dialer::dialled() const
{
    Dialled dialled = m_dialled;
    if (m_connection) {
        dialled.local = m_connection->local;
        dialled.remote = m_connection->remote;
        dialled.tlsBytes = m_connection->firstTlsBytes().size();
    }
    return dialled;
}

void Dialer::onReceiverFound(const Resolved& resolved)
{
    if (resolved.asked)
        m_dialled.lookUp = std::chrono::duration_cast<Micros>(Steady::now() - m_began);
    if (resolved.addresses.empty()) {
        fail(Outcome::Unresolved,
             QCoreApplication::translate("hookworks", "The name \"%1\" could not be resolved: %2.")
                 .arg(QString::fromLatin1(m_endpoint.host), resolved.error));
        return;
    }
    QString refused;
    for (const auto& address : resolved.addresses) {
        const auto kind = m_terms.destinations == DestinationPolicy::PublicOnly
                              ? nonPublicKind(bytesOf(address))
                              : std::nullopt;
        if (kind)
            refused = blockedAddressWords(address, *kind);
        else
            m_addresses.push_back(address);
    }
    if (m_addresses.empty()) {
        fail(Outcome::Blocked, refused);
    } else if (m_talk) {
        const QByteArray checked = QByteArray::fromStdString(m_addresses.front().to_string());
        m_talk.emplace(m_terms.proxy, checked, m_endpoint.port);
        findProxy();
    } else {
        connectNext();
    }
}

void Dialer::findProxy()
{
    resolve(m_wire.io(), m_terms.proxy.host, [self = shared_from_this()](const Resolved& resolved) {
        if (!self->m_done)
            return;
        self->m_addresses = resolved.addresses;
        if (self->m_addresses.empty())
            self->fail(Outcome::Unresolved, unknownProxyWords(self->m_dialled.proxy, resolved.error));
        else
            self->connectNext();
    });
}

void Dialer::connectNext()
{
    const tcp::endpoint endpoint(m_addresses[m_nextAddress], m_talk ? m_terms.proxy.port : m_endpoint.port);
    m_connection = std::make_unique<ReceiverConnection>(*m_wire.io(), connectionKey(m_endpoint, m_terms));
    m_connection->remote = addressText(endpoint);
    m_connection->proxy = m_dialled.proxy;
    error_code failed;
    m_connection->socket.open(endpoint.protocol(), failed);
    if (failed) {
        onConnected(failed);
        return;
    }
    m_connection->socket.set_option(tcp::no_delay(true), failed);
    m_connection->socket.async_connect(endpoint, [self = shared_from_this()](error_code ended) {
        if (self->m_done)
            self->onConnected(ended);
    });
}

/// A reset is no refusal: the receiver had accepted the connection.
void Dialer::onConnected(error_code failed)
{
    m_dialled.shortOfPorts = isLocalShortage(failed);
    const bool acceptedAndReset = failed == asio::error::connection_reset;
    if (m_dialled.shortOfPorts) {
        waitForPort();
    } else if (failed && !acceptedAndReset && ++m_nextAddress < m_addresses.size()) {
        connectNext();
    } else if (acceptedAndReset) {
        m_dialled.connected = Steady::now();
        m_connection->noteAddresses();
        fail(m_talk ? Outcome::Refused : Outcome::Reset, acceptedAndResetWords(m_connection->remote));
    } else if (failed) {
        fail(failed == asio::error::timed_out ? Outcome::Timeout : Outcome::Refused,
             connectWords(m_connection->remote, m_dialled.proxy, failed));
    } else {
        m_connection->noteAddresses();
        if (m_talk)
            talkToProxy();
        else
            secure();
    }
}

/// Out of local ports or descriptors: nothing has left, so the same attempt tries again until its deadline.
void Dialer::waitForPort()
{
    m_pause.expires_after(20ms);
    m_pause.async_wait([self = shared_from_this()](error_code failed) {
        if (!failed && self->m_done)
            self->connectNext();
    });
}

void Dialer::talkToProxy()
{
    m_toProxy = m_talk->takeOutput();
    const auto buffer = asio::buffer(m_toProxy.constData(), static_cast<size_t>(m_toProxy.size()));
    asio::async_write(m_connection->socket, buffer, [self = shared_from_this()](error_code, size_t) {
        if (!self->m_done) // a failed write is no end: reading tells why
            return;
        self->m_connection->socket.async_read_some(asio::buffer(self->m_fromProxy),
                                                   [self](error_code failed, size_t bytes) {
                                                       if (self->m_done)
                                                           self->onProxySaid(failed, bytes);
                                                   });
    });
}

void Dialer::onProxySaid(error_code failed, size_t bytes)
{
    const auto state = m_talk->feed(QByteArrayView(m_fromProxy.data(), static_cast<qsizetype>(bytes)));
    if (state == ProxyTalk::State::Open)
        secure();
    else if (state == ProxyTalk::State::Refused)
        fail(Outcome::Refused, proxyRefusedWords(m_dialled.proxy, m_talk->problem()));
    else if (failed)
        fail(Outcome::Refused, proxyEndedWords(m_dialled.proxy, failed));
    else
        talkToProxy();
}

void Dialer::secure()
{
    m_dialled.connected = Steady::now();
    m_dialled.tunnelled = true;
    if (m_endpoint.tls)
        handshake();
    else
        finish(std::nullopt);
}

void Dialer::handshake()
{
    const auto context = m_wire.tls().context(m_terms.certificate);
    if (!context) {
        fail(Outcome::Tls, blockedWords(context.error().message));
        return;
    }
    m_connection->addTls(*context);
    m_connection->tls()->async_handshake(asio::ssl::stream_base::client,
                                         [self = shared_from_this()](error_code failed) {
                                             if (self->m_done)
                                                 self->onHandshake(failed);
                                         });
}

void Dialer::onHandshake(error_code failed)
{
    if (failed) {
        fail(Outcome::Tls,
             handshakeWords(failed, m_connection->certificateProblem(), m_connection->firstTlsBytes()));
        return;
    }
    m_dialled.secured = Steady::now();
    finish(std::nullopt);
}

void Dialer::fail(Outcome outcome, const QString& error)
{
    finish(DialFailure{outcome, error});
}

void Dialer::finish(const std::optional<DialFailure>& failure)
{
    m_dialled = dialled();
    std::exchange(m_done, nullptr)(failure);
}

} // namespace hookworks

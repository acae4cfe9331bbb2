// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/resolver.h"

#include "domain/url_parts.h"

#include <boost/asio/post.hpp>
#include <netdb.h>
#include <sys/socket.h>
#include <system_error>
#include <thread>

namespace hookworks {

namespace {

namespace asio = boost::asio;

Resolved lookUp(const QByteArray& host)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo* list = nullptr;
    const int failed = ::getaddrinfo(host.constData(), nullptr, &hints, &list);
    Resolved resolved;
    resolved.asked = true;
    if (failed != 0) {
        resolved.error = QString::fromLocal8Bit(::gai_strerror(failed));
        return resolved;
    }
    for (const addrinfo* entry = list; entry != nullptr; entry = entry->ai_next) {
        tcp::endpoint endpoint;
        if (entry->ai_addrlen > endpoint.capacity())
            continue;
        std::memcpy(endpoint.data(), entry->ai_addr, entry->ai_addrlen);
        endpoint.resize(entry->ai_addrlen);
        resolved.addresses.push_back(endpoint.address());
    }
    ::freeaddrinfo(list);
    return resolved;
}

std::optional<Resolved> knownWithoutLookUp(const QByteArray& host)
{
    error_code noAddress;
    const auto address = asio::ip::make_address(host.toStdString(), noAddress);
    if (!noAddress)
        return Resolved{{address}, {}, false};
    if (isLocalhost(host))
        return Resolved{{asio::ip::address_v4::loopback(), asio::ip::address_v6::loopback()}, {}, false};
    if (isInvalidName(host))
        return Resolved{{}, QString::fromLocal8Bit(::gai_strerror(EAI_NONAME)), false};
    return std::nullopt;
}

} // namespace

void resolve(const std::shared_ptr<asio::io_context>& io, const QByteArray& host,
             std::function<void(Resolved)> done)
{
    if (auto known = knownWithoutLookUp(host)) {
        done(*std::move(known));
        return;
    }
    const auto deliver = [io, done = std::move(done)](Resolved resolved) {
        asio::post(*io, [done, resolved = std::move(resolved)]() mutable { done(std::move(resolved)); });
    };
    try {
        std::thread([host, deliver] { deliver(lookUp(host)); }).detach();
    } catch (const std::system_error& error) {
        deliver({{}, QString::fromLocal8Bit(error.what())});
    }
}

} // namespace hookworks

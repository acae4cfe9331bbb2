// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/destinations.h"

#include "workbench/session/io_parts.h"
#include "workbench/session/session.h"

namespace hookworks {

namespace {

constexpr QLatin1String homeKey("home"); ///< sealed: only who has the key file can make it
constexpr char homeMark[] = "hookworks";

Result<void> setDestinations(Writer& writer, bool publicOnly)
{
    return writer.setSetting(QStringLiteral("destinations"),
                             publicOnly ? QStringLiteral("public") : QStringLiteral("any"));
}

Result<bool> isEmpty(Reader& reader)
{
    const auto reports = reader.reports();
    const auto webhooks = reader.webhooks();
    const auto deliveries = reader.deliveryCount();
    const auto captures = reader.captureCount();
    if (!deliveries || !captures)
        return tl::unexpected<Error>(!deliveries ? deliveries.error() : captures.error());
    const bool readable = reports && webhooks; // sealed with another key they are not
    return readable && reports->isEmpty() && webhooks->isEmpty() && *deliveries == 0 && *captures == 0;
}

Result<void> makeOwn(Writer& writer, const SecretBox& secrets)
{
    return writer.setSetting(homeKey, QString::fromLatin1(secrets.seal(homeMark).toBase64()));
}

} // namespace

Destinations::Destinations(Session& session)
    : m_session(&session)
{
}

Answer<bool> Destinations::publicOnly()
{
    return m_session->store().read([](Reader& reader) { return sendsToPublicOnly(reader); });
}

Answer<void> Destinations::setPublicOnly(bool on)
{
    return m_session->store()
        .write([on](Writer& writer) { return setDestinations(writer, on); })
        .then(this, [this, on](const Result<void>& stored) {
            if (!stored)
                return stored;
            m_session->onIo([on](IoParts& io) {
                io.dispatcher().setDestinations(on ? DestinationPolicy::PublicOnly : DestinationPolicy::Any);
            });
            Q_EMIT changed(on);
            return stored;
        });
}

Answer<Proxy> Destinations::proxy()
{
    return m_session->store().read([](Reader& reader) { return storedProxy(reader); });
}

Answer<void> Destinations::setProxy(const Proxy& proxy)
{
    return m_session->store()
        .write([proxy](Writer& writer) { return storeProxy(writer, proxy); })
        .then(this, [this, proxy](const Result<void>& stored) {
            if (stored)
                m_session->onIo([proxy](IoParts& io) { io.setProxy(proxy); });
            return stored;
        });
}

Result<void> adopt(Writer& writer, const SecretBox& secrets)
{
    const auto home = writer.setting(homeKey);
    if (!home)
        return tl::unexpected<Error>(home.error());
    const auto mark = secrets.open(QByteArray::fromBase64(home->toLatin1()));
    if (mark && *mark == homeMark)
        return {};
    return isEmpty(writer).and_then([&](bool fresh) {
        return (fresh ? Result<void>() : setDestinations(writer, true)).and_then([&] {
            return makeOwn(writer, secrets);
        });
    });
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/manager_transport.h"

#include "delivery/failure_words.h"
#include "delivery/one_shot_device.h"
#include "delivery/outbox.h"
#include "delivery/outgoing.h"
#include "delivery/tap.h"
#include "delivery/wire_thread.h"
#include "http/request_writer.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <array>

namespace hookworks {

namespace {

constexpr int slotsPerHost = 6; // what Qt opens to one host; more would wait inside the manager
constexpr int mostTries = 3;

/// Sends once, as given: no redirects, cookies, credentials, cache or HTTP/2 of the manager's own.
QNetworkRequest plainRequest()
{
    QNetworkRequest request;
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return request;
}

} // namespace

class ManagerTransport::Private
{
public:
    explicit Private(Wire& wire);
    ~Private();

    void send(AttemptJob job, Callback done);
    void cancel(qint64 id);

private:
    struct Sending
    {
        quint64 handle = 0;
        int host = 0;
        int tries = 0;
    };

    int freeHost();
    QNetworkRequest requestFor(const AttemptJob& job, const UrlParts& endpoint, const Sending& sending) const;
    void hand(const AttemptJob& job, const UrlParts& endpoint, Sending sending);
    void onReply(const QNetworkReply& reply, const Sending& sending);
    void giveUp(const AttemptJob& job, const QString& words);

    Outbox m_outbox;
    std::shared_ptr<Tap> m_tap;
    Result<void> m_listening;
    QList<int> m_busy; ///< per pseudo-host: requests that the manager has
    const QNetworkRequest m_plain = plainRequest();
    QNetworkAccessManager m_manager;
};

ManagerTransport::Private::Private(Wire& wire)
    : m_outbox(wire)
    , m_tap(std::make_shared<Tap>(*wire.thread()))
    , m_listening(m_tap->listen())
{
    m_manager.setProxy(QNetworkProxy(QNetworkProxy::Socks5Proxy, QStringLiteral("127.0.0.1"), m_tap->port(),
                                     QString::fromLatin1(m_tap->user()),
                                     QString::fromLatin1(m_tap->password())));
}

ManagerTransport::Private::~Private()
{
    m_tap->close();
}

void ManagerTransport::Private::send(AttemptJob job, Callback done)
{
    const quint64 handle = m_outbox.expect(job, std::move(done));
    job.request = withOwnFields(std::move(job.request));
    const auto endpoint = splitUrl(job.request.url);
    Result<QByteArray> head = tl::unexpected(Error());
    if (!endpoint || !m_listening)
        head = tl::unexpected(endpoint ? m_listening.error() : endpoint.error());
    else
        head = requestHead(job.request, *endpoint);
    if (!head)
        m_outbox.reject(job, Outcome::Blocked, blockedWords(head.error().message));
    else if (needsPlainSocket(job.request, *endpoint))
        m_outbox.startOnWire(handle, {std::move(job), *endpoint, *std::move(head)});
    else
        hand(job, *endpoint, {handle, 0, 0});
}

/// The manager keeps at most six connections to one host and lets further requests wait; so each six have a
/// host name of their own, and a receiver that hangs keeps nobody else waiting.
int ManagerTransport::Private::freeHost()
{
    for (qsizetype i = 0; i < m_busy.size(); ++i) {
        if (m_busy[i] < slotsPerHost)
            return static_cast<int>(i);
    }
    m_busy.append(0);
    return static_cast<int>(m_busy.size() - 1);
}

QNetworkRequest ManagerTransport::Private::requestFor(const AttemptJob& job, const UrlParts& endpoint,
                                                      const Sending& sending) const
{
    const QByteArray host = "h" + QByteArray::number(sending.host) + ".hookworks.invalid";
    QNetworkRequest request = m_plain;
    request.setUrl(QUrl::fromEncoded("http://" + host + endpoint.target));
    request.setRawHeader(m_tap->field(), QByteArray::number(sending.handle));
    for (const Header& field : fieldsToSend(job.request, endpoint).fields)
        request.setRawHeader(field.name, field.value);
    return request;
}

void ManagerTransport::Private::hand(const AttemptJob& job, const UrlParts& endpoint, Sending sending)
{
    sending.host = freeHost();
    ++m_busy[sending.host];
    ++sending.tries;
    m_tap->expect(sending.handle, {job, endpoint, m_outbox.slot()});
    auto* body = new OneShotDevice(job.request.body);
    QNetworkReply* reply =
        m_manager.sendCustomRequest(requestFor(job, endpoint, sending), job.request.method, body);
    body->setParent(reply);
    QObject::connect(reply, &QNetworkReply::finished, &m_manager, [this, reply, sending] {
        reply->deleteLater();
        onReply(*reply, sending);
    });
}

/// The manager is done. The verdict came from the tap, unless the request never got there: then the same
/// attempt is handed over again.
void ManagerTransport::Private::onReply(const QNetworkReply& reply, const Sending& sending)
{
    --m_busy[sending.host];
    auto untaken = m_tap->withdraw(sending.handle);
    if (untaken && sending.tries < mostTries) {
        hand(untaken->job, untaken->endpoint, sending);
        return;
    }
    if (untaken)
        giveUp(untaken->job, blockedWords(reply.errorString()));
}

void ManagerTransport::Private::giveUp(const AttemptJob& job, const QString& words)
{
    m_outbox.reject(job, Outcome::Blocked, words);
}

void ManagerTransport::Private::cancel(qint64 id)
{
    const auto untaken = m_tap->withdraw(m_outbox.handleOf(id));
    if (untaken)
        m_outbox.reject(
            untaken->job, Outcome::Closed,
            QCoreApplication::translate("hookworks", "The attempt was stopped before anything was sent."));
    else
        m_outbox.cancel(id);
}

ManagerTransport::ManagerTransport(Wire& wire)
    : d(std::make_unique<Private>(wire))
{
}

ManagerTransport::~ManagerTransport() = default;

void ManagerTransport::send(AttemptJob job, Callback done)
{
    d->send(std::move(job), std::move(done));
}

void ManagerTransport::cancel(qint64 id)
{
    d->cancel(id);
}

} // namespace hookworks

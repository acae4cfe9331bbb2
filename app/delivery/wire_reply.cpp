// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/wire_reply.h"

#include <QPointer>

#include <cstring>

namespace hookworks {

namespace {

QNetworkReply::NetworkError errorOfStatus(int status)
{
    switch (status) {
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 409:
        return QNetworkReply::ContentConflictError;
    case 410:
        return QNetworkReply::ContentGoneError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    default:
        return status < 500 ? QNetworkReply::UnknownContentError : QNetworkReply::UnknownServerError;
    }
}

QNetworkReply::NetworkError errorOf(const ExchangeResult& result)
{
    switch (result.outcome) {
    case Outcome::Success:
    case Outcome::Redirected: // nobody follows it, as with the manual redirect policy
        return QNetworkReply::NoError;
    case Outcome::Rejected:
        return errorOfStatus(result.status);
    case Outcome::Refused:
        return QNetworkReply::ConnectionRefusedError;
    case Outcome::Unresolved:
        return QNetworkReply::HostNotFoundError;
    case Outcome::Timeout:
        return QNetworkReply::TimeoutError;
    case Outcome::Closed:
    case Outcome::Reset:
        return QNetworkReply::RemoteHostClosedError;
    case Outcome::Tls:
        return QNetworkReply::SslHandshakeFailedError;
    case Outcome::InvalidResponse:
        return QNetworkReply::ProtocolFailure;
    case Outcome::Blocked:
        return QNetworkReply::ProtocolInvalidOperationError;
    case Outcome::Unknown:
        break;
    }
    return QNetworkReply::UnknownNetworkError;
}

} // namespace

WireReply::WireReply(QNetworkAccessManager::Operation operation, const QNetworkRequest& request,
                     QObject* parent)
    : QNetworkReply(parent)
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

WireReply::~WireReply()
{
    if (!isFinished())
        abort();
}

void WireReply::send(const std::shared_ptr<Outbox>& outbox, ExchangeRequest exchange)
{
    m_outbox = outbox;
    m_handle = outbox->send(std::move(exchange), [reply = QPointer(this)](const ExchangeResult& result) {
        if (reply)
            reply->finish(result);
    });
}

void WireReply::finishLater(ExchangeResult result)
{
    QMetaObject::invokeMethod(
        this, [this, result = std::move(result)] { finish(result); }, Qt::QueuedConnection);
}

void WireReply::abort()
{
    m_aborted = true;
    if (const auto outbox = m_outbox.lock())
        outbox->cancel(m_handle);
}

void WireReply::finish(const ExchangeResult& result)
{
    setAttribute(exchangeResultAttribute, QVariant::fromValue(result));
    takeFields(result);
    m_body = result.responseBody;
    const NetworkError error = m_aborted ? OperationCanceledError : errorOf(result);
    if (error != NoError)
        setError(error, result.error);
    setFinished(true);
    if (result.status > 0)
        Q_EMIT metaDataChanged();
    if (!m_body.isEmpty())
        Q_EMIT readyRead();
    if (error != NoError)
        Q_EMIT errorOccurred(error);
    Q_EMIT finished();
}

/// Fields of one name are joined, as Qt's own replies have them.
void WireReply::takeFields(const ExchangeResult& result)
{
    if (result.status == 0)
        return;
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, result.status);
    const QByteArray line = result.responseHead.left(result.responseHead.indexOf('\n')).trimmed();
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, line.mid(line.indexOf(' ') + 1).mid(4));
    for (const Header& field : result.responseHeaders.fields) {
        const QByteArray before = rawHeader(field.name);
        const char* const joint = field.name.compare("Set-Cookie", Qt::CaseInsensitive) == 0 ? "\n" : ", ";
        setRawHeader(field.name, hasRawHeader(field.name) ? before + joint + field.value : field.value);
    }
}

qint64 WireReply::bytesAvailable() const
{
    return m_body.size() - m_read + QNetworkReply::bytesAvailable();
}

qint64 WireReply::readData(char* data, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_body.size() - m_read);
    if (count <= 0)
        return isFinished() ? -1 : 0;
    std::memcpy(data, m_body.constData() + m_read, static_cast<size_t>(count));
    m_read += count;
    return count;
}

} // namespace hookworks

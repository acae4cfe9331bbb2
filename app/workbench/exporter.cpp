// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/exporter.h"

#include "http/curl.h"
#include "http/request_writer.h"
#include "json/values_capture.h"
#include "json/values_delivery.h"
#include "workbench/requests.h"
#include "workbench/session.h"

namespace hookworks {

namespace {

ExportedExchange withoutSecrets(ExportedExchange exchange)
{
    if (exchange.delivery) {
        exchange.delivery->request.headers = masked(exchange.delivery->request.headers);
        exchange.delivery->request.exactHead.clear();
    }
    for (Attempt& attempt : exchange.attempts)
        attempt.responseHeaders = masked(attempt.responseHeaders);
    if (exchange.capture)
        exchange.capture->headers = masked(exchange.capture->headers);
    return exchange;
}

JsonValue jsonOf(const ExportedExchange& exchange)
{
    return exchange.delivery ? deliveryJson(*exchange.delivery, exchange.attempts, Bodies::Include)
                             : captureJson(*exchange.capture, Bodies::Include);
}

QByteArray csvField(const QString& text)
{
    return '"' + QString(text).replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

QByteArray csvLine(const ExportedExchange& exchange)
{
    const Request request = requestOf(exchange);
    QStringList fields;
    if (exchange.delivery) {
        const Delivery& delivery = *exchange.delivery;
        fields = {delivery.id.toString(),
                  toIso(delivery.createdAt),
                  QString::fromLatin1(request.method),
                  request.url,
                  delivery.event,
                  toString(delivery.state),
                  QString::number(exchange.attempts.size())};
    } else {
        const Capture& capture = *exchange.capture;
        fields = {capture.id.toString(),
                  toIso(capture.receivedAt),
                  QString::fromLatin1(request.method),
                  request.url,
                  QString(),
                  QString::number(capture.responseStatus),
                  QString()};
    }
    QByteArray line;
    for (const QString& field : fields)
        line += (line.isEmpty() ? QByteArray() : QByteArray(",")) + csvField(field);
    return line + "\r\n";
}

JsonValue harHeaders(const HeaderList& headers)
{
    JsonValue list = JsonValue::array();
    for (const Header& header : headers.fields) {
        JsonValue pair = JsonValue::object();
        pair.append(QStringLiteral("name"), JsonValue::string(QString::fromLatin1(header.name)));
        pair.append(QStringLiteral("value"), JsonValue::string(QString::fromLatin1(header.value)));
        list.append(std::move(pair));
    }
    return list;
}

JsonValue harRequest(const Request& request)
{
    JsonValue json = JsonValue::object();
    json.append(QStringLiteral("method"), JsonValue::string(QString::fromLatin1(request.method)));
    json.append(QStringLiteral("url"), JsonValue::string(request.url));
    json.append(QStringLiteral("httpVersion"), JsonValue::string(QStringLiteral("HTTP/1.1")));
    json.append(QStringLiteral("cookies"), JsonValue::array());
    json.append(QStringLiteral("headers"), harHeaders(request.headers));
    json.append(QStringLiteral("queryString"), JsonValue::array());
    JsonValue post = JsonValue::object();
    post.append(
        QStringLiteral("mimeType"),
        JsonValue::string(QString::fromLatin1(request.headers.value("Content-Type").value_or(QByteArray()))));
    post.append(QStringLiteral("text"), JsonValue::string(QString::fromUtf8(request.body)));
    json.append(QStringLiteral("postData"), std::move(post));
    json.append(QStringLiteral("headersSize"), JsonValue::number(qint64(-1)));
    json.append(QStringLiteral("bodySize"), JsonValue::number(qint64(request.body.size())));
    return json;
}

JsonValue harResponse(int status, const HeaderList& headers, const QByteArray& body)
{
    JsonValue content = JsonValue::object();
    content.append(QStringLiteral("size"), JsonValue::number(qint64(body.size())));
    content.append(QStringLiteral("mimeType"), JsonValue::string(QString::fromLatin1(
                                                   headers.value("Content-Type").value_or(QByteArray()))));
    content.append(QStringLiteral("text"), JsonValue::string(QString::fromUtf8(body)));
    JsonValue json = JsonValue::object();
    json.append(QStringLiteral("status"), JsonValue::number(qint64(status)));
    json.append(QStringLiteral("statusText"), JsonValue::string(QString()));
    json.append(QStringLiteral("httpVersion"), JsonValue::string(QStringLiteral("HTTP/1.1")));
    json.append(QStringLiteral("cookies"), JsonValue::array());
    json.append(QStringLiteral("headers"), harHeaders(headers));
    json.append(QStringLiteral("content"), std::move(content));
    json.append(QStringLiteral("redirectURL"), JsonValue::string(QString()));
    json.append(QStringLiteral("headersSize"), JsonValue::number(qint64(-1)));
    json.append(QStringLiteral("bodySize"), JsonValue::number(qint64(body.size())));
    return json;
}

JsonValue harEntry(const ExportedExchange& exchange, const Attempt* attempt)
{
    JsonValue entry = JsonValue::object();
    const RealTime started = attempt            ? attempt->startedAt
                             : exchange.capture ? exchange.capture->receivedAt
                                                : exchange.delivery->createdAt;
    const double time =
        attempt && attempt->finishedAt ? milliseconds(*attempt->finishedAt - attempt->startedAt) : 0.0;
    entry.append(QStringLiteral("startedDateTime"), JsonValue::string(toIso(started)));
    entry.append(QStringLiteral("time"), JsonValue::number(time));
    entry.append(QStringLiteral("request"), harRequest(requestOf(exchange)));
    entry.append(QStringLiteral("response"),
                 attempt ? harResponse(attempt->status, attempt->responseHeaders, attempt->responseBody)
                         : harResponse(exchange.capture ? exchange.capture->responseStatus : 0, {}, {}));
    entry.append(QStringLiteral("cache"), JsonValue::object());
    JsonValue timings = JsonValue::object();
    for (const char* phase : {"send", "receive"})
        timings.append(QString::fromLatin1(phase), JsonValue::number(qint64(0)));
    timings.append(QStringLiteral("wait"), JsonValue::number(time));
    entry.append(QStringLiteral("timings"), std::move(timings));
    return entry;
}

QByteArray har(const QList<ExportedExchange>& exchanges)
{
    JsonValue entries = JsonValue::array();
    for (const ExportedExchange& exchange : exchanges) {
        if (exchange.attempts.isEmpty())
            entries.append(harEntry(exchange, nullptr));
        for (const Attempt& attempt : exchange.attempts)
            entries.append(harEntry(exchange, &attempt));
    }
    JsonValue creator = JsonValue::object();
    creator.append(QStringLiteral("name"), JsonValue::string(QStringLiteral("Hookworks")));
    creator.append(QStringLiteral("version"), JsonValue::string(QStringLiteral("1")));
    JsonValue log = JsonValue::object();
    log.append(QStringLiteral("version"), JsonValue::string(QStringLiteral("1.2")));
    log.append(QStringLiteral("creator"), std::move(creator));
    log.append(QStringLiteral("entries"), std::move(entries));
    JsonValue root = JsonValue::object();
    root.append(QStringLiteral("log"), std::move(log));
    return prettyJson(root) + '\n';
}

Result<QByteArray> one(const ExportedExchange& exchange, ExportFormat format, bool withSecrets)
{
    switch (format) {
    case ExportFormat::Raw:
        if (exchange.capture && withSecrets)
            return exchange.capture->head + (exchange.capture->wireBody.isEmpty()
                                                 ? exchange.capture->body
                                                 : exchange.capture->wireBody);
        return rawRequest(requestOf(exchange));
    case ExportFormat::Curl:
        return curlCommand(requestOf(exchange)) + '\n';
    case ExportFormat::Ndjson:
        return compactJson(jsonOf(exchange)) + '\n';
    case ExportFormat::Csv:
        return csvLine(exchange);
    case ExportFormat::Har:
        break;
    }
    return QByteArray();
}

Result<QByteArray> written(Reader& reader, const QStringList& ids, ExportFormat format, bool withSecrets)
{
    QList<ExportedExchange> exchanges;
    for (const QString& id : ids) {
        auto exchange = exchangeOf(reader, id);
        if (!exchange)
            return tl::unexpected<Error>(exchange.error());
        exchanges.append(withSecrets ? *exchange : withoutSecrets(*exchange));
    }
    if (format == ExportFormat::Har)
        return har(exchanges);
    QByteArray bytes;
    if (format == ExportFormat::Csv)
        bytes = "id,time,method,url,event,result,attempts\r\n";
    for (const ExportedExchange& exchange : exchanges) {
        auto piece = one(exchange, format, withSecrets);
        if (!piece)
            return piece;
        bytes += *piece;
    }
    return bytes;
}

} // namespace

std::optional<ExportFormat> exportFormatFromString(QStringView text)
{
    for (const ExportFormat format : {ExportFormat::Raw, ExportFormat::Curl, ExportFormat::Har,
                                      ExportFormat::Ndjson, ExportFormat::Csv}) {
        if (toString(format) == text)
            return format;
    }
    return std::nullopt;
}

QString toString(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Raw:
        return QStringLiteral("raw");
    case ExportFormat::Curl:
        return QStringLiteral("curl");
    case ExportFormat::Har:
        return QStringLiteral("har");
    case ExportFormat::Ndjson:
        return QStringLiteral("ndjson");
    case ExportFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

Exporter::Exporter(Session& session)
    : m_session(&session)
{
}

Answer<QByteArray> Exporter::write(const QStringList& ids, ExportFormat format, bool withSecrets)
{
    return m_session->store().read(
        [ids, format, withSecrets](Reader& reader) { return written(reader, ids, format, withSecrets); });
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/exchange_forms.h"

#include "domain/readable_text.h"
#include "http/curl.h"
#include "json/values_capture.h"
#include "json/values_delivery.h"
#include "workbench/inspect/delivery_report.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/har.h"
#include "workbench/inspect/request_code.h"
#include "workbench/inspect/request_files.h"

#include <algorithm>

namespace hookworks {

namespace {

JsonValue jsonOf(const ExportedExchange& exchange)
{
    return exchange.delivery ? deliveryJson(*exchange.delivery, exchange.attempts, Bodies::Include)
                             : captureJson(*exchange.capture, Bodies::Include);
}

/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
QByteArray csvField(QString text)
{
    const QString start = text.trimmed().left(1);
    const bool formula = !start.isEmpty() && QStringLiteral("=+-@\uff1d\uff0b\uff0d\uff20").contains(start);
    if (formula || text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n'))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

QByteArray csvLine(const ExportedExchange& exchange, const WireExchange& wire)
{
    const bool sent = exchange.delivery.has_value();
    const QStringList fields{exchange.id(),
                             toIso(sent ? exchange.delivery->createdAt : exchange.capture->receivedAt),
                             readableText(wire.request.method),
                             wire.request.url,
                             sent ? exchange.delivery->event : QString(),
                             sent ? toString(exchange.delivery->state)
                                  : QString::number(exchange.capture->responseStatus),
                             sent ? QString::number(exchange.attempts.size()) : QString()};
    QByteArray line;
    for (const QString& field : fields)
        line += (line.isEmpty() ? QByteArray() : QByteArray(",")) + csvField(field);
    return line + "\r\n";
}

/// Whether a URL says this target: an origin form, or an absolute one, of bytes that a URL may have.
bool isTargetOf(const QByteArray& target, const QString& url)
{
    return target.startsWith('/') && url.endsWith(QString::fromLatin1(target)) &&
           std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7f; });
}

Result<QByteArray> curlOf(const ExportedExchange& exchange, const WireExchange& wire)
{
    const WireRequest& request = wire.request;
    const auto hasNul = [](const Header& field) { return field.value.contains('\0'); };
    if (!isToken(request.method) || request.target.contains('\0') ||
        std::ranges::any_of(request.headers.fields, hasNul))
        return fail(
            ErrorCode::BadInput,
            HandOnText::tr("%1 has no form as a cURL command, because its bytes are no request. Export it "
                           "as raw, har or ndjson.")
                .arg(exchange.id()));
    CurlForm form;
    form.http10 = request.version == "1.0";
    form.withoutHost = wire.wasOnWire;
    if (wire.attempt && !exchange.delivery->request.exactHead.isEmpty() &&
        request.headers.value("Host") != wire.attempt->remote.toUtf8())
        form.connectTo = wire.attempt->remote.toUtf8();
    QString url = request.url;
    if (!isTargetOf(request.target, url)) {
        form.target = request.target;
        const bool odd = !std::ranges::all_of(url.toUtf8(), [](char c) { return c > 0x20 && c < 0x7f; });
        url = odd ? url.section(u'/', 0, 2) + u'/' : url;
    }
    return curlCommand({request.method, url, request.headers, request.content, {}}, form) + '\n';
}

/// The name by which a refusal speaks of the form.
QString formName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Powershell:
        return HandOnText::tr("a PowerShell command");
    case ExportFormat::Httpie:
        return HandOnText::tr("an HTTPie command");
    case ExportFormat::Python:
        return HandOnText::tr("a Python script");
    case ExportFormat::Node:
        return HandOnText::tr("a Node script");
    case ExportFormat::Csharp:
        return HandOnText::tr("a C# program");
    case ExportFormat::Http:
        return HandOnText::tr("an entry of a .http file");
    case ExportFormat::Postman:
        return HandOnText::tr("an item of a Postman collection");
    default:
        return HandOnText::tr("a Bruno file");
    }
}

Error refusal(ExportFormat format, const QString& id, const QString& why)
{
    return {ErrorCode::BadInput,
            HandOnText::tr("%1 has no form as %2, because %3. Export it as raw, har or ndjson.")
                .arg(id, formName(format), why),
            {}};
}

RequestForm textOf(ExportFormat format, const QString& id, const SendableRequest& request)
{
    switch (format) {
    case ExportFormat::Powershell:
        return powershellCommand(request);
    case ExportFormat::Httpie:
        return httpieCommand(request);
    case ExportFormat::Python:
        return pythonScript(request);
    case ExportFormat::Node:
        return nodeScript(request);
    case ExportFormat::Csharp:
        return csharpProgram(request);
    case ExportFormat::Http:
        return httpFileEntry(id, request);
    default:
        return brunoFile(id, request);
    }
}

} // namespace

FormShape shapeOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Har:
    case ExportFormat::Postman:
        return FormShape::Collection;
    case ExportFormat::Bruno:
    case ExportFormat::Html:
        return FormShape::Single;
    default:
        return FormShape::Pieces;
    }
}

bool isRequestForm(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Har:
    case ExportFormat::Ndjson:
    case ExportFormat::Csv:
    case ExportFormat::Html:
    case ExportFormat::Case:
        return false;
    default:
        return true;
    }
}

Result<QByteArray> exchangeText(ExportFormat format, const ExportedExchange& exchange,
                                const WireExchange& wire)
{
    switch (format) {
    case ExportFormat::Raw:
        return wire.request.head + wire.request.body;
    case ExportFormat::Curl:
        return curlOf(exchange, wire);
    case ExportFormat::Csv:
        return csvLine(exchange, wire);
    case ExportFormat::Ndjson:
        return compactJson(jsonOf(exchange)) + '\n';
    case ExportFormat::Html:
        return deliveryReport(exchange, wire);
    default:
        break;
    }
    const auto refused = [&](const QString& why) { return refusal(format, exchange.id(), why); };
    return sendableRequest(wire.request)
        .and_then([&](const SendableRequest& request) { return textOf(format, exchange.id(), request); })
        .map_error(refused);
}

Result<JsonValue> exchangeEntry(ExportFormat format, const ExportedExchange& exchange,
                                const WireExchange& wire)
{
    if (format == ExportFormat::Har)
        return harEntry(exchange, wire);
    const auto refused = [&](const QString& why) { return refusal(format, exchange.id(), why); };
    return sendableRequest(wire.request)
        .and_then([&](const SendableRequest& request) { return postmanItem(exchange.id(), request); })
        .map_error(refused);
}

QByteArray formHead(ExportFormat format)
{
    return format == ExportFormat::Csv ? QByteArray("id,time,method,url,event,result,attempts\r\n")
                                       : QByteArray();
}

QByteArray wholeCollection(ExportFormat format, const QList<JsonValue>& entries)
{
    return prettyJson(format == ExportFormat::Har ? harLog(entries) : postmanCollection(entries)) + '\n';
}

} // namespace hookworks

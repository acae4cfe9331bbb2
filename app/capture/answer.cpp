// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/answer.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <string>
#include <utility>

namespace hookworks {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 43> phrases{{
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {418, "I'm a Teapot"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {423, "Locked"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
}};

/// RFC 9110, 5.6.7; made anew once a second, for it is asked for with every answer.
const QByteArray& dateField(RealTime now)
{
    thread_local qint64 last = -1;
    thread_local QByteArray text;
    const qint64 second = microsSinceEpoch(now) / 1'000'000;
    if (second != last) {
        last = second;
        text = QLocale::c()
                   .toString(QDateTime::fromSecsSinceEpoch(second, Qt::UTC),
                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
                   .toLatin1() +
               " GMT";
    }
    return text;
}

bool hasNoBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

/// What HTTP does not let a status have (RFC 9110, 8.6 and 15.3.6; RFC 9112, 6.1): 204 has no framing at all,
/// 205 announces no content, and 304 has none but may say how long it would have been.
Reply withoutContent(Reply reply)
{
    if (reply.status != 204 && reply.status != 205 && reply.status != 304)
        return reply;
    reply.body.clear();
    reply.headers.remove("Transfer-Encoding");
    if (reply.status != 304)
        reply.headers.remove("Content-Length");
    return reply;
}

bool saysClose(const HeaderList& headers)
{
    const auto value = headers.value("Connection");
    return value && value->toLower().contains("close");
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

void appendField(std::string& to, std::string_view name, std::string_view value)
{
    to.append(name).append(": ").append(value).append("\r\n");
}

void appendDefaults(std::string& to, const Reply& reply, const AnswerContext& context, qsizetype announced,
                    bool closes)
{
    if (!reply.headers.contains("Date"))
        appendField(to, "Date", view(dateField(context.now)));
    if (!reply.headers.contains("Connection")) {
        if (closes)
            appendField(to, "Connection", "close");
        else if (context.toOld)
            appendField(to, "Connection", "keep-alive");
    }
    if (context.announces && !hasNoBody(reply.status) && !reply.headers.contains("Content-Length") &&
        !reply.headers.contains("Transfer-Encoding"))
        appendField(to, "Content-Length", std::to_string(announced));
}

QByteArray headOf(const Reply& reply, const AnswerContext& context, qsizetype announced, bool closes)
{
    std::string head;
    head.reserve(256);
    head.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
    head.append(reasonPhrase(reply.status)).append("\r\n");
    for (const Header& field : reply.headers.fields)
        appendField(head, view(field.name), view(field.value));
    appendDefaults(head, reply, context, announced, closes);
    head.append("\r\n");
    return QByteArray::fromStdString(head);
}

QByteArray chunked(const QByteArray& body)
{
    const QByteArray end = "0\r\n\r\n";
    return body.isEmpty() ? end : QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n" + end;
}

} // namespace

RenderedAnswer renderAnswer(const Reply& asked, const AnswerContext& context)
{
    const Reply reply = withoutContent(asked);
    const bool ownFraming =
        !context.toHead && !hasNoBody(reply.status) && reply.headers.contains("Content-Length");
    const bool closes = !context.keeps || saysClose(reply.headers) || ownFraming || reply.status < 200;
    AnswerBytes bytes{headOf(reply, context, reply.body.size(), closes), {}};
    if (!context.toHead && !hasNoBody(reply.status))
        bytes.body = reply.headers.contains("Transfer-Encoding") ? chunked(reply.body) : reply.body;
    return {reply.status, bytes, closes};
}

RenderedAnswer renderTruncated(const Reply& reply, const AnswerContext& context)
{
    Reply whole = reply;
    if (reply.body.isEmpty())
        whole.body = "{\"truncated\": true}\n";
    whole.headers.remove("Transfer-Encoding");
    whole.headers.remove("Content-Length");
    const QByteArray head = headOf(whole, context, whole.body.size(), true);
    return {reply.status, {head, whole.body.first(whole.body.size() / 2)}, true};
}

RenderedAnswer renderRefusal(int status, const QString& words, bool toHead, RealTime now)
{
    Reply reply;
    reply.status = status;
    reply.headers.append("Content-Type", "text/plain; charset=utf-8");
    if (status == 503)
        reply.headers.append("Retry-After", "1");
    reply.body = words.toUtf8() + '\n';
    return renderAnswer(reply, {toHead, false, false, now});
}

QByteArray garbage()
{
    return QByteArray("\x16\x03\x01 this is no HTTP \xff\xfe\r\n\r\n");
}

std::string_view reasonPhrase(int status)
{
    for (const auto& [code, phrase] : phrases) {
        if (code == status)
            return phrase;
    }
    return "Status";
}

} // namespace hookworks

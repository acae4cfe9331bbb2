// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/masked_exchange.h"

#include "http/content_decoding.h"
#include "http/loose_head.h"
#include "workbench/inspect/replacing.h"

#include <algorithm>

namespace hookworks {

namespace {

/// A head and its body as it is framed.
struct Message
{
    QByteArray head, wire;
};

/// A body without its content codings; nullopt: they cannot be undone.
std::optional<QByteArray> readableContent(const QByteArray& content, const HeaderList& headers)
{
    const QByteArray codings = headers.values("Content-Encoding").join(',');
    if (codings.isEmpty())
        return content;
    const auto plain = decoded(content, codings);
    return plain ? std::optional(*plain) : std::nullopt;
}

/// A body behind its content coding, and whether the coding is gone because the body changed.
struct MaskedContent
{
    QByteArray bytes;
    bool uncoded = false;
};

MaskedContent maskedContent(const QByteArray& content, const HeaderList& headers, const Masking& masking)
{
    const auto plain = readableContent(content, headers);
    const QByteArray hidden =
        masking.body(plain.value_or(content), headers.value("Content-Type").value_or(""));
    const bool uncoded = plain && *plain != content && hidden != *plain;
    return {plain == content || uncoded || !plain ? hidden : content, uncoded};
}

/// Takes the field out of a head.
QByteArray without(const QByteArray& head, const QString& name)
{
    const QRegularExpression line(QStringLiteral("(?im)^%1[ \\t]*:[^\\r\\n]*\\r?\\n").arg(name));
    return replacedIn(head, line, 0, [](const QList<QByteArray>&) { return QByteArray(); });
}

QByteArray withLength(const QByteArray& head, qsizetype before, qsizetype after)
{
    static const QRegularExpression length(
        QStringLiteral("(?im)^Content-Length[ \\t]*:[ \\t]*(\\d+)[ \\t]*\\r?$"));
    if (before == after)
        return head;
    return replacedIn(head, length, 1, [&](const QList<QByteArray>& found) {
        return found[1].toLongLong() == before ? QByteArray::number(after) : found[1];
    });
}

QByteArray inOneChunk(const QByteArray& content, const HeaderList& trailers)
{
    QByteArray wire;
    if (!content.isEmpty())
        wire = QByteArray::number(content.size(), 16) + "\r\n" + content + "\r\n";
    wire += "0\r\n";
    for (const Header& field : trailers.fields)
        wire += field.name + ": " + field.value + "\r\n";
    return wire + "\r\n";
}

Message masked(const Message& message, const Masking& masking)
{
    const HeaderList headers = looseHead(message.head).headers;
    const UnframedBody body = unframed(headers, message.wire);
    const MaskedContent content = maskedContent(body.content, headers, masking);
    QByteArray head = masking.head(message.head);
    if (content.uncoded)
        head = without(head, QStringLiteral("Content-Encoding"));
    if (!isChunked(headers))
        return {withLength(head, message.wire.size(), content.bytes.size()), content.bytes};
    if (!body.whole)
        return {head, masking.body(message.wire, {})};
    const HeaderList trailers = masking.fields(body.trailers);
    const bool same = content.bytes == body.content && trailers == body.trailers &&
                      masking.byValue(message.wire) == message.wire;
    return {head, same ? message.wire : inOneChunk(content.bytes, trailers)};
}

void mask(Delivery& delivery, const Masking& masking)
{
    Request& request = delivery.request;
    const Message exact = masked({request.exactHead, request.body}, masking);
    const MaskedContent content = maskedContent(request.body, request.headers, masking);
    const qsizetype before = request.body.size();
    request.url = masking.url(request.url);
    request.headers = masking.fields(request.headers);
    request.body = request.exactHead.isEmpty() ? content.bytes : exact.wire;
    request.exactHead = exact.head;
    if (content.uncoded && request.exactHead.isEmpty())
        request.headers.remove("Content-Encoding");
    if (request.headers.value("Content-Length") == QByteArray::number(before))
        request.headers.set("Content-Length", QByteArray::number(request.body.size()));
    delivery.webhookName = masking.text(delivery.webhookName);
    delivery.mark.note = masking.text(delivery.mark.note);
}

void mask(Attempt& attempt, const QByteArray& body, const Masking& masking)
{
    attempt.sentHead = masked({attempt.sentHead, body}, masking).head;
    const HeaderList headers = attempt.responseHeaders;
    const MaskedContent content = maskedContent(attempt.responseBody, headers, masking);
    const qsizetype before = attempt.responseBody.size();
    attempt.responseHead = withLength(masking.head(attempt.responseHead), before, content.bytes.size());
    attempt.responseHeaders = masking.fields(headers);
    attempt.responseBody = content.bytes;
    if (content.uncoded) {
        attempt.responseHead = without(attempt.responseHead, QStringLiteral("Content-Encoding"));
        attempt.responseHeaders.remove("Content-Encoding");
    }
    attempt.error = masking.text(attempt.error);
}

void mask(Capture& capture, const Masking& masking)
{
    const bool framed = !capture.wireBody.isEmpty();
    const Message request = masked({capture.head, framed ? capture.wireBody : capture.body}, masking);
    const HeaderList fields =
        capture.valid ? looseHead(request.head).headers : masking.fields(capture.headers);
    capture.body = framed ? unframed(looseHead(request.head).headers, request.wire).content : request.wire;
    capture.wireBody = framed ? request.wire : QByteArray();
    capture.head = request.head;
    capture.target = masking.target(capture.target);
    capture.headers = fields;
    capture.trailers = masking.fields(capture.trailers);
    const Message answer = masked({capture.response.head, capture.response.body}, masking);
    capture.response = {answer.head, answer.wire};
    capture.problem = masking.text(capture.problem);
    capture.rule = masking.text(capture.rule);
    capture.forwardedTo = masking.url(capture.forwardedTo);
    capture.forwardError = masking.text(capture.forwardError);
    capture.mark.note = masking.text(capture.mark.note);
}

} // namespace

ExportedExchange masked(ExportedExchange exchange, const Masking& masking)
{
    const QByteArray body = exchange.delivery ? exchange.delivery->request.body : QByteArray();
    for (Attempt& attempt : exchange.attempts)
        mask(attempt, body, masking);
    for (AnsweringRule& rule : exchange.rules)
        rule.name = masking.text(rule.name);
    if (exchange.delivery)
        mask(*exchange.delivery, masking);
    if (exchange.capture)
        mask(*exchange.capture, masking);
    return exchange;
}

bool holdsUnreadableBody(const ExportedExchange& exchange)
{
    const auto unreadable = [](const QByteArray& body, const HeaderList& headers) {
        return !body.isEmpty() && !readableContent(body, headers);
    };
    const auto answers = [&](const Attempt& each) {
        return unreadable(each.responseBody, each.responseHeaders);
    };
    if (exchange.delivery && unreadable(exchange.delivery->request.body, exchange.delivery->request.headers))
        return true;
    if (exchange.capture && unreadable(exchange.capture->body, exchange.capture->headers))
        return true;
    return std::ranges::any_of(exchange.attempts, answers);
}

} // namespace hookworks

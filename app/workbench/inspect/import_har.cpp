// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/loose_head.h"
#include "json/value.h"
#include "workbench/handon/handed_json.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/import_parts.h"

namespace hookworks {

namespace {

/// What browsers give of a form in place of its text: some escaped, some not.
QByteArray harForm(const JsonValue& post)
{
    const auto escaped = [](const QByteArray& text) {
        return QByteArray::fromPercentEncoding(text).toPercentEncoding("+");
    };
    QByteArrayList pairs;
    for (const Header& pair : fieldsIn(post.find(u"params"), u"name").fields)
        pairs << escaped(pair.name) + '=' + escaped(pair.value);
    return pairs.join('&');
}

Result<Capture> harRequest(const JsonValue& entry, RealTime now)
{
    const JsonValue* sent = entry.find(u"request");
    if (!sent || !sent->isObject())
        return fail(ErrorCode::BadInput, HandOnText::tr("it has no request."));
    const RealTime at = realTimeFromIso(textAtKey(entry, u"startedDateTime")).value_or(now);
    const JsonValue* post = sent->find(u"postData");
    QByteArray body = post ? textAtKey(*post, u"text").toUtf8() : QByteArray();
    if (post && textAtKey(*post, u"_encoding") == u"base64")
        body = QByteArray::fromBase64(body);
    if (const QByteArray head = QByteArray::fromBase64(textAtKey(*sent, u"_headBase64").toLatin1());
        !head.isEmpty()) {
        const QByteArray wire = QByteArray::fromBase64(textAtKey(*sent, u"_wireBodyBase64").toLatin1());
        return importedCapture(head, wire.isEmpty() ? body : wire, at);
    }
    Request request;
    request.method = textAtKey(*sent, u"method").toUtf8();
    request.url = textAtKey(*sent, u"url");
    request.headers = fieldsIn(sent->find(u"headers"), u"name");
    request.body = body;
    if (post && body.isEmpty())
        request.body = harForm(*post);
    if (post && !request.body.isEmpty() && !request.headers.contains("Content-Type"))
        request.headers.append("Content-Type", textAtKey(*post, u"mimeType").toUtf8());
    return importedRequest(request, at);
}

/// HAR has bodies without coding and framing, so that its fields for them tell nothing true any more.
QByteArray harAnswerHead(const JsonValue& answer, const QByteArray& status, qsizetype bodySize)
{
    HeaderList fields = fieldsIn(answer.find(u"headers"), u"name");
    const bool hadLength = fields.contains("Content-Length") || isChunked(fields);
    for (const char* name : {"Content-Encoding", "Transfer-Encoding", "Content-Length"})
        fields.remove(name);
    if (hadLength)
        fields.append("Content-Length", QByteArray::number(bodySize));
    QByteArray head = "HTTP/1.1 " + status + ' ' + textAtKey(answer, u"statusText").toUtf8() + "\r\n";
    for (const Header& field : fields.fields)
        head += field.name + ": " + field.value + "\r\n";
    return head + "\r\n";
}

/// The bytes behind that head: in one chunk where it says chunks and they are gone.
QByteArray framedBody(const QByteArray& head, const QByteArray& body)
{
    const HeaderList fields = looseHead(head).headers;
    return !isChunked(fields) || unframed(fields, body).whole
               ? body
               : (body.isEmpty() ? QByteArray()
                                 : QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n") +
                     "0\r\n\r\n";
}

/// What was answered, as far as HAR says it.
void addHarAnswer(Capture& capture, const JsonValue& entry)
{
    const JsonValue* answer = entry.find(u"response");
    const JsonValue* status = answer ? answer->find(u"status") : nullptr;
    if (!status || status->text.toInt() <= 0)
        return;
    const JsonValue* content = answer->find(u"content");
    QByteArray body = content ? textAtKey(*content, u"text").toUtf8() : QByteArray();
    if (content && textAtKey(*content, u"encoding") == u"base64")
        body = QByteArray::fromBase64(body);
    if (const auto wire = QByteArray::fromBase64(textAtKey(*answer, u"_wireBodyBase64").toLatin1());
        !wire.isEmpty())
        body = wire;
    QByteArray head = QByteArray::fromBase64(textAtKey(*answer, u"_headBase64").toLatin1());
    if (head.isEmpty())
        head = harAnswerHead(*answer, status->text.toUtf8(), body.size());
    capture.responseStatus = status->text.toInt();
    capture.response = {head, framedBody(head, body)};
}

} // namespace

Result<Imported> readHar(const QByteArray& text, RealTime now)
{
    const auto root = parseHandedJson(text);
    if (!root)
        return tl::unexpected<Error>(root.error());
    const JsonValue* log = root->find(u"log");
    const JsonValue* entries = log ? log->find(u"entries") : nullptr;
    if (!entries || !entries->isArray())
        return fail(ErrorCode::BadInput, HandOnText::tr("$.log.entries is missing: it is no HTTP archive."));
    Imported imported;
    qsizetype number = 0;
    for (const JsonValue& entry : entries->items) {
        ++number;
        auto made = harRequest(entry, now);
        if (!made) {
            leaveOut(imported, HandOnText::tr("Entry %1").arg(number), made.error().message);
            continue;
        }
        addHarAnswer(*made, entry);
        imported.captures << *made;
        imported.places << number;
    }
    return unlessEmpty(std::move(imported), HandOnText::tr("The archive has no request."));
}

} // namespace hookworks

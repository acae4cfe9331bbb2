// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/readable_text.h"
#include "http/loose_head.h"
#include "json/value.h"
#include "workbench/handon/handed_json.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/imported.h"

#include <QRegularExpression>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

tl::unexpected<Error> badEntry(qsizetype number, const QString& why)
{
    return tl::unexpected<Error>(
        Error{ErrorCode::BadInput, HandOnText::tr("Entry %1: %2").arg(number).arg(why), {}});
}

QString textAtKey(const JsonValue& object, QStringView key)
{
    const JsonValue* value = object.find(key);
    return value && value->isString() ? value->text : QString();
}

/// `name`/`value` or `key`/`value` pairs; those that are off are left out.
HeaderList fieldsIn(const JsonValue* list, QStringView nameKey)
{
    HeaderList fields;
    for (const JsonValue& field : list ? list->items : std::vector<JsonValue>()) {
        const JsonValue* off = field.find(u"disabled");
        const QByteArray name = textAtKey(field, nameKey).toUtf8();
        if (!(off && off->flag) && !name.startsWith(':')) // HTTP/2's own are no fields
            fields.append(name, textAtKey(field, u"value").toUtf8());
    }
    return fields;
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
    if (post && !body.isEmpty() && !request.headers.contains("Content-Type"))
        request.headers.append("Content-Type", textAtKey(*post, u"mimeType").toUtf8());
    return importedRequest(request, at);
}

/// What was answered, as far as HAR says it; its body is without coding and framing.
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
    QByteArray head = QByteArray::fromBase64(textAtKey(*answer, u"_headBase64").toLatin1());
    if (head.isEmpty()) {
        head =
            "HTTP/1.1 " + status->text.toUtf8() + ' ' + textAtKey(*answer, u"statusText").toUtf8() + "\r\n";
        for (const Header& field : fieldsIn(answer->find(u"headers"), u"name").fields)
            head += field.name + ": " + field.value + "\r\n";
        head += "\r\n";
    }
    capture.responseStatus = status->text.toInt();
    capture.response = {head, body};
}

class PostmanReading
{
public:
    explicit PostmanReading(RealTime now)
        : m_now(now)
    {
    }

    Result<void> read(const JsonValue& holder, int depth)
    {
        constexpr int deepest = 50;
        const JsonValue* items = holder.find(u"item");
        for (const JsonValue& item : items&& depth < deepest ? items->items : std::vector<JsonValue>()) {
            Result<void> done;
            if (item.find(u"item"))
                done = read(item, depth + 1);
            else if (const JsonValue* request = item.find(u"request"))
                done = take(*request, textAtKey(item, u"name"));
            if (!done)
                return done;
        }
        return {};
    }

    Imported imported;

private:
    Result<void> take(const JsonValue& sent, const QString& name)
    {
        Request request;
        const JsonValue* url = sent.find(u"url");
        const JsonValue* body = sent.find(u"body");
        request.method = sent.isString() ? QByteArray("GET") : textAtKey(sent, u"method").toUtf8();
        request.url = sent.isString()   ? sent.text
                      : !url            ? QString()
                      : url->isString() ? url->text
                                        : textAtKey(*url, u"raw");
        request.headers = fieldsIn(sent.find(u"header"), u"key");
        if (body)
            takeBody(request, *body, name);
        if (!request.url.contains(u"://"))
            request.url.prepend(u"http://");
        return importedRequest(request, m_now)
            .map([this](const Capture& made) { imported.captures << made; })
            .map_error([&](Error error) {
                error.message = QStringLiteral("%1: %2").arg(name, error.message);
                return error;
            });
    }

    void takeBody(Request& request, const JsonValue& body, const QString& name)
    {
        const QString mode = textAtKey(body, u"mode");
        if (mode == u"raw") {
            request.body = textAtKey(body, u"raw").toUtf8();
        } else if (mode == u"urlencoded") {
            QByteArrayList pairs;
            for (const Header& pair : fieldsIn(body.find(u"urlencoded"), u"key").fields)
                pairs << pair.name.toPercentEncoding() + '=' + pair.value.toPercentEncoding();
            request.body = pairs.join('&');
            if (!request.headers.contains("Content-Type"))
                request.headers.append("Content-Type", "application/x-www-form-urlencoded");
        } else if (!mode.isEmpty()) {
            imported.notes << HandOnText::tr("%1: a body of the kind %2 is left out.").arg(name, mode);
        }
    }

    RealTime m_now;
};

/// One entry of a .http file: from its request line on.
Result<Capture> httpEntry(const QByteArrayList& lines, RealTime now)
{
    static const QRegularExpression requestLine(
        u"^(?:([A-Za-z][A-Za-z-]*)\\s+)?(\\S+)(?:\\s+HTTP/[0-9.]+)?\\s*$"_s);
    const auto match = requestLine.match(QString::fromUtf8(lines.first()));
    if (!match.hasMatch())
        return fail(ErrorCode::BadInput,
                    HandOnText::tr("“%1” is no request line.").arg(readableText(lines.first().left(80))));
    Request request;
    request.method = match.captured(1).isEmpty() ? "GET" : match.captured(1).toUtf8();
    request.url = match.captured(2);
    qsizetype at = 1;
    for (; at < lines.size() && !lines[at].trimmed().isEmpty(); ++at) {
        const qsizetype colon = lines[at].indexOf(':');
        if (lines[at].startsWith('#') || lines[at].startsWith("//"))
            continue;
        if (lines[at].startsWith(' ') || colon <= 0) // a long query goes on in the next line
            request.url += QString::fromUtf8(lines[at].trimmed());
        else
            request.headers.append(lines[at].first(colon).trimmed(), lines[at].sliced(colon + 1).trimmed());
    }
    QByteArray body = lines.mid(at + 1).join('\n');
    while (body.endsWith('\n') || body.endsWith('\r'))
        body.chop(1);
    static const QRegularExpression fromFile(u"^<@?\\s"_s);
    if (fromFile.match(QString::fromUtf8(body.left(100))).hasMatch())
        return fail(ErrorCode::BadInput,
                    HandOnText::tr("its body is in another file, which an import does not read."));
    request.body = body;
    return importedRequest(request, now);
}

/// `@name = value` lines, and what stands for them in the rest.
QByteArray withVariables(QByteArray text)
{
    static const QRegularExpression variable(u"^@([\\w-]+)[ \\t]*=[ \\t]*(.*?)[ \\t\\r]*$"_s,
                                             QRegularExpression::MultilineOption);
    const QString script = QString::fromUtf8(text.left(1024 * 1024));
    for (auto found = variable.globalMatch(script); found.hasNext();) {
        const auto each = found.next();
        text.replace("{{" + each.captured(1).toUtf8() + "}}", each.captured(2).toUtf8());
    }
    return text;
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
    for (const JsonValue& entry : entries->items) {
        auto made = harRequest(entry, now);
        if (!made)
            return badEntry(imported.captures.size() + 1, made.error().message);
        addHarAnswer(*made, entry);
        imported.captures << *made;
    }
    return imported;
}

Result<Imported> readPostman(const QByteArray& text, RealTime now)
{
    const auto root = parseHandedJson(text);
    if (!root)
        return tl::unexpected<Error>(root.error());
    if (!root->find(u"item"))
        return fail(ErrorCode::BadInput, HandOnText::tr("$.item is missing: it is no Postman collection."));
    PostmanReading reading(now);
    return reading.read(*root, 0).map([&] { return reading.imported; });
}

Result<Imported> readHttpFile(const QByteArray& text, RealTime now)
{
    Imported imported;
    QByteArrayList entry;
    QByteArrayList lines = withVariables(text).replace("\r\n", "\n").split('\n');
    lines << "###";
    for (const QByteArray& line : lines) {
        const bool begins = line.startsWith("###");
        const bool beforeRequest = entry.isEmpty() && (line.trimmed().isEmpty() || line.startsWith('#') ||
                                                       line.startsWith("//") || line.startsWith('@'));
        if (!begins && !beforeRequest)
            entry << line;
        if (!begins || entry.isEmpty())
            continue;
        const auto made = httpEntry(std::exchange(entry, {}), now);
        if (!made)
            return badEntry(imported.captures.size() + 1, made.error().message);
        imported.captures << *made;
    }
    if (imported.captures.isEmpty())
        return fail(ErrorCode::BadInput, HandOnText::tr("The file has no request."));
    return imported;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/body_masking.h"

#include "http/loose_head.h"
#include "workbench/inspect/masking.h"
#include "workbench/inspect/replacing.h"

#include <algorithm>

namespace hookworks {

namespace {

const QByteArray byteOrderMark = "\xEF\xBB\xBF";

bool mayBeJson(const QByteArray& text)
{
    const QByteArray start = text.first(std::min<qsizetype>(text.size(), 64)).trimmed();
    return !start.isEmpty() && QByteArrayView("{[\"-0123456789").contains(start[0]);
}

bool isForm(const QByteArray& body, const QByteArray& contentType)
{
    static const QRegularExpression oneLine(QStringLiteral(R"re(\A[^=&\s{}<>"]{1,200}=[^\s{}<>"]*\z)re"));
    return contentType.toLower().startsWith("application/x-www-form-urlencoded") ||
           oneLine.match(QString::fromLatin1(body.first(std::min<qsizetype>(body.size(), 64 * 1024))))
               .hasMatch();
}

/// A parameter of a field's value, quoted or not.
QByteArray parameterOf(const QByteArray& value, const QString& name)
{
    const QRegularExpression parameter(
        QStringLiteral(R"re([;\s]%1\s*=\s*(?:"([^"]*)"|([^;\s]+)))re").arg(name),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = parameter.match(QString::fromLatin1(value));
    return match.captured(match.captured(1).isEmpty() ? 2 : 1).toLatin1();
}

/// The coding that a UTF-16 text's byte-order mark names.
std::optional<QStringConverter::Encoding> wideEncodingOf(const QByteArray& body)
{
    if (body.startsWith("\xff\xfe"))
        return QStringConverter::Utf16LE;
    return body.startsWith("\xfe\xff") ? std::optional(QStringConverter::Utf16BE) : std::nullopt;
}

/// As fields are written: `[["Authorization", "…"], …]`.
bool isListOfPairs(const JsonValue& list)
{
    return std::ranges::all_of(list.items, [](const JsonValue& item) {
        return item.items.size() == 2 && item.items[0].isString() && item.items[1].isString();
    });
}

} // namespace

QByteArray BodyMasking::body(const QByteArray& body, const QByteArray& contentType) const
{
    if (body.startsWith(byteOrderMark))
        return byteOrderMark + this->body(body.sliced(byteOrderMark.size()), contentType);
    if (const auto wide = wideEncodingOf(body))
        return wideBody(body, contentType, *wide);
    if (mayBeJson(body)) {
        if (const auto value = readJson(body))
            return json(body, *value);
    }
    const QByteArray type = contentType.toLower();
    const QByteArray boundary =
        type.startsWith("multipart/") ? parameterOf(contentType, QStringLiteral("boundary")) : "";
    if (!boundary.isEmpty())
        return multipart(body, boundary);
    return isForm(body, contentType) ? form(body) : loose(body);
}

/// In UTF-8, and back where that changed something.
QByteArray BodyMasking::wideBody(const QByteArray& body, const QByteArray& contentType,
                                 QStringConverter::Encoding encoding) const
{
    const QByteArray mark = body.first(2);
    const QString text = QStringDecoder(encoding)(body.sliced(2));
    const QByteArray narrow = text.toUtf8();
    const QByteArray hidden = this->body(narrow, contentType);
    return hidden == narrow ? body : mark + QStringEncoder(encoding)(QString::fromUtf8(hidden));
}

QByteArray BodyMasking::json(const QByteArray& body, const JsonValue& value) const
{
    QList<Edit> edits;
    gather(value, {}, edits);
    QByteArray result;
    qsizetype kept = 0;
    for (const Edit& edit : std::as_const(edits)) {
        result += body.sliced(kept, edit.begin - kept) + edit.text;
        kept = edit.end;
    }
    result += body.sliced(kept);
    const QByteArray hidden = m_masking->byValue(result); // what stands in keys
    return hidden == result || readJson(hidden) ? hidden : QByteArrayLiteral("\"***\"");
}

/// What changes, in the order of the text. A number that is a secret becomes a text.
void BodyMasking::gather(const JsonValue& value, const QByteArray& secretName, QList<Edit>& edits) const
{
    if (value.isString() || value.isNumber()) {
        const QByteArray text = value.text.toUtf8();
        const QByteArray hidden = leaf(text, secretName);
        if (hidden != text)
            edits.append(
                {value.offset, value.end, compactJson(JsonValue::string(QString::fromUtf8(hidden)))});
    }
    const bool listsPairs = isListOfPairs(value);
    for (const JsonValue& item : value.items) {
        const QByteArray first = listsPairs ? ifSecret(item.items[0].text.toUtf8()) : QByteArray();
        if (secretName.isEmpty() && !first.isEmpty())
            gather(item.items[1], first, edits);
        else
            gather(item, secretName, edits);
    }
    const QByteArray beside = nameBeside(value);
    for (const JsonMember& member : value.members) {
        const bool isNamed = !beside.isEmpty() && member.key.compare(u"value", Qt::CaseInsensitive) == 0;
        const QByteArray own = isNamed ? beside : ifSecret(member.key.toUtf8());
        gather(member.value, secretName.isEmpty() ? own : secretName, edits);
    }
}

/// As `{"name": "Authorization", "value": "…"}` says what its value is; empty: it says no secret's name.
QByteArray BodyMasking::nameBeside(const JsonValue& object) const
{
    static const QStringList calling{QStringLiteral("name"), QStringLiteral("key"), QStringLiteral("header"),
                                     QStringLiteral("field")};
    for (const JsonMember& member : object.members) {
        if (member.value.isString() && calling.contains(member.key, Qt::CaseInsensitive) &&
            m_masking->isSecretName(member.value.text.toUtf8()))
            return member.value.text.toUtf8();
    }
    return {};
}

QByteArray BodyMasking::ifSecret(const QByteArray& name) const
{
    return m_masking->isSecretName(name) ? name : QByteArray();
}

/// A text may hold JSON, a URL or anything else that a body may be.
QByteArray BodyMasking::leaf(const QByteArray& text, const QByteArray& secretName) const
{
    if (!secretName.isEmpty())
        return text.isEmpty() ? text : m_masking->replaced(secretName, text);
    if (text.startsWith('{') || text.startsWith('[')) {
        if (const auto inner = readJson(text))
            return json(text, *inner);
    }
    return m_masking->text(text);
}

QByteArray BodyMasking::form(const QByteArray& body) const
{
    QByteArrayList pairs = body.split('&');
    for (QByteArray& pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0)
            continue;
        const QByteArray plain = formDecoded(pair.sliced(equals + 1));
        const QByteArray hidden = leaf(plain, ifSecret(formDecoded(pair.first(equals))));
        if (hidden != plain)
            pair = pair.first(equals + 1) + formEncoded(hidden);
    }
    return m_masking->byValue(pairs.join('&'));
}

QByteArray BodyMasking::multipart(const QByteArray& body, const QByteArray& boundary) const
{
    const QByteArray delimiter = "--" + boundary;
    QByteArray result;
    qsizetype at = 0;
    for (qsizetype next = body.indexOf(delimiter); next >= 0; next = body.indexOf(delimiter, at)) {
        result += part(body.sliced(at, next - at)) + delimiter;
        at = next + delimiter.size();
    }
    return m_masking->byValue(result + body.sliced(at));
}

/// From the line break behind one delimiter to the one before the next.
QByteArray BodyMasking::part(const QByteArray& part) const
{
    const LooseHead head = looseHead("\r\nX\r\n" + part.trimmed() + "\r\n");
    const qsizetype blank = part.indexOf("\r\n\r\n");
    if (blank < 0 || !part.endsWith("\r\n") || blank + 6 > part.size())
        return part;
    const QByteArray content = part.sliced(blank + 4).chopped(2);
    const QByteArray name =
        parameterOf(head.headers.value("Content-Disposition").value_or(""), QStringLiteral("name"));
    const QByteArray hidden = m_masking->isSecretName(name)
                                  ? leaf(content, name)
                                  : body(content, head.headers.value("Content-Type").value_or(""));
    return part.first(blank + 4) + hidden + "\r\n";
}

/// What is neither whole nor known: pairs as JSON, XML, settings, fields and URLs write them.
QByteArray BodyMasking::loose(const QByteArray& body) const
{
    static const QRegularExpression member(
        QStringLiteral(R"re("([^"\\\r\n]{1,200})"\s*:\s*(?|"((?:[^"\\]|\\.)*+)|(-?[\d.eE+-]+)))re"));
    static const QRegularExpression element(
        QStringLiteral(R"re(<([\w:.-]{1,200})(?:\s[^<>]*)?>(?|<!\[CDATA\[([^\]]+)\]\]>|([^<>]+))</)re"));
    static const QRegularExpression assigned(
        QStringLiteral(R"re((?<![\w:.-])([\w:.-]{1,200})\s*[:=]\s*(?|"([^"]+)"|'([^']+)'))re"));
    static const QRegularExpression line(
        QStringLiteral(R"re(^[ \t]*(?:- |export )?([\w.-]{1,200})[ \t]*[:=][ \t]*([^\s"'][^\r\n]*))re"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression quoted(
        QStringLiteral(R"re(["'`]([\w.-]{1,200}):[ \t]*([^\s"'`][^\r\n"'`]*))re"));
    const auto value = [this](const QList<QByteArray>& found) {
        return m_masking->isSecretName(found[1]) && !found[2].isEmpty()
                   ? m_masking->replaced(found[1], found[2])
                   : found[2];
    };
    QByteArray masked = body;
    for (const QRegularExpression& pair : {line, member, element, assigned, quoted})
        masked = replacedIn(masked, pair, 2, value);
    return m_masking->text(masked);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index_text.h"

#include "json/text_form.h"

#include <QSet>

#include <algorithm>

namespace hookworks {

namespace {

constexpr char16_t instead = u'\uFFFD'; ///< of a NUL, at which the tokenizer would stop
constexpr char16_t lack = u'\uFFFC';

constexpr QueryName columns[] = {
    QueryName::Id,       QueryName::Method,   QueryName::Target,  QueryName::Status,
    QueryName::Problem,  QueryName::Remote,   QueryName::Rule,    QueryName::Fault,
    QueryName::Delivery, QueryName::Listener, QueryName::Size,    QueryName::Event,
    QueryName::Provider, QueryName::Webhook,  QueryName::Message, QueryName::Being};

/// What the escapes of JSON strings mean, wherever they stand.
QString unescaped(const QString& text)
{
    static const QString letters = QStringLiteral("bfnrt");
    static const QString meanings = QStringLiteral("\b\f\n\r\t");
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 >= text.size()) {
            out += text[i];
            continue;
        }
        const QChar c = text[++i];
        bool good = c == u'u' && i + 4 < text.size();
        const ushort unit = good ? text.mid(i + 1, 4).toUShort(&good, 16) : ushort(0);
        const qsizetype letter = letters.indexOf(c);
        out += good ? QChar(unit) : letter >= 0 ? meanings[letter] : c;
        i += good ? 4 : 0;
    }
    return out;
}

bool isOfNumber(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'-' || c == u'+' || c == u'.' || c == u'e' || c == u'E';
}

/// The numbers in a text that are not written as the index has them, as it has them. A value that is a number
/// stands between characters of none.
QSet<QString> numbersOf(const QString& text)
{
    QSet<QString> numbers;
    qsizetype end = 0;
    for (qsizetype from = 0; from < text.size(); from = end + 1) {
        for (end = from; end < text.size() && isOfNumber(text[end]);)
            ++end;
        const QStringView written = QStringView(text).sliced(from, end - from);
        const bool begins = !written.isEmpty() && (written[0].isDigit() || written[0] == u'-');
        const auto number = begins ? Decimal::parse(written.toLatin1()) : std::nullopt;
        const QString indexed = number ? indexedNumber(*number) : QString();
        if (number && indexed != written)
            numbers << indexed;
    }
    return numbers;
}

/// Where the head alone does not say them.
QString headerLines(const Capture& capture)
{
    if (capture.valid && hasFields(capture.head, capture.headers))
        return {};
    QByteArray lines;
    for (const Header& field : capture.headers.fields)
        lines += '\n' + field.name + ": " + field.value;
    return QString::fromUtf8(lines);
}

/// They may lie in a row that goes.
FieldValue copied(const QList<QByteArray>& values)
{
    FieldValue copies;
    for (const QByteArray& value : values)
        copies << QByteArray(value.constData(), value.size());
    return copies;
}

QString wholeText(const Capture& capture, const QByteArray& body)
{
    const QByteArray json = jsonUtf8(body).value_or(body); // UTF-16, perhaps
    const QString bodyText = QString::fromUtf8(json);
    QString text = QString::fromUtf8(capture.head) + headerLines(capture) + u'\n' + bodyText;
    if (json != body)
        text += u'\n' + QString::fromUtf8(body);
    if (bodyText.contains(u'\\'))
        text += u'\n' + unescaped(bodyText);
    for (const QString& number : numbersOf(text))
        text += u'\n' + number;
    return text;
}

} // namespace

bool isIndexed(QueryName column)
{
    return std::ranges::find(columns, column) != std::end(columns);
}

QChar indexMark(QueryName column)
{
    return QChar(static_cast<char16_t>(0xE000 + static_cast<int>(column)));
}

QString indexedValue(QueryName field, const QByteArray& value)
{
    const QString text = QString::fromUtf8(value);
    return field == QueryName::Path ? indexMark(QueryName::Target) + text
                                    : indexMark(field) + text + indexMark(field);
}

QString indexedLack(QueryName field)
{
    return indexMark(field) + QString(QChar(lack)) + indexMark(field);
}

QString indexedNumber(const Decimal& number)
{
    const QString text = QString::fromLatin1(number.toText());
    const QChar mark = indexMark(QueryName::Json);
    return text.size() < 3 ? mark + text + mark : text;
}

QString indexable(QString text)
{
    return text.replace(QChar(u'\0'), QChar(instead));
}

std::optional<IndexedCapture> indexed(const Capture& capture, const CaptureParts& parts,
                                      const BodyReading& reading)
{
    const QueriedCapture row(capture, parts, reading);
    const QueryValues body = row.values(QueryName::Body);
    if (!body.complete || body.values.first().size() > longestIndexedBody)
        return std::nullopt;
    IndexedCapture made{wholeText(capture, body.values.first()), {}};
    made.values.emplace_back(QueryName::Path, copied(row.values(QueryName::Path).values));
    for (const QueryName name : columns) {
        const QList<QByteArray> values = row.values(name).values;
        const bool isKept = KnownValues::fields().contains(name);
        for (const QByteArray& value : values)
            made.text += indexedValue(name, value);
        if (isKept && values.isEmpty())
            made.text += indexedLack(name);
        if (isKept)
            made.values.emplace_back(name, copied(values));
    }
    made.text = indexable(std::move(made.text));
    return made;
}

} // namespace hookworks

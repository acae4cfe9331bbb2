// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index_text.h"

#include "json/decimal.h"
#include "json/text_form.h"
#include "query/fields.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype mostPieces = 24;    ///< of one text
constexpr qsizetype mostOfName = 3;     ///< pieces of a name, which stands in most captures or in few
constexpr char16_t instead = u'\uFFFD'; ///< of a NUL, at which the tokenizer would stop

constexpr QueryName columns[] = {
    QueryName::Id,       QueryName::Method,   QueryName::Target,  QueryName::Status,
    QueryName::Problem,  QueryName::Remote,   QueryName::Rule,    QueryName::Fault,
    QueryName::Delivery, QueryName::Listener, QueryName::Size,    QueryName::Event,
    QueryName::Provider, QueryName::Webhook,  QueryName::Message, QueryName::Being};

/// Stands before and after a column's value, so that short ones have three letters, and tells the columns
/// apart.
QChar markOf(QueryName name)
{
    return QChar(static_cast<char16_t>(0xE000 + static_cast<int>(name)));
}

QString plain(QString text)
{
    return text.replace(QChar(u'\0'), QChar(instead));
}

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

/// At most so many of the pieces of three characters that must all be there; none for a shorter text.
QStringList piecesOf(const QString& text, qsizetype most)
{
    const QList<uint> letters = plain(text).toUcs4();
    const qsizetype count = letters.size() - 2;
    QStringList pieces;
    for (qsizetype i = 0; i < count; i += (count + most - 1) / most) {
        const char32_t piece[] = {letters[i], letters[i + 1], letters[i + 2]};
        pieces << QString::fromUcs4(piece, 3);
    }
    pieces.removeDuplicates();
    return pieces;
}

/// JSON is compared as text without white space between its values: what stands across them is not to be
/// relied on.
QStringList insideValues(const QString& value)
{
    QStringList parts(1);
    for (const QChar c : value) {
        if (c.unicode() < 0x20 || QStringView(u"{}[],:\"\\").contains(c))
            parts << QString();
        else
            parts.last() += c;
    }
    return parts;
}

QStringList withoutWildcards(const QString& value)
{
    return value.split(u'*');
}

bool isNumber(const QString& value)
{
    return Decimal::parse(value.toUtf8()).has_value();
}

QStringList wholeColumn(QueryName name, const QString& value)
{
    const QChar mark = markOf(name);
    return withoutWildcards(mark + value + mark);
}

/// The path is the target's beginning, the query its end.
QStringList targetParts(QueryName name, const QString& value)
{
    const QChar mark = markOf(QueryName::Target);
    if (name == QueryName::Target)
        return wholeColumn(name, value);
    return withoutWildcards(name == QueryName::Path ? mark + value : u'?' + value + mark);
}

QStringList numberColumn(QueryName name, const QString& value)
{
    const auto number = Decimal::parse(value.toUtf8());
    const auto whole = number ? number->toInteger() : std::nullopt;
    return whole ? wholeColumn(name, QString::number(*whole)) : QStringList();
}

QStringList idColumn(QueryName name, const QString& value)
{
    const QString letter = name == QueryName::Id         ? QStringLiteral("c")
                           : name == QueryName::Delivery ? QStringLiteral("d")
                                                         : QStringLiteral("l");
    const bool bare = !value.isEmpty() && value[0].isDigit();
    return wholeColumn(name, bare ? letter + value : value);
}

/// What must be in the text where a column equals `value`.
QStringList equalColumn(QueryName name, const QString& value, bool wildcard)
{
    switch (name) {
    case QueryName::Status:
    case QueryName::Size:
        return wildcard ? wholeColumn(name, value) : numberColumn(name, value);
    case QueryName::Id:
    case QueryName::Delivery:
    case QueryName::Listener:
        return wildcard ? wholeColumn(name, value) : idColumn(name, value);
    case QueryName::Valid:
        return value.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0
                   ? wholeColumn(QueryName::Being, QStringLiteral("malformed"))
                   : QStringList();
    case QueryName::Path:
    case QueryName::Target:
    case QueryName::Query:
        return !wildcard && isNumber(value) ? QStringList() : targetParts(name, value);
    default:
        break;
    }
    const bool known = std::ranges::find(columns, name) != std::end(columns);
    return !known || (!wildcard && isNumber(value)) ? QStringList() : wholeColumn(name, value);
}

/// The names that must be there beside the value: a header's, or the keys of a path.
QStringList namesOf(const QueryField& field)
{
    if (field.name != QueryName::Json)
        return {field.header};
    QStringList keys;
    for (const JsonPath::Step& step : field.path.steps) {
        const auto* const key = std::get_if<QString>(&step);
        const bool good = key && std::ranges::all_of(*key, [](QChar c) {
                              return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\';
                          });
        if (good)
            keys << u'"' + *key + u'"';
    }
    return keys;
}

QStringList jsonTexts(const QueryTerm& term, bool equals, bool wildcard)
{
    if (term.op == QueryOperator::Contains)
        return insideValues(term.value);
    if (equals && wildcard) {
        QStringList texts;
        for (const QString& piece : withoutWildcards(term.value))
            texts += insideValues(piece);
        return texts;
    }
    const bool container = term.value.startsWith(u'{') || term.value.startsWith(u'[');
    return !equals || container || isNumber(term.value) ? QStringList() : QStringList{term.value};
}

/// What must be in the text of a capture for which the term holds, beside names.
QStringList textsOf(const QueryTerm& term)
{
    if (!term.field)
        return {term.value};
    const QueryName name = term.field->name;
    const bool equals = term.op == QueryOperator::Is || term.op == QueryOperator::Equal;
    const bool wildcard = hasWildcard(term.op, term.value);
    const bool contains = term.op == QueryOperator::Contains;
    if (term.op == QueryOperator::NotEqual)
        return {};
    if (name == QueryName::Json)
        return jsonTexts(term, equals, wildcard);
    if (name == QueryName::Head || name == QueryName::Body || name == QueryName::Header) {
        if (contains)
            return {term.value};
        return equals && (wildcard || !isNumber(term.value)) ? withoutWildcards(term.value) : QStringList();
    }
    if (equals)
        return equalColumn(name, term.value, wildcard);
    const bool target = name == QueryName::Path || name == QueryName::Query;
    const bool known = target || std::ranges::find(columns, name) != std::end(columns);
    return contains && known ? QStringList{term.value} : QStringList();
}

QString termQuestion(const QueryTerm& term, qsizetype most)
{
    QStringList pieces;
    for (const QString& text : textsOf(term))
        pieces += piecesOf(text, most);
    const bool named = term.field && term.op != QueryOperator::NotEqual;
    for (const QString& name : named ? namesOf(*term.field) : QStringList())
        pieces += piecesOf(name, std::min(most, mostOfName));
    pieces.removeDuplicates();
    QStringList quoted;
    for (QString& piece : pieces)
        quoted << u'"' + piece.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return quoted.isEmpty() ? QString() : u'(' + quoted.join(QStringLiteral(" AND ")) + u')';
}

QString questionOf(const Query& query, qsizetype most)
{
    if (query.kind == Query::Kind::Term)
        return termQuestion(query.term, most);
    if (query.kind != Query::Kind::And && query.kind != Query::Kind::Or)
        return {};
    QStringList parts;
    for (const Query& part : query.parts)
        parts << questionOf(part, most);
    const bool open = parts.contains(QString());
    if (query.kind == Query::Kind::Or && open)
        return {};
    parts.removeAll(QString());
    if (parts.isEmpty())
        return {};
    const QString between = query.kind == Query::Kind::And ? QStringLiteral(" AND ") : QStringLiteral(" OR ");
    return u'(' + parts.join(between) + u')';
}

} // namespace

std::optional<QString> indexText(const Capture& capture, const CaptureParts& parts,
                                 const BodyReading& reading)
{
    const QueriedCapture row(capture, parts, reading);
    const QueryValues body = row.values(QueryName::Body);
    if (!body.complete || body.values.first().size() > longestIndexedBody)
        return std::nullopt;
    const QByteArray& bytes = body.values.first();
    const QByteArray json = jsonUtf8(bytes).value_or(bytes); // UTF-16, perhaps
    const QString bodyText = QString::fromUtf8(json);
    QString text = QString::fromUtf8(capture.head) + headerLines(capture) + u'\n' + bodyText;
    if (json != bytes)
        text += u'\n' + QString::fromUtf8(bytes);
    if (bodyText.contains(u'\\'))
        text += u'\n' + unescaped(bodyText);
    for (const QueryName name : columns) {
        const QueryValues values = row.values(name);
        for (const QByteArray& value : values.values)
            text += markOf(name) + QString::fromUtf8(value) + markOf(name);
    }
    return plain(std::move(text));
}

QString indexQuestion(const Query& query)
{
    qsizetype terms = 0;
    eachTerm(query, [&](const QueryTerm&) { ++terms; });
    return questionOf(query, std::clamp<qsizetype>(200 / std::max<qsizetype>(terms, 1), 3, mostPieces));
}

} // namespace hookworks

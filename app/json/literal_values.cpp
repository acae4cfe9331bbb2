// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/literal_values.h"

#include "domain/readable_text.h"
#include "domain/words.h"
#include "json/number.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype longestWritten = 60;

JsonValue numberOf(const QString& text)
{
    JsonValue value;
    value.kind = JsonValue::Kind::Number;
    value.text = text;
    return value;
}

/// `1_000`, `0x1F`, `.5`, `5.`, `+5`, `10n` as JSON writes it; empty: it is no number.
QString jsonNumber(QString text)
{
    if (text.startsWith(u'+'))
        text.remove(0, 1);
    text.remove(u'_');
    if (text.endsWith(u'n'))
        text.chop(1);
    const bool negative = text.startsWith(u'-');
    QString digits = negative ? text.sliced(1) : text;
    static const QList<std::pair<QString, int>> bases{
        {QStringLiteral("0x"), 16}, {QStringLiteral("0o"), 8}, {QStringLiteral("0b"), 2}};
    for (const auto& [prefix, base] : bases) {
        bool good = false;
        if (!digits.startsWith(prefix, Qt::CaseInsensitive))
            continue;
        digits = QString::number(digits.sliced(2).toULongLong(&good, base));
        return good ? (negative ? u'-' + digits : digits) : QString();
    }
    if (digits.startsWith(u'.'))
        digits.prepend(u'0');
    if (digits.endsWith(u'.'))
        digits.chop(1);
    const QString made = negative ? u'-' + digits : digits;
    return isJsonNumber(made) ? made : QString();
}

} // namespace

std::optional<JsonValue> LiteralValues::read(const QString& key)
{
    QList<Operand> operands;
    for (bool more = true; more;) {
        m_text.skipBlanks();
        operands.append(readOperand());
        if (operands.last().kind == Kind::Wrong)
            return std::nullopt;
        const qsizetype end = m_text.pos();
        m_text.skipBlanksInLine();
        more = m_text.startsWith(u"||") || m_text.startsWith(u"??") || m_text.at() == u'|';
        if (more)
            m_text.skip(m_text.at(1) == m_text.at() ? 2 : 1);
        else
            m_text.setPos(end);
    }
    const Operand* chosen = chosenOf(operands);
    if (!chosen) {
        m_text.refuse(tr("%1 is a name, and its value does not stand in the text")
                          .arg(shortened(operands.first().written, longestWritten)));
        return std::nullopt;
    }
    if (operands.size() > 1) {
        m_sawChoices = true;
        QStringList all;
        for (const Operand& operand : operands)
            all << shortened(operand.written, longestWritten);
        m_text.note(tr("%1 was taken of %2")
                        .arg(shortened(chosen->written, longestWritten), all.join(QStringLiteral(" || "))));
    }
    if (chosen->kind == Kind::Value)
        return chosen->value;
    if (!key.isEmpty())
        m_text.note(tr("%1 was left out, because it is undefined").arg(shortened(key, longestWritten)));
    return std::nullopt;
}

/// A name that nobody knows gives way to what stands beside it.
const LiteralValues::Operand* LiteralValues::chosenOf(const QList<Operand>& operands) const
{
    const auto known = [](const Operand& operand) { return operand.kind != Kind::Unknown; };
    if (m_choice == LiteralChoice::First) {
        const auto first = std::ranges::find_if(operands, known);
        return first == operands.end() ? nullptr : &*first;
    }
    const auto last = std::find_if(operands.rbegin(), operands.rend(), known);
    return last == operands.rend() ? nullptr : &*last;
}

/// A value, and further texts that are joined to it with `+`.
LiteralValues::Operand LiteralValues::readOperand()
{
    const qsizetype from = m_text.pos();
    Operand operand = readPrimary();
    while (operand.kind == Kind::Value && operand.value.isString()) {
        const qsizetype end = m_text.pos();
        m_text.skipBlanks();
        if (m_text.at() != u'+') {
            m_text.setPos(end);
            break;
        }
        m_text.skip();
        m_text.skipBlanks();
        const Operand next = readPrimary();
        if (next.kind != Kind::Value || !next.value.isString()) {
            m_text.refuse(tr("What is joined with + would have to be run; write the whole text"));
            return {};
        }
        m_text.note(tr("Texts joined with + became one"));
        operand.value.text += next.value.text;
    }
    operand.written = m_text.between(from, m_text.pos()).toString().simplified();
    return operand;
}

LiteralValues::Operand LiteralValues::readPrimary()
{
    const QChar c = m_text.at();
    if (m_text.atEnd()) {
        m_text.refuse(tr("The text ends where a value is missing"));
        return {};
    }
    if (c == u'{' || c == u'[')
        return container(c == u'{');
    if (m_text.atQuote()) {
        const auto text = m_text.takeString();
        return text ? Operand{Kind::Value, JsonValue::string(*text), {}} : Operand{};
    }
    if (c == u'<')
        return readPlaceholder();
    if (c.isDigit() || c == u'.' || c == u'-' || c == u'+')
        return readNumber();
    return readWord();
}

LiteralValues::Operand LiteralValues::readNumber()
{
    const qsizetype from = m_text.pos();
    const auto inside = [this] {
        const QChar c = m_text.at();
        const QChar before = m_text.pos() > 0 ? m_text.at(-1) : QChar();
        return c.isLetterOrNumber() || c == u'.' || c == u'_' ||
               ((c == u'-' || c == u'+') && (before == u'e' || before == u'E'));
    };
    m_text.skip();
    while (!m_text.atEnd() && inside())
        m_text.skip();
    const QString written = m_text.between(from, m_text.pos()).toString();
    if (isJsonNumber(written))
        return {Kind::Value, numberOf(written), {}};
    if (written.endsWith(QLatin1String("Infinity"))) {
        m_text.note(tr("NaN and Infinity became null"));
        return {Kind::Value, JsonValue(), {}};
    }
    const QString made = jsonNumber(written);
    if (made.isEmpty()) {
        m_text.setPos(from);
        m_text.refuse(tr("%1 is no number").arg(shortened(written, longestWritten)));
        return {};
    }
    m_text.note(tr("Numbers were written as JSON writes them"));
    return {Kind::Value, numberOf(made), {}};
}

LiteralValues::Operand LiteralValues::readWord()
{
    const qsizetype from = m_text.pos();
    QString name = m_text.takeName();
    if (name == u"new") {
        m_text.skipBlanksInLine();
        name = m_text.takeName();
    }
    if (name.isEmpty()) {
        m_text.setPos(from);
        m_text.refuse(tr("A value is missing here"));
        return {};
    }
    if (m_text.at() == u'(')
        return readCall(name);
    if (name == u"true" || name == u"false")
        return {Kind::Value, JsonValue::boolean(name == u"true"), {}};
    if (name == u"null")
        return {Kind::Value, JsonValue(), {}};
    if (name == u"undefined")
        return {Kind::Undefined, {}, {}};
    if (name == u"True" || name == u"False" || name == u"None") {
        m_text.note(tr("True, False and None became true, false and null"));
        return {Kind::Value, name == u"None" ? JsonValue() : JsonValue::boolean(name == u"True"), {}};
    }
    if (name == u"NaN" || name == u"Infinity") {
        m_text.note(tr("NaN and Infinity became null"));
        return {Kind::Value, JsonValue(), {}};
    }
    return {Kind::Unknown, {}, {}};
}

/// `new Date('2026-01-02')`: the one value in the brackets is what is meant.
LiteralValues::Operand LiteralValues::readCall(const QString& name)
{
    m_text.skip();
    m_text.skipBlanks();
    const bool simple = m_text.atQuote() || m_text.at().isDigit();
    Operand inner = simple ? readPrimary() : Operand{};
    m_text.skipBlanks();
    if (inner.kind != Kind::Value || m_text.at() != u')') {
        m_text.refuse(
            tr("%1(…) would have to be run; write what it stands for").arg(shortened(name, longestWritten)));
        return {};
    }
    m_text.skip();
    m_text.note(tr("%1(…) became the value in its brackets").arg(shortened(name, longestWritten)));
    return inner;
}

/// `<TOKEN>` or `<<TOKEN>>` without quotes.
LiteralValues::Operand LiteralValues::readPlaceholder()
{
    const qsizetype from = m_text.pos();
    const qsizetype line = m_text.endOfLine();
    qsizetype end = m_text.between(from, line).indexOf(u'>');
    if (end < 0) {
        m_text.refuse(tr("A value is missing here"));
        return {};
    }
    m_text.skip(end + 1);
    while (m_text.at() == u'>')
        m_text.skip();
    m_text.note(tr("Placeholders became texts"));
    return {Kind::Value, JsonValue::string(m_text.between(from, m_text.pos()).toString()), {}};
}

LiteralValues::Operand LiteralValues::container(bool isObject)
{
    if (m_depth >= literalDepthLimit) {
        m_text.refuse(tr("Arrays and objects are nested deeper than %1").arg(literalDepthLimit));
        return {};
    }
    ++m_depth;
    const QChar close = isObject ? u'}' : u']';
    JsonValue value = isObject ? JsonValue::object() : JsonValue::array();
    m_text.skip();
    for (bool ends = false; !ends;) {
        m_text.skipBlanks();
        if (m_text.at() == close) {
            m_text.skip();
            break;
        }
        if (m_text.at() == u',') {
            m_text.note(tr("Commas too many were left out"));
            m_text.skip();
            continue;
        }
        const bool good = skipEllipsis() || (isObject ? readMember(value) : readItem(value));
        if (!good || !afterEntry(close, ends))
            return {};
    }
    --m_depth;
    return {Kind::Value, std::move(value), {}};
}

/// Passes the comma behind an entry, or the end of its container.
bool LiteralValues::afterEntry(QChar close, bool& ends)
{
    const bool newLine = m_text.skipBlanks();
    if (m_text.at() == close) {
        m_text.skip();
        ends = true;
        return true;
    }
    if (m_text.at() == u',') {
        m_text.skip();
        m_text.skipBlanks();
        if (m_text.at() == close)
            m_text.note(tr("Commas before a closing bracket were left out"));
        return true;
    }
    if (!newLine || m_text.atEnd())
        return m_text.refuse(tr("A comma or %1 is missing").arg(close));
    m_text.note(tr("Missing commas were added"));
    return true;
}

bool LiteralValues::skipEllipsis()
{
    const bool dots = m_text.startsWith(u"...");
    if (!dots && m_text.at() != u'\u2026')
        return false;
    m_text.note(tr("… was left out: it stands for something that the text does not show"));
    m_text.skip(dots ? 3 : 1);
    m_text.takeName(); // what is spread
    return true;
}

std::optional<QString> LiteralValues::readKey()
{
    if (m_text.atQuote())
        return m_text.takeString();
    const qsizetype from = m_text.pos();
    while (m_text.at().isLetterOrNumber() || m_text.at() == u'_' || m_text.at() == u'$' ||
           m_text.at() == u'-')
        m_text.skip();
    if (m_text.pos() == from) {
        m_text.refuse(tr("A member's name is missing"));
        return std::nullopt;
    }
    m_text.note(tr("Keys got their quotes"));
    return m_text.between(from, m_text.pos()).toString();
}

bool LiteralValues::readMember(JsonValue& object)
{
    const auto key = readKey();
    if (!key)
        return false;
    m_text.skipBlanks();
    if (m_text.startsWith(u"=>")) {
        m_text.note(tr("=> became a colon"));
        m_text.skip(2);
    } else if (m_text.at() == u':') {
        m_text.skip();
    } else {
        return m_text.refuse(tr("A colon is missing after the member's name"));
    }
    const auto value = read(*key);
    if (value)
        object.append(*key, *value);
    return !m_text.problem();
}

bool LiteralValues::readItem(JsonValue& array)
{
    const auto value = read();
    if (m_text.problem())
        return false;
    if (!value)
        m_text.note(tr("undefined became null in an array"));
    array.append(value.value_or(JsonValue()));
    return true;
}

} // namespace hookworks

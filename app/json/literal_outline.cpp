// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/literal_outline.h"

#include "domain/words.h"
#include "json/path.h"

#include <QRegularExpression>

namespace hookworks {

namespace {

/// How far to the right a member stands, and behind which sign.
struct Level
{
    int indent = 0;
    QChar bullet; ///< null: none
    bool operator==(const Level&) const = default;
};

struct OpenMember
{
    Level level;
    JsonPath path;
    bool mayHold = false; ///< it has no value of its own
};

/// Blanks, a sign, a name and a colon; what follows is a value, or nothing. Without a sign, the value must
/// look like one: a sentence may have a colon, too.
const QRegularExpression& memberLine()
{
    static const QRegularExpression line(
        QStringLiteral(
            R"re(^([\h\x{200B}-\x{200D}\x{FEFF}]*)(?:([•◦▪▫‣⁃○●■□·*–-])\s*)?)re"
            R"re((?:"[^"\n]{1,200}"|'[^'\n]{1,200}'|[A-Za-z_$][\w$-]{0,199})\h*:)re"
            R"re((?:[\h\x{200B}-\x{200D}]*(?:$|["'`“‘{\[\d<+-]|(?:undefined|null|true|false)\b)|(?(2)\h|(?!))))re"),
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption);
    return line;
}

int indentOf(QStringView blanks)
{
    int indent = 0;
    for (const QChar c : blanks)
        indent += c == u'\t' ? 4 : c.isSpace() ? 1 : 0;
    return indent;
}

/// The members above which the next one stands: those that are further left, or behind another sign.
void closeTo(QList<OpenMember>& open, const Level& level)
{
    const auto same = std::ranges::find(open, level, &OpenMember::level);
    if (same != open.end()) {
        open.erase(same, open.end());
        return;
    }
    while (!open.isEmpty() && (open.last().level.indent > level.indent ||
                               (open.last().level.indent == level.indent && !open.last().mayHold)))
        open.removeLast();
}

/// A word without quotes, up to the end of its line.
JsonValue bareText(LiteralText& text)
{
    const qsizetype from = text.pos();
    const QString words = text.between(from, text.endOfLine()).trimmed().toString();
    text.setPos(text.endOfLine());
    text.note(tr("Texts got their quotes"));
    return JsonValue::string(words);
}

/// The value behind a colon. nullopt: none stands in the line (or it is undefined: then `isThere`).
std::optional<JsonValue> valueInLine(LiteralText& text, LiteralValues& values, const QString& key,
                                     bool& isThere)
{
    text.skipBlanksInLine();
    isThere = !text.atEnd() && text.at() != u'\n';
    if (!isThere)
        return std::nullopt;
    static const QRegularExpression literal(
        QStringLiteral(R"re(^(["'`“‘{\[\d<+-]|(undefined|null|true|false|True|False|None)\b))re"));
    const QString rest = text.between(text.pos(), text.endOfLine()).toString();
    if (!literal.match(rest).hasMatch())
        return bareText(text);
    const auto value = values.read(key);
    text.skipBlanksInLine();
    if (text.at() == u',') {
        text.skip();
        text.skipBlanksInLine();
    }
    return value;
}

bool readLine(LiteralText& text, LiteralValues& values, JsonValue& root, QList<OpenMember>& open,
              const Level& level)
{
    const auto key = values.readKey();
    if (!key)
        return false;
    text.skipBlanksInLine();
    text.skip(); // the colon
    closeTo(open, level);
    const JsonPath path = (open.isEmpty() ? JsonPath() : open.last().path).child(*key);
    bool isThere = false;
    const auto value = valueInLine(text, values, *key, isThere);
    if (text.problem())
        return false;
    if (JsonValue* parent =
            open.isEmpty() ? &root : const_cast<JsonValue*>(valueAt(root, open.last().path))) {
        if (parent->isNull())
            *parent = JsonValue::object();
        if (value || !isThere)
            parent->append(*key, value.value_or(JsonValue()));
    }
    open.append({level, path, !isThere});
    return true;
}

} // namespace

qsizetype startOfOutline(const QString& text, qsizetype limit)
{
    const auto match = memberLine().match(text);
    const qsizetype start = match.hasMatch() ? match.capturedStart() : -1;
    return limit >= 0 && start > limit ? -1 : start;
}

std::optional<JsonValue> readOutline(LiteralText& text, LiteralValues& values)
{
    text.note(tr("The list of members became an object"));
    JsonValue root = JsonValue::object();
    QList<OpenMember> open;
    while (!text.atEnd()) {
        const qsizetype start = text.pos();
        const QString line = text.between(start, text.endOfLine()).toString();
        if (line.trimmed().isEmpty()) {
            text.setPos(std::min(text.endOfLine() + 1, start + line.size() + 1));
            continue;
        }
        const auto match = memberLine().match(line);
        if (!match.hasMatch()) {
            text.setPos(start);
            break;
        }
        const Level level{indentOf(match.capturedView(1)),
                          match.captured(2).isEmpty() ? QChar() : match.captured(2).front()};
        text.setPos(start + match.capturedEnd(1));
        if (!level.bullet.isNull()) {
            text.skip();
            text.skipBlanksInLine();
        }
        if (!readLine(text, values, root, open, level))
            return std::nullopt;
        text.skipBlanksInLine();
        if (text.at() == u'\n')
            text.skip();
        else if (!text.atEnd() && !text.refuse(tr("The line has more than a name and its value")))
            return std::nullopt;
    }
    return root;
}

} // namespace hookworks

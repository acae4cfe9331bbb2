// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/literal_reader.h"

#include "domain/readable_text.h"
#include "json/literal_outline.h"
#include "json/literal_values.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

namespace hookworks {

namespace {

constexpr qsizetype longestQuote = 60;

QString quoted(QStringView text)
{
    return shortened(text.toString().simplified(), longestQuote);
}

tl::unexpected<JsonProblem> unread(const QString& words)
{
    return tl::unexpected(JsonProblem{TextPosition(), words});
}

/// Where the value begins, at a line's start or behind `const x =`; −1: nowhere.
qsizetype startOfBraces(const QString& text)
{
    static const QRegularExpression start(
        QStringLiteral(
            R"(^[^\S\n]*(?:(?:export\s+default|return|(?:const|let|var)\s+[\w$]+(?:\s*:\s*[\w<>.]+)?\s*=|[\w$.]+\s*=)\s*\(?\s*|\(\s*)?([{\[]))"),
        QRegularExpression::MultilineOption);
    const auto match = start.match(text);
    return match.hasMatch() ? match.capturedStart(1) : -1;
}

void noteAround(LiteralText& text, qsizetype from, qsizetype to, const char* words)
{
    static const QRegularExpression ends(QStringLiteral(R"(^[\s;)`]*$)"));
    const QStringView around = text.between(from, to);
    if (ends.match(around.toString()).hasMatch() && !around.contains(u'`'))
        return;
    text.setPos(from);
    text.note(QCoreApplication::translate("hookworks", words).arg(quoted(around)));
}

} // namespace

tl::expected<LiteralReading, JsonProblem> readLiteral(QByteArrayView bytes, LiteralChoice choice)
{
    if (auto strict = readJson(bytes))
        return LiteralReading{std::move(*strict), {}, false};
    if (bytes.size() > literalBytesLimit)
        return unread(QCoreApplication::translate("hookworks", "The text is longer than %1 MB")
                          .arg(literalBytesLimit / 1'000'000));
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString whole = utf8(bytes);
    if (utf8.hasError())
        return unread(QCoreApplication::translate("hookworks", "This is not UTF-8"));
    whole.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    LiteralText text(whole);
    LiteralValues values(text, choice);
    const qsizetype braces = startOfBraces(whole);
    const qsizetype outline = startOfOutline(whole, braces);
    const qsizetype start = outline >= 0 ? outline : braces;
    if (start < 0) {
        text.refuse(
            QCoreApplication::translate("hookworks", "No object, array or list of members begins here"));
        return tl::unexpected(*text.problem());
    }
    noteAround(text, 0, start, QT_TRANSLATE_NOOP("hookworks", "The text before it was left out: %1"));
    text.setPos(start);
    auto value = outline >= 0 ? readOutline(text, values) : values.read();
    if (!value || text.problem())
        return tl::unexpected(text.problem().value_or(JsonProblem()));
    noteAround(text, text.pos(), whole.size(),
               QT_TRANSLATE_NOOP("hookworks", "The text after it was left out: %1"));
    return LiteralReading{std::move(*value), text.changes(), values.sawChoices()};
}

QString wordsOf(const LiteralChange& change)
{
    return change.count == 1
               ? QCoreApplication::translate("hookworks", "Line %1: %2.").arg(change.line).arg(change.words)
               : QCoreApplication::translate("hookworks", "From line %1: %2 (%3 times).")
                     .arg(change.line)
                     .arg(change.words)
                     .arg(change.count);
}

} // namespace hookworks

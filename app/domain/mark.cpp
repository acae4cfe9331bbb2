// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mark.h"

#include "domain/words.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace hookworks {

namespace {

constexpr std::array<QLatin1String, 6> colourWords{QLatin1String("red"),    QLatin1String("orange"),
                                                   QLatin1String("yellow"), QLatin1String("green"),
                                                   QLatin1String("blue"),   QLatin1String("purple")};

bool mayStandInNote(QChar c)
{
    return c == u'\n' || c == u'\t' || c.category() != QChar::Other_Control;
}

} // namespace

QString toString(MarkColour colour)
{
    return colourWords.at(static_cast<size_t>(colour));
}

std::optional<MarkColour> markColourFromString(QStringView text)
{
    for (const MarkColour colour : markColours()) {
        if (colourWords.at(static_cast<size_t>(colour)) == text)
            return colour;
    }
    return std::nullopt;
}

const QList<MarkColour>& markColours()
{
    static const QList<MarkColour> all{MarkColour::Red,   MarkColour::Orange, MarkColour::Yellow,
                                       MarkColour::Green, MarkColour::Blue,   MarkColour::Purple};
    return all;
}

Result<QString> tidyNote(const QString& note)
{
    QString tidy = note;
    tidy.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    tidy = tidy.trimmed();
    if (tidy.size() > longestNote)
        return fail(ErrorCode::BadInput,
                    tr("A note has at most %1 characters; this one has %2. Shorten it.")
                        .arg(QLocale().toString(longestNote), QLocale().toString(tidy.size())));
    if (!std::ranges::all_of(tidy, mayStandInNote))
        return fail(ErrorCode::BadInput, tr("A note is plain text; take the control characters out of it."));
    return tidy;
}

QString markText(const Mark& mark)
{
    if (mark.isEmpty())
        return {};
    return (mark.colour ? toString(*mark.colour) : QString()) + u'\n' + mark.note;
}

std::optional<Mark> markFromText(const QString& text)
{
    if (text.isEmpty())
        return Mark();
    const qsizetype line = text.indexOf(u'\n');
    if (line < 0)
        return std::nullopt;
    Mark mark{markColourFromString(QStringView(text).first(line)), text.sliced(line + 1)};
    if (line > 0 && !mark.colour)
        return std::nullopt;
    return mark;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/part_brush.h"

#include "ui/paper/paper_parts.h"

#include <algorithm>

namespace hookworks {

QColor PartBrush::colour(const char* variable) const
{
    return theme.colour(QString::fromLatin1(variable), highlighted);
}

QString PartBrush::textOption(QStringView key, QStringView other) const
{
    const QString word = optionText(component, key);
    return word.isEmpty() && !other.isEmpty() ? optionText(component, other) : word;
}

QColor PartBrush::colourOption(QStringView key, QStringView other, const char* otherwise) const
{
    const QColor chosen = theme.colour(textOption(key, other), highlighted);
    return chosen.isValid() ? chosen : colour(otherwise);
}

PaperText PartBrush::text(const QString& words, int size, const QColor& ink, bool bold) const
{
    PaperText made;
    made.text = words;
    made.font = {bold ? theme.headings : theme.paragraphs, size, bold};
    made.colour = ink;
    made.wraps = true;
    return made;
}

double PartBrush::title(QStringView key, double y) const
{
    const QString words = optionText(component, key);
    if (words.isEmpty())
        return y;
    return y + addText(items(), text(words, 13, colour("headline"), true), room.translated(0, y)) +
           2 * marginStep;
}

double PartBrush::caption(double y) const
{
    const QString words = optionText(component, u"caption");
    if (words.isEmpty())
        return y;
    PaperText made = text(words, sizeOption(component, u"text_size", 11),
                          colourOption(u"text_color", u"text_colour", "sub-headline"));
    made.align = Qt::AlignHCenter | Qt::AlignTop;
    return y + marginStep + addText(items(), made, room.translated(0, y + marginStep));
}

int sizeOption(const JsonValue& component, QStringView key, int otherwise)
{
    const QString word = optionText(component, key);
    const int pixels = word.toInt();
    return pixels > 0 ? std::clamp(pixels * 3 / 4, 6, 60) : word.isEmpty() ? otherwise : sizeOfWord(word);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/visible_text.h"

namespace hookworks {

namespace {

bool isHidden(char32_t c)
{
    if (c == U'\n' || c == U'\t')
        return false;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

/// How many units the character at `at` has: 2 for a surrogate pair.
qsizetype unitsAt(QStringView text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 1;
}

char32_t characterAt(QStringView text, qsizetype at)
{
    return unitsAt(text, at) == 2 ? QChar::surrogateToUcs4(text[at], text[at + 1])
                                  : char32_t(text[at].unicode());
}

} // namespace

QString visibleText(const QString& text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype units = unitsAt(text, at);
        const QStringView character = QStringView(text).sliced(at, units);
        if (!isHidden(characterAt(text, at))) {
            shown += character;
        } else {
            for (const QChar unit : character)
                shown += QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
        }
        at += units;
    }
    return shown;
}

} // namespace hookworks

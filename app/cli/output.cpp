// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include <algorithm>

namespace hookworks {

void Output::line(const QString& text) const
{
    m_streams->out(printable(text).toUtf8() + '\n');
}

void Output::summary(const QString& text) const
{
    if (!m_options.quiet)
        m_streams->err(printable(text).toUtf8() + '\n');
}

void Output::note(const QString& text) const
{
    m_streams->err(printable(text).toUtf8() + '\n');
}

void Output::error(const Error& error) const
{
    note(QStringLiteral("hookworks-cli: ") + error.message);
    if (!error.detail.isEmpty())
        note(QStringLiteral("  ") + error.detail);
}

QString printable(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        const bool control = (code < 0x20 && code != u'\t' && code != u'\n') || (code >= 0x7f && code < 0xa0);
        const bool turnsText = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        if (control)
            result += QStringLiteral("\\x%1").arg(int(code), 2, 16, QLatin1Char('0'));
        else if (turnsText)
            result += QStringLiteral("\\u%1").arg(int(code), 4, 16, QLatin1Char('0'));
        else
            result += character;
    }
    return result;
}

void TextTable::print(const Output& output) const
{
    if (isEmpty())
        return;
    QList<qsizetype> widths;
    for (const QStringList& row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths << 0;
            widths[i] = std::max(widths[i], printable(row[i]).size());
        }
    }
    const bool colour = output.look().colour;
    for (qsizetype r = 0; r < m_rows.size(); ++r) {
        QString text;
        for (qsizetype i = 0; i < m_rows[r].size(); ++i) {
            QString cell = printable(m_rows[r][i]);
            cell.replace(QLatin1Char('\n'), QLatin1Char(' '));
            text += i + 1 < m_rows[r].size() ? cell.leftJustified(widths[i] + 2) : cell;
        }
        const QByteArray bytes = text.toUtf8();
        output.raw(r == 0 && colour ? "\x1b[1m" + bytes + "\x1b[0m\n" : bytes + '\n');
    }
}

} // namespace hookworks

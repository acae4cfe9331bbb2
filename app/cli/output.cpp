// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "domain/readable_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

void Output::line(const QString& text) const
{
    m_streams->out(printable(text).toUtf8() + '\n');
}

void Output::coloured(const char* colour, const QString& text) const
{
    const QByteArray bytes = printable(text).toUtf8();
    m_streams->out(look().colour ? QByteArray("\x1b[") + colour + 'm' + bytes + "\x1b[0m\n" : bytes + '\n');
}

void Output::object(const QByteArray& json) const
{
    m_streams->out(printableJson(json) + '\n');
}

void Output::raw(const QByteArray& bytes) const
{
    if (!look().terminal)
        return m_streams->out(bytes);
    const QByteArray shown =
        printable(QString::fromUtf8(bytes).replace(QLatin1String("\r\n"), QLatin1String("\n"))).toUtf8();
    m_streams->out(shown);
    if (shown != bytes)
        note(QCoreApplication::translate(
            "hookworks",
            "Control characters are shown for the terminal's sake; a file or a pipe gets the exact bytes."));
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

namespace {

bool isControl(char16_t code)
{
    return (code < 0x20 && code != u'\t' && code != u'\n') || (code >= 0x7f && code < 0xa0);
}

/// Those that make text run the other way.
bool turnsText(char16_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

} // namespace

QByteArray printableJson(const QByteArray& json)
{
    const bool plain = !json.contains('\x7f') && !json.contains('\xc2') && !json.contains("\xe2\x80") &&
                       !json.contains("\xe2\x81");
    if (plain)
        return json;
    QString result;
    for (const QChar character : QString::fromUtf8(json)) {
        const char16_t code = character.unicode();
        if (isControl(code) || turnsText(code))
            result += QStringLiteral("\\u%1").arg(int(code), 4, 16, QLatin1Char('0'));
        else
            result += character;
    }
    return result.toUtf8();
}

QString printable(const QString& text)
{
    const auto isPlain = [](QChar character) {
        return !isControl(character.unicode()) && !turnsText(character.unicode());
    };
    if (std::ranges::all_of(text, isPlain))
        return text;
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        if (isControl(code))
            result += QStringLiteral("\\x%1").arg(int(code), 2, 16, QLatin1Char('0'));
        else if (turnsText(code))
            result += QStringLiteral("\\u%1").arg(int(code), 4, 16, QLatin1Char('0'));
        else
            result += character;
    }
    return result;
}

QStringList TextTable::cellsOf(const QStringList& row) const
{
    constexpr qsizetype widest = 100;
    QStringList cells;
    for (const QString& text : row) {
        QString cell = printable(text);
        cell.replace(QLatin1Char('\n'), QLatin1Char(' '));
        cells << (cells.size() + 1 < row.size() ? shortened(cell, widest) : cell);
    }
    return cells;
}

void TextTable::print(const Output& output) const
{
    if (isEmpty())
        return;
    QList<QStringList> rows;
    QList<qsizetype> widths;
    for (const QStringList& row : m_rows) {
        rows << cellsOf(row);
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths << 0;
            widths[i] = std::max(widths[i], rows.last()[i].size());
        }
    }
    for (qsizetype r = 0; r < rows.size(); ++r) {
        QString text;
        for (qsizetype i = 0; i < rows[r].size(); ++i)
            text += i + 1 < rows[r].size() ? rows[r][i].leftJustified(widths[i] + 2) : rows[r][i];
        if (r == 0)
            output.coloured("1", text);
        else
            output.line(text);
    }
}

} // namespace hookworks

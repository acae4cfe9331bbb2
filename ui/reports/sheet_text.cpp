// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/sheet_text.h"

#include "json/path.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype mostPastedCells = 200'000;
constexpr int mostTried = 10'000;

/// Without what groups digits; a lone comma is the decimal one unless three digits follow it.
QString digitsOnly(QString text)
{
    static const QRegularExpression adornment(QStringLiteral("[\\p{Sc}%\\s'\\x{00a0}\\x{2019}\\x{202f}]"));
    text.remove(adornment).replace(QChar(0x2212), u'-');
    if (text.startsWith(u'+'))
        text.remove(0, 1);
    const qsizetype comma = text.lastIndexOf(u',');
    const qsizetype point = text.lastIndexOf(u'.');
    const bool decimal =
        comma >= 0 && (point >= 0 ? comma > point : text.count(u',') == 1 && text.size() - comma != 4);
    if (decimal)
        return text.remove(u'.').replace(u',', u'.');
    return text.remove(u',');
}

/// A date, with or without its time, as charts of time have them.
std::optional<QString> nextTime(const QString& before, const QString& last)
{
    for (const QString& format :
         {QStringLiteral("yyyy-MM-dd HH:mm:ss"), QStringLiteral("yyyy-MM-ddTHH:mm:ss"),
          QStringLiteral("yyyy-MM-dd HH:mm"), QStringLiteral("yyyy-MM-dd")}) {
        const QDateTime end = QDateTime::fromString(last, format);
        if (!end.isValid())
            continue;
        const QDateTime start = QDateTime::fromString(before, format);
        const qint64 day = 24 * 60 * 60;
        const qint64 gap = start.isValid() && start < end ? start.secsTo(end) : day;
        // Whole days, so that a change of the clocks moves nothing.
        return (gap % day == 0 ? end.addDays(gap / day) : end.addSecs(gap)).toString(format);
    }
    return std::nullopt;
}

/// `Q3` → `Q4`, `9` → `10`, `B` → `C`, `North` → `North 2`.
QString counted(const QString& name, int by)
{
    static const QRegularExpression number(QStringLiteral("([0-9]{1,9})$"));
    const QRegularExpressionMatch found = number.match(name);
    if (found.hasMatch())
        return name.first(found.capturedStart()) + QString::number(found.captured().toInt() + by);
    if (name.size() == 1 && name[0].isUpper() && name[0].unicode() + by <= u'Z')
        return QString(QChar(name[0].unicode() + by));
    return name.isEmpty() ? QString::number(by) : name + u' ' + QString::number(by + 1);
}

} // namespace

QString cellText(const JsonValue* value)
{
    if (!value || value->isNull())
        return {};
    if (value->isObject()) {
        for (const QStringView key : {QStringView(u"content"), QStringView(u"data"), QStringView(u"name")}) {
            if (const JsonValue* content = value->find(key))
                return cellText(content);
        }
    }
    if (value->isArray() && std::ranges::all_of(value->items, &JsonValue::isNumber)) {
        QStringList numbers;
        for (const JsonValue& number : value->items)
            numbers << number.text;
        return numbers.join(u' ');
    }
    return leafText(*value);
}

std::optional<JsonValue> numberIn(const QString& text)
{
    for (const QString& digits : {text.trimmed(), digitsOnly(text)}) {
        const auto read = readJson(digits.toUtf8());
        if (read && read->isNumber())
            return *read;
    }
    return std::nullopt;
}

QList<QStringList> pastedCells(const QString& lines)
{
    QList<QStringList> rows;
    QString cell;
    bool quoted = false;
    qsizetype cells = 0;
    const auto endCell = [&] {
        if (rows.isEmpty())
            rows.append(QStringList());
        rows.last() << std::exchange(cell, {});
        ++cells;
    };
    for (qsizetype i = 0; i < lines.size() && cells < mostPastedCells; ++i) {
        const QChar c = lines[i];
        if (c == u'"' && quoted && lines.mid(i + 1, 1) == u"\"")
            cell += lines[++i];
        else if (c == u'"' && (quoted || (cell.isEmpty() && lines.indexOf(u'"', i + 1) > i)))
            quoted = !quoted;
        else if (c == u'\t' && !quoted)
            endCell();
        else if (c == u'\n' && !quoted) {
            endCell();
            rows.append(QStringList());
        } else if (c != u'\r')
            cell += c;
    }
    endCell();
    if (rows.last() == QStringList(QString())) // the last line's end
        rows.removeLast();
    return rows;
}

QString cellsAsLines(const QList<QStringList>& cells)
{
    QString lines;
    for (const QStringList& row : cells) {
        QStringList words;
        for (QString word : row) {
            if (word.contains(u'\n') || word.contains(u'\t') || word.startsWith(u'"'))
                word = u'"' + word.replace(u'"', QStringLiteral("\"\"")) + u'"';
            words << word;
        }
        lines += words.join(u'\t') + u'\n';
    }
    return lines;
}

QString nextName(const QStringList& names)
{
    if (names.isEmpty())
        return QStringLiteral("A");
    if (const auto time = nextTime(names.value(names.size() - 2), names.last());
        time && !names.contains(*time))
        return *time;
    int by = 1;
    while (by < mostTried && names.contains(counted(names.last(), by)))
        ++by;
    return counted(names.last(), by);
}

} // namespace hookworks

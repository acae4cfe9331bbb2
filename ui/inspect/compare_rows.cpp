// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/compare_rows.h"

#include "domain/visible_text.h"
#include "ui/widgets/text_views.h"

namespace hookworks {

namespace {

using Section = Comparison::Section;
using Kind = DifferenceLine::Kind;

constexpr qsizetype rowBytes = 16;
constexpr qsizetype longestShown = 2000;

QString sectionWords(Section section)
{
    switch (section) {
    case Section::Request:
        return CompareRows::tr("Request");
    case Section::Body:
        return CompareRows::tr("Body");
    case Section::Headers:
        return CompareRows::tr("Headers");
    case Section::Answer:
        break;
    }
    return CompareRows::tr("Answer");
}

QString headingWords(const Comparison& comparison, Section section)
{
    const int count = comparison.differencesIn(section);
    QString words = count == 0   ? CompareRows::tr("no difference")
                    : count == 1 ? CompareRows::tr("1 difference")
                                 : CompareRows::tr("%1 differences").arg(count);
    if (section == Section::Headers)
        words += comparison.sameOrder ? CompareRows::tr("; order is the same")
                                      : CompareRows::tr("; another order");
    if (section == Section::Body && comparison.cut)
        words += CompareRows::tr("; not all fields are listed");
    return words;
}

/// `headers.Content-Type` stands under a heading: without its first word.
QString shortPlace(const QString& place)
{
    return place.startsWith(u'$') ? place : place.section(u'.', -1);
}

QString hexOf(QByteArrayView bytes)
{
    QString text;
    for (const char byte : bytes)
        text += byte >= 0x20 && byte < 0x7f ? QChar(QLatin1Char(byte)) : QChar(u'·');
    return QString::fromLatin1(bytes.toByteArray().toHex(' ')).leftJustified(3 * rowBytes - 1) +
           QStringLiteral("  ") + text;
}

QByteArrayView part(const QByteArray& bytes, qsizetype from)
{
    return from >= bytes.size() ? QByteArrayView()
                                : QByteArrayView(bytes).sliced(from, std::min(rowBytes, bytes.size() - from));
}

QString markOf(const CompareRow& row)
{
    if (row.isHeading || row.kind == Kind::Same)
        return {};
    if (row.ignored)
        return QStringLiteral("~");
    return row.kind == Kind::Added     ? QStringLiteral("+")
           : row.kind == Kind::Removed ? QStringLiteral("−")
                                       : QStringLiteral("≠");
}

} // namespace

CompareRows::CompareRows(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CompareRows::show(const Comparison& comparison, By by, bool onlyDifferences)
{
    beginResetModel();
    m_rows.clear();
    m_byBytes = by == By::Bytes;
    m_leftName = comparison.left.id;
    m_rightName = comparison.right.id;
    m_left = comparison.left.wire.request.head + comparison.left.wire.request.body;
    m_right = comparison.right.wire.request.head + comparison.right.wire.request.body;
    if (by == By::Fields)
        addFields(comparison, onlyDifferences);
    else if (by == By::Text)
        addText(comparison, onlyDifferences);
    endResetModel();
}

void CompareRows::addFields(const Comparison& comparison, bool onlyDifferences)
{
    for (const Section section : {Section::Request, Section::Body, Section::Headers, Section::Answer}) {
        QList<CompareRow> rows;
        for (const Comparison::Line& line : comparison.lines) {
            const bool counts = line.fields.kind != Kind::Same && !line.ignored;
            if (line.section == section && (counts || !onlyDifferences))
                rows << CompareRow{shortPlace(line.fields.place), line.fields.left, line.fields.right,
                                   line.fields.kind, line.ignored};
        }
        if (rows.isEmpty())
            continue;
        CompareRow heading;
        heading.place = sectionWords(section);
        heading.left = headingWords(comparison, section);
        heading.isHeading = true;
        m_rows << heading << rows;
    }
}

void CompareRows::addText(const Comparison& comparison, bool onlyDifferences)
{
    for (const DifferenceLine& line : comparison.text) {
        if (line.kind != Kind::Same || !onlyDifferences)
            m_rows << CompareRow{{}, line.left, line.right, line.kind};
    }
}

CompareRow CompareRows::bytesRow(int index) const
{
    const qsizetype from = index * rowBytes;
    const QByteArrayView left = part(m_left, from);
    const QByteArrayView right = part(m_right, from);
    const Kind kind = left == right     ? Kind::Same
                      : left.isEmpty()  ? Kind::Added
                      : right.isEmpty() ? Kind::Removed
                                        : Kind::Changed;
    return {QStringLiteral("%1").arg(from, 8, 16, QLatin1Char('0')), left.isEmpty() ? QString() : hexOf(left),
            right.isEmpty() ? QString() : hexOf(right), kind};
}

CompareRow CompareRows::row(int index) const
{
    return m_byBytes ? bytesRow(index) : m_rows.value(index);
}

int CompareRows::nextDifference(int from) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int index = (from + step) % count;
        if (row(index).counts())
            return index;
    }
    return -1;
}

int CompareRows::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    const qsizetype bytes = (std::max(m_left.size(), m_right.size()) + rowBytes - 1) / rowBytes;
    return static_cast<int>(m_byBytes ? bytes : m_rows.size());
}

int CompareRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompareRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const CompareRow row = this->row(index.row());
    QString text;
    switch (index.column()) {
    case Place:
        text = row.place;
        break;
    case Left:
        text = row.left;
        break;
    case Mark:
        return role == Qt::DisplayRole ? QVariant(markOf(row)) : QVariant();
    default:
        text = row.right;
    }
    text = visibleText(text.left(longestShown));
    return role == Qt::ToolTipRole ? plainToolTip(text) : text;
}

QVariant CompareRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Left ? m_leftName : section == Right ? m_rightName : QString();
}

} // namespace hookworks

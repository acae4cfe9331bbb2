// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/hex_view.h"

#include "query/text_match.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int mostColumns = 16, fewestColumns = 8;
constexpr int offsetLetters = 8;

QString letterOf(char byte)
{
    return byte >= 0x20 && byte < 0x7f ? QString(QLatin1Char(byte)) : QStringLiteral("·");
}

} // namespace

HexView::HexView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Body in hex"));
    setFont(fontOf(Face::Code));
    viewport()->setCursor(Qt::IBeamCursor);
}

void HexView::setBytes(const QByteArray& bytes)
{
    if (bytes == m_bytes)
        return;
    m_bytes = bytes;
    m_anchor = 0;
    m_cursor = -1;
    setRange();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

int HexView::letterWidth() const
{
    return std::max(1, fontMetrics().horizontalAdvance(u'0'));
}

int HexView::rowHeight() const
{
    return std::max(fontMetrics().height(), lineHeight(Face::Code));
}

/// A gap after eight bytes.
int HexView::hexLeft(int column) const
{
    const int letters = offsetLetters + 2 + column * 3 + (column >= m_columns / 2 ? 1 : 0);
    return space::wide + letters * letterWidth() - horizontalScrollBar()->value();
}

int HexView::textLeft(int column) const
{
    return hexLeft(m_columns) + (1 + column) * letterWidth();
}

/// Eight bytes in a row where sixteen would be cut; the first byte that is seen stays the first.
void HexView::fitColumns()
{
    const qint64 first = qint64(verticalScrollBar()->value()) * m_columns;
    m_columns = mostColumns;
    if (textLeft(m_columns) + horizontalScrollBar()->value() + space::wide > viewport()->width())
        m_columns = fewestColumns;
    setRange();
    verticalScrollBar()->setValue(static_cast<int>(first / m_columns));
}

void HexView::setRange()
{
    const qint64 rows = (m_bytes.size() + m_columns - 1) / m_columns;
    const qint64 seen = std::max(1, viewport()->height() / rowHeight());
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qint64>(0, rows - seen)));
    verticalScrollBar()->setPageStep(static_cast<int>(seen));
    const int wanted = textLeft(m_columns) + horizontalScrollBar()->value() + space::wide;
    horizontalScrollBar()->setRange(0, std::max(0, wanted - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

void HexView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitColumns();
}

void HexView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fontOf(Face::Code));
}

void HexView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), colour(Colour::Surface, palette()));
    painter.setFont(font());
    qint64 row = verticalScrollBar()->value();
    for (int top = 0; top < viewport()->height() && row * m_columns < m_bytes.size(); top += rowHeight())
        paintRow(painter, row++, top);
}

void HexView::paintRow(QPainter& painter, qint64 row, int top) const
{
    const qint64 from = row * m_columns;
    const int baseline = top + fontMetrics().ascent();
    painter.setPen(colour(Colour::Quiet, palette()));
    painter.drawText(space::wide - horizontalScrollBar()->value(), baseline,
                     QStringLiteral("%1").arg(from, offsetLetters, 16, QLatin1Char('0')));
    const qint64 first = std::min(m_anchor, m_cursor);
    const qint64 last = std::max(m_anchor, m_cursor);
    for (int column = 0; column < m_columns && from + column < m_bytes.size(); ++column) {
        const qint64 at = from + column;
        const char byte = m_bytes[static_cast<qsizetype>(at)];
        if (m_cursor >= 0 && at >= first && at <= last) {
            const bool goesOn = at < last && column + 1 < m_columns;
            const int hexEnd = goesOn ? hexLeft(column + 1) : hexLeft(column) + 2 * letterWidth();
            const QColor chosen = colour(Colour::Selection, palette());
            painter.fillRect(hexLeft(column), top, hexEnd - hexLeft(column), rowHeight(), chosen);
            painter.fillRect(textLeft(column), top, letterWidth(), rowHeight(), chosen);
        }
        painter.setPen(colour(Colour::Text, palette()));
        painter.drawText(hexLeft(column), baseline, QString::fromLatin1(QByteArray(1, byte).toHex()));
        painter.setPen(colour(byte >= 0x20 && byte < 0x7f ? Colour::Text : Colour::Quiet, palette()));
        painter.drawText(textLeft(column), baseline, letterOf(byte));
    }
}

/// At either side; -1: beside them.
qint64 HexView::byteAt(const QPoint& place) const
{
    const qint64 row = verticalScrollBar()->value() + place.y() / rowHeight();
    int column = m_columns - 1;
    if (place.x() >= textLeft(0))
        column = (place.x() - textLeft(0)) / letterWidth();
    else
        while (column > 0 && place.x() < hexLeft(column))
            --column;
    const qint64 at = row * m_columns + std::clamp(column, 0, m_columns - 1);
    return m_bytes.isEmpty() ? -1 : std::clamp<qint64>(at, 0, m_bytes.size() - 1);
}

void HexView::showByte(qint64 byte)
{
    const int row = static_cast<int>(byte / m_columns);
    QScrollBar& bar = *verticalScrollBar();
    if (row < bar.value())
        bar.setValue(row);
    else if (row >= bar.value() + bar.pageStep())
        bar.setValue(row - bar.pageStep() + 1);
}

void HexView::moveTo(qint64 byte, bool extend)
{
    if (byte < 0 || m_bytes.isEmpty())
        return;
    m_cursor = std::clamp<qint64>(byte, 0, m_bytes.size() - 1);
    if (!extend)
        m_anchor = m_cursor;
    showByte(m_cursor);
    viewport()->update();
    emit selectionChanged();
}

void HexView::select(qint64 from, qint64 end)
{
    moveTo(end - 1, false);
    moveTo(from, true);
}

QByteArray HexView::selectedBytes() const
{
    if (m_cursor < 0)
        return {};
    const qint64 first = std::min(m_anchor, m_cursor);
    return m_bytes.mid(static_cast<qsizetype>(first),
                       static_cast<qsizetype>(std::max(m_anchor, m_cursor) - first + 1));
}

bool HexView::find(const QString& text, bool forward)
{
    const Needle needle(text.toUtf8(), LetterCase::Ignored);
    const qsizetype from = m_cursor < 0 ? -1 : static_cast<qsizetype>(std::min(m_anchor, m_cursor));
    qsizetype found = -1, last = -1;
    for (qsizetype at = text.isEmpty() ? -1 : needle.in(m_bytes); at >= 0; at = needle.in(m_bytes, at + 1)) {
        last = at;
        const bool fits = forward ? at > from : at < from;
        if (fits && (!forward || found < 0))
            found = at;
    }
    if (found < 0)
        found = forward ? needle.in(m_bytes) : last;
    if (last < 0)
        return false;
    select(found, found + needle.size());
    return true;
}

void HexView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(byteAt(event->position().toPoint()), event->modifiers() & Qt::ShiftModifier);
}

void HexView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(byteAt(event->position().toPoint()), true);
}

void HexView::keyPressEvent(QKeyEvent* event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    static const QHash<int, qint64> steps{
        {Qt::Key_Left, -1}, {Qt::Key_Right, 1}, {Qt::Key_Up, -m_columns}, {Qt::Key_Down, m_columns}};
    const qint64 page = qint64(verticalScrollBar()->pageStep()) * m_columns;
    if (event->key() == Qt::Key_C && event->modifiers() & Qt::ControlModifier)
        QGuiApplication::clipboard()->setText(extend ? QString::fromUtf8(selectedBytes())
                                                     : QString::fromLatin1(selectedBytes().toHex(' ')));
    else if (event->matches(QKeySequence::SelectAll))
        select(0, m_bytes.size());
    else if (steps.contains(event->key()))
        moveTo(std::max<qint64>(0, m_cursor + steps[event->key()]), extend);
    else if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp)
        moveTo(std::max<qint64>(0, m_cursor + (event->key() == Qt::Key_PageDown ? page : -page)), extend);
    else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)
        moveTo(event->key() == Qt::Key_Home ? 0 : m_bytes.size() - 1, extend);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace hookworks

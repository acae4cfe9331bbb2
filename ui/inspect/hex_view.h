// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QByteArray>

namespace hookworks {

/// Bytes in hex beside their letters, sixteen a line; what is selected at one side is selected at the other.
/// Draws only what is seen, so that the size does not matter. Ctrl+C copies the selected bytes in hex, with
/// Shift their text.
class HexView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit HexView(QWidget* parent = nullptr);

    void setBytes(const QByteArray& bytes);
    /// From `from` up to, not with, `end`; shows its start.
    void select(qint64 from, qint64 end);
    QByteArray selectedBytes() const;
    /// Selects the next place of these bytes, as text in any case of ASCII letters, around the end.
    bool find(const QString& text, bool forward);
    void restartFind() { m_cursor = -1; }

signals:
    void selectionChanged();

private:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    int letterWidth() const;
    int rowHeight() const;
    int hexLeft(int column) const;
    int textLeft(int column) const;
    qint64 byteAt(const QPoint& place) const;
    void paintRow(QPainter& painter, qint64 row, int top) const;
    void fitColumns();
    void setRange();
    void showByte(qint64 byte);
    void moveTo(qint64 byte, bool extend);

    QByteArray m_bytes;
    int m_columns = 16;                 ///< bytes in a row
    qint64 m_anchor = 0, m_cursor = -1; ///< both within the selection; cursor -1: none
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace hookworks {

class ElidedLabel;

/// The line over a pane, 32 high: its heading, and quiet words at the right.
class PaneHead final : public QWidget
{
    Q_OBJECT
public:
    enum class Line
    {
        Below,
        Both ///< above too
    };

    explicit PaneHead(const QString& heading, Line line = Line::Below, QWidget* parent = nullptr);
    void setHeading(const QString& heading);
    void setNote(const QString& note);

private:
    void paintEvent(QPaintEvent* event) override;

    ElidedLabel *m_heading, *m_note;
    Line m_line;
};

} // namespace hookworks

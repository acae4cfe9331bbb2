// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QButtonGroup;

namespace hookworks {

/// Up to six exclusive choices side by side; above that take a combo box. One of them is always chosen. Tab
/// goes to the chosen one, the arrow keys choose. A screen reader hears radio buttons.
class SegmentedControl final : public QWidget
{
    Q_OBJECT
public:
    enum class Height
    {
        Control, ///< 28
        SubBar   ///< 24, in a pane's sub-bar
    };

    explicit SegmentedControl(const QString& name, Height height = Height::Control,
                              QWidget* parent = nullptr);

    /// The first one is chosen. Returns its index.
    int addSegment(const QString& text);
    /// A number behind the text; none: no number. `alert`: it stands for problems.
    void setCount(int index, std::optional<int> count, bool alert = false);
    void setSegmentEnabled(int index, bool enabled);
    /// Does not signal.
    void setCurrent(int index);
    int current() const;
    int count() const;

signals:
    /// By the mouse or a key, never by setCurrent().
    void chosen(int index);

private:
    void keyPressEvent(QKeyEvent* event) override;
    void step(int by);
    void markEnds();

    QButtonGroup* m_buttons;
    Height m_height;
};

} // namespace hookworks

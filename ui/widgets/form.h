// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace hookworks {

class ProblemLabel;

/// Labels beside fields, lined up, or above them where there is too little room for that; a quiet line of
/// help and a problem under each. Grows downwards only.
class Form final : public QWidget
{
    Q_OBJECT
public:
    explicit Form(QWidget* parent = nullptr);

    /// The label is the field's buddy and accessible name. Returns the line for the field's problems.
    ProblemLabel* addRow(const QString& label, QWidget* field, const QString& help = {});
    /// Under the fields, without a label of its own, as a check box has it. Returns the line for its
    /// problems.
    ProblemLabel* addUnlabelled(QWidget* field, const QString& help = {});
    /// Across both columns.
    void addWide(QWidget* widget);
    void addHeading(const QString& text);
    /// A line across, then a heading.
    void addSection(const QString& heading);
    /// With its label, help and problem. `field` as it was given to addRow().
    void setRowVisible(const QWidget* field, bool visible);
    bool isRowVisible(const QWidget* field) const;
    /// The least width of the labels, so that forms above each other line up.
    void setLabelWidth(int pixels);
    /// Removes all rows and their widgets.
    void clear();

    QSize minimumSizeHint() const override;

private:
    /// Without a label the cell goes across.
    struct Row
    {
        QLabel* label = nullptr;
        QWidget* cell = nullptr;
    };

    void resizeEvent(QResizeEvent* event) override;
    void add(const Row& row);
    void place(const Row& row, int line);
    int widthBeside() const;

    QGridLayout* m_grid;
    QList<Row> m_lines; ///< from top to bottom
    QHash<const QWidget*, Row> m_rows;
    bool m_above = false; ///< the labels stand above the fields
};

/// Lets what is larger than its place be scrolled to: a form, a list of lines. Takes `content`.
QScrollArea* scrolling(QWidget* content);

/// A field and what belongs to it below, as one; the focus goes to the field. Takes both.
QWidget* stackedUp(QWidget* field, QWidget* below);

/// A line of help or a caption: smaller and quieter than what it belongs to; plain text, wrapped.
QLabel* quietLabel(const QString& text);

} // namespace hookworks

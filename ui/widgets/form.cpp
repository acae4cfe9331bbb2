// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form.h"

#include "ui/widgets/problem_label.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QLabel>
#include <QLayoutItem>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

/// Between two sections.
class SectionLine final : public QWidget
{
public:
    SectionLine() { setFixedHeight(shape::line); }

private:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).fillRect(rect(), colour(Colour::Line, palette()));
    }
};

int widestLabel()
{
    return sized(Size::FormLabel) * 5 / 4;
}

/// Beside its field a long label wraps; above it there is room.
void fitLabel(QLabel& label, bool above)
{
    label.setWordWrap(false);
    label.setMinimumWidth(0);
    label.setMaximumWidth(QWIDGETSIZE_MAX);
    if (above || label.sizeHint().width() <= widestLabel())
        return;
    label.setWordWrap(true);
    label.setFixedWidth(widestLabel());
}

} // namespace

QLabel* quietLabel(const QString& text)
{
    return new TextLabel(text, Face::Caption, Colour::Quiet);
}

QScrollArea* scrolling(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    content->setBackgroundRole(QPalette::Base);
    area->setWidget(content);
    return area;
}

QWidget* stackedUp(QWidget* field, QWidget* below)
{
    auto* both = new QWidget;
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    field->setMinimumHeight(std::max(field->minimumHeight(), sized(Size::Control)));
    column->addWidget(field);
    column->addWidget(below);
    both->setFocusProxy(field);
    return both;
}

Form::Form(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::wide);
    m_grid->setColumnMinimumWidth(0, sized(Size::FormLabel) - space::wide);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
}

ProblemLabel* Form::addRow(const QString& label, QWidget* field, const QString& help)
{
    auto* text = new QLabel(label);
    text->setBuddy(field);
    text->setMinimumHeight(sized(Size::Control)); // on the line of the field's first text
    text->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    QString name = label;
    name.remove(u'&').remove(u':');
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(name);
    auto* cell = new QWidget;
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, space::normal);
    column->setSpacing(space::tight);
    if (field->sizeHint().height() < sized(Size::Control))
        field->setMinimumHeight(sized(Size::Control));
    column->addWidget(field);
    auto* problem = new ProblemLabel(cell);
    column->addWidget(problem);
    if (!help.isEmpty())
        column->addWidget(quietLabel(help));
    m_rows.insert(field, {text, cell});
    add({text, cell});
    return problem;
}

ProblemLabel* Form::addUnlabelled(QWidget* field, const QString& help)
{
    return addRow({}, field, help);
}

void Form::setLabelWidth(int pixels)
{
    m_grid->setColumnMinimumWidth(0, pixels);
}

void Form::addWide(QWidget* widget)
{
    add({nullptr, widget});
}

void Form::add(const Row& row)
{
    place(row, static_cast<int>(m_lines.size()));
    m_lines << row;
}

/// Each line takes two rows of the grid, for the label and the field.
void Form::place(const Row& row, int line)
{
    if (row.label)
        fitLabel(*row.label, m_above);
    if (row.label && !m_above) {
        m_grid->addWidget(row.label, 2 * line, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(row.cell, 2 * line, 1);
        return;
    }
    if (row.label)
        m_grid->addWidget(row.label, 2 * line, 0, 1, 2, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(row.cell, 2 * line + 1, 0, 1, 2);
}

/// What labels and fields need beside each other.
int Form::widthBeside() const
{
    int labels = m_grid->columnMinimumWidth(0), fields = 0, across = 0;
    for (const Row& row : m_lines) {
        if (row.cell->isHidden())
            continue;
        const int least = std::max(row.cell->minimumWidth(), row.cell->minimumSizeHint().width());
        (row.label ? fields : across) = std::max(row.label ? fields : across, least);
        if (row.label)
            labels = std::max(labels, std::min(row.label->sizeHint().width(), widestLabel()));
    }
    return std::max(labels + m_grid->horizontalSpacing() + fields, across);
}

QSize Form::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    int width = 0;
    for (const Row& row : m_lines) {
        if (!row.cell->isHidden())
            width = std::max({width, row.cell->minimumWidth(), row.cell->minimumSizeHint().width()});
    }
    least.setWidth(std::min(least.width(), width));
    return least;
}

void Form::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool above = width() < widthBeside();
    if (above == m_above)
        return;
    m_above = above;
    for (const Row& row : std::as_const(m_lines)) {
        if (row.label)
            m_grid->removeWidget(row.label);
        m_grid->removeWidget(row.cell);
    }
    for (int line = 0; line < m_lines.size(); ++line)
        place(m_lines[line], line);
}

void Form::addHeading(const QString& text)
{
    auto* heading = new TextLabel(text, Face::Strong);
    heading->setContentsMargins(0, m_grid->count() > 0 ? space::wide : 0, 0, space::normal);
    addWide(heading);
}

void Form::addSection(const QString& heading)
{
    auto* gap = new QWidget;
    auto* column = new QVBoxLayout(gap);
    column->setContentsMargins(0, space::tight, 0, 0);
    column->addWidget(new SectionLine);
    addWide(gap);
    addHeading(heading);
}

void Form::setRowVisible(const QWidget* field, bool visible)
{
    const Row row = m_rows.value(field);
    for (QWidget* part : std::initializer_list<QWidget*>{row.label, row.cell}) {
        if (part)
            part->setVisible(visible);
    }
}

bool Form::isRowVisible(const QWidget* field) const
{
    const Row row = m_rows.value(field);
    return row.cell && !row.cell->isHidden();
}

void Form::clear()
{
    m_rows.clear();
    m_lines.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace hookworks

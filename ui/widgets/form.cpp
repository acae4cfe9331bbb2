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
    const int row = m_grid->rowCount();
    auto* text = new QLabel(label);
    text->setBuddy(field);
    text->setMinimumHeight(sized(Size::Control)); // on the line of the field's first text
    text->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    if (const int widest = sized(Size::FormLabel) * 5 / 4; text->sizeHint().width() > widest) {
        text->setWordWrap(true);
        text->setFixedWidth(widest);
    }
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
    m_grid->addWidget(text, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(cell, row, 1);
    m_rows.insert(field, {text, cell});
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
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
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
    for (QWidget* part : {row.label, row.cell}) {
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
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form.h"

#include "ui/widgets/problem_label.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLayoutItem>
#include <QVBoxLayout>

namespace hookworks {

namespace {

/// Follows the theme and the font by itself, where a palette or a font set once would not.
class QuietLabel final : public QLabel
{
public:
    explicit QuietLabel(const QString& text)
        : QLabel(text)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setForegroundRole(QPalette::PlaceholderText);
        setFont(captionFont(font()));
    }
};

} // namespace

QLabel* quietLabel(const QString& text)
{
    return new QuietLabel(text);
}

Form::Form(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
}

ProblemLabel* Form::addRow(const QString& label, QWidget* field, const QString& help)
{
    const int row = m_grid->rowCount();
    auto* text = new QLabel(label);
    text->setBuddy(field);
    text->setContentsMargins(0, 4, 0, 0);
    QString name = label;
    name.remove(u'&').remove(u':');
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(name);
    auto* cell = new QWidget;
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(3);
    column->addWidget(field);
    auto* problem = new ProblemLabel(cell);
    column->addWidget(problem);
    if (!help.isEmpty())
        column->addWidget(quietLabel(help));
    m_grid->addWidget(text, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_grid->addWidget(cell, row, 1);
    return problem;
}

void Form::addWide(QWidget* widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

void Form::addHeading(const QString& text)
{
    auto* heading = new QLabel(text);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    heading->setContentsMargins(0, m_grid->count() > 0 ? 12 : 0, 0, 8);
    addWide(heading);
}

void Form::clear()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace hookworks

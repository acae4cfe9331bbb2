// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/cycle_field.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace hookworks {

CycleField::CycleField(QWidget* parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this))
    , m_field(new QLineEdit)
    , m_add(new QToolButton)
{
    m_field->setPlaceholderText(tr("A value, or several with commas"));
    m_field->setAccessibleName(tr("New value of the filter cycle"));
    m_field->setMinimumWidth(scaled(220));
    m_field->installEventFilter(this);
    m_add->setText(tr("+ Add"));
    m_add->setAccessibleName(tr("Add a value to the filter cycle"));
    m_add->setFocusPolicy(Qt::StrongFocus);
    setLook(*m_add, ButtonLook::Link);
    m_flow->addWidget(m_field);
    m_flow->addWidget(m_add);
    m_field->hide();
    setFocusProxy(m_add);
    connect(m_add, &QToolButton::clicked, this, [this] { openField({}); });
    connect(m_field, &QLineEdit::returnPressed, this, &CycleField::take);
}

void CycleField::setValues(const QStringList& values)
{
    if (values == m_values)
        return;
    m_values = values;
    build();
}

void CycleField::build()
{
    const QList<FilterChip*> old = findChildren<FilterChip*>(Qt::FindDirectChildrenOnly);
    for (FilterChip* chip : old) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // one of them may be what was clicked
    }
    for (int i = 0; const QString& value : std::as_const(m_values)) {
        auto* chip = new FilterChip(value);
        chip->setAccessibleName(tr("Value %1").arg(value));
        connect(chip, &FilterChip::removeWanted, this, [this, value] { remove(value); });
        connect(chip, &FilterChip::openWanted, this, [this, value] {
            remove(value);
            openField(value);
        });
        m_flow->insertWidget(i++, chip);
        chip->show();
    }
    m_add->setVisible(!m_field->isVisibleTo(this));
    updateGeometry();
}

void CycleField::openField(const QString& text)
{
    m_field->setText(text);
    m_field->show();
    m_add->hide();
    m_field->setFocus(Qt::OtherFocusReason);
}

/// The field stays open for the next value.
void CycleField::take()
{
    QStringList values = m_values;
    for (const QString& part : m_field->text().split(u',')) {
        const QString value = part.trimmed();
        if (!value.isEmpty() && !values.contains(value) && values.size() < mostValues)
            values << value;
    }
    m_field->clear();
    if (values == m_values)
        return;
    m_values = values;
    build();
    emit edited(m_values);
}

void CycleField::remove(const QString& value)
{
    m_values.removeOne(value);
    build();
    emit edited(m_values);
}

/// Leaving the field takes what was typed; Escape drops it.
bool CycleField::eventFilter(QObject* watched, QEvent* event)
{
    const bool escaped =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched == m_field && (escaped || event->type() == QEvent::FocusOut)) {
        if (escaped)
            m_field->clear();
        else
            take();
        m_field->hide();
        m_add->show();
        if (escaped)
            m_add->setFocus(Qt::OtherFocusReason);
        return escaped;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace hookworks

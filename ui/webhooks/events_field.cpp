// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/events_field.h"

#include "ui/widgets/tokens.h"
#include "workbench/design/designer.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

EventsField::EventsField(const Providers& providers, QWidget* parent)
    : QWidget(parent)
    , m_providers(providers)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::close, 0, 0);
    column->setSpacing(space::tight);
}

void EventsField::setProvider(const QString& provider)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    const auto info = m_providers.find(provider);
    if (!info)
        return;
    for (const EventInfo& event : info->events) {
        auto* box = new QCheckBox(event.name);
        box->setObjectName(event.name);
        box->setToolTip(event.title);
        box->setChecked(true);
        connect(box, &QCheckBox::clicked, this, &EventsField::edited);
        layout()->addWidget(box);
        m_boxes.append(box);
    }
}

void EventsField::setEvents(const QStringList& events)
{
    for (QCheckBox* box : std::as_const(m_boxes))
        box->setChecked(events.isEmpty() || events.contains(box->objectName()));
}

QStringList EventsField::events() const
{
    QStringList ticked;
    for (const QCheckBox* box : m_boxes) {
        if (box->isChecked())
            ticked << box->objectName();
    }
    return ticked.size() == m_boxes.size() ? QStringList() : ticked;
}

} // namespace hookworks

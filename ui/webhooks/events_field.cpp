// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/events_field.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/toggle_chip.h"
#include "ui/widgets/tokens.h"
#include "workbench/design/providers.h"

#include <algorithm>

namespace hookworks {

EventsField::EventsField(const Providers& providers, QWidget* parent)
    : QWidget(parent)
    , m_providers(providers)
{
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(0, space::tight, 0, space::tight);
    flow->setSpacing(space::close);
}

void EventsField::setProvider(const QString& provider)
{
    qDeleteAll(m_chips);
    m_chips.clear();
    const auto info = m_providers.find(provider);
    if (!info)
        return;
    for (const EventInfo& event : info->events) {
        auto* chip = new ToggleChip(event.name);
        chip->setObjectName(event.name);
        chip->setToolTip(event.title);
        chip->setChecked(true);
        connect(chip, &QAbstractButton::clicked, this, &EventsField::edited);
        layout()->addWidget(chip);
        m_chips.append(chip);
    }
}

void EventsField::setEvents(const QStringList& events)
{
    for (ToggleChip* chip : std::as_const(m_chips))
        chip->setChecked(events.isEmpty() || events.contains(chip->objectName()));
}

QStringList EventsField::events() const
{
    QStringList chosen;
    for (const ToggleChip* chip : m_chips) {
        if (chip->isChecked())
            chosen << chip->objectName();
    }
    return chosen.size() == m_chips.size() ? QStringList() : chosen;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/moment_field.h"

#include "domain/schedule.h"
#include "ui/widgets/time_fields.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>

namespace hookworks {

MomentField::MomentField(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_date(new DateField(QDate()))
    , m_time(new TimeField(QTime(0, 0)))
    , m_zone(new ZoneField(QDateTime::currentDateTimeUtc()))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::normal);
    row->addWidget(m_date);
    row->addWidget(m_time);
    row->addWidget(m_zone, 1);
    m_date->setOptional(tr("No date"));
    m_date->setMinimumWidth(scaled(126));
    m_time->setMinimumWidth(scaled(74));
    m_date->setAccessibleName(tr("%1: date").arg(name));
    m_time->setAccessibleName(tr("%1: time").arg(name));
    m_zone->setAccessibleName(tr("%1: time zone").arg(name));
    m_zone->setMinimumContentsLength(4); // what does not fit is seen while one chooses
    setFocusProxy(m_date);
    connect(m_date, &QDateEdit::dateChanged, this, &MomentField::read);
    connect(m_time, &QTimeEdit::timeChanged, this, &MomentField::read);
    connect(m_zone, &ZoneField::zoneChosen, this, &MomentField::zoneChosen);
}

void MomentField::show(const std::optional<RealTime>& time, const QByteArray& zone)
{
    m_filling = true;
    const bool same = time && m_shown == time && m_zone->zone() == zone;
    m_shown = time;
    if (!same) {
        const QDateTime local = time ? localTime(*time, zone) : QDateTime();
        m_date->setValue(local.date());
        m_time->setTime(time ? QTime(local.time().hour(), local.time().minute()) : QTime(0, 0));
    }
    if (m_zone->zone() != zone)
        m_zone->setZone(zone);
    m_filling = false;
}

/// What the fields do not show, seconds and less, stays as it was.
void MomentField::read()
{
    if (m_filling || !m_date->value().isValid())
        return;
    const QByteArray zone = m_zone->zone();
    const QTime before = m_shown ? localTime(*m_shown, zone).time() : QTime(0, 0);
    const QTime time(m_time->time().hour(), m_time->time().minute(), before.second(), before.msec());
    const RealTime moment = fromLocalTime(m_date->value(), time, zone);
    if (m_shown == moment)
        return;
    m_shown = moment;
    emit edited(moment);
}

} // namespace hookworks

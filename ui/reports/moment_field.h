// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QWidget>

namespace hookworks {

class DateField;
class TimeField;
class ZoneField;

/// An instant as a date, a time of day and the zone that both are meant in.
class MomentField final : public QWidget
{
    Q_OBJECT
public:
    explicit MomentField(const QString& name, QWidget* parent = nullptr);

    /// nullopt: what is stored is no time, so that no date is shown. Does not signal.
    void show(const std::optional<RealTime>& time, const QByteArray& zone);

signals:
    void edited(hookworks::RealTime time);
    void zoneChosen(const QByteArray& zone);

private:
    void read();

    DateField* m_date;
    TimeField* m_time;
    ZoneField* m_zone;
    std::optional<RealTime> m_shown;
    bool m_filling = false;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/what_if.h"

#include <QObject>

#include <optional>

namespace hookworks {

/// The outage that is painted on the timeline, to see what it would do.
class TimelineOutage final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const std::optional<Outage>& painted() const { return m_painted; }
    /// nullopt takes it away.
    void paint(const std::optional<Outage>& outage)
    {
        if (outage == m_painted)
            return;
        m_painted = outage;
        emit changed();
    }

signals:
    void changed();

private:
    std::optional<Outage> m_painted;
};

} // namespace hookworks

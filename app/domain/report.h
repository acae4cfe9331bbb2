// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/time.h"

#include <QByteArray>
#include <QStringList>

namespace hookworks {

/// What belongs to a report that is a scheduled task, and what its document has no place for.
struct ReportSchedule
{
    QByteArray zone;   ///< IANA: whose local time the schedule repeats; empty: UTC
    QStringList cycle; ///< the values of its filter cycle, each of which yields one task
    bool operator==(const ReportSchedule&) const = default;
};

/// A report definition of one provider. `document` is the user's text, byte for byte, valid or not.
struct Report
{
    ReportId id;
    QString provider; ///< a provider profile's key: `connectreport`, `hybiscus`
    QString name;     ///< unique in the workspace, never of an id's form
    QByteArray document;
    RealTime createdAt;
    RealTime changedAt;
    ReportSchedule schedule = {}; ///< kept beside the document, never in it
    bool operator==(const Report&) const = default;
};

} // namespace hookworks

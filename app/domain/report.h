// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/time.h"

#include <QByteArray>

namespace hookworks {

/// A report definition of one provider. `document` is the user's text, byte for byte, valid or not.
struct Report
{
    ReportId id;
    QString provider; ///< a provider profile's key: `connectreport`, `hybiscus`
    QString name;     ///< unique in the workspace, never of an id's form
    QByteArray document;
    RealTime createdAt;
    RealTime changedAt;
    bool operator==(const Report&) const = default;
};

} // namespace hookworks

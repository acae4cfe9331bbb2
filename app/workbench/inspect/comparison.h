// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/differ.h"
#include "workbench/inspect/wire_exchange.h"

namespace hookworks {

/// One of the two that are compared.
class ProviderCatalogue;

struct ComparedSide
{
    QString id;    ///< `c118`
    QString words; ///< `report.failed`; empty: nothing is known
    RealTime at;   ///< when it was received or made
    WireExchange wire;
    bool operator==(const ComparedSide&) const = default;
};

/// Two exchanges field by field, what is equal included, for the window.
struct Comparison
{
    /// What stands together.
    enum class Section
    {
        Request,
        Body,
        Headers,
        Answer
    };
    struct Line
    {
        Section section = Section::Request;
        DifferenceLine fields;
        bool ignored = false; ///< it differs, and that does not count
        bool operator==(const Line&) const = default;
    };

    ComparedSide left, right;
    QString provider;   ///< whose ignore list it is; empty: of no provider
    QStringList ignore; ///< JSON paths, with all below them, and names of header fields
    bool structural = false, sameOrder = true, sameBytes = false;
    bool cut = false; ///< there are more fields than are listed
    QList<Line> lines;
    QList<DifferenceLine> text; ///< the bodies by line; JSON indented
    bool operator==(const Comparison&) const = default;

    int differences() const;
    int ignored() const;
    int differencesIn(Section section) const;
};

/// Whether a place (`$.task_id`, `headers.content-length`) is one of `ignore` or below one.
bool isIgnored(const QString& place, const QStringList& ignore);
/// What a provider's bodies have anew each time, by its profile: ids, times and addresses made of them; and
/// Content-Length, which follows.
QStringList usuallyIgnored(const ProviderCatalogue& providers, const QString& provider);

/// Pure; nothing is masked. `ignore`: see Comparison. Without the bodies by line.
Comparison fieldComparison(const ComparedSide& left, const ComparedSide& right, const QString& provider,
                           const QStringList& ignore);
/// The same with them.
Comparison comparisonOf(const ComparedSide& left, const ComparedSide& right, const QString& provider,
                        const QStringList& ignore);

} // namespace hookworks

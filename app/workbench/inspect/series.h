// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/comparison.h"

namespace hookworks {

class ProviderCatalogue;
class Reader;

/// A request that is compared, with what masks it.
struct ComparedEntry
{
    ComparedSide side; ///< its id is how it is named: `c5`, `d3`, `d3/2`, `/home/me/a.har#4`
    QString provider;  ///< empty: of none that is known
    ExportedExchange exchange;
    bool operator==(const ComparedEntry&) const = default;

    /// What it is paired by: its event, else its method and path.
    QString kind() const;
};

/// The one request that a name stands for: `c5`; `d3`, by its last attempt that was on the wire; `d3/2`, its
/// second attempt; an absolute path with `#4`, the fourth entry of an HTTP archive. BadInput, NotFound,
/// CannotOpen.
Result<ComparedEntry> comparedEntry(Reader& reader, const ProviderCatalogue& providers, const QString& name,
                                    const ListenerBase& listener);
/// Those of a series: `d3`, its attempts; an absolute path, all entries of that HTTP archive; several names
/// with commas, `d3..d9` among them, each as comparedEntry().
Result<QList<ComparedEntry>> comparedSeries(Reader& reader, const ProviderCatalogue& providers,
                                            const QString& name, const ListenerBase& listener);

/// Two requests of two series that are compared, or one that the other series has nothing for.
struct SeriesPair
{
    QString left, right; ///< names; empty: there is none
    QString kind;        ///< of the left one, or of the only one
    int differences = 0; ///< that count
    int ignored = 0;
    bool sameBytes = false;
    bool operator==(const SeriesPair&) const = default;

    bool isWhole() const { return !left.isEmpty() && !right.isEmpty(); }
    bool counts() const { return !isWhole() || differences > 0; }
};

struct SeriesComparison
{
    QString provider; ///< whose ignore list it is; empty: of no provider
    QStringList ignore;
    QList<SeriesPair> pairs;
    bool cut = false; ///< there are more
    bool operator==(const SeriesComparison&) const = default;

    /// Pairs that differ, and requests without a counterpart.
    int differing() const;
};

/// Pairs by kind and order. Pure.
QList<std::pair<qsizetype, qsizetype>> pairedByKind(const QStringList& left, const QStringList& right);
/// `right` empty: each of the left ones with the one before it.
SeriesComparison seriesComparison(const QList<ComparedEntry>& left, const QList<ComparedEntry>& right,
                                  const QString& provider, const QStringList& ignore);
/// The provider that all are of; empty: there is none.
QString sharedProvider(const QList<ComparedEntry>& entries);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/matcher.h"
#include "store/common_traits.h"
#include "store/known_values.h"

namespace hookworks {

/// Captures of a stretch of which it is certain, without a look at them, that something holds, or does not.
struct Certain
{
    QBitArray yes = QBitArray(capturesInStretch);
    QBitArray no = QBitArray(capturesInStretch);

    Certain opposite() const { return {no, yes}; }
};

/// What traits say of one condition.
class TraitTerm
{
public:
    /// Not of `!=`. `now`: see momentOf().
    TraitTerm(const QueryTerm& term, RealTime now);
    const QueryTerm& asked() const { return m_term; }
    /// Some trait can say something.
    bool isOfUse() const;
    Certain certain(const CommonTraits& traits) const;

private:
    bool concerns(const CaptureTrait& trait) const;

    QueryTerm m_term;
    QueryMatcher m_matcher; ///< asks the trait's value
    QByteArray m_name;      ///< of a trait that concerns it
};

/// Tells which captures of a stretch a query cannot hold for, without a look at them.
class RuledOut
{
public:
    /// Captures of the stretch for which a term cannot hold by other knowledge; nullopt: none is known.
    using Lacking = std::function<std::optional<QBitArray>(const QueryTerm&)>;

    RuledOut(const Query& query, RealTime now);
    /// Some trait can say something of the query.
    bool isOfUse() const { return m_isOfUse; }
    /// A bit for each capture of the stretch, by the traits that they share. `lacking` is asked of terms that
    /// a capture must have, if at all.
    QBitArray among(const CommonTraits& traits, const Lacking& lacking = {}) const;

private:
    RuledOut(const Query& query, RealTime now, bool wanted);
    Certain certain(const CommonTraits& traits, const Lacking& lacking) const;
    Certain ofTerm(const CommonTraits& traits, const Lacking& lacking) const;
    Certain joined(const CommonTraits& traits, const Lacking& lacking) const;

    Query::Kind m_kind;
    bool m_wanted; ///< false: within a Not
    std::optional<TraitTerm> m_term;
    std::vector<RuledOut> m_parts;
    bool m_isOfUse;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ruled_out.h"

#include "query/fields.h"
#include "store/known_field.h"
#include "store/packed.h"

#include <algorithm>

namespace hookworks {

namespace {

/// A header's or a path's value is asked as that of any field of text.
QueryTerm ofText(QueryTerm term)
{
    if (term.field && (term.field->name == QueryName::Json || term.field->name == QueryName::Header))
        term.field = QueryField{QueryName::Note};
    return term;
}

/// Of others, a body may tell what no delivery does.
bool isOfDeliveryAlone(const QueryTerm& term)
{
    return term.field && (term.field->name == QueryName::Delivery || isDeliveryField(term.field->name)) &&
           !KnownValues::fields().contains(term.field->name);
}

QByteArray nameOf(const QueryField& field)
{
    if (field.name == QueryName::Json)
        return traitName(field.path).value_or(QByteArray());
    return field.name == QueryName::Header ? field.header.toUtf8().toLower()
                                           : infoOf(field.name).word.toLatin1();
}

FieldValue valueOf(const CaptureTrait& trait)
{
    const QByteArray value = trait.value.toByteArray();
    if (trait.kind == TraitKind::Unsent)
        return {};
    return trait.kind == TraitKind::Column ? unpackedPieces(value).value_or(FieldValue()) : FieldValue{value};
}

/// Nothing else is asked beside it: where it says no, no other can say yes.
bool isAll(const CaptureTrait& trait)
{
    return trait.kind == TraitKind::Json || trait.kind == TraitKind::Column ||
           trait.kind == TraitKind::Unsent;
}

} // namespace

TraitTerm::TraitTerm(const QueryTerm& term, RealTime now)
    : m_term(term)
    , m_matcher(Query::of(ofText(term)), now)
    , m_name(term.field ? nameOf(*term.field) : QByteArray())
{
}

bool TraitTerm::isOfUse() const
{
    constexpr TraitKind kinds[] = {TraitKind::Head, TraitKind::Body,   TraitKind::Header,
                                   TraitKind::Json, TraitKind::Column, TraitKind::Unsent};
    return std::ranges::any_of(kinds, [this](TraitKind kind) { return concerns({kind, m_name, {}}); });
}

bool TraitTerm::concerns(const CaptureTrait& trait) const
{
    const bool contains = m_term.op == QueryOperator::Contains;
    const auto isField = [this](QueryName name) { return m_term.field && m_term.field->name == name; };
    switch (trait.kind) {
    case TraitKind::Head:
        return !m_term.field || (contains && isField(QueryName::Head));
    case TraitKind::Body:
        return !m_term.field || (contains && isField(QueryName::Body));
    case TraitKind::Header:
        return isField(QueryName::Header) && trait.name == m_name;
    case TraitKind::Json:
        return isField(QueryName::Json) && !m_name.isEmpty() && trait.name == m_name;
    case TraitKind::Column:
        return m_term.field && KnownValues::fields().contains(m_term.field->name) && trait.name == m_name;
    case TraitKind::Unsent:
        return isOfDeliveryAlone(m_term);
    }
    return false;
}

Certain TraitTerm::certain(const CommonTraits& traits) const
{
    Certain certain;
    for (const CommonTrait& common : traits) {
        const CaptureTrait trait = common.trait();
        if (!concerns(trait))
            continue;
        const FieldValue value = valueOf(trait);
        const QueryVerdict verdict = m_matcher.on(KnownField(value));
        if (verdict == QueryVerdict::Yes)
            certain.yes |= common.captures;
        else if (verdict == QueryVerdict::No && isAll(trait))
            certain.no |= common.captures;
    }
    return certain;
}

RuledOut::RuledOut(const Query& query, RealTime now)
    : RuledOut(withoutNotEqual(query), now, true)
{
}

RuledOut::RuledOut(const Query& query, RealTime now, bool wanted)
    : m_kind(query.kind)
    , m_wanted(wanted)
{
    if (m_kind == Query::Kind::Term)
        m_term.emplace(query.term, now);
    for (const Query& part : query.parts)
        m_parts.push_back(RuledOut(part, now, wanted != (m_kind == Query::Kind::Not)));
    m_isOfUse = (m_term && m_term->isOfUse()) || std::ranges::any_of(m_parts, &RuledOut::isOfUse);
}

QBitArray RuledOut::among(const CommonTraits& traits, const Lacking& lacking) const
{
    return certain(traits, lacking).no;
}

Certain RuledOut::certain(const CommonTraits& traits, const Lacking& lacking) const
{
    switch (m_kind) {
    case Query::Kind::Everything:
        return {QBitArray(capturesInStretch, true), QBitArray(capturesInStretch)};
    case Query::Kind::Term:
        return ofTerm(traits, lacking);
    case Query::Kind::Not:
        return m_parts.front().certain(traits, lacking).opposite();
    case Query::Kind::And:
    case Query::Kind::Or:
        break;
    }
    return joined(traits, lacking);
}

Certain RuledOut::ofTerm(const CommonTraits& traits, const Lacking& lacking) const
{
    Certain certain = m_term->certain(traits);
    if (const auto known = lacking && m_wanted ? lacking(m_term->asked()) : std::nullopt; known)
        certain.no |= *known;
    return certain;
}

/// An Or holds where one part does; an And does not where one part does not.
Certain RuledOut::joined(const CommonTraits& traits, const Lacking& lacking) const
{
    const bool isOr = m_kind == Query::Kind::Or;
    Certain all{QBitArray(capturesInStretch, !isOr), QBitArray(capturesInStretch, isOr)};
    for (const RuledOut& part : m_parts) {
        const Certain one = part.certain(traits, lacking);
        all.yes = isOr ? all.yes | one.yes : all.yes & one.yes;
        all.no = isOr ? all.no & one.no : all.no | one.no;
    }
    return all;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "workbench/design/definition.h"

#include <QList>
#include <QString>

namespace hookworks {

/// A part of a report that one chooses in the outline: the report itself, a page of its own like the cover,
/// a component, the webhooks it calls.
struct DesignPart
{
    enum class Kind
    {
        Report,
        Page,
        Component,
        Webhooks
    };

    Kind kind = Kind::Report;
    JsonPath way;                 ///< from the part that it is in, with the index of a list's entry last
    QString title;                ///< `Bar chart`
    QString summary;              ///< `Revenue by region`
    QString look;                 ///< of its component type, for its drawing
    std::optional<JsonPath> list; ///< from itself: where the components in it stand; none: it holds none
    std::vector<DesignPart> children;
    bool operator==(const DesignPart&) const = default;
};

/// The parts of a document, outermost first. Of what is no component, nothing is told.
DesignPart designParts(const ProviderProfile& profile, const JsonValue& document);

/// A heading and the fields below it, all of one object of the document.
struct FieldGroup
{
    QString heading; ///< empty: of the part itself
    JsonPath object;
    QList<DocumentField> fields;
    bool rare = false; ///< folded until it is asked for
};

/// What can be set of a part, in the profile's order. Lists of components are not among it.
QList<FieldGroup> fieldGroups(const ProviderProfile& profile, const JsonValue& document, const JsonPath& path,
                              DesignPart::Kind kind);

/// The component type of the object there; null pointer: none is known.
const ComponentType* componentAt(const ProviderProfile& profile, const JsonValue& document,
                                 const JsonPath& path);

/// A place between components: before the entry `index` of `list`.
struct InsertPlace
{
    JsonPath list;
    qsizetype index = 0;
    QStringList only; ///< the types that may stand there; empty: all
    QString into;     ///< title of the part that it is in: `Section`
    bool operator==(const InsertPlace&) const = default;
};

/// Where a new component goes when that part is chosen: at the end of what holds components, else behind it.
InsertPlace insertPlace(const ProviderProfile& profile, const JsonValue& document, const JsonPath& path);
/// The part with fields of its own that a path leads to or into.
JsonPath partOf(const ProviderProfile& profile, const JsonValue& document, const JsonPath& path);

/// `section_title` and `sectionTitle` become `Section title`.
QString titleOfField(const DocumentField& field);
/// A new component as JSON.
JsonValue newComponent(const ComponentType& type);

} // namespace hookworks

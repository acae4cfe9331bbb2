// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/profile.h"

namespace hookworks {

using ProfileList = QList<const ProviderProfile*>;

/// Makes JSON Schemas (draft 2020-12; payloads need no more than draft 7) of one profile. Definitions that
/// they refer to are collected, each once.
class SchemaMaker
{
public:
    /// `place`: where the definitions will stand, `#/$defs/`; `prefix`: put before their names.
    SchemaMaker(const ProviderProfile& profile, const QString& place, const QString& prefix);

    /// Of what a user writes: members may be missing.
    JsonValue documentSchema();
    /// Of what the platform sends for an event with that outcome (empty: it has none).
    JsonValue payloadSchema(const ProfileEvent& event, const QString& outcome);
    /// All events', each with each outcome, by name: `report.failed`, `postReportTask.success`.
    QList<std::pair<QString, JsonValue>> payloadSchemas(const ProfileEvent& event);
    /// What the schemas that were made so far refer to, and what that refers to.
    QList<std::pair<QString, JsonValue>> takeDefinitions();
    JsonValue reference(const QString& name);

private:
    JsonValue objectSchema(const QList<DocumentField>& fields, const QString& owner, bool whole);
    JsonValue fieldSchema(const DocumentField& field, const QString& owner);
    JsonValue typeSchema(const QString& type);
    JsonValue partSchema(const QString& part);
    JsonValue componentsSchema(const QStringList& only);
    void addChoices(JsonValue& schema, const QList<DocumentField>& fields) const;
    JsonValue exactlyOneOf(const QStringList& keys) const;
    QStringList openStructs() const;
    JsonValue componentSchema(const ComponentType& type);
    JsonValue definition(const QString& name);
    JsonValue valueSchema(const PayloadField& field, const QString& event, const QString& outcome);
    QString ownerOfHooks() const;

    const ProviderProfile& m_profile;
    QString m_place, m_prefix;
    QString m_ownerOfHooks; ///< the struct whose member the list of webhooks is
    QStringList m_open;     ///< structs whose further members an option names
    QStringList m_wanted;   ///< definitions, in the order of their first use
};

/// What stands before a definition's name where several profiles' stand in one document.
QString definitionPrefix(const ProviderProfile& profile, const ProfileList& profiles);

/// JSON Schema of the reports that users of these platforms write, and of the bodies that they send.
JsonValue definitionSchema(const ProfileList& profiles);
JsonValue payloadSchema(const ProfileList& profiles);

} // namespace hookworks

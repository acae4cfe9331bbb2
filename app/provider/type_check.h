// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "json/text_edit.h"
#include "provider/value_type.h"

namespace hookworks {

/// Something in a document that does not fit its type: where, and what belongs there.
struct TypeMismatch
{
    JsonPath path;
    const JsonValue* value = nullptr; ///< in the document that was checked
    QString words;
    QString rule; ///< `type`, `required`, `unknown-key`, `range`, `component`, `nesting`, `duplicate`, …
    Provenance provenance;
    std::optional<Mend> mend;
};

/// Checks values against a profile's types (see value_type.h).
class TypeCheck
{
public:
    /// `text` is what the values were read from.
    TypeCheck(const ProviderProfile& profile, const QByteArray& text)
        : m_profile(profile)
        , m_text(text)
    {
    }
    void checkObject(const JsonValue& value, const JsonPath& path, const QList<DocumentField>& fields);
    const QList<TypeMismatch>& mismatches() const { return m_mismatches; }

private:
    void check(const JsonValue& value, const JsonPath& path, const DocumentField& field);
    void checkWrong(const JsonValue& value, const JsonPath& path, const DocumentField& field);
    void checkInside(const JsonValue& value, const JsonPath& path, const ValueType& type,
                     const DocumentField& field);
    void checkRange(const JsonValue& value, const JsonPath& path, const DocumentField& field);
    void checkMissing(const JsonValue& value, const JsonPath& path, const QList<DocumentField>& fields);
    void checkUnknown(const JsonValue& object, const JsonMember& member, const JsonPath& path,
                      const QStringList& known);
    void checkComponent(const JsonValue& value, const JsonPath& path, const DocumentField& field);
    void checkOptions(const JsonValue& value, const JsonPath& path, const ComponentType& type,
                      const Provenance& provenance);
    void checkNamed(const JsonValue& options, const JsonPath& path, const DocumentField& field);
    void checkExactlyOne(const JsonValue& options, const JsonPath& path, const ComponentType& type);
    void checkComponents(const JsonValue& value, const JsonPath& path, const ComponentType& type,
                         const Provenance& provenance);
    void note(const JsonValue& value, const JsonPath& path, const QString& words, const QString& rule,
              const Provenance& provenance, std::optional<Mend> mend = std::nullopt);
    Mend replacing(const QString& words, const JsonValue& old, const JsonValue& value) const;

    const ProviderProfile& m_profile;
    const QByteArray& m_text;
    QHash<QString, ValueType> m_types; ///< those that were read already
    QStringList m_named;               ///< members of entries that an option names
    QList<TypeMismatch> m_mismatches;
};

} // namespace hookworks

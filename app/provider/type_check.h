// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"
#include "provider/profile.h"

namespace hookworks {

/// Something in a document that does not fit its type: where, and what belongs there.
struct TypeMismatch
{
    JsonPath path;
    const JsonValue* value = nullptr; ///< in the document that was checked
    QString words;
    QString rule; ///< `type`, `required`, `unknown-key`, `component`
    Provenance provenance;
};

/// Checks values against a profile's types: alternatives joined by `|` of `null`, `boolean`, `number`,
/// `integer`, `string`, `url`, `time`, `uuid`, `object`, `any`, `component`, `"word"`, an enum's or a
/// struct's name, `array<…>`.
class TypeCheck
{
public:
    explicit TypeCheck(const ProviderProfile& profile)
        : m_profile(profile)
    {
    }
    void checkObject(const JsonValue& value, const JsonPath& path, const QList<DocumentField>& fields);
    const QList<TypeMismatch>& mismatches() const { return m_mismatches; }

    /// `string|array<a|b>` → `string`, `array<a|b>`.
    static QStringList alternatives(const QString& type);

private:
    void check(const JsonValue& value, const JsonPath& path, const QString& type,
               const Provenance& provenance);
    bool fits(const JsonValue& value, const QString& type) const;
    bool checkInside(const JsonValue& value, const JsonPath& path, const QString& type,
                     const Provenance& provenance);
    void checkComponent(const JsonValue& value, const JsonPath& path, const Provenance& provenance);
    void checkComponents(const JsonValue& value, const JsonPath& path, const ComponentType& type,
                         const Provenance& provenance);
    void note(const JsonValue& value, const JsonPath& path, const QString& words, const QString& rule,
              const Provenance& provenance);

    const ProviderProfile& m_profile;
    QList<TypeMismatch> m_mismatches;
};

} // namespace hookworks

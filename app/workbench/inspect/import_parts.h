// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "workbench/inspect/imported.h"

#include <QHash>

namespace hookworks {

struct JsonValue;

/// The text of a member; empty: there is none, or it is no text.
QString textAtKey(const JsonValue& object, QStringView key);
/// `name`/`value` or `key`/`value` pairs; those that are off are left out.
HeaderList fieldsIn(const JsonValue* list, QStringView nameKey);

/// Says that an entry of a file is left out, and why; of many, that there are more.
void leaveOut(Imported& imported, const QString& entry, const QString& why);
/// What was read; BadInput, with what was left out, where that is all.
Result<Imported> unlessEmpty(Imported imported, const QString& otherwise);

/// What stands for `{{name}}` in a file.
class ImportVariables
{
public:
    void set(const QString& name, const QString& value) { m_values.insert(name.toUtf8(), value.toUtf8()); }
    /// `text` with the values of names that have one, also of names within values, up to a bound.
    QByteArray filled(QByteArray text) const;
    QString filled(const QString& text) const { return QString::fromUtf8(filled(text.toUtf8())); }

private:
    QHash<QByteArray, QByteArray> m_values;
};

} // namespace hookworks

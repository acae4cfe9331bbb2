// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mark.h"
#include "json/made.h"
#include "json/object_reader.h"

namespace hookworks {

// The smaller parts of a case's JSON.

/// A text where the bytes are UTF-8, else `{"base64": "…"}`; null where there are none.
JsonValue caseBytesJson(const QByteArray& bytes);
QByteArray takeCaseBytes(ObjectReader& object, QStringView key);
/// The same of a value that is no member.
QByteArray caseBytesOf(const JsonValue& value, const JsonPath& path, JsonReading& reading);

/// `[["Name", "value"], …]`, each as caseBytesJson() writes it, whether it is HTTP or not.
JsonValue caseFieldsJson(const HeaderList& fields);
HeaderList takeCaseFields(ObjectReader& object, QStringView key);

/// Milliseconds; missing: it did not happen.
std::optional<Micros> takePhase(ObjectReader& object, QStringView key);
/// A text that is not longer than what anybody needs there.
QString takeCaseText(ObjectReader& object, QStringView key);
/// The member `mark`, as markText() writes it; missing: there is none.
Mark takeCaseMark(ObjectReader& object);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>

namespace hookworks {

/// One `--form` of curl: a field with its content.
struct CurlFormField
{
    QByteArray name, content;
    QByteArray type, fileName; ///< empty: not said
    bool operator==(const CurlFormField&) const = default;
};

/// `name=content;type=text/plain;filename=a.txt`, the content in quotation marks where it has semicolons.
/// BadInput where it is without `=`, or names a file to be read.
Result<CurlFormField> curlFormField(const QByteArray& text);

/// A boundary that stands in none of the fields.
QByteArray boundaryFor(const QList<CurlFormField>& fields);
/// The body (RFC 7578) as curl writes it.
QByteArray multipartBody(const QList<CurlFormField>& fields, const QByteArray& boundary);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace hookworks {

using NameValues = QList<std::pair<QString, QString>>;

/// The query of a request's target (RFC 3986, 3.4), decoded, in order, duplicates kept.
NameValues queryOf(const QByteArray& target);

/// A field of a form, or a file in it.
struct FormPart
{
    QString name, fileName, type; ///< empty: not said
    QByteArray content;           ///< of a field, decoded
    bool operator==(const FormPart&) const = default;
};

/// The parts of a form: `application/x-www-form-urlencoded`, or `multipart/…` (RFC 7578, RFC 2046). Empty for
/// anything else.
QList<FormPart> formParts(const HeaderList& headers, const QByteArray& body);

} // namespace hookworks

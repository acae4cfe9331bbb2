// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

namespace hookworks {

/// A head for showing, as it was on the wire or will be, well-formed or not: dots for the values of fields
/// that name a secret (a scheme such as Bearer stays), and for these secrets wherever else they stand.
QByteArray maskedHead(const QByteArray& head, const QList<QByteArray>& secrets);
/// The same for a request: its URL, its fields and, by value, its body.
Request maskedRequest(Request request, const QList<QByteArray>& secrets);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace hookworks {

/// Whether a text is a number as JSON writes one (RFC 8259, 6).
bool isJsonNumber(QStringView text);

/// Whether two such numbers have the same value, exactly and however long they are (see Decimal): 1e3 is 1000
/// and 1000.0, and -0 is 0. Those with more than 17 digits of exponent are the same only where they are
/// written the same.
bool sameNumber(QStringView left, QStringView right);

} // namespace hookworks

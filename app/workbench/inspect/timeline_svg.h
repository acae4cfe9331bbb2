// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

namespace hookworks {

/// One delivery's attempts and what its plan still has, from left to right, as an SVG element: a filled
/// circle for a success, a diamond for a failure, a hollow circle for what is planned; the gaps between them
/// in words. Places are even, since gaps grow by powers.
QByteArray timelineSvg(const Delivery& delivery, const QList<Attempt>& attempts);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "json/bodies.h"
#include "json/value.h"

namespace hookworks {

/// A delivery as cli.md has it, its members in that order; further members of an attempt come last.
JsonValue deliveryJson(const Delivery& delivery, const QList<Attempt>& attempts, Bodies bodies);

} // namespace hookworks

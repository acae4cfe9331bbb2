// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"

#include <QList>

namespace hookworks {

/// Every fault that a reply can be, in the order in which they are offered and explained.
QList<Fault> allFaults();

} // namespace hookworks

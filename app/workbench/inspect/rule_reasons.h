// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/reply_rule.h"

namespace hookworks {

/// Why a reply rule did not answer a request: a clause. Empty: nothing in the rule as it is now speaks
/// against it.
QString whyNot(const ReplyRule& rule, const Capture& capture);

} // namespace hookworks

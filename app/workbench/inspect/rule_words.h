// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"

namespace hookworks {

/// Which of its reply rule's requests one was: `request 3 of 3`, or `request 3` of a rule that answers any
/// number. Empty: that is not known.
QString requestOfRule(const AnsweringRule& rule);

/// `the reply rule “down for 3”, request 3 of 3`. Empty: no rule answered.
QString ruleAndHit(const AnsweringRule& rule);

} // namespace hookworks

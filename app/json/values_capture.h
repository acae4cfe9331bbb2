// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "json/bodies.h"
#include "json/value.h"

namespace hookworks {

/// A capture as cli.md has it, its members in that order; further members come last.
JsonValue captureJson(const Capture& capture, Bodies bodies);

} // namespace hookworks

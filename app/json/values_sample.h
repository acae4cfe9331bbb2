// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sample_body.h"
#include "json/bodies.h"
#include "json/value.h"

namespace hookworks {

/// `{"name","provider","event","contentType","createdAt"}`, with `bodyBytes` and `bodyBase64` where bodies
/// are asked for; null for what is not known.
JsonValue sampleJson(const SampleBody& sample, Bodies bodies);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/schema.h"

namespace hookworks {

/// What these platforms send, as OpenAPI 3.1 with `webhooks`, and as AsyncAPI 3.0. What their pages do not
/// state is told as assumed.
JsonValue openApiDocument(const ProfileList& profiles);
JsonValue asyncApiDocument(const ProfileList& profiles);

} // namespace hookworks

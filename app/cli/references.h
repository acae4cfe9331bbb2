// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/result.h"

namespace hookworks {

// Ids as a person types them; BadInput where the text is no id of that kind.

Result<DeliveryId> deliveryId(const QString& text);
Result<CaptureId> captureId(const QString& text);

} // namespace hookworks

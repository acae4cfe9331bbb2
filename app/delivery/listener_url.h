// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <optional>

namespace hookworks {

/// `{listener}` replaced by its base URL; fails where there is none to replace it.
Result<QString> withListener(const QString& url, const std::optional<QString>& listener);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/secret_path.h"

#include "domain/shown_secrets.h"

#include <algorithm>

namespace hookworks {

bool leadsToSecret(const JsonPath& path)
{
    return std::ranges::any_of(path.steps, [](const JsonPath::Step& step) {
        const auto* name = std::get_if<QString>(&step);
        return name && namesSecret(name->toUtf8());
    });
}

} // namespace hookworks

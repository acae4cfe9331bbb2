// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/catalogue.h"

namespace hookworks {

/// The profiles that come with Hookworks, read once a test program.
inline const ProviderCatalogue& builtInCatalogue()
{
    static const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    return catalogue;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QString>

namespace hookworks {

/// A document as a page to look at: its title, its texts in order, its lists; what a member whose name says
/// HTML holds is taken as it is. Everything else is escaped. For a SafeHtmlView only.
QString previewHtml(const JsonValue& document, const QString& quietColour);

} // namespace hookworks

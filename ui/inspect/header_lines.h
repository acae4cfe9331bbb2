// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"

#include <QString>

namespace hookworks {

/// `Name: value` lines as header fields; lines without a colon make names without a value. A line that was
/// not changed, shown or masked, keeps the bytes it has in `original`.
HeaderList headersFromLines(const QString& lines, const HeaderList& original = {});
QString linesOf(const HeaderList& headers);
/// The same with `***` for the values of fields that name a secret.
QString maskedLinesOf(const HeaderList& headers);

} // namespace hookworks

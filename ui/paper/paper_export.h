// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_items.h"

namespace hookworks {

/// All pages as one PDF.
QByteArray paperAsPdf(const Paper& paper, const QString& title);
/// One page as a PNG, twice as fine as the page's units.
QByteArray pageAsPng(const Paper& paper, size_t page);
QByteArray pageAsSvg(const Paper& paper, size_t page, const QString& title);

} // namespace hookworks

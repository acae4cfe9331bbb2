// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/captures/body_cells.h"
#include "ui/captures/difference_cells.h"
#include "ui/inspect/capture_row.h"
#include "ui/lists/list_column.h"

namespace hookworks {

/// What the list of captures can show, in the order it is shown at first. `cells` must outlive the columns.
QList<ListColumn<CaptureRow>> captureColumns(BodyCells& cells);

/// One that is read from the request itself.
ListColumn<CaptureRow> columnOf(const QueryField& field, BodyCells& cells);

/// How many fields differ from the similar one before; not shown at first. `cells` must outlive it.
ListColumn<CaptureRow> differencesColumn(DifferenceCells& cells);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/row_id.h"

#include <QStringList>

namespace hookworks {

// Ids as a person types them; BadInput where the text is no id of that kind.

Result<DeliveryId> deliveryId(const QString& text);
Result<CaptureId> captureId(const QString& text);
/// Of either kind.
Result<RowId> rowId(const QString& text);
/// Each once, in their order.
Result<QList<RowId>> rowIds(const QStringList& texts);

} // namespace hookworks

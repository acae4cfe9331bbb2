// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/references.h"

#include "cli/command_table.h"

namespace hookworks {

Result<DeliveryId> deliveryId(const QString& text)
{
    if (const auto id = DeliveryId::parse(text))
        return *id;
    return fail(ErrorCode::BadInput, CliText::tr("'%1' is no delivery's id; they look like d1.").arg(text));
}

Result<CaptureId> captureId(const QString& text)
{
    if (const auto id = CaptureId::parse(text))
        return *id;
    return fail(ErrorCode::BadInput, CliText::tr("'%1' is no capture's id; they look like c1.").arg(text));
}

Result<RowId> rowId(const QString& text)
{
    if (const auto id = rowIdFromString(text))
        return *id;
    return fail(ErrorCode::BadInput,
                CliText::tr("'%1' is no id of a capture or a delivery; they look like c1 and d1.").arg(text));
}

Result<QList<RowId>> rowIds(const QStringList& texts)
{
    QList<RowId> ids;
    for (const QString& text : texts) {
        const auto id = rowId(text);
        if (!id)
            return tl::unexpected(id.error());
        if (!ids.contains(*id))
            ids << *id;
    }
    return ids;
}

} // namespace hookworks

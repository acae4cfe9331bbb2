// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/requests.h"

#include "store/reader.h"

#include <QCoreApplication>

namespace hookworks {

Result<ExportedExchange> exchangeOf(Reader& reader, const QString& id)
{
    ExportedExchange exchange;
    if (const auto delivery = DeliveryId::parse(id)) {
        auto stored = reader.delivery(*delivery);
        auto attempts = reader.attempts(*delivery);
        if (!stored || !attempts)
            return tl::unexpected<Error>(!stored ? stored.error() : attempts.error());
        exchange.delivery = std::move(*stored);
        exchange.attempts = std::move(*attempts);
        return exchange;
    }
    if (const auto capture = CaptureId::parse(id)) {
        auto stored = reader.capture(*capture);
        if (!stored)
            return tl::unexpected<Error>(stored.error());
        exchange.capture = std::move(*stored);
        return exchange;
    }
    return fail(ErrorCode::BadInput, QCoreApplication::translate(
                                         "hookworks", "\"%1\" is neither a delivery (d1) nor a capture (c1).")
                                         .arg(id));
}

} // namespace hookworks

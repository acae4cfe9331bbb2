// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace hookworks {

/// A request as a reader understood it, without what two good readers may say in different ways.
struct UnderstoodRequest
{
    QByteArray method, target, version, body;
    HeaderList fields; ///< of the head
    bool keepsConnection = true;
    bool framesInTrailers =
        false; ///< framing fields stand in its trailers: kept apart here, taken as the head's by Beast
    bool operator==(const UnderstoodRequest&) const = default;
};

/// What a reader made of a connection's bytes.
struct Understanding
{
    QList<UnderstoodRequest> requests; ///< those that were complete
    QByteArray refusal;                ///< empty: more bytes are awaited
};

/// By the framer that the listener uses.
Understanding readWithFramer(QByteArrayView bytes);
/// By Boost.Beast's parser: the second opinion.
Understanding readWithBeast(QByteArrayView bytes);

/// Empty, or in which way the framer took a request that Beast refuses or reads otherwise. Beast may take
/// more.
QByteArray disagreement(QByteArrayView bytes);

} // namespace hookworks

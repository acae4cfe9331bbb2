// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QStringList>

namespace hookworks {

/// `1 event → 2 requests`, of how many webhooks each event goes to, so many times; events without one do not
/// count.
QString countWords(const QList<int>& webhooksOfEvents, int times);
/// `12 runs` of a schedule.
QString runCountWords(qsizetype runs);
/// `Delivery d5 is on its way.`; not empty.
QString sentWords(const QList<Delivery>& deliveries);
/// Why no receiver can be made to behave.
QString receiverProblem(bool listenerRuns);
/// Whose receivers stay as they are.
QString receiverNote(const QStringList& outside);

} // namespace hookworks

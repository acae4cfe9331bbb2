// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hookworks {

/// What ended a connection before an answer was written.
enum class BrokenBy
{
    Sender, ///< who reset it
    Network,
    Patience,
    Crowd, ///< others waited for its place
    Listener
};

/// A sentence, of an answer of which `sent` of `of` bytes had left.
QString brokenWords(BrokenBy by, qint64 sent, qint64 of);

} // namespace hookworks

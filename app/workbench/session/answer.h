// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QFuture>

namespace hookworks {

/// What a use case answers later: finishes once, on the main thread, from its event loop or at once; chain
/// with `.then(context, [](const Result<T>& result) { … })`, which is dropped where the context has ended. It
/// never blocks, and it may be dropped.
template <class T>
using Answer = QFuture<Result<T>>;

} // namespace hookworks

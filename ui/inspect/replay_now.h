// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;
class QString;

namespace hookworks {

class Workbench;
struct ReplayChoice;

/// Sends a delivery or a capture again without asking, and tells in one sentence as which delivery, or why
/// not. Nothing is told once `context` is gone.
void replayNow(Workbench& workbench, const ReplayChoice& choice, QObject* context,
               const std::function<void(const QString& words)>& tell);
/// `source` (`d3`, `c5`) as it was: one attempt, to its own address.
void replayNow(Workbench& workbench, const QString& source, QObject* context,
               const std::function<void(const QString& words)>& tell);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/replay_now.h"

#include "workbench/deliver/replayer.h"
#include "workbench/session/workbench.h"

#include <QCoreApplication>

namespace hookworks {

void replayNow(Workbench& workbench, const ReplayChoice& choice, QObject* context,
               const std::function<void(const QString& words)>& tell)
{
    workbench.replayer().replay(choice).then(context, [tell](const Result<QList<Delivery>>& made) {
        tell(
            made
                ? QCoreApplication::translate("hookworks", "Replayed as %1.").arg(made->first().id.toString())
                : made.error().message);
    });
}

void replayNow(Workbench& workbench, const QString& source, QObject* context,
               const std::function<void(const QString& words)>& tell)
{
    ReplayChoice choice;
    choice.source = source;
    replayNow(workbench, choice, context, tell);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/trust_step.h"

#include "domain/words.h"

#include <QStringList>

namespace hookworks {

QString toText(const QList<TrustStep>& steps)
{
    QStringList lines;
    for (const TrustStep& step : steps) {
        const QString what = step.command.isEmpty() ? step.words + u'.'
                             : step.words.isEmpty() ? step.command
                                                    : tr("%1 (%2)").arg(step.command, step.words);
        lines << tr("%1: %2").arg(step.where, what);
    }
    return lines.join(u'\n');
}

} // namespace hookworks

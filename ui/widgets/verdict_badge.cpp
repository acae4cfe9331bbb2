// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/verdict_badge.h"

#include <QCoreApplication>

namespace hookworks {

QString verdictWords(Verdict verdict)
{
    const auto words = [](const char* text) {
        return QCoreApplication::translate("hookworks::Verdict", text);
    };
    switch (verdict) {
    case Verdict::First:
        return words(QT_TR_NOOP("First time"));
    case Verdict::Fixed:
        return words(QT_TR_NOOP("Fixed"));
    case Verdict::StillFailing:
        return words(QT_TR_NOOP("Still failing"));
    case Verdict::Regressed:
        return words(QT_TR_NOOP("Regressed"));
    case Verdict::StillPassing:
        break;
    }
    return words(QT_TR_NOOP("Still passing"));
}

StateKind verdictKind(Verdict verdict)
{
    switch (verdict) {
    case Verdict::First:
        return StateKind::Planned;
    case Verdict::Fixed:
    case Verdict::StillPassing:
        return StateKind::Delivered;
    case Verdict::StillFailing:
    case Verdict::Regressed:
        break;
    }
    return StateKind::Failed;
}

BadgeLook verdictBadge(Verdict verdict)
{
    return {verdictWords(verdict), verdictKind(verdict)};
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/broken_by.h"

#include "domain/words.h"

namespace hookworks {

QString brokenWords(BrokenBy by, qint64 sent, qint64 of)
{
    const auto words = [&](const char* before, const char* within) {
        return sent == 0 ? tr(before) : tr(within).arg(sent).arg(of);
    };
    switch (by) {
    case BrokenBy::Sender:
        return words(QT_TRANSLATE_NOOP("hookworks",
                                       "The sender reset the connection before the request was answered."),
                     QT_TRANSLATE_NOOP(
                         "hookworks", "The sender reset the connection after %1 of %2 bytes of the answer."));
    case BrokenBy::Network:
        return words(
            QT_TRANSLATE_NOOP("hookworks", "The connection ended before the request was answered."),
            QT_TRANSLATE_NOOP("hookworks", "The connection was lost after %1 of %2 bytes of the answer."));
    case BrokenBy::Patience:
        return words(QT_TRANSLATE_NOOP("hookworks", "The sender did not read the answer in time."),
                     QT_TRANSLATE_NOOP("hookworks",
                                       "The sender read too slowly, and the connection was closed "
                                       "after %1 of %2 bytes of the answer."));
    case BrokenBy::Crowd:
        return words(
            QT_TRANSLATE_NOOP(
                "hookworks",
                "Others waited for the connection, and it was closed before the request was answered."),
            QT_TRANSLATE_NOOP("hookworks", "Others waited for the connection, and it was closed after "
                                           "%1 of %2 bytes of the answer."));
    case BrokenBy::Listener:
        break;
    }
    return words(
        QT_TRANSLATE_NOOP("hookworks", "The listener was stopped before the request was answered."),
        QT_TRANSLATE_NOOP("hookworks", "The listener was stopped after %1 of %2 bytes of the answer."));
}

} // namespace hookworks

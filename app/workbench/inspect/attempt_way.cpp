// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/attempt_way.h"

#include "domain/words.h"

namespace hookworks {

QString wayWords(const Attempt& attempt)
{
    QStringList sentences;
    if (!attempt.proxy.isEmpty())
        sentences << tr("Through the proxy %1; so no capture is matched.").arg(attempt.proxy);
    if (!attempt.clientCertificate.isEmpty())
        sentences << tr("The client certificate %1 was shown.").arg(attempt.clientCertificate);
    if (attempt.sentAgain)
        sentences << tr(
            "It left twice: the receiver had closed the first connection before the request reached "
            "it, and its system threw that one away.");
    return sentences.join(QLatin1Char(' '));
}

} // namespace hookworks

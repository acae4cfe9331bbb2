// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace hookworks {

/// What the first bytes of a connection are, as far as they tell.
enum class Opening
{
    Nothing,
    TlsHello, ///< a handshake record, or the beginning of one
    TlsAlert,
    Ssl2Hello,
    PlainHttp, ///< a method and a target, or the beginning of a method that is known
    Other
};

Opening openingOf(QByteArrayView bytes);

/// What such bytes are called where HTTPS is spoken and no TLS came: one sentence.
QString wordsForTlsListener(QByteArrayView bytes);
/// The same where plain HTTP is spoken; empty: they are nothing that has a name, and the framer knows better.
QString wordsForPlainListener(QByteArrayView bytes);

} // namespace hookworks

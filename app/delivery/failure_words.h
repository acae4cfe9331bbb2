// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/receiver_connection.h"
#include "domain/header_list.h"
#include "domain/time.h"

#include <QString>

namespace hookworks {

/// What an attempt had reached when it ended.
struct Progress
{
    QString host;              ///< the URL's
    QString remote;            ///< address:port that was tried last; empty: the name is not resolved yet
    bool shortOfPorts = false; ///< nothing could be opened here
    bool mayExpectTls = false; ///< plain HTTP on a new connection: nothing shows that the receiver speaks it
    bool connected = false;
    bool secured = false; ///< or no TLS was asked for
    qint64 written = 0;   ///< bytes of the request that left
    qint64 toWrite = 0;
    qint64 received = 0; ///< bytes of the response; while TLS is begun, of the handshake
    bool headRead = false;
    Micros elapsed{0};
};

/// Sentences for a bug report: what happened, after how much was sent and received.
QString timeoutWords(const Progress& progress, Micros timeout);
QString closedWords(const Progress& progress);
QString resetWords(const Progress& progress);
/// `problem` is the reader's sentence.
QString invalidWords(const Progress& progress, const QString& problem);
QString blockedWords(const QString& problem);
QString connectWords(const QString& address, const error_code& failed);
/// `firstBytes`: that came back for our first ones.
QString handshakeWords(const error_code& failed, const QString& certificateProblem,
                       const QByteArray& firstBytes);
QString statusWords(int status, const QByteArray& responseHead, const HeaderList& headers);

} // namespace hookworks

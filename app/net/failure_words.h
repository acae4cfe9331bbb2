// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/time.h"
#include "net/receiver_connection.h"

#include <QString>

namespace hookworks {

/// What an attempt had reached when it ended.
struct Progress
{
    QString host;              ///< the URL's
    QString remote;            ///< address:port that was tried last; empty: the name is not resolved yet
    bool shortOfPorts = false; ///< nothing could be opened here
    bool mayExpectTls = false; ///< plain HTTP on a new connection: nothing shows that the receiver speaks it
    QString proxy;             ///< whom `remote` is; empty: the receiver itself
    bool tunnelled = true;     ///< the proxy, where there is one, has opened the way
    bool reused = false;       ///< the connection had carried a request before
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
/// Of a response until the end of its connection, which TLS did not end.
QString cutWords(const Progress& progress);
/// A connection that was accepted, and reset before a byte could leave.
QString acceptedAndResetWords(const QString& address);
/// `problem` is the reader's sentence.
QString invalidWords(const Progress& progress, const QString& problem);
QString blockedWords(const QString& problem);
/// `proxy`: whom the address is; empty: the receiver itself.
QString connectWords(const QString& address, const QString& proxy, const error_code& failed);
QString unknownProxyWords(const QString& proxy, const QString& reason);
QString proxyRefusedWords(const QString& proxy, const QString& problem);
QString proxyEndedWords(const QString& proxy, const error_code& failed);
/// `firstBytes`: that came back for our first ones.
QString handshakeWords(const error_code& failed, const QString& certificateProblem,
                       const QByteArray& firstBytes);
/// Of an exchange that failed on a connection whose receiver asked for a certificate that is not there.
QString lackingCertificateWords();
QString statusWords(int status, const QByteArray& responseHead, const HeaderList& headers);

} // namespace hookworks

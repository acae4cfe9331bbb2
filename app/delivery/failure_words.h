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
    bool connected = false;
    bool secured = false; ///< or no TLS was asked for
    qint64 written = 0;   ///< bytes of the request that left
    qint64 toWrite = 0;
    qint64 received = 0; ///< bytes of the response
    bool headRead = false;
    Micros elapsed{0};
};

/// Sentences for a bug report: what happened, after how much was sent and received.
QString timeoutWords(const Progress& progress, Micros timeout, const QString& remote);
QString closedWords(const Progress& progress);
QString resetWords(const Progress& progress);
QString invalidWords(const Progress& progress, const QString& problem);
QString blockedWords(const QString& problem);
QString connectWords(const QString& address, const error_code& failed);
QString handshakeWords(const error_code& failed, const QString& certificateProblem);
QString statusWords(int status, const QByteArray& responseHead, const HeaderList& headers);

} // namespace hookworks

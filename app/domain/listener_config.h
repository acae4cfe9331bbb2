// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/reply_rule.h"
#include "domain/time.h"

#include <QString>

namespace hookworks {

/// What a listener takes from one sender; everything over it is refused and said so.
struct ListenerLimits
{
    qint64 headBytes = 64 * 1024;
    int fields = 200;
    qint64 targetBytes = 16 * 1024;
    qint64 bodyBytes = 10 * 1024 * 1024;
    int connections = 512;
    Micros headTime = std::chrono::seconds(10);
    Micros bodyTime = std::chrono::seconds(60);
    qint64 bodyRate = 64 * 1024; ///< bytes a second, on average, that let a body last longer than bodyTime
    Micros idleTime = std::chrono::seconds(30);
    bool operator==(const ListenerLimits&) const = default;
};

/// The most that each limit can be set to; the least is one of its unit.
struct ListenerLimitsMost
{
    static constexpr qint64 headBytes = 16LL * 1024 * 1024;
    static constexpr int fields = 10'000;
    static constexpr qint64 targetBytes = 1024 * 1024;
    static constexpr qint64 bodyBytes = 900LL * 1024 * 1024;
    static constexpr int connections = 4096;
    static constexpr qint64 bodyRate = 1024LL * 1024 * 1024;
    static constexpr std::chrono::seconds time{3600};
};

/// A listener as it is remembered.
struct ListenerConfig
{
    ListenerId id;
    QString name = QStringLiteral("Listener");
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8717; ///< 0: any free one
    bool enabled = false;
    bool tls = false;
    QString certificateFile,
        keyFile;           ///< PEM, or one PKCS#12 file; empty with tls: the program's own authority
    QByteArray passphrase; ///< of those files; a secret: sealed in the workspace, in no text form
    bool askClientCertificate = false;
    QString clientAuthorityFile; ///< PEM; a client's certificate must be of these; empty: any is shown, none
                                 ///< judged
    QList<ReplyRule> rules;
    ListenerLimits limits;
    bool operator==(const ListenerConfig&) const = default;
};

} // namespace hookworks

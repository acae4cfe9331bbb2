// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/id.h"
#include "domain/mark.h"
#include "domain/time.h"

#include <QString>

#include <optional>

namespace hookworks {

/// What a listener knows of the TLS of a connection.
struct TlsInfo
{
    QString version; ///< `TLSv1.3`
    QString cipher;
    QString clientSubject; ///< of the client's certificate; empty: none was given
    bool operator==(const TlsInfo&) const = default;
};

/// Phases in real time; accept has no value on a connection that was used before.
struct CaptureTimings
{
    std::optional<Micros> accept, read, think, write;
    bool operator==(const CaptureTimings&) const = default;
};

/// Phases of passing a request on, seen from here, in real time; one that did not come about has no value.
struct ForwardTimings
{
    std::optional<Micros> lookUp, connect, tls, send, wait, receive;
    bool operator==(const ForwardTimings&) const = default;
};

/// An answer as it is written.
struct AnswerBytes
{
    QByteArray head; ///< blank line included; all of it where it is no HTTP
    QByteArray body; ///< as framed; one that a reply rule gives again and again is shared
    qsizetype size() const { return head.size() + body.size(); }
    bool isEmpty() const { return head.isEmpty() && body.isEmpty(); }
    QByteArray joined() const { return head + body; }
    bool operator==(const AnswerBytes&) const = default;
};

/// The reply rule that answered a request, and which of its requests it was.
struct AnsweringRule
{
    QString name; ///< empty: none did
    /// From 1, as the rule itself counts them (RuleProgress::hits); none: an older program did not say.
    std::optional<qint64> hit;
    std::optional<qint64> times; ///< how many the rule was to answer then; none: any number
    bool operator==(const AnsweringRule&) const = default;
};

/// A received request without its head, fields and bodies: what a list shows of it.
struct CaptureSummary
{
    CaptureId id;
    ListenerId listener;
    RealTime receivedAt;   ///< its first byte
    QString local, remote; ///< address:port
    qint64 connection = 0; ///< a number of the connection, unique in the workspace
    int exchange = 0;      ///< its place among the requests of that connection, from 0
    std::optional<TlsInfo> tls;
    bool valid = true;
    QString problem; ///< when not valid, or when its answer did not get through: the reason
    std::optional<qint64> problemOffset; ///< and the byte, counted from the request's first
    QByteArray method, target, version;  ///< as received; `1.1`
    qint64 bodyBytes = 0;
    qint64 wireBytes = 0;                     ///< head and body as received
    QString rule;                             ///< the reply rule's name; empty: the default answer
    std::optional<qint64> ruleHit, ruleTimes; ///< see AnsweringRule
    int responseStatus = 0;                   ///< 0: nothing was answered
    std::optional<qint64> responseSent;       ///< how many bytes of the answer left, where not all did
    QString fault;                            ///< `reset`, `close`, …; empty: none
    CaptureTimings timings;
    std::optional<DeliveryId> delivery; ///< whose attempt caused it
    int attemptNumber = 0;
    QString forwardedTo; ///< where it was passed on; empty: it was not
    QString forwardError;
    ForwardTimings forwarding;
    Mark mark;
    bool operator==(const CaptureSummary&) const = default;

    AnsweringRule answeringRule() const { return {rule, ruleHit, ruleTimes}; }
};

/// One received request, byte for byte, with what was answered and when.
struct Capture : CaptureSummary
{
    QByteArray head;    ///< verbatim, blank line included; so is an empty line that came before the request
    HeaderList headers; ///< in received order and case
    HeaderList trailers;
    QByteArray body;      ///< decoded from chunks
    QByteArray wireBody;  ///< as received, only where it differs from body (chunked)
    AnswerBytes response; ///< as written
    bool operator==(const Capture&) const = default;
};

} // namespace hookworks

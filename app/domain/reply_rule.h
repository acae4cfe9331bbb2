// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/time.h"

#include <QList>
#include <QString>

#include <optional>

namespace hookworks {

enum class Fault
{
    Reset,
    Close,
    Hang,
    Drip,
    Truncate,
    Garbage,
    Drop
};
QString toString(Fault fault);
std::optional<Fault> faultFromString(QStringView text);

/// How long an answer waits; real time. Fixed when min == max, else drawn between them.
struct ReplyDelay
{
    Micros min{0};
    Micros max{0};
    bool operator==(const ReplyDelay&) const = default;
};

/// One answer, or one fault instead of it.
struct Reply
{
    int status = 200;
    HeaderList headers;
    QByteArray body;
    QString bodyFile; ///< read when answering; empty: `body`
    ReplyDelay delay; ///< with Fault::Drip: between two bytes
    std::optional<Fault> fault;
    bool operator==(const Reply&) const = default;
};

/// What a request must have; everything that is set must hold. `*` stands for any run of characters.
struct ReplyMatch
{
    QString method, path;
    QList<std::pair<QString, QString>> query;
    QList<std::pair<QString, QString>> header;
    QList<std::pair<QString, QString>> body; ///< JSON path → text of the value
    bool operator==(const ReplyMatch&) const = default;
};

/// Credentials that a request must carry for `reply`; it gets `otherwise` without them.
struct RequiredAuth
{
    QString bearer;
    QString basicUser, basicPassword;
    bool operator==(const RequiredAuth&) const = default;
};

/// 401 that says what is needed (RFC 9110, 11.6.1): the answer where a rule has no `otherwise`.
Reply unauthorized(const RequiredAuth& auth);

/// What a listener answers, and when. First match wins. Written in cli.md's JSON.
struct ReplyRule
{
    QString name;
    bool enabled = true;
    ReplyMatch match;
    std::optional<int> times;          ///< after so many hits the rule is passed over
    std::optional<Micros> forTime;     ///< so long after its first request too; on the workbench's clock
    QList<Reply> replies;              ///< one: `reply`; more: `sequence`
    bool repeat = false;               ///< the sequence starts again after its end; else its last reply stays
    std::optional<double> probability; ///< 0…1, drawn from `seed`
    quint32 seed = 1;
    std::optional<RequiredAuth> require;
    std::optional<Reply> otherwise;
    QString forwardTo; ///< pass the request on to this base URL and give its answer back
    bool operator==(const ReplyRule&) const = default;
};
size_t qHash(const ReplyRule& rule, size_t seed = 0);

/// The most that a rules file, or a listener, may hold.
struct ReplyRulesMost
{
    static constexpr qint64 fileBytes = 8LL * 1024 * 1024;
    static constexpr qsizetype rules = 10'000;
    static constexpr qsizetype conditions = 100;       ///< of one rule
    static constexpr qsizetype conditionLength = 4096; ///< characters of a name, path or value
    static constexpr qsizetype replies = 1000;         ///< of one rule
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/retry_policy.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// A time in which a receiver is down, counted from the first attempt: `from` is in it, `to` is not.
struct Downtime
{
    Micros from{0};
    Micros to{0};
    bool operator==(const Downtime&) const = default;
};

/// The plan that a policy makes, and what a receiver that is down does to it.
struct PolicyPreview
{
    RetryPolicy policy;
    QList<PlannedAttempt> plan;
    QString words;                 ///< one line: `9 attempts: at once, then 30 s, 1 min, …`
    Micros end{0};                 ///< of the last attempt, since the first
    QList<bool> fails;             ///< one a planned attempt that would be made; empty without a downtime
    std::optional<int> survivesAt; ///< the attempt that gets through; nullopt: lost, or no downtime
    std::optional<Micros> deliveredAfter; ///< when that is
    bool operator==(const PolicyPreview&) const = default;
};

/// Retry policies by name: the fixed ones, those that a name describes, the provider's, and own ones.
class Policies final : public QObject
{
    Q_OBJECT

public:
    explicit Policies(Session& session);

    /// Names that stand for themselves, for menus: `provider`, `none`, `hybiscus`, …
    static QStringList fixedNames();
    Answer<QList<RetryPolicy>> own();
    /// Any name of cli.md; `provider` needs one. NotFound with words.
    Answer<RetryPolicy> resolve(const QString& name, const QString& provider = {});
    /// Own names excluded; at once.
    Result<RetryPolicy> named(const QString& name, const QString& provider = {}) const;
    /// Adds or replaces. BadInput where the name is taken by a fixed one.
    Answer<void> put(const RetryPolicy& policy);
    /// The same with a new name: webhooks that use `before` follow. An empty `before` makes a new one.
    /// Conflict where there is one of that name.
    Answer<void> save(const QString& before, const RetryPolicy& policy);
    /// Conflict, with their names, while webhooks use it.
    Answer<RetryPolicy> remove(const QString& name);
    /// What it does, in a few words: `8 retries, 30 s to 64 min`, `3 retries, each after 30 s`, `no retries`.
    static QString words(const RetryPolicy& policy);
    /// How a policy is called on screen: `Hybiscus: 8 retries, 30 s to 64 min` for the provider's, a fixed
    /// one or an own one, for one that its name spells what it does.
    QString title(const QString& name, const RetryPolicy& policy, const QString& provider) const;
    /// A gap on a narrow line: `30 s`, `64 min`, `2 h`, `1 h 30 min`.
    static QString gapWords(Micros gap);
    /// Why that cannot name an own policy; empty: it can.
    static QString problemOfName(const QString& name);

    /// `408, 429, 500-599`; empty: every status that is no success.
    static Result<QList<StatusRange>> statusesFromText(const QString& text);
    static QString statusesText(const QList<StatusRange>& statuses);
    /// Seconds with commas between: `30, 60, 300`.
    static Result<QList<Micros>> gapsFromText(const QString& text);
    static QString gapsText(const QList<Micros>& gaps);

    static PolicyPreview preview(const RetryPolicy& policy, const QList<Downtime>& downtimes = {});
    Answer<PolicyPreview> preview(const QString& name, const QString& provider = {},
                                  const QList<Downtime>& downtimes = {});
    /// `FROM-TO` in seconds or with units: `0-600`, `10m-2h`.
    static Result<Downtime> downtimeFromText(const QString& text);

Q_SIGNALS:
    void changed();

private:
    Session* m_session;
};

} // namespace hookworks

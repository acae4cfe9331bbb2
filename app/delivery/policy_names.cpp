// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/policy_names.h"

#include "delivery/planner.h"
#include "domain/retry_policy_kind.h"
#include "domain/words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hookworks {

namespace {

constexpr int mostRetries = 9'999;
constexpr double longestGap = 100.0 * 365 * 86'400;

RetryPolicy exponential(const QString& name, int count, bool includesFirst)
{
    RetryPolicy policy;
    policy.name = name;
    policy.kind = RetryPolicy::Kind::Exponential;
    policy.firstGap = std::chrono::seconds(30);
    policy.factor = 2;
    policy.count = count;
    policy.countIncludesFirst = includesFirst;
    return policy;
}

RetryPolicy listed(const QString& name, const QList<int>& gaps)
{
    RetryPolicy policy;
    policy.name = name;
    policy.kind = RetryPolicy::Kind::List;
    for (const int gap : gaps)
        policy.gaps.append(std::chrono::seconds(gap));
    return policy;
}

RetryPolicy standardWebhooks()
{
    RetryPolicy policy =
        listed(u"standard-webhooks"_s, {5, 300, 1'800, 7'200, 18'000, 36'000, 50'400, 72'000, 86'400});
    policy.honourRetryAfter = true;
    policy.goneDisables = true;
    return policy;
}

RetryPolicy svix()
{
    RetryPolicy policy = listed(u"svix"_s, {5, 300, 1'800, 7'200, 18'000, 36'000, 36'000});
    policy.disableAfterDays = 5;
    return policy;
}

/// One value of a name's list, with the place where it stands.
struct Part
{
    QStringView text;
    qsizetype offset = 0;
};

QList<Part> split(QStringView text, QChar separator, qsizetype offset)
{
    QList<Part> parts;
    for (const QStringView part : text.split(separator)) {
        parts.append({part, offset});
        offset += part.size() + 1;
    }
    return parts;
}

tl::unexpected<Error> misread(QStringView name, const Part& part, const QString& wanted)
{
    return fail(ErrorCode::BadInput,
                tr("Policy \"%1\": \"%2\" at character %3 is not %4.")
                    .arg(name.toString(), part.text.toString(), QString::number(part.offset + 1), wanted));
}

Result<double> number(QStringView name, const Part& part, double most, const QString& wanted)
{
    bool ok = false;
    const double value = part.text.toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < 0 || value > most)
        return misread(name, part, wanted);
    return value;
}

Result<Micros> gap(QStringView name, const Part& part)
{
    return number(name, part, longestGap, tr("a number of seconds")).map(microsFromSeconds);
}

Result<int> retryCount(QStringView name, const Part& part)
{
    bool ok = false;
    const int count = part.text.toInt(&ok);
    if (!ok || count < 1 || count > mostRetries)
        return misread(name, part, tr("a number of retries from 1 to 9999"));
    return count;
}

Result<RetryPolicy> fixedFrom(QStringView name, QStringView rest, qsizetype offset)
{
    const QList<Part> parts = split(rest, u'x', offset);
    if (parts.size() != 2)
        return misread(name, {rest, offset}, tr("SECONDSxN"));
    const auto first = gap(name, parts[0]);
    const auto count = retryCount(name, parts[1]);
    if (!first || !count)
        return tl::unexpected(first ? count.error() : first.error());
    RetryPolicy policy;
    policy.kind = RetryPolicy::Kind::Fixed;
    policy.firstGap = *first;
    policy.count = *count;
    return policy;
}

Result<RetryPolicy> listFrom(QStringView name, QStringView rest, qsizetype offset)
{
    RetryPolicy policy;
    policy.kind = RetryPolicy::Kind::List;
    for (const Part& part : split(rest, u',', offset)) {
        const auto value = gap(name, part);
        if (!value)
            return tl::unexpected(value.error());
        policy.gaps.append(*value);
    }
    if (policy.gaps.size() > mostRetries)
        return misread(name, {rest, offset}, tr("a list of at most 9999 gaps"));
    return policy;
}

/// FIRST,STEP,N[,CAP] of the growing kinds.
Result<RetryPolicy> growingFrom(QStringView name, QStringView rest, qsizetype offset, RetryPolicy::Kind kind)
{
    const bool linear = kind == RetryPolicy::Kind::Linear;
    const QList<Part> parts = split(rest, u',', offset);
    if (parts.size() < 3 || parts.size() > 4)
        return misread(name, {rest, offset},
                       linear ? tr("FIRST,INCREMENT,N[,CAP]") : tr("FIRST,FACTOR,N[,CAP]"));
    RetryPolicy policy;
    policy.kind = kind;
    const auto first = gap(name, parts[0]);
    if (!first)
        return tl::unexpected(first.error());
    const auto step = linear ? number(name, parts[1], longestGap, tr("a number of seconds"))
                             : number(name, parts[1], 1'000, tr("a factor"));
    if (!step)
        return tl::unexpected(step.error());
    const auto count = retryCount(name, parts[2]);
    if (!count)
        return tl::unexpected(count.error());
    policy.firstGap = *first;
    if (linear)
        policy.increment = microsFromSeconds(*step);
    else
        policy.factor = *step;
    policy.count = *count;
    if (parts.size() == 4) {
        const auto cap = gap(name, parts[3]);
        if (!cap)
            return tl::unexpected(cap.error());
        policy.gapCap = *cap;
    }
    return policy;
}

const QList<RetryPolicy>& fixedPolicies()
{
    static const QList<RetryPolicy> policies{RetryPolicy(), exponential(u"hybiscus"_s, 8, false),
                                             exponential(u"hybiscus-8"_s, 8, true), standardWebhooks(),
                                             svix()};
    return policies;
}

std::optional<RetryPolicy> fixedPolicy(QStringView name)
{
    const auto found =
        std::ranges::find_if(fixedPolicies(), [&](const RetryPolicy& policy) { return policy.name == name; });
    return found == fixedPolicies().end() ? std::nullopt : std::optional(*found);
}

Result<RetryPolicy> spelledPolicy(QStringView name, QStringView word, QStringView rest, qsizetype offset)
{
    const auto kind = retryPolicyKindFromString(word);
    switch (kind.value_or(RetryPolicy::Kind::None)) {
    case RetryPolicy::Kind::None:
        break;
    case RetryPolicy::Kind::Fixed:
        return fixedFrom(name, rest, offset);
    case RetryPolicy::Kind::List:
        return listFrom(name, rest, offset);
    case RetryPolicy::Kind::Linear:
    case RetryPolicy::Kind::Exponential:
        return growingFrom(name, rest, offset, *kind);
    }
    return misread(name, {word, 0}, tr("a kind of policy (fixed, list, linear or exponential)"));
}

QString inSeconds(Micros duration)
{
    return QString::number(seconds(duration), 'g', QLocale::FloatingPointShortest);
}

RetryPolicy withoutName(RetryPolicy policy)
{
    policy.name.clear();
    return policy;
}

QString spelled(const RetryPolicy& policy)
{
    const QString count = QString::number(plan(policy, 0).size() - 1);
    const QString cap = policy.gapCap ? u',' + inSeconds(*policy.gapCap) : QString();
    const QString first = inSeconds(policy.firstGap);
    const QString begin = toString(policy.kind) + u':';
    switch (policy.kind) {
    case RetryPolicy::Kind::None:
        return toString(policy.kind);
    case RetryPolicy::Kind::Fixed:
        return begin + first + u'x' + count;
    case RetryPolicy::Kind::Linear:
        return begin + first + u',' + inSeconds(policy.increment) + u',' + count + cap;
    case RetryPolicy::Kind::Exponential:
        return begin + first + u',' + QString::number(policy.factor, 'g', QLocale::FloatingPointShortest) +
               u',' + count + cap;
    case RetryPolicy::Kind::List:
        break;
    }
    QStringList gaps;
    for (const Micros each : policy.gaps)
        gaps.append(inSeconds(each));
    return begin + gaps.join(u',');
}

} // namespace

Result<RetryPolicy> policyFromName(QStringView name)
{
    if (auto known = fixedPolicy(name))
        return *known;
    const qsizetype colon = name.indexOf(u':');
    if (colon < 0)
        return fail(
            ErrorCode::BadInput,
            tr("There is no policy \"%1\". Known are %2, fixed:SECONDSxN, exponential:FIRST,FACTOR,N[,CAP], "
               "linear:FIRST,INCREMENT,N[,CAP] and list:SECONDS,…")
                .arg(name.toString(), fixedPolicyNames().join(u", "_s)));
    auto policy = spelledPolicy(name, name.left(colon), name.sliced(colon + 1), colon + 1);
    if (policy)
        policy->name = name.toString();
    return policy;
}

QStringList fixedPolicyNames()
{
    QStringList names;
    for (const RetryPolicy& policy : fixedPolicies())
        names.append(policy.name);
    return names;
}

QString describe(const RetryPolicy& policy)
{
    const QList<PlannedAttempt> attempts = plan(
        [&] {
            RetryPolicy plain = policy;
            plain.jitter = 0;
            return plain;
        }(),
        0);
    if (attempts.size() == 1)
        return tr("1 attempt, at once");
    QStringList gaps;
    for (qsizetype i = 1; i < attempts.size() && i <= 3; ++i)
        gaps.append(durationWords(attempts[i].gap));
    if (attempts.size() > 5)
        gaps.append(u"…"_s);
    if (attempts.size() > 4)
        gaps.append(durationWords(attempts.last().gap));
    return tr("%1 attempts: at once, then after %2; the last %3 after the first")
        .arg(QString::number(attempts.size()), gaps.join(u", "_s), durationWords(attempts.last().after));
}

Micros endOf(const RetryPolicy& policy)
{
    RetryPolicy plain = policy;
    plain.jitter = 0;
    return plan(plain, 0).last().after;
}

QString canonicalName(const RetryPolicy& policy)
{
    for (const RetryPolicy& fixed : fixedPolicies()) {
        if (withoutName(fixed) == withoutName(policy))
            return fixed.name;
    }
    const QString name = spelled(policy);
    const auto read = policyFromName(name);
    const bool same = read && plan(*read, 0) == plan(policy, 0) && read->jitter == policy.jitter;
    return same ? name : policy.name;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outage.h"
#include "delivery/planner.h"
#include "delivery/policy_names.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

namespace {

WorkTime at(double secondsFromStart)
{
    return WorkTime(1'000s) + microsFromSeconds(secondsFromStart);
}

RealTime date()
{
    return *realTimeFromIso(u"2026-01-02T03:04:00Z"_s);
}

Delivery deliveryWith(const RetryPolicy& policy)
{
    Delivery delivery;
    delivery.policy = policy;
    delivery.plan = plan(policy, 7);
    return delivery;
}

AttemptEnd ended(Outcome outcome, int status = 0, double tookSeconds = 0.5)
{
    return {outcome, status, {}, at(0), at(tookSeconds), date(), Origin::Plan};
}

RetryPolicy named(QStringView name)
{
    return *policyFromName(name);
}

} // namespace

class PlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFollowsAnAttempt_data();
    void whatFollowsAnAttempt();
    void aGapCountsFromTheStartUnlessTheAttemptOutlastedIt();
    void retryAfterIsReadAsSecondsOrDate_data();
    void retryAfterIsReadAsSecondsOrDate();
    void retryAfterMovesTheNextAttemptOnlyLaterAndOnlyUpToTheCap();
    void statusesThatArePolicysOwnChoice();
    void goneSwitchesTheWebhookOff();
    void failuresOnlyForDaysSwitchTheWebhookOff();
    void aManualFailureLeavesThePlanAsItWas_data();
    void aManualFailureLeavesThePlanAsItWas();
    void jitterStaysWithinItsBoundsAndRepeats();
    void anOutageFailsTheAttemptsThatFallIntoIt_data();
    void anOutageFailsTheAttemptsThatFallIntoIt();
    void outagesAreReadWithUnits();
};

void PlannerTest::whatFollowsAnAttempt_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("planned");
    QTest::addColumn<int>("state");
    QTest::addColumn<double>("due"); // -1: none
    const auto row = [](const char* name, const QString& policy, Outcome outcome, int status, int planned,
                        DeliveryState state, double due) {
        QTest::newRow(name) << policy << int(outcome) << status << planned << int(state) << due;
    };
    row("success ends it", u"hybiscus"_s, Outcome::Success, 204, 1, DeliveryState::Delivered, -1);
    row("503 waits the first gap", u"hybiscus"_s, Outcome::Rejected, 503, 1, DeliveryState::Retrying, 30);
    row("then the second", u"hybiscus"_s, Outcome::Rejected, 503, 2, DeliveryState::Retrying, 60);
    row("the eighth retry", u"hybiscus"_s, Outcome::Reset, 0, 8, DeliveryState::Retrying, 3'840);
    row("after nine attempts", u"hybiscus"_s, Outcome::Reset, 0, 9, DeliveryState::Exhausted, -1);
    row("eight in all: the seventh", u"hybiscus-8"_s, Outcome::Closed, 0, 7, DeliveryState::Retrying, 1'920);
    row("eight in all: the end", u"hybiscus-8"_s, Outcome::Closed, 0, 8, DeliveryState::Exhausted, -1);
    row("none", u"none"_s, Outcome::Refused, 0, 1, DeliveryState::Exhausted, -1);
    row("a redirect is a failure", u"fixed:5x1"_s, Outcome::Redirected, 302, 1, DeliveryState::Retrying, 5);
    row("unknown is a failure", u"fixed:5x1"_s, Outcome::Unknown, 0, 1, DeliveryState::Retrying, 5);
    row("unknown at the end", u"fixed:5x1"_s, Outcome::Unknown, 0, 2, DeliveryState::Unknown, -1);
    row("410 without the rule", u"fixed:5x1"_s, Outcome::Rejected, 410, 1, DeliveryState::Retrying, 5);
    for (const Outcome outcome : {Outcome::Refused, Outcome::Unresolved, Outcome::Timeout, Outcome::Tls,
                                  Outcome::InvalidResponse, Outcome::Blocked})
        row(qPrintable(toString(outcome)), u"fixed:5x1"_s, outcome, 0, 1, DeliveryState::Retrying, 5);
}

void PlannerTest::whatFollowsAnAttempt()
{
    QFETCH(QString, policy);
    QFETCH(int, outcome);
    QFETCH(int, status);
    QFETCH(int, planned);
    QFETCH(int, state);
    QFETCH(double, due);
    PlanPosition position;
    position.planned = planned;
    const NextStep step =
        nextStep(deliveryWith(named(policy)), ended(static_cast<Outcome>(outcome), status), position);
    QCOMPARE(toString(step.state), toString(static_cast<DeliveryState>(state)));
    QCOMPARE(step.due, due < 0 ? std::nullopt : std::optional(at(due)));
    QVERIFY(!step.disableWebhook);
}

void PlannerTest::aGapCountsFromTheStartUnlessTheAttemptOutlastedIt()
{
    PlanPosition position;
    position.planned = 1;
    const Delivery delivery = deliveryWith(named(u"fixed:10x3"_s));
    QCOMPARE(nextStep(delivery, ended(Outcome::Timeout, 0, 9), position).due, at(10));
    QCOMPARE(nextStep(delivery, ended(Outcome::Timeout, 0, 10), position).due, at(10));
    QCOMPARE(nextStep(delivery, ended(Outcome::Timeout, 0, 11), position).due, at(21));
}

void PlannerTest::retryAfterIsReadAsSecondsOrDate_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<double>("expected"); // -1: none
    QTest::newRow("seconds") << QByteArray("120") << 120.0;
    QTest::newRow("zero") << QByteArray("0") << 0.0;
    QTest::newRow("date ahead") << QByteArray("Fri, 02 Jan 2026 03:05:30 GMT") << 90.0;
    QTest::newRow("date of RFC 850") << QByteArray("Friday, 02-Jan-26 03:05:30 GMT") << 90.0;
    QTest::newRow("date of asctime") << QByteArray("Fri Jan  2 03:05:30 2026") << 90.0;
    QTest::newRow("date that is none") << QByteArray("Fri, 32 Jan 2026 03:05:30 GMT") << -1.0;
    QTest::newRow("plus sign") << QByteArray("+5") << -1.0;
    QTest::newRow("date passed") << QByteArray("Fri, 02 Jan 2026 03:00:00 GMT") << 0.0;
    QTest::newRow("negative") << QByteArray("-5") << -1.0;
    QTest::newRow("fraction") << QByteArray("1.5") << -1.0;
    QTest::newRow("words") << QByteArray("soon") << -1.0;
    QTest::newRow("empty") << QByteArray("") << -1.0;
    QTest::newRow("a hundred years at most") << QByteArray("99999999999999999999") << 3'153'600'000.0;
}

void PlannerTest::retryAfterIsReadAsSecondsOrDate()
{
    QFETCH(QByteArray, value);
    QFETCH(double, expected);
    HeaderList headers;
    headers.append("retry-after", value);
    QCOMPARE(retryAfter(headers, date()),
             expected < 0 ? std::nullopt : std::optional(microsFromSeconds(expected)));
    QCOMPARE(retryAfter({}, date()), std::nullopt);
}

void PlannerTest::retryAfterMovesTheNextAttemptOnlyLaterAndOnlyUpToTheCap()
{
    RetryPolicy policy = named(u"fixed:10x3"_s);
    policy.retryAfterCap = 60s;
    PlanPosition position;
    position.planned = 1;
    AttemptEnd end = ended(Outcome::Rejected, 503, 1);
    const auto due = [&](const QByteArray& value) {
        end.headers.set("Retry-After", value);
        return nextStep(deliveryWith(policy), end, position).due;
    };
    QCOMPARE(due("30"), at(10)); // not honoured
    policy.honourRetryAfter = true;
    QCOMPARE(due("30"), at(31));
    QCOMPARE(due("3"), at(10));
    QCOMPARE(due("900"), at(61));
}

void PlannerTest::statusesThatArePolicysOwnChoice()
{
    RetryPolicy policy = named(u"fixed:10x3"_s);
    policy.retryStatuses = {{429, 429}, {500, 599}};
    PlanPosition position;
    position.planned = 1;
    const Delivery delivery = deliveryWith(policy);
    QCOMPARE(toString(nextStep(delivery, ended(Outcome::Rejected, 429), position).state),
             toString(DeliveryState::Retrying));
    QCOMPARE(toString(nextStep(delivery, ended(Outcome::Rejected, 599), position).state),
             toString(DeliveryState::Retrying));
    const NextStep given = nextStep(delivery, ended(Outcome::Rejected, 400), position);
    QCOMPARE(toString(given.state), toString(DeliveryState::Exhausted));
    QVERIFY(given.reason.contains(u"400"_s));
    QCOMPARE(toString(nextStep(delivery, ended(Outcome::Timeout), position).state),
             toString(DeliveryState::Retrying));
}

void PlannerTest::goneSwitchesTheWebhookOff()
{
    PlanPosition position;
    position.planned = 1;
    const NextStep step =
        nextStep(deliveryWith(named(u"standard-webhooks"_s)), ended(Outcome::Rejected, 410), position);
    QCOMPARE(toString(step.state), toString(DeliveryState::Exhausted));
    QVERIFY(step.disableWebhook);
    QVERIFY(!step.due);
}

void PlannerTest::failuresOnlyForDaysSwitchTheWebhookOff()
{
    PlanPosition position;
    position.planned = 1;
    position.failingSince = at(0) - 5 * 24h;
    const Delivery delivery = deliveryWith(named(u"svix"_s));
    QVERIFY(nextStep(delivery, ended(Outcome::Rejected, 500), position).disableWebhook);
    position.failingSince = at(1) - 5 * 24h;
    QVERIFY(!nextStep(delivery, ended(Outcome::Rejected, 500), position).disableWebhook);
    position.failingSince = at(0) - 5 * 24h;
    QVERIFY(!nextStep(delivery, ended(Outcome::Success, 200), position).disableWebhook);
}

void PlannerTest::aManualFailureLeavesThePlanAsItWas_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<bool>("planned");
    QTest::addColumn<int>("after");
    const auto row = [](DeliveryState before, bool planned, DeliveryState after) {
        QTest::newRow(qPrintable(toString(before))) << int(before) << planned << int(after);
    };
    row(DeliveryState::Waiting, true, DeliveryState::Waiting);
    row(DeliveryState::Retrying, true, DeliveryState::Retrying);
    row(DeliveryState::Held, true, DeliveryState::Held);
    row(DeliveryState::Exhausted, false, DeliveryState::Exhausted);
    row(DeliveryState::Delivered, false, DeliveryState::Delivered);
    row(DeliveryState::Cancelled, false, DeliveryState::Cancelled);
}

void PlannerTest::aManualFailureLeavesThePlanAsItWas()
{
    QFETCH(int, before);
    QFETCH(bool, planned);
    QFETCH(int, after);
    PlanPosition position;
    position.planned = 1;
    position.before = static_cast<DeliveryState>(before);
    position.due = planned ? std::optional(at(500)) : std::nullopt;
    AttemptEnd end = ended(Outcome::Rejected, 503);
    end.origin = Origin::Manual;
    const NextStep step = nextStep(deliveryWith(named(u"hybiscus"_s)), end, position);
    QCOMPARE(toString(step.state), toString(static_cast<DeliveryState>(after)));
    QCOMPARE(step.due, position.due);
    end.outcome = Outcome::Success;
    QCOMPARE(toString(nextStep(deliveryWith(named(u"hybiscus"_s)), end, position).state),
             toString(DeliveryState::Delivered));
}

void PlannerTest::jitterStaysWithinItsBoundsAndRepeats()
{
    RetryPolicy policy = named(u"fixed:100x200"_s);
    policy.jitter = 0.25;
    const QList<PlannedAttempt> attempts = plan(policy, 42);
    QCOMPARE(attempts.size(), 201);
    QCOMPARE(plan(policy, 42), attempts);
    QVERIFY(plan(policy, 43) != attempts);
    Micros sum{0};
    for (const PlannedAttempt& attempt : attempts.sliced(1)) {
        QVERIFY(attempt.gap >= 75s && attempt.gap <= 125s);
        sum += attempt.gap;
        QCOMPARE(attempt.after, sum);
    }
    QVERIFY(sum > 19'000s && sum < 21'000s);
}

void PlannerTest::anOutageFailsTheAttemptsThatFallIntoIt_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("survivesAt"); // 0: lost
    QTest::newRow("none of it") << u"hybiscus"_s << 10.0 << 20.0 << 1;
    QTest::newRow("from the start to just before the third") << u"hybiscus"_s << 0.0 << 90.0 << 3;
    QTest::newRow("its end is excluded") << u"hybiscus"_s << 0.0 << 30.0 << 2;
    QTest::newRow("two hours") << u"hybiscus"_s << 0.0 << 7'200.0 << 9;
    QTest::newRow("two hours, eight in all") << u"hybiscus-8"_s << 0.0 << 7'200.0 << 0;
}

void PlannerTest::anOutageFailsTheAttemptsThatFallIntoIt()
{
    QFETCH(QString, policy);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, survivesAt);
    const OutagePreview preview =
        previewOutage(plan(named(policy), 0), {{microsFromSeconds(from), microsFromSeconds(to)}});
    QCOMPARE(preview.survivesAt.value_or(0), survivesAt);
    QCOMPARE(preview.fails.count(false), survivesAt > 0 ? 1 : 0);
    QCOMPARE(preview.deliveredAfter.has_value(), survivesAt > 0);
}

void PlannerTest::outagesAreReadWithUnits()
{
    QCOMPARE(outageFromText(u"10m-2h"_s), (PlannedOutage{600s, 7'200s}));
    QCOMPARE(outageFromText(u"0-90"_s), (PlannedOutage{0s, 90s}));
    QCOMPARE(outageFromText(u"0.5-1.5"_s), (PlannedOutage{500ms, 1'500ms}));
    for (const QString& bad : {u""_s, u"5"_s, u"-"_s, u"5-"_s, u"9-5"_s, u"5-5"_s, u"a-b"_s, u"1x-2x"_s})
        QVERIFY2(!outageFromText(bad), qPrintable(bad));
}

QTEST_APPLESS_MAIN(PlannerTest)
#include "planner_test.moc"

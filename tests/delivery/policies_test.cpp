// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/planner.h"
#include "delivery/policy_names.h"
#include "net/destination_policy.h"

#include <QHostAddress>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hookworks;

namespace {

AddressBytes bytesOf(const QString& text)
{
    const QHostAddress address(text);
    AddressBytes bytes{};
    const Q_IPV6ADDR six = address.toIPv6Address();
    std::copy_n(six.c, 16, bytes.begin());
    return bytes;
}

} // namespace

class PoliciesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameStandsForItsSchedule_data();
    void aNameStandsForItsSchedule();
    void aMisspelledNameSaysWhere_data();
    void aMisspelledNameSaysWhere();
    void aPolicyIsDescribedInOneLine();
    void publicAddressesOnly_data();
    void publicAddressesOnly();
};

void PoliciesTest::aNameStandsForItsSchedule_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<double>>("gaps");
    QTest::newRow("none") << u"none"_s << QList<double>{0};
    QTest::newRow("hybiscus") << u"hybiscus"_s << QList<double>{0, 30, 60, 120, 240, 480, 960, 1'920, 3'840};
    QTest::newRow("hybiscus-8") << u"hybiscus-8"_s << QList<double>{0, 30, 60, 120, 240, 480, 960, 1'920};
    QTest::newRow("standard-webhooks")
        << u"standard-webhooks"_s
        << QList<double>{0, 5, 300, 1'800, 7'200, 18'000, 36'000, 50'400, 72'000, 86'400};
    QTest::newRow("svix") << u"svix"_s << QList<double>{0, 5, 300, 1'800, 7'200, 18'000, 36'000, 36'000};
    QTest::newRow("fixed") << u"fixed:2.5x3"_s << QList<double>{0, 2.5, 2.5, 2.5};
    QTest::newRow("list") << u"list:30,60,5"_s << QList<double>{0, 30, 60, 5};
    QTest::newRow("linear") << u"linear:10,5,4"_s << QList<double>{0, 10, 15, 20, 25};
    QTest::newRow("linear, capped") << u"linear:10,5,4,18"_s << QList<double>{0, 10, 15, 18, 18};
    QTest::newRow("exponential") << u"exponential:1,3,4"_s << QList<double>{0, 1, 3, 9, 27};
    QTest::newRow("exponential, capped") << u"exponential:30,2,4,100"_s << QList<double>{0, 30, 60, 100, 100};
}

void PoliciesTest::aNameStandsForItsSchedule()
{
    QFETCH(QString, name);
    QFETCH(QList<double>, gaps);
    const auto policy = policyFromName(name);
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    QList<double> made;
    for (const PlannedAttempt& attempt : plan(*policy, 1))
        made.append(seconds(attempt.gap));
    QCOMPARE(made, gaps);
    QCOMPARE(policy->name, name);
    QCOMPARE(canonicalName(*policy), name);
    QCOMPARE(endOf(*policy), plan(*policy, 1).last().after);
}

void PoliciesTest::aMisspelledNameSaysWhere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("place");
    QTest::newRow("unknown") << u"hybrid"_s << u"no policy \"hybrid\""_s;
    QTest::newRow("unknown kind") << u"often:3"_s << u"\"often\" at character 1"_s;
    QTest::newRow("fixed without a count") << u"fixed:5"_s << u"SECONDSxN"_s;
    QTest::newRow("fixed, letters") << u"fixed:axb"_s << u"\"a\" at character 7"_s;
    QTest::newRow("no retries") << u"fixed:5x0"_s << u"\"0\" at character 9"_s;
    QTest::newRow("too many") << u"fixed:5x10000"_s << u"character 9"_s;
    QTest::newRow("list, one is empty") << u"list:30,,60"_s << u"\"\" at character 9"_s;
    QTest::newRow("list, negative") << u"list:30,-60"_s << u"\"-60\" at character 9"_s;
    QTest::newRow("exponential, too few") << u"exponential:30,2"_s << u"FIRST,FACTOR,N[,CAP]"_s;
    QTest::newRow("exponential, factor") << u"exponential:30,two,8"_s << u"\"two\" at character 16"_s;
    QTest::newRow("not finite") << u"fixed:infx3"_s << u"character 7"_s;
    QTest::newRow("empty") << u""_s << u"no policy"_s;
}

void PoliciesTest::aMisspelledNameSaysWhere()
{
    QFETCH(QString, name);
    QFETCH(QString, place);
    const auto policy = policyFromName(name);
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, ErrorCode::BadInput);
    QVERIFY2(policy.error().message.contains(place), qPrintable(policy.error().message));
}

void PoliciesTest::aPolicyIsDescribedInOneLine()
{
    QCOMPARE(describe(*policyFromName(u"none"_s)), u"1 attempt, at once"_s);
    QCOMPARE(
        describe(*policyFromName(u"hybiscus"_s)),
        u"9 attempts: at once, then after 30 s, 1 min, 2 min, …, 1 h 4 min; the last 2 h 7 min 30 s after the first"_s);
    QCOMPARE(describe(*policyFromName(u"fixed:5x2"_s)),
             u"3 attempts: at once, then after 5 s, 5 s; the last 10 s after the first"_s);
}

// clang-format off
constexpr const char* publicOnes[] = {
    "8.8.8.8", "1.1.1.1", "172.32.0.1", "100.63.255.255", "100.128.0.1", "192.167.1.1", "2606:4700::1111",
    "2a00:1450:4001::8a", "::ffff:8.8.8.8", "198.17.255.255", "198.20.0.1", "192.0.1.1", "223.255.255.255",
    "2003::1", "2400::1", "3ffe::1", "::ffff:1.1.1.1"};

constexpr const char* refusedOnes[] = {
    "127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.1.1",
    "169.254.169.254", "100.64.0.1", "100.127.255.255", "0.0.0.0", "0.1.2.3", "224.0.0.1",
    "255.255.255.255", "198.18.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254",
    "ff02::1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::127.0.0.1", "2001:db8::1", "::ffff:169.254.169.254", "::ffff:100.64.0.1",
    "::ffff:0.0.0.0", "64:ff9b::a9fe:a9fe", "64:ff9b::808:808", "2002:a9fe:a9fe::1", "2002:808:808::1",
    "2001:0:808:808::1", "2001:0:a00:1::f5ff:fffe", "fd00::1", "fdff:ffff::1", "fec0::1", "febf::1",
    "100::1", "192.0.0.0", "192.0.0.192", "192.0.0.255", "198.19.255.255", "198.51.100.1", "203.0.113.1",
    "192.88.99.1", "168.63.129.16", "100.100.100.200", "239.255.255.255", "240.0.0.1", "ff05::1",
    "::ffff:0:127.0.0.1", "::ffff:0:8.8.8.8", "::8.8.8.8", "::2", "0:1::1", "64:ff9a::1", "64:ff9b:2::1", "100:0:0:1::1",
    "1fff::1", "3fff::1", "3fff:fff::1", "4000::1", "5f00::1", "8000::1", "e000::1", "ff00::1", "ff0e::1", "::ffff:192.0.2.1",
    "::ffff:255.255.255.255"};
// clang-format on

void PoliciesTest::publicAddressesOnly_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPublic");
    for (const char* text : publicOnes)
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const char* text : refusedOnes)
        QTest::newRow(text) << QString::fromLatin1(text) << false;
}

void PoliciesTest::publicAddressesOnly()
{
    QFETCH(QString, address);
    QFETCH(bool, isPublic);
    QCOMPARE(!nonPublicKind(bytesOf(address)).has_value(), isPublic);
}

QTEST_APPLESS_MAIN(PoliciesTest)
#include "policies_test.moc"

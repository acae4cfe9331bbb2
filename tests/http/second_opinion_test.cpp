// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "beast_reading.h"
#include "request_cases.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string_view>

using namespace hookworks;

namespace {

/// Bytes that decide on framing, to change requests with.
constexpr std::string_view interesting = "\r\n\t :;,=\"\\0159afAFxX/*?#[]@%GHTP.chunked-\x01\x7f\x80\xff";

class Mutation
{
public:
    explicit Mutation(quint32 seed)
        : m_random(seed)
    {
    }
    QByteArray of(QByteArray bytes, const QByteArray& other)
    {
        for (int edits = below(3) + 1; edits > 0; --edits)
            edit(bytes, other);
        return bytes;
    }
    int below(qsizetype end)
    {
        return static_cast<int>(m_random() % static_cast<quint32>(std::max<qsizetype>(1, end)));
    }

private:
    void edit(QByteArray& bytes, const QByteArray& other)
    {
        const int at = below(bytes.size());
        const char byte = interesting[static_cast<size_t>(below(static_cast<qsizetype>(interesting.size())))];
        switch (below(5)) {
        case 0:
            bytes.insert(at, byte);
            break;
        case 1:
            bytes.remove(at, 1);
            break;
        case 2:
            bytes.replace(at, 1, QByteArray(1, byte));
            break;
        case 3:
            bytes.insert(at, other.mid(below(other.size()), below(24)));
            break;
        default:
            bytes.insert(at, bytes.mid(below(bytes.size()), below(24)));
        }
    }

    std::mt19937 m_random;
};

} // namespace

/// What the framer takes, Boost.Beast takes too, and reads it the same way: no byte of a request can be
/// understood in two ways. The other direction does not hold: Beast is the more lenient one.
class SecondOpinionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnTheCases_data();
    void agreesOnTheCases();
    void agreesOnChangedCases();
};

void SecondOpinionTest::agreesOnTheCases_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QList<RequestCase> cases = requestCases();
    QVERIFY(!cases.isEmpty());
    for (const RequestCase& each : cases)
        QTest::newRow(each.name.constData()) << each.bytes;
}

void SecondOpinionTest::agreesOnTheCases()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(disagreement(bytes), QByteArray());
}

/// HOOKWORKS_MUTATIONS=5000000 is the long form.
void SecondOpinionTest::agreesOnChangedCases()
{
    const QList<RequestCase> cases = requestCases();
    QVERIFY(!cases.isEmpty());
    const int rounds = qEnvironmentVariableIsSet("HOOKWORKS_MUTATIONS")
                           ? qEnvironmentVariableIntValue("HOOKWORKS_MUTATIONS")
                           : 100'000;
    Mutation mutation(20261125);
    qsizetype taken = 0;
    for (int i = 0; i < rounds; ++i) {
        const QByteArray& base = cases.at(mutation.below(cases.size())).bytes;
        const QByteArray& other = cases.at(mutation.below(cases.size())).bytes;
        const QByteArray bytes = mutation.of(base, other);
        taken += readWithFramer(bytes).requests.size();
        const QByteArray difference = disagreement(bytes);
        QVERIFY2(difference.isEmpty(), (bytes.toPercentEncoding(" /:;,=?") + '\n' + difference).constData());
    }
    QVERIFY(taken > rounds / 20);
}

QTEST_GUILESS_MAIN(SecondOpinionTest)
#include "second_opinion_test.moc"

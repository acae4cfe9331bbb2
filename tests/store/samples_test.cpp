// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

SampleBody sampleBody(const QString& name, const QByteArray& body = "{\"a\":1.0}")
{
    return {name, u"hybiscus"_s, u"report.failed"_s, u"application/json"_s, body, at(1)};
}

} // namespace

class SamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSampleIsKeptAsItIs()
    {
        StoreFixture f;
        for (const qsizetype length : {0, 10, 300'000}) {
            const SampleBody sample = sampleBody(u"of %1 bytes"_s.arg(length), QByteArray(length, '\0'));
            QVERIFY(f.write([&](Writer& w) { return w.addSample(sample); }));
            f.reopen();
            QVERIFY(f.read([&](Reader& r) { return r.sample(sample.name); }) == sample);
            QVERIFY(f.write([&](Writer& w) { return w.removeSample(sample.name); }) == sample);
            QCOMPARE(f.read([&](Reader& r) { return r.sample(sample.name); }).error().code,
                     ErrorCode::NotFound);
            QVERIFY(f.write([&](Writer& w) { return w.addSample(sample); })); // undo
        }
    }

    void theyAreListedByName()
    {
        StoreFixture f;
        for (const QString& name : {u"b"_s, u"A"_s, u"c"_s})
            QVERIFY(f.write([&](Writer& w) { return w.addSample(sampleBody(name)); }));
        const auto all = f.read([](Reader& r) { return r.samples(); }).value();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].name + all[1].name + all[2].name, u"Abc"_s);
        QCOMPARE(all[0].event, u"report.failed"_s);
        QVERIFY(all[0].body.isEmpty());
    }

    void aNameMustBeGoodAndFree()
    {
        StoreFixture f;
        const auto add = [&](const QString& name) {
            const auto added = f.write([&](Writer& w) { return w.addSample(sampleBody(name)); });
            return added ? ErrorCode::Internal : added.error().code;
        };
        for (const QString& odd : {u""_s, u"  "_s, u"c5"_s, u"a\nb"_s, QString(longestSampleName + 1, u'a')})
            QCOMPARE(add(odd), ErrorCode::BadInput);
        QVERIFY(f.write([&](Writer& w) { return w.addSample(sampleBody(u"one"_s)); }));
        QCOMPARE(add(u"one"_s), ErrorCode::Conflict);
        QCOMPARE(f.write([](Writer& w) { return w.removeSample(u"two"_s); }).error().code,
                 ErrorCode::NotFound);
    }

    void secretsAreForgottenInSamples()
    {
        StoreFixture f;
        QVERIFY(
            f.write([&](Writer& w) { return w.addSample(sampleBody(u"one"_s, "the secret-token here")); }));
        Forgotten forgotten;
        ForgetPlace place;
        while (!place.isEnd) {
            const auto portion =
                f.write([place](Writer& w) { return w.forget(SecretWritings({"secret-token"}), place); });
            QVERIFY(portion);
            forgotten += portion->forgotten;
            place = portion->next;
        }
        QCOMPARE(forgotten.samples, 1);
        QCOMPARE(f.read([](Reader& r) { return r.sample(u"one"_s); })->body, "the ************ here");
    }
};

QTEST_GUILESS_MAIN(SamplesTest)
#include "samples_test.moc"

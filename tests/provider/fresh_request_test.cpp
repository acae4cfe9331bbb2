// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/fresh_request.h"
#include "support/built_in_catalogue.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const FreshFacts facts{u"m-2"_s, u"t-2"_s, RealTime(std::chrono::seconds(1'700'000'000))};

/// One that puts a message id into a header, and task id, time and an address into the body.
ProviderProfile profileWithIds()
{
    ProviderProfile profile;
    profile.messageIdHeader = u"X-Message-Id"_s;
    profile.resultUrl = u"https://a.example/?id={taskId}"_s;
    ProfileEvent event;
    event.name = u"done"_s;
    const auto add = [&event](const QString& key, const QString& value) {
        PayloadField field;
        field.key = key;
        field.value = JsonValue::string(value);
        event.fields << field;
    };
    add(u"event"_s, u"{event}"_s);
    add(u"id"_s, u"task-{taskId}"_s);
    add(u"at"_s, u"{now}"_s);
    add(u"url"_s, u"{resultUrl}"_s);
    profile.events << event;
    return profile;
}

Request sample(const QByteArray& body)
{
    Request request;
    request.headers.append("x-message-id", "m-1");
    request.headers.append("X-Own", "m-1");
    request.body = body;
    return request;
}

} // namespace

/// What is new each time an event happens is made anew; every other byte stays.
class FreshRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatTheProfileKnowsIsNew()
    {
        const auto fresh = freshRequest(
            profileWithIds(), u"done"_s,
            sample(
                "{ \"event\": \"done\", \"id\": \"task-1\",\n  \"n\": 1.00, \"at\": \"then\", \"url\": 5 }"),
            facts);
        QVERIFY(fresh);
        QCOMPARE(fresh->body,
                 QByteArray("{ \"event\": \"done\", \"id\": \"task-t-2\",\n  \"n\": 1.00, \"at\": "
                            "\"2023-11-14T22:13:20.000Z\", \"url\": \"https://a.example/?id=t-2\" }"));
        QCOMPARE(fresh->headers.value("X-Message-Id"), QByteArray("m-2"));
        QCOMPARE(fresh->headers.value("X-Own"), QByteArray("m-1"));
        QCOMPARE(fresh->headers.fields[0].name, QByteArray("x-message-id"));
    }

    void whatIsNotThereIsNotAdded()
    {
        Request request = sample("{}");
        request.headers = {};
        const auto fresh = freshRequest(profileWithIds(), u"done"_s, request, facts);
        QVERIFY(fresh);
        QCOMPARE(*fresh, request);
    }

    void aBodyThatIsNoObjectIsRefused()
    {
        QVERIFY(!freshRequest(profileWithIds(), u"done"_s, sample("not json"), facts));
        QVERIFY(!freshRequest(profileWithIds(), u"done"_s, sample("[1]"), facts));
        QVERIFY(
            freshRequest(profileWithIds(), u"another"_s, sample("not json"), facts)); // nothing is new in it
    }

    void placesAreNamed()
    {
        QCOMPARE(freshPlaces(profileWithIds(), u"done"_s),
                 QStringList({u"X-Message-Id"_s, u"$.id"_s, u"$.at"_s, u"$.url"_s}));
        QCOMPARE(freshPlaces(*builtInCatalogue().find(u"hybiscus"_s), u"report.failed"_s),
                 QStringList({u"$.task_id"_s, u"$.url"_s}));
    }
};

QTEST_GUILESS_MAIN(FreshRequestTest)
#include "fresh_request_test.moc"

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/value.h"
#include "provider/catalogue.h"
#include "support/recording_receiver.h"
#include "support/test_workbench.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/providers.h"
#include "workbench/handon/case_file.h"
#include "workbench/inspect/exporter.h"
#include "workbench/inspect/importer.h"
#include "workbench/inspect/marks.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray accepted = "HTTP/1.1 204 No Content\r\n\r\n";

template <class T>
T sure(const Result<T>& result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return *result;
}

QByteArray requestOf(const QByteArray& fields, const QByteArray& body)
{
    return "POST /hook?api_key=QUERYSECRET%20x&n=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QString addRaw(TestWorkbench& bench, const QByteArray& request)
{
    return sure(awaited(bench->importer().take(ImportFormat::Raw, request))).firstId();
}

Exported exportedCase(TestWorkbench& bench, const QStringList& ids, bool withSecrets)
{
    return sure(awaited(bench->exporter().write(ids, ExportFormat::Case, withSecrets)));
}

Result<DeliveryRecord> replayed(TestWorkbench& bench, const QString& id, const QString& url,
                                bool exact = false)
{
    ReplayChoice choice;
    choice.source = id;
    choice.url = url;
    choice.exact = exact;
    const auto made = awaited(bench->replayer().replay(choice));
    if (!made)
        return tl::unexpected<Error>(made.error());
    return awaited(bench->deliveries().untilFinal({made->first().id})).map([](const auto& all) {
        return all.first();
    });
}

QByteArray bytesAt(const RecordingReceiver& receiver)
{
    QByteArray bytes;
    for (const auto& connection : receiver.connections())
        bytes += connection.bytes;
    return bytes;
}

Reply replyOf(int status)
{
    Reply reply;
    reply.status = status;
    return reply;
}

ListenerConfig listenerDownOnce()
{
    ListenerConfig config;
    config.name = u"Own"_s;
    config.port = 0;
    ReplyRule down;
    down.name = u"down once"_s;
    down.times = 1;
    down.require = RequiredAuth{u"RULESECRET"_s, {}, {}};
    down.replies = {replyOf(503)};
    down.otherwise = replyOf(503);
    ReplyRule unused;
    unused.name = u"unused"_s;
    unused.match.path = u"/never"_s;
    unused.replies = {replyOf(500)};
    config.rules = {down, unused};
    return config;
}

} // namespace

/// A case from one workspace to another, with secrets and without.
class CaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withSecretsTheSameBytesLeaveElsewhere_data();
    void withSecretsTheSameBytesLeaveElsewhere();
    void malformedCapturesComeAsTheyWere_data();
    void malformedCapturesComeAsTheyWere();
    void itsProfileIsKnownAgain();
    void withoutSecretsAReplayWaitsForThem();
    void valuesAreWrittenAsTheirPlaceWritesThem();
    void whatNoPlaceholderCanCarryIsSaidAndRefused();
    void attemptsCapturesRulesAndReplaysStayTogether();
    void twoCasesKeepTheirSecretsApart();
    void anImportSendsNothing();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void damageIsReadOrRefused();
    void aRuleOfACaseReadsNoFile();
    void largeBodiesAreThereOnce();
    void marksComeAlong();
};

void CaseTest::marksComeAlong()
{
    TestWorkbench here, there;
    const CaptureId capture = *CaptureId::parse(addRaw(here, requestOf("", "{}")));
    const MarkChange change{std::optional(MarkColour::Red), u"ask Ann, token BODYSECRET"_s};
    QVERIFY(awaited(here->rows().marks.change({capture}, change)));
    const Exported file = exportedCase(here, {capture.toString()}, true);
    const auto done = sure(awaited(there->importer().take(ImportFormat::Case, file.bytes)));
    const Capture after = sure(awaited(there->captures().get(done.captures.first().id)));
    QVERIFY(after.mark.colour == MarkColour::Red);
    QCOMPARE(after.mark.note, u"ask Ann, token BODYSECRET"_s);
}

void CaseTest::withSecretsTheSameBytesLeaveElsewhere_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("json") << requestOf("Authorization: Bearer HEADSECRET\r\n",
                                       R"({"password":"BODYSECRET"})");
    QTest::newRow("binary") << requestOf("X-Odd: \xff\xfe\r\n", QByteArray("\xff\0\x01\r\n", 5));
    QTest::newRow("chunked") << "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 1\r\n\r\n"_ba;
    QTest::newRow("odd target") << "OPTIONS * HTTP/1.1\r\nHost: a\r\nX:  two\r\nx: one\r\n\r\n"_ba;
}

void CaseTest::withSecretsTheSameBytesLeaveElsewhere()
{
    QFETCH(QByteArray, request);
    const RecordingReceiver receiver(Misbehaviour::Answer, accepted);
    TestWorkbench here, there;
    const Exported file = exportedCase(here, {addRaw(here, request)}, true);
    const auto done = sure(awaited(there->importer().take(ImportFormat::Case, file.bytes)));
    QCOMPARE(done.captures.size(), 1);
    QVERIFY(done.unfilled.isEmpty());
    QVERIFY(awaited(there->start()));
    QVERIFY(replayed(there, done.firstId(), receiver.url(), true));
    QCOMPARE(bytesAt(receiver), request);
}

void CaseTest::malformedCapturesComeAsTheyWere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x00\xa5\x01", 6);
    QTest::newRow("half a head") << "POST / HT"_ba;
    QTest::newRow("a bad field") << "GET / HTTP/1.1\r\nHost : a\r\n: x\r\n\r\n"_ba;
    QTest::newRow("a broken chunk")
        << "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"_ba;
    QTest::newRow("two lengths") << "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"_ba;
    QTest::newRow("nothing but a line end") << "\r\n\r\n"_ba;
}

void CaseTest::malformedCapturesComeAsTheyWere()
{
    QFETCH(QByteArray, bytes);
    TestWorkbench here, there;
    const QString id = addRaw(here, bytes);
    const Capture before = sure(awaited(here->captures().get(*CaptureId::parse(id))));
    for (const bool withSecrets : {false, true}) {
        const Exported file = exportedCase(here, {id}, withSecrets);
        const auto done = sure(awaited(there->importer().take(ImportFormat::Case, file.bytes)));
        Capture after = sure(awaited(there->captures().get(done.captures.first().id)));
        after.id = before.id;
        QCOMPARE(after.head + after.body + after.wireBody, before.head + before.body + before.wireBody);
        QVERIFY(after == before);
    }
}

/// A catalogue that knows Hybiscus otherwise, one that does not know it, and a case of before there were
/// revisions: all take it, and say plainly what differs.
void CaseTest::itsProfileIsKnownAgain()
{
    TestWorkbench bench;
    const QString id = addRaw(bench, requestOf("", R"({"event":"report.failed","task_id":"t","url":"u"})"));
    const QByteArray text = exportedCase(bench, {id}, true).bytes;
    const CaseFile file = sure(caseFromText(text));
    QCOMPARE(file.profiles.size(), 1);
    QCOMPARE(file.profiles.first().key, u"hybiscus"_s);
    QCOMPARE(file.profiles.first().revision, bench->providers().find(u"hybiscus"_s)->revision);
    QFile resource(u":/providers/hybiscus.json"_s);
    QVERIFY(resource.open(QIODevice::ReadOnly));
    const QByteArray profile = resource.readAll();
    QByteArray changed = profile;
    changed.replace("\"timeoutSeconds\": {\"value\": 30", "\"timeoutSeconds\": {\"value\": 31");
    QVERIFY(changed != profile);
    const auto notes = [](const QList<ProviderProfile>& known, const QByteArray& bytes) {
        TestWorkbench other(std::make_shared<const ProviderCatalogue>(known));
        const ImportDone done = sure(awaited(other->importer().take(ImportFormat::Case, bytes)));
        return done.captures.size() == 1 ? done.notes.join(u' ') : u"not imported"_s;
    };
    QCOMPARE(notes({sure(profileFromJson(profile + ' '))}, text), QString());
    const QString differs = notes({sure(profileFromJson(changed))}, text);
    QVERIFY2(differs.contains(u"another profile of Hybiscus"_s), qPrintable(differs));
    const QString unknown = notes({}, text);
    QVERIFY2(unknown.contains(u"Hybiscus is not known here"_s), qPrintable(unknown));
    QByteArray old = text;
    old.replace(R"("title": "Hybiscus",)", R"("title": "Hybiscus")");
    old.remove(old.indexOf("\"revision\""), QByteArray("\"revision\": \"").size() + 13);
    QCOMPARE(sure(caseFromText(old)).profiles.first().revision, QString());
    QCOMPARE(notes({sure(profileFromJson(changed))}, old), QString());
}

void CaseTest::withoutSecretsAReplayWaitsForThem()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, accepted);
    TestWorkbench here, there;
    const QByteArray body = R"({"password":"BODY\"SECRET","n":1.0})";
    const QString id = addRaw(
        here, requestOf("Authorization: Bearer HEADSECRET\r\nContent-Type: application/json\r\n", body));
    const Exported file = exportedCase(here, {id}, false);
    QVERIFY2(!file.bytes.contains("SECRET"), file.bytes);
    QVERIFY2(file.notes.join(u' ').contains(u"authorization-1 (Authorization)"),
             qPrintable(file.notes.join(u' ')));
    auto done = sure(awaited(there->importer().take(ImportFormat::Case, file.bytes)));
    QCOMPARE(done.unfilled.size(), 3);
    QVERIFY(awaited(there->start()));
    const auto refused =
        replayed(there, done.firstId(), receiver.url(u"/hook?api_key={{secret:api-key-1}}"_s));
    QVERIFY(!refused);
    for (const QString& name : {u"api-key-1"_s, u"authorization-1"_s, u"password-1"_s})
        QVERIFY2(refused.error().message.contains(name), qPrintable(refused.error().message));
    const auto exact = replayed(there, done.firstId(), receiver.url(), true);
    QVERIFY2(!exact && exact.error().message.contains(u"with secrets"), "");
    const PlaceholderValues values{{u"api-key-1"_s, "QUERYSECRET x"},
                                   {u"authorization-1"_s, "Bearer HEADSECRET"},
                                   {u"password-1"_s, "BODY\"SECRET"}};
    QVERIFY(awaited(there->importer().fill(done.firstId(), values)));
    QVERIFY(!awaited(there->importer().fill(done.firstId(), {{u"other-1"_s, "x"}})));
    there.close();
    there.open();
    QVERIFY(awaited(there->start()));
    const auto sent = replayed(there, done.firstId(), receiver.url(u"/hook?api_key={{secret:api-key-1}}"_s));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
    const QByteArray bytes = bytesAt(receiver);
    QVERIFY2(bytes.startsWith("POST /hook?api_key=QUERYSECRET%20x HTTP/1.1\r\n"), bytes);
    QVERIFY2(bytes.contains("Authorization: Bearer HEADSECRET\r\n"), bytes);
    QVERIFY2(bytes.contains("Content-Length: " + QByteArray::number(body.size()) + "\r\n"), bytes);
    QVERIFY2(bytes.endsWith("\r\n\r\n" + body), bytes);
}

void CaseTest::valuesAreWrittenAsTheirPlaceWritesThem()
{
    Request request;
    request.url = u"http://{{secret:password-1}}@a/?k={{secret:k-1}}&{{secret:unknown}}"_s;
    request.headers.append("Content-Type", "application/x-www-form-urlencoded");
    request.headers.append("Content-Length", "18");
    request.body = "key={{secret:k-1}}";
    const Request full = filled(request, {{u"k-1"_s, "a&b/c"}, {u"password-1"_s, "me:p@ss"}});
    QCOMPARE(full.url, u"http://me:p%40ss@a/?k=a%26b/c&{{secret:unknown}}"_s);
    QCOMPARE(full.body, "key=a%26b%2Fc"_ba);
    QCOMPARE(*full.headers.value("Content-Length"), QByteArray::number(full.body.size()));
    QCOMPARE(placeholdersIn(request), (QStringList{u"password-1"_s, u"k-1"_s, u"unknown"_s}));
    for (const QString& name : {u""_s, u"A"_s, u"a}}"_s, u"-a"_s, u"a b"_s, QString(65, u'a')})
        QVERIFY2(!isPlaceholderName(name), qPrintable(name));
}

void CaseTest::whatNoPlaceholderCanCarryIsSaidAndRefused()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, accepted);
    TestWorkbench here, there;
    const QByteArray inside = QByteArray("user LONGSECRET end").toBase64();
    const QString lost =
        addRaw(here, requestOf("X-Api-Key: LONGSECRET\r\n", R"({"blob":")" + inside + "\"}"));
    const QString number = addRaw(here, requestOf({}, R"({"pin":1,"password":123456789})"));
    const QString fine = addRaw(here, requestOf({}, "plain"));
    const Exported file = exportedCase(here, {lost, number, fine}, false);
    QVERIFY2(!file.bytes.contains("LONGSECRET") && !file.bytes.contains(inside), file.bytes);
    QVERIFY2(file.notes.join(u' ').contains(QString(lost + u", "_s + number)),
             qPrintable(file.notes.join(u' ')));
    PlaceholderValues values;
    for (const Placeholder& each : sure(caseFromText(file.bytes)).placeholders)
        values.insert(each.name, "filled");
    const auto done = sure(awaited(there->importer().take(ImportFormat::Case, file.bytes, values)));
    QVERIFY(awaited(there->start()));
    for (int i = 0; i < 2; ++i) {
        const auto refused = replayed(there, done.captures[i].id.toString(), receiver.url());
        QVERIFY(!refused && refused.error().message.contains(u"with secrets"));
    }
    QVERIFY(replayed(there, done.captures[2].id.toString(), receiver.url()));
}

void CaseTest::attemptsCapturesRulesAndReplaysStayTogether()
{
    TestWorkbench here, there;
    QVERIFY(awaited(here->start()));
    const ListenerView listener = sure(awaited(here->listening().startAdHoc(listenerDownOnce())));
    const QString source = addRaw(here, requestOf("X-Signature: HEADSECRET\r\n", "body"));
    const auto first = sure(replayed(here, source, QString(listener.url + u"/in"_s)));
    const auto second = sure(replayed(here, first.delivery.id.toString(), {}));
    const auto captureOf = [&](const DeliveryRecord& record) {
        return awaited(here->captures().captureOf(record.delivery.id, 1));
    };
    QTRY_VERIFY(captureOf(first) && captureOf(second));
    QVERIFY(awaited(here->listening().stopAdHoc(listener.config.id)));
    const Exported file = exportedCase(here, {second.delivery.id.toString(), source}, false);
    QVERIFY2(!file.bytes.contains("SECRET"), file.bytes);
    const CaseFile read = sure(caseFromText(file.bytes));
    QCOMPARE(read.deliveries.size(), 1); // the first was neither chosen nor belongs to it
    const Exported both =
        exportedCase(here, {first.delivery.id.toString(), second.delivery.id.toString(), source}, false);
    const auto done =
        sure(awaited(there->importer().take(ImportFormat::Case, both.bytes, {{u"x-signature-1"_s, "new"}})));
    QCOMPARE(done.deliveries.size(), 2);
    QCOMPARE(done.captures.size(), 3);
    const DeliveryRecord one = sure(awaited(there->deliveries().get(done.deliveries[0].delivery.id)));
    const DeliveryRecord two = sure(awaited(there->deliveries().get(done.deliveries[1].delivery.id)));
    QCOMPARE(one.delivery.replayOf, done.captures[0].id.toString());
    QCOMPARE(two.delivery.replayOf, one.delivery.id.toString());
    QCOMPARE(one.attempts.size(), 1);
    QCOMPARE(one.attempts.first().status, 503);
    QCOMPARE(one.attempts.first().timings, first.attempts.first().timings);
    const Capture caused = sure(awaited(there->captures().get(*one.attempts.first().capture)));
    QCOMPARE(*caused.delivery, one.delivery.id);
    QCOMPARE(caused.rule, u"down once"_s);
    QCOMPARE(caused.receivedAt, sure(awaited(here->captures().get(*captureOf(first)))).receivedAt);
    const QList<ListenerView> listeners = sure(awaited(there->listening().list()));
    QCOMPARE(listeners.size(), 1);
    QVERIFY(!listeners.first().running && !listeners.first().config.enabled);
    QCOMPARE(listeners.first().config.id, caused.listener);
    QCOMPARE(listeners.first().config.rules.size(), 1);
    QCOMPARE(listeners.first().config.rules.first().require->bearer, u"{{secret:bearer-1}}"_s);
    QVERIFY(awaited(there->importer().fill(done.firstId(), {{u"bearer-1"_s, "again"}})));
    QTRY_COMPARE(sure(awaited(there->listening().list())).first().config.rules.first().require->bearer,
                 u"again"_s);
}

void CaseTest::twoCasesKeepTheirSecretsApart()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, accepted);
    TestWorkbench a, b, there;
    QStringList ids;
    for (auto* bench : {&a, &b}) {
        const QByteArray field = bench == &a ? "X-Api-Key: FIRSTSECRET\r\n" : "X-Api-Key: OTHERSECRET\r\n";
        const Exported file = exportedCase(*bench, {addRaw(*bench, requestOf(field, {}))}, false);
        ids << sure(awaited(there->importer().take(ImportFormat::Case, file.bytes))).firstId();
    }
    QVERIFY(awaited(there->start()));
    QVERIFY(awaited(there->importer().fill(ids[0], {{u"x-api-key-1"_s, "FIRSTSECRET"}})));
    QVERIFY(replayed(there, ids[0], receiver.url()));
    QVERIFY(!replayed(there, ids[1], receiver.url()));
    QVERIFY(awaited(there->importer().fill(ids[0], {{u"x-api-key-1"_s, ""}})));
    QVERIFY(!replayed(there, ids[0], receiver.url()));
    QCOMPARE(sure(awaited(there->importer().secrets())).size(), 4);
    const QString literal = addRaw(there, requestOf("X: {{secret:x-api-key-1}}\r\n", {}));
    QVERIFY(replayed(there, literal, receiver.url(), true)); // it is of no case
}

void CaseTest::anImportSendsNothing()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n");
    TestWorkbench here, there;
    QVERIFY(awaited(here->start()));
    ReplayChoice choice;
    choice.source = addRaw(here, requestOf({}, "x"));
    choice.url = receiver.url();
    choice.policy = u"fixed:600x3"_s;
    const DeliveryId waiting = sure(awaited(here->replayer().replay(choice))).first().id;
    QTRY_VERIFY(sure(awaited(here->deliveries().get(waiting))).delivery.state == DeliveryState::Retrying);
    const Exported file = exportedCase(here, {waiting.toString()}, true);
    QVERIFY(awaited(there->start()));
    const auto done = sure(awaited(there->importer().take(ImportFormat::Case, file.bytes)));
    const auto record = sure(awaited(there->deliveries().get(done.deliveries.first().delivery.id)));
    QCOMPARE(toString(record.delivery.state), u"cancelled"_s);
    QVERIFY(!record.delivery.nextDueAt);
    QCOMPARE(record.delivery.plan.size(), 4);
    QCOMPARE(receiver.requests(), 1);
}

void CaseTest::hostileFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto of = [](const QByteArray& members) {
        return R"({"format":"hookworks-case","version":1)" + members + "}";
    };
    QTest::newRow("no JSON") << "{"_ba;
    QTest::newRow("no case") << R"({"format":"other","version":1})"_ba;
    QTest::newRow("no version") << R"({"format":"hookworks-case"})"_ba;
    QTest::newRow("of a newer program") << R"({"format":"hookworks-case","version":2})"_ba;
    QTest::newRow("a placeholder's name") << of(R"(,"placeholders":[{"name":"}} a"}])");
    QTest::newRow("no body of that name")
        << of(R"(,"captures":[{"id":"c1","receivedAt":"2026-01-01T00:00:00Z","body":"b9"}])");
    QTest::newRow("no base64") << of(
        R"(,"captures":[{"id":"c1","receivedAt":"2026-01-01T00:00:00Z","head":{"base64":"!"}}])");
    QTest::newRow("no id") << of(R"(,"captures":[{"id":"x","receivedAt":"2026-01-01T00:00:00Z"}])");
    QTest::newRow("a wrong kind") << of(R"(,"captures":{})");
    QTest::newRow("attempts out of order") << of(
        R"(,"deliveries":[{"id":"d1","state":"delivered","createdAt":"2026-01-01T00:00:00Z","request":)"
        R"({"method":"GET","url":"http://a/"},"attempts":[{"number":2,"startedAt":"2026-01-01T00:00:00Z"},)"
        R"({"number":2,"startedAt":"2026-01-01T00:00:00Z"}]}])");
    QTest::newRow("a rule that nobody knows")
        << of(R"(,"listeners":[{"id":"l1","name":"x","rules":[{"reply":{"status":1}}]}])");
    QTest::newRow("too many values") << of(",\"x\":[" + QByteArray("0,").repeated(2'100'000) + "0]");
}

void CaseTest::hostileFilesAreRefused()
{
    QFETCH(QByteArray, text);
    TestWorkbench bench;
    const auto done = awaited(bench->importer().take(ImportFormat::Case, text));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::BadInput);
    QCOMPARE(awaited(bench->captures().list())->size(), 0);
}

/// What is read of a damaged file can be written again, and says the same.
void CaseTest::damageIsReadOrRefused()
{
    TestWorkbench here;
    const QStringList ids{addRaw(here, requestOf("Authorization: Bearer HEADSECRET\r\n", "a")),
                          addRaw(here, requestOf("X: \xff\r\n", "b\xfe"))};
    const RecordingReceiver receiver(Misbehaviour::Answer, accepted);
    QVERIFY(awaited(here->start()));
    const auto sent = sure(replayed(here, ids.first(), receiver.url()));
    const QByteArray whole = exportedCase(here, ids + QStringList{sent.delivery.id.toString()}, false).bytes;
    QRandomGenerator random(7);
    int read = 0;
    for (int i = 0; i < 1500; ++i) {
        QByteArray text = whole;
        const qsizetype at = random.bounded(text.size());
        switch (random.bounded(4)) {
        case 0:
            text[at] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            text.remove(at, random.bounded(20));
            break;
        case 2:
            text.insert(at, whole.sliced(random.bounded(whole.size())).left(random.bounded(40)));
            break;
        default:
            text.truncate(at);
        }
        const auto file = caseFromText(text);
        QVERIFY(file || file.error().code == ErrorCode::BadInput);
        if (!file)
            continue;
        ++read;
        const auto again = caseFromText(caseText(*file));
        QVERIFY2(again && *again == *file, text);
    }
    QVERIFY(read > 10);
}

void CaseTest::aRuleOfACaseReadsNoFile()
{
    TestWorkbench bench;
    const auto done = sure(awaited(bench->importer().take(
        ImportFormat::Case,
        R"({"format":"hookworks-case","version":1,"later":true,"listeners":[{"id":"l1","name":"x","rules":)"
        R"([{"name":"r","reply":{"status":200,"bodyFile":"/etc/passwd"}}]}]})")));
    QVERIFY(done.firstId().isEmpty());
    const ListenerConfig config = sure(awaited(bench->listening().list())).first().config;
    QVERIFY(config.rules.first().replies.first().bodyFile.isEmpty());
    QCOMPARE(config.address, u"127.0.0.1"_s);
}

void CaseTest::largeBodiesAreThereOnce()
{
    TestWorkbench here, there;
    QByteArray body(4 * 1024 * 1024, '\xff');
    const QByteArray request = requestOf({}, body);
    const QStringList ids{addRaw(here, request), addRaw(here, request)};
    const Exported file = exportedCase(here, ids, false);
    QVERIFY(file.bytes.size() < 6 * 1024 * 1024);
    QCOMPARE(toString(guessedFormat(u"x.har"_s, file.bytes)), u"case"_s);
    QCOMPARE(toString(guessedFormat(u"x.hookworks-case"_s, "{}")), u"case"_s);
    const auto done = sure(awaited(there->importer().take(ImportFormat::Case, file.bytes)));
    QCOMPARE(sure(awaited(there->captures().get(done.captures.last().id))).body, body);
}

QTEST_GUILESS_MAIN(CaseTest)
#include "case_test.moc"

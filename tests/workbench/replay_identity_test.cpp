// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/standard_webhooks.h"
#include "support/recording_receiver.h"
#include "support/test_workbench.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/designer.h"
#include "workbench/inspect/attempt_way.h"
#include "workbench/inspect/exporter.h"
#include "workbench/inspect/importer.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/simulate/simulator.h"

#include <QDateTime>
#include <QFile>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fineAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
const QByteArray secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

HeaderList signedFields(const QByteArray& body)
{
    HeaderList headers;
    headers.append("Webhook-Id", "msg_old");
    headers.append("webhook-timestamp", "1614265330");
    headers.append("webhook-signature", "?");
    return signedAnew(headers, body, *signingKey(secret));
}

} // namespace

/// By what a receiver knows the sender of a replay: its signature, and its client certificate.
class ReplayIdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreshCaptureIsSignedWithTheSecretThatIsGiven();
    void withoutTheSecretTheSignatureIsSaidToBeOld();
    void anEditedOneIsSignedWhereTheSecretIsGiven();
    void aWebhooksSecretIsKnown();
    void aCasesOldSignatureIsNotAskedFor();
    void whatIsNoSecretIsRefused();
    void itShowsTheWebhooksCertificate();

private:
    QString imported(const QByteArray& body);
    Result<Delivery> replayed(ReplayChoice choice);
    /// What the receiver got last.
    struct Got
    {
        HeaderList headers;
        QByteArray body;
        bool isVerified() const { return isSignedWith(*signingKey(secret), headers, body); }
        QByteArray field(const char* name) const { return headers.value(name).value_or(QByteArray()); }
    };
    Got got() const;
    bool isSaidToBeOld(DeliveryId id) { return awaited(m_bench->replayer().related(id))->hasOldSignature; }

    TestWorkbench m_bench;
    const RecordingReceiver m_receiver{Misbehaviour::AnswerClose, fineAnswer};
    bool m_started = awaited(m_bench->start()).has_value();
};

QString ReplayIdentityTest::imported(const QByteArray& body)
{
    QByteArray request = "POST /hook HTTP/1.1\r\nHost: a.example\r\n";
    for (const Header& field : signedFields(body).fields)
        request += field.name + ": " + field.value + "\r\n";
    request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return awaited(m_bench->importer().take(ImportFormat::Raw, request))->firstId();
}

Result<Delivery> ReplayIdentityTest::replayed(ReplayChoice choice)
{
    if (choice.url.isEmpty())
        choice.url = m_receiver.url();
    const auto made = awaited(m_bench->replayer().replay(choice));
    if (!made)
        return tl::unexpected<Error>(made.error());
    static_cast<void>(awaited(m_bench->deliveries().untilFinal({made->first().id})));
    return made->first();
}

ReplayIdentityTest::Got ReplayIdentityTest::got() const
{
    const QByteArray bytes = m_receiver.connections().last().bytes;
    const qsizetype end = bytes.indexOf("\r\n\r\n") + 4;
    return {fieldsOfHead(bytes.first(end)), bytes.sliced(end)};
}

/// It is of no known provider: Standard Webhooks are enough to know what is new each time.
void ReplayIdentityTest::aFreshCaptureIsSignedWithTheSecretThatIsGiven()
{
    const QString source = imported("{\"own\": 1}");
    const auto original = awaited(m_bench->replayer().look(source));
    QCOMPARE(original->freshPlaces,
             QStringList({u"webhook-id"_s, u"webhook-timestamp"_s, u"webhook-signature"_s}));
    QVERIFY(original->isSigned && !original->secretIsKnown);
    ReplayChoice choice;
    choice.source = source;
    choice.fresh = true;
    choice.signingSecret = secret;
    const auto delivery = replayed(choice);
    QVERIFY2(delivery, delivery ? "" : qPrintable(delivery.error().message));
    QVERIFY(got().isVerified());
    QCOMPARE(got().body, QByteArray("{\"own\": 1}"));
    QCOMPARE(got().field("webhook-id"), delivery->messageId.toUtf8());
    const qint64 age = QDateTime::currentSecsSinceEpoch() - got().field("webhook-timestamp").toLongLong();
    QVERIFY2(age >= 0 && age < 60, qPrintable(QString::number(age)));
    QVERIFY(!isSaidToBeOld(delivery->id));
}

void ReplayIdentityTest::withoutTheSecretTheSignatureIsSaidToBeOld()
{
    ReplayChoice choice;
    choice.source = imported("{\"own\": 2}");
    const auto asItWas = replayed(choice);
    QVERIFY(asItWas && got().isVerified());
    QVERIFY(!isSaidToBeOld(asItWas->id));
    choice.fresh = true;
    const auto fresh = replayed(choice);
    QVERIFY(fresh && !got().isVerified());
    QVERIFY(got().field("webhook-id") != "msg_old");
    QCOMPARE(got().field("webhook-signature"),
             signedFields("{\"own\": 2}").value("webhook-signature").value());
    QVERIFY(isSaidToBeOld(fresh->id));
}

void ReplayIdentityTest::anEditedOneIsSignedWhereTheSecretIsGiven()
{
    ReplayChoice choice;
    choice.source = imported("{\"own\": 3}");
    choice.edit = R"({"body": "{\"own\": 4}"})";
    const auto old = replayed(choice);
    QVERIFY(old && !got().isVerified() && isSaidToBeOld(old->id));
    choice.signingSecret = secret;
    const auto anew = replayed(choice);
    QVERIFY(anew && got().isVerified() && !isSaidToBeOld(anew->id));
    QCOMPARE(got().field("webhook-id"), QByteArray("msg_old"));
    QCOMPARE(got().body, QByteArray("{\"own\": 4}"));
}

/// A token of that form, of a provider that sends none; not where the replay goes to somebody else.
void ReplayIdentityTest::aWebhooksSecretIsKnown()
{
    Webhook webhook;
    webhook.provider = u"connectreport"_s;
    webhook.url = m_receiver.url();
    webhook.token = secret;
    webhook.headers = signedFields("");
    webhook.policy = u"none"_s;
    const auto kept = awaited(m_bench->designer().saveWebhook(webhook));
    QVERIFY(kept);
    const auto sent = awaited(m_bench->simulator().sendTest(kept->id));
    QVERIFY(sent);
    static_cast<void>(awaited(m_bench->deliveries().untilFinal({sent->id})));
    ReplayChoice choice;
    choice.source = sent->id.toString();
    choice.fresh = true;
    QVERIFY(awaited(m_bench->replayer().look(choice.source))->secretIsKnown);
    QVERIFY(replayed(choice) && got().isVerified());
    const RecordingReceiver other(Misbehaviour::AnswerClose, fineAnswer);
    choice.url = other.url();
    const auto elsewhere = replayed(choice);
    QVERIFY(elsewhere && isSaidToBeOld(elsewhere->id));
}

/// Without secrets it is a placeholder; with the signing secret nobody needs it.
void ReplayIdentityTest::aCasesOldSignatureIsNotAskedFor()
{
    const QString source = imported("{\"own\": 6}");
    const auto exported = awaited(m_bench->exporter().write({source}, ExportFormat::Case));
    QVERIFY(exported && exported->bytes.contains("{{secret:webhook-signature-1}}"));
    const auto done = awaited(m_bench->importer().take(ImportFormat::Case, exported->bytes));
    QVERIFY(done);
    ReplayChoice choice;
    choice.source = done->firstId();
    choice.fresh = true;
    QVERIFY(!replayed(choice));
    choice.signingSecret = secret;
    const auto anew = replayed(choice);
    QVERIFY2(anew, anew ? "" : qPrintable(anew.error().message));
    QVERIFY(got().isVerified() && !isSaidToBeOld(anew->id));
}

void ReplayIdentityTest::whatIsNoSecretIsRefused()
{
    ReplayChoice choice;
    choice.source = imported("{\"own\": 5}");
    choice.fresh = true;
    choice.signingSecret = "hello!";
    const auto refused = replayed(choice);
    QVERIFY(!refused && refused.error().message.contains(u"whsec_"_s));
    QVERIFY(!refused.error().message.contains(u"hello"_s));
}

/// At a listener that asks for one; a replay to somebody else shows none.
void ReplayIdentityTest::itShowsTheWebhooksCertificate()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"client.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(selfSignedCertificate("a.example", 10)) > 0);
    file.close();
    const auto listening = [this](const QString& name) {
        ListenerConfig config;
        config.name = name;
        config.port = 0;
        config.tls = true;
        config.askClientCertificate = true;
        const auto id = awaited(m_bench->listening().add(config));
        return awaited(m_bench->listening().start(*id))->url;
    };
    const QString one = listening(u"One"_s), other = listening(u"Other"_s);
    Webhook webhook;
    webhook.provider = u"connectreport"_s;
    webhook.url = one + u"/hook"_s;
    webhook.clientCertificate.file = file.fileName();
    webhook.policy = u"none"_s;
    const auto kept = awaited(m_bench->designer().saveWebhook(webhook));
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
    const auto sent = awaited(m_bench->simulator().sendTest(kept->id));
    QVERIFY(sent);
    static_cast<void>(awaited(m_bench->deliveries().untilFinal({sent->id})));
    const auto lastAttempt = [this](DeliveryId id) {
        return awaited(m_bench->deliveries().get(id))->attempts.last();
    };
    const auto shownAt = [this, &lastAttempt](DeliveryId id) {
        const auto capture = lastAttempt(id).capture;
        return capture ? awaited(m_bench->captures().get(*capture))->tls->clientSubject : u"no capture"_s;
    };
    QTRY_VERIFY2(shownAt(sent->id).contains(u"receiver"_s), qPrintable(lastAttempt(sent->id).error));
    ReplayChoice choice;
    choice.source = sent->id.toString();
    choice.url = webhook.url;
    const auto first = replayed(choice);
    QVERIFY(first);
    QTRY_COMPARE(shownAt(first->id), shownAt(sent->id));
    QVERIFY(wayWords(lastAttempt(first->id)).contains(u"The client certificate"_s));
    choice.source = first->id.toString(); // a replay of a replay goes back to the same webhook
    const auto second = replayed(choice);
    QVERIFY(second);
    QTRY_COMPARE(shownAt(second->id), shownAt(sent->id));
    choice.url = other + u"/hook"_s;
    const auto elsewhere = replayed(choice);
    QVERIFY(elsewhere);
    QTRY_COMPARE(shownAt(elsewhere->id), QString());
    QCOMPARE(lastAttempt(elsewhere->id).clientCertificate, QString());
}

QTEST_GUILESS_MAIN(ReplayIdentityTest)
#include "replay_identity_test.moc"

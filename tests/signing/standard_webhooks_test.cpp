// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/standard_webhooks.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

class StandardWebhooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleOfTheSpecification();
    void anyChangeBreaksIt();
    void aRequestIsSignedAnew();
    void svixsNamesAreTheSame();
    void whatIsNoSecretIsRefused();
};

namespace {

/// From the specification's reference libraries.
const QByteArray secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const QByteArray body = R"({"test": 2432232314})";

HeaderList example()
{
    HeaderList headers;
    headers.append("Webhook-Id", "msg_p5jXN8AQM9LWM0D4loKWxJek");
    headers.append("X-Own", "a");
    headers.append("webhook-timestamp", "1614265330");
    headers.append("Webhook-Signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    return headers;
}

} // namespace

void StandardWebhooksTest::theExampleOfTheSpecification()
{
    const QByteArray key = *signingKey(secret);
    QVERIFY(isSigned(example()));
    QVERIFY(isSignedWith(key, example(), body));
    QCOMPARE(key, *signingKey(secret.mid(6)));
    HeaderList several = example();
    several.fields.last().value.prepend("v1,AAAA v1a,BBBB ");
    QVERIFY(isSignedWith(key, several, body));
}

void StandardWebhooksTest::anyChangeBreaksIt()
{
    const QByteArray key = *signingKey(secret);
    QVERIFY(!isSignedWith(key, example(), body + ' '));
    QVERIFY(!isSignedWith(key + 'x', example(), body));
    for (const qsizetype changed : {0, 2, 3}) {
        HeaderList headers = example();
        headers.fields[changed].value += '1';
        QVERIFY(!isSignedWith(key, headers, body));
    }
    QVERIFY(!isSignedWith(key, {}, body));
    QVERIFY(!isSigned({}));
}

void StandardWebhooksTest::aRequestIsSignedAnew()
{
    const QByteArray key = *signingKey(secret);
    const HeaderList other = withMessage(example(), "msg_2", 1'700'000'000);
    QVERIFY(!isSignedWith(key, other, body));
    const HeaderList anew = signedAnew(other, body, key);
    QVERIFY(isSignedWith(key, anew, body));
    QCOMPARE(anew.fields[0], (Header{"Webhook-Id", "msg_2"}));
    QCOMPARE(anew.fields[1], example().fields[1]);
    QCOMPARE(anew.fields[2], (Header{"webhook-timestamp", "1700000000"}));
    QVERIFY(keepsSignature({example(), body}, {other, body}));
    QVERIFY(keepsSignature({example(), body}, {example(), body + ' '}));
    QVERIFY(!keepsSignature({example(), body}, {anew, body}));
    QVERIFY(!keepsSignature({example(), body}, {example(), body}));
    QCOMPARE(signedAnew(withMessage(example(), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1'614'265'330), body, key),
             example());
    HeaderList bare;
    bare.append("Host", "a");
    QCOMPARE(signedAnew(withMessage(bare, "x", 1), body, key), bare);
    QCOMPARE(messageFieldsIn(bare), QStringList());
    QCOMPARE(messageFieldsIn(example()),
             QStringList({u"webhook-id"_s, u"webhook-timestamp"_s, u"webhook-signature"_s}));
}

void StandardWebhooksTest::svixsNamesAreTheSame()
{
    HeaderList headers = example();
    for (Header& field : headers.fields)
        field.name.replace("Webhook", "Svix").replace("webhook", "svix");
    QVERIFY(isSignedWith(*signingKey(secret), headers, body));
    QCOMPARE(messageFieldsIn(headers), QStringList({u"svix-id"_s, u"svix-timestamp"_s, u"svix-signature"_s}));
}

void StandardWebhooksTest::whatIsNoSecretIsRefused()
{
    for (const QByteArray text : {"", "whsec_", "no base64!", "whsec_*"})
        QVERIFY(!signingKey(text));
}

QTEST_APPLESS_MAIN(StandardWebhooksTest)
#include "standard_webhooks_test.moc"

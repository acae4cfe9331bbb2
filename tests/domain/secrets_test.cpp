// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/secret_writings.h"
#include "domain/shown_secrets.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What of a webhook is secret, how it is shown, and where it is found again.
class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUrlIsShownWithoutItsSecrets_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* url, const char* shown) {
            QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(shown);
        };
        row("http://a.example/hook?x=1#f", "http://a.example/hook?x=1#f");
        row("http://me:pw@a.example:80/hook", "http://***:***@a.example:80/hook");
        row("https://t0ken@a.example", "https://***@a.example");
        row("http://me:p@w@a.example/?x=@", "http://***:***@a.example/?x=@");
        row("http://a/?api_key=K&x=1&Access-Token=T&%74oken=U#key=f",
            "http://a/?api_key=***&x=1&Access-Token=***&%74oken=***#key=f");
        row("{listener}/hook?sig=abc&signal=1", "{listener}/hook?sig=***&signal=1");
        row("{listener}", "{listener}");
        row("/p?key", "/p?key");
        row("", "");
        row("http://", "http://");
        row("mailto:me@a.example?secret=x", "mailto:me@a.example?secret=***");
    }
    void aUrlIsShownWithoutItsSecrets()
    {
        QFETCH(const QString, url);
        QTEST(urlForShowing(url), "shown");
    }

    void aWebhookIsShownWithoutItsSecrets()
    {
        Webhook webhook;
        webhook.url = u"http://me:pa%20ss@a/?token=t%2Fk&x=open"_s;
        webhook.token = "Bearer abc";
        webhook.headers.append("X-Gitlab-Token", "glpat");
        webhook.headers.append("Authorization", "Basic bWU6cHc=");
        webhook.headers.append("X-Tenant", "acme corp");
        const Webhook shown = webhookForShowing(webhook);
        QCOMPARE(shown.url, u"http://***:***@a/?token=***&x=open"_s);
        QCOMPARE(shown.token, QByteArray("***"));
        QCOMPARE(shown.headers.value("X-Gitlab-Token"), QByteArray("***"));
        QCOMPARE(shown.headers.value("X-Tenant"), QByteArray("acme corp"));
        QCOMPARE(secretsOf(webhook),
                 (QList<QByteArray>{"abc", "glpat", "bWU6cHc=", "me", "pa%20ss", "pa ss", "t%2Fk", "t/k"}));
        QVERIFY(secretsOf(webhookForShowing(Webhook())).isEmpty());
    }

    void aSecretIsFoundInEveryWriting_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray secret = "s\"c/r t+1?";
        const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
        row("plain", "Authorization: Bearer " + secret + "\r\n");
        row("percent", "?k=" + secret.toPercentEncoding());
        row("percent, lower", "?k=s%22c%2fr%20t%2b1%3f&");
        row("form", "k=s%22c%2Fr+t%2B1%3F");
        row("json", "{\"k\":\"s\\\"c/r t+1?\"}");
        row("json, slashes", "{\"k\":\"s\\\"c\\/r t+1?\"}");
        for (int before = 0; before < 4; ++before) {
            const QByteArray pair = QByteArray("user:").first(before) + secret + "x";
            row(("base64 " + QByteArray::number(before)).constData(), "Basic " + pair.toBase64());
            row(("base64url " + QByteArray::number(before)).constData(),
                pair.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
        }
    }
    void aSecretIsFoundInEveryWriting()
    {
        QFETCH(const QByteArray, text);
        const SecretWritings secrets({"s\"c/r t+1?"});
        QByteArray bytes = text;
        QVERIFY(secrets.overwriteIn(bytes));
        QCOMPARE(bytes.size(), text.size());
        QVERIFY2(bytes.contains("***"), bytes);
        QVERIFY(!secrets.overwriteIn(bytes));
    }

    void shortOnesAreLeft()
    {
        QByteArray bytes = "abcde abcdef";
        QVERIFY(SecretWritings({"abcde"}).isEmpty());
        QVERIFY(SecretWritings({"abcde", "abcdef"}).overwriteIn(bytes));
        QCOMPARE(bytes, QByteArray("abcde ******"));
    }
};

QTEST_APPLESS_MAIN(SecretsTest)
#include "secrets_test.moc"

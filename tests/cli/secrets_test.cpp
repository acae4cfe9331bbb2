// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QList<QByteArray> secrets{"TOKENSECRET", "GITLABSECRET", "KEYSECRET", "PASSSECRET"};

QString urlOf(QProcess& listener)
{
    const QByteArray line = Home::nextLine(listener);
    return QString::fromUtf8(line.mid(line.indexOf("http")).chopped(2));
}

QStringList addTo(const QString& address)
{
    return {u"webhook"_s,
            u"add"_s,
            u"--provider"_s,
            u"hybiscus"_s,
            u"--url"_s,
            address + u"/in?api_key=KEYSECRET"_s,
            u"--name"_s,
            u"Hook"_s,
            u"--policy"_s,
            u"none"_s,
            u"--header"_s,
            u"X-Gitlab-Token: GITLABSECRET"_s,
            u"--header"_s,
            u"X-Tenant: acme"_s,
            u"--auth-token-stdin"_s};
}

QByteArray anyIn(const QByteArray& text)
{
    for (const QByteArray& secret : secrets) {
        if (text.contains(secret))
            return secret;
    }
    return {};
}

} // namespace

/// What a webhook's secrets look like on the disk and on the screen, and that they can be forgotten.
class SecretsTest : public QObject
{
    Q_OBJECT

private:
    static void expectNoneOnTheDisk(const Home& home)
    {
        const QDir folder = QFileInfo(home.workspace()).dir();
        for (const QString& name : folder.entryList({u"test.hookworks*"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(anyIn(content).isEmpty(), anyIn(content) + " in " + name.toUtf8());
            QVERIFY2(!content.contains(QByteArray("user:PASSSECRET").toBase64()), name.toUtf8());
        }
    }

private Q_SLOTS:
    void settingsAreSealedAndShownMasked()
    {
        const Home home;
        const QByteArray added = home.run(addTo(u"http://user:PASSSECRET@a.example"_s), "TOKENSECRET\n").out;
        QVERIFY2(anyIn(added).isEmpty() && added.contains("***"), added);
        for (const QStringList& command :
             {QStringList{u"webhook"_s, u"show"_s, u"w1"_s}, QStringList{u"webhook"_s, u"list"_s},
              QStringList{u"webhook"_s, u"set"_s, u"w1"_s, u"--rate"_s, u"60"_s}}) {
            for (const bool json : {false, true}) {
                const QStringList arguments = json ? command + QStringList{u"--json"_s} : command;
                const QByteArray masked = home.run(arguments).out;
                QVERIFY2(anyIn(masked).isEmpty() && masked.contains("***"), masked);
                QVERIFY2(command[1] == u"list" || masked.contains("acme"), masked);
                const QByteArray whole = home.run(arguments + QStringList{u"--with-secrets"_s}).out;
                QVERIFY2(whole.contains("KEYSECRET") && whole.contains("PASSSECRET"), whole);
                if (command[1] != u"list" || json)
                    QVERIFY2(whole.contains("GITLABSECRET") && whole.contains("TOKENSECRET"), whole);
            }
        }
        expectNoneOnTheDisk(home);
    }

    void aReportsTokensAreShownMaskedAndExportedWhole()
    {
        const Home home;
        const QByteArray document =
            "{ \"type\":\"Report\",\"config\":{\"webhooks\":[{\"url\":\"http://a.example/?key=KEYSECRET\","
            "\"auth_header\":\"TOKENSECRET\"}],\"cloud_storage\":{\"s3\":\"http://b.example/"
            "x?X-Amz-Signature=PASSSECRET\"}}, \"n\":1.0}";
        const QByteArray imported =
            home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s}, document).out;
        QVERIFY2(anyIn(imported).isEmpty() && imported.contains("***"), imported);
        const QByteArray shown = home.run({u"report"_s, u"show"_s, u"r1"_s}).out;
        QVERIFY2(anyIn(shown).isEmpty() && shown.contains("\"n\":1.0"), shown);
        QVERIFY(home.run({u"report"_s, u"show"_s, u"r1"_s, u"--with-secrets"_s}).out.contains("TOKENSECRET"));
        QCOMPARE(home.run({u"report"_s, u"export"_s, u"r1"_s}).out, document);
        expectNoneOnTheDisk(home);
    }

    void aRemovedWebhooksSecretsAreForgotten()
    {
        const Home home;
        const QByteArray large = "{\"a\":\"" + QByteArray(300'000, 'x') + "TOKENSECRET\"}";
        const QByteArray across = QByteArray(256 * 1024 - 5, 'y') + "GITLABSECRET" + QByteArray(1000, 'z');
        {
            const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"4"_s});
            const QString url = urlOf(*listener);
            QCOMPARE(home.run(addTo(url), "TOKENSECRET\n").status, 0);
            QCOMPARE(home.run({u"webhook"_s, u"test"_s, u"w1"_s}).status, 0);
            QCOMPARE(home.run({u"webhook"_s, u"test"_s, u"w1"_s}).status, 0);
            for (const QByteArray& body : {large, across})
                QCOMPARE(
                    home.run({u"replay"_s, u"d1"_s, u"--edit"_s,
                              home.write(u"edit.json"_s, "{\"bodyBase64\":\"" + body.toBase64() + "\"}")})
                        .status,
                    0);
            QCOMPARE(Home::end(*listener).status, 0);
        }
        const auto sizes = [&] {
            QList<QByteArray> list;
            for (const QByteArray& line : home.run({u"captures"_s, u"--json"_s}).lines())
                list << QByteArray::number(objectOf(line)[u"bodyBytes"].toInt()) + ' ' +
                            QByteArray::number(objectOf(line)[u"wireBytes"].toInt());
            return list;
        };
        const auto before = sizes();
        const QByteArray raw = home.run({u"capture"_s, u"c1"_s, u"--raw"_s}).out;
        QVERIFY2(raw.contains("TOKENSECRET"), raw);
        const ProgramResult removed = home.run({u"webhook"_s, u"remove"_s, u"w1"_s, u"--forget-secrets"_s});
        QCOMPARE(removed.status, 0);
        QVERIFY2(removed.err.contains("overwritten"), removed.err);
        QVERIFY2(removed.err.contains("4 URLs, 4 requests, 4 attempts, 4 captures"), removed.err);
        expectNoneOnTheDisk(home);
        QCOMPARE(sizes(), before);
        const QByteArray forgotten = home.run({u"capture"_s, u"c1"_s, u"--raw"_s}).out;
        QCOMPARE(forgotten.size(), raw.size());
        QVERIFY2(forgotten.contains("***********") && forgotten.contains("X-Tenant: acme"), forgotten);
        QCOMPARE(home.run({u"webhook"_s, u"list"_s, u"--json"_s}).lines().size(), 0);
        QCOMPARE(home.run({u"delivery"_s, u"d1"_s, u"--json"_s}).status, 0);
    }

    /// Many rows, so that SQLite moves them about while they are written and overwritten.
    void noPieceOfManyRowsIsLeft()
    {
        const Home home;
        const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--quiet"_s});
        QCOMPARE(home.run(addTo(urlOf(*listener)), "TOKENSECRET\n").status, 0);
        QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s},
                          "{\"type\":\"Report\"}")
                     .status,
                 0);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(home.run({u"simulate"_s, u"report.completed"_s, u"--report"_s, u"r1"_s, u"--count"_s,
                               u"200"_s})
                         .status,
                     0);
        QCOMPARE(home.run({u"webhook"_s, u"remove"_s, u"w1"_s, u"--forget-secrets"_s}).status, 0);
        expectNoneOnTheDisk(home);
        listener->terminate();
        QCOMPARE(Home::end(*listener).status, 130);
        expectNoneOnTheDisk(home);
    }

    void whatWaitsIsCancelled()
    {
        const Home home;
        QCOMPARE(home.run(addTo(u"http://127.0.0.1:9"_s), "TOKENSECRET\n").status, 0);
        QCOMPARE(home.run({u"webhook"_s, u"set"_s, u"w1"_s, u"--policy"_s, u"fixed:600x3"_s}).status, 0);
        QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s},
                          "{\"type\":\"Report\"}")
                     .status,
                 0);
        QCOMPARE(
            home.run({u"simulate"_s, u"report.completed"_s, u"--report"_s, u"r1"_s, u"--no-wait"_s}).status,
            0);
        const ProgramResult removed = home.run({u"webhook"_s, u"remove"_s, u"Hook"_s, u"--forget-secrets"_s});
        QCOMPARE(removed.status, 0);
        QVERIFY2(removed.err.contains("1 deliveries that had attempts before them were cancelled"),
                 removed.err);
        QCOMPARE(objectOf(home.run({u"delivery"_s, u"d1"_s, u"--json"_s}).out)[u"state"].toString(),
                 u"cancelled"_s);
        expectNoneOnTheDisk(home);
    }

    void withoutItWhatWasSentStays()
    {
        const Home home;
        QCOMPARE(home.run(addTo(u"http://127.0.0.1:9"_s), "TOKENSECRET\n").status, 0);
        QCOMPARE(home.run({u"webhook"_s, u"test"_s, u"w1"_s}).status, 1);
        const ProgramResult removed = home.run({u"webhook"_s, u"remove"_s, u"w1"_s});
        QVERIFY2(removed.err.contains("keeps its secrets"), removed.err);
        QVERIFY(home.run({u"delivery"_s, u"d1"_s, u"--json"_s}).out.contains("TOKENSECRET"));
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "secrets_test.moc"

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/url_parts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hookworks;

namespace {

using Refusal = std::pair<QString, const char*>; ///< the URL, and words of the error

QList<Refusal> badHosts()
{
    return {
        {u"http://"_s, "names no host"},
        {u"http:///x"_s, "names no host"},
        {u"http://:80/"_s, "names no host"},
        {u"http://u:p@/"_s, "names no host"},
        {u"http://a b/"_s, "host name"},
        {u"http://a%20b/"_s, "host name"},
        {u"http://a%2Fb/"_s, "host name"},
        {u"http://a%zz/"_s, "host name"},
        {u"http://a%ff/"_s, "host name"},
        {u"http://a..b/"_s, "host name"},
        {u"http://.a/"_s, "host name"},
        {u"http://a!/"_s, "host name"},
        {u"http://./"_s, "host name"},
        {u"http://xn--/"_s, "host name"},
        {u"http://xn--a-ä/"_s, "host name"},
        {u"http://%1/"_s.arg(QString(64, u'a')), "host name"},
        {u"http://%1a/"_s.arg(u"abcdefg."_s.repeated(32)), "host name"},
        {u"http://256.1.1.1/"_s, "IPv4"},
        {u"http://1.2.3.4.5/"_s, "IPv4"},
        {u"http://08.1/"_s, "IPv4"},
        {u"http://a.1/"_s, "IPv4"},
        {u"http://4294967296/"_s, "IPv4"},
        {u"http://[::1/"_s, "brackets"},
        {u"http://::1/"_s, "brackets"},
        {u"http://a[::1]/"_s, "brackets"},
        {u"http://[::1]a/"_s, "brackets"},
        {u"http://[::1]:1:2/"_s, "brackets"},
        {u"http://[]/"_s, "IPv6"},
        {u"http://[::g]/"_s, "IPv6"},
        {u"http://[1.2.3.4]/"_s, "IPv6"},
        {u"http://[v1.x]/"_s, "IPv6"},
        {u"http://[::1%25lo]:1/"_s, "zone"},
        {u"http://[fe80::1%eth0]/"_s, "zone"},
    };
}

} // namespace

class UrlPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenIsWhatIsSent_data();
    void whatIsTakenIsWhatIsSent();
    void whatCannotBeSentToIsRefused_data();
    void whatCannotBeSentToIsRefused();
    void aRefusalRepeatsNoPassword();
    void theListenerStandsAtTheBeginning_data();
    void theListenerStandsAtTheBeginning();
    void namesThatNeedNoLookUpAreKnown();
};

void UrlPartsTest::whatIsTakenIsWhatIsSent_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<UrlParts>("parts");
    const auto row = [](const QString& url, const UrlParts& parts) {
        QTest::newRow(qPrintable(url.left(60))) << url << parts;
    };
    row(u"http://a"_s, {false, "a", 80, "a", "/"});
    row(u"HTTPS://A.b/"_s, {true, "a.b", 443, "a.b", "/"});
    row(u" \thttp://a/b \r\n"_s, {false, "a", 80, "a", "/b"});
    row(u"http://a:8717/x?y=%20#z"_s, {false, "a", 8717, "a:8717", "/x?y=%20"});
    row(u"http://a?x"_s, {false, "a", 80, "a", "/?x"});
    row(u"http://a#x"_s, {false, "a", 80, "a", "/"});
    row(u"http://a:/"_s, {false, "a", 80, "a", "/"});
    row(u"https://a:0443/"_s, {true, "a", 443, "a:443", "/"});
    row(u"http://a:09000/"_s, {false, "a", 9000, "a:9000", "/"});
    row(u"http://a/../b//c/./%2F%zz|^\\"_s, {false, "a", 80, "a", "/../b//c/./%2F%zz|^\\"});
    row(u"http://a/b c/é?ü=日本&x"_s, {false, "a", 80, "a", "/b%20c/%C3%A9?%C3%BC=%E6%97%A5%E6%9C%AC&x"});
    row(u"http://a/x@y:z"_s, {false, "a", 80, "a", "/x@y:z"});
    row(u"https://[::1]:9/../a//b"_s, {true, "::1", 9, "[::1]:9", "/../a//b"});
    row(u"http://[FE80::1]"_s, {false, "fe80::1", 80, "[fe80::1]", "/"});
    row(u"http://[::ffff:127.0.0.1]/"_s, {false, "::ffff:127.0.0.1", 80, "[::ffff:127.0.0.1]", "/"});
    row(u"http://localhost.:1/"_s, {false, "localhost.", 1, "localhost.:1", "/"});
    row(u"http://my_host-1/"_s, {false, "my_host-1", 80, "my_host-1", "/"});
    row(u"http://bücher.example/"_s, {false, "xn--bcher-kva.example", 80, "xn--bcher-kva.example", "/"});
    row(u"http://b%C3%BCcher.example/"_s, {false, "xn--bcher-kva.example", 80, "xn--bcher-kva.example", "/"});
    row(u"http://BÜCHER。example/"_s, {false, "xn--bcher-kva.example", 80, "xn--bcher-kva.example", "/"});
    row(u"http://faß.de/"_s, {false, "xn--fa-hia.de", 80, "xn--fa-hia.de", "/"});
    row(u"http://日本語。JP:81/"_s, {false, "xn--wgv71a119e.jp", 81, "xn--wgv71a119e.jp:81", "/"});
    for (const auto& odd : {u"127.1"_s, u"0x7f.1"_s, u"2130706433"_s, u"0177.0.0.1"_s, u"127.0.0.1."_s,
                            u"0x7F000001"_s, u"１２７.0.0.1"_s, u"127.0.0.1"_s})
        row(u"http://%1:81/"_s.arg(odd), {false, "127.0.0.1", 81, "127.0.0.1:81", "/"});
    row(u"http://user:p%40ss@a/"_s, {false, "a", 80, "a", "/", "user:p@ss"});
    row(u"http://user@a/"_s, {false, "a", 80, "a", "/", "user:"});
    row(u"http://user:a:b@a:1/"_s, {false, "a", 1, "a:1", "/", "user:a:b"});
    row(u"http://ü:%C3%A9@a/"_s, {false, "a", 80, "a", "/", "ü:é"});
    row(u"http://@a/"_s, {false, "a", 80, "a", "/"});
    row(u"http://a/?u=http://b:1@c"_s, {false, "a", 80, "a", "/?u=http://b:1@c"});
}

void UrlPartsTest::whatIsTakenIsWhatIsSent()
{
    QFETCH(QString, url);
    QFETCH(UrlParts, parts);
    const auto result = splitUrl(url);
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->host, parts.host);
    QCOMPARE(result->hostField, parts.hostField);
    QCOMPARE(result->target, parts.target);
    QVERIFY(*result == parts);
}

void UrlPartsTest::whatCannotBeSentToIsRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("words");
    const auto row = [](const QString& url, const char* words) {
        QTest::newRow(qPrintable(url.left(60))) << url << QString::fromLatin1(words);
    };
    row(u""_s, "needed");
    row(u"  \n"_s, "needed");
    row(u"a"_s, "begins with http://");
    row(u"localhost:3000"_s, "begins with http://");
    row(u"//a/"_s, "begins with http://");
    row(u"http:/a"_s, "begins with http://");
    row(u"http:a"_s, "begins with http://");
    row(u"ftp://a/"_s, "begins with http://");
    row(u"hthttp://a/"_s, "begins with http://");
    for (const auto& [url, words] : badHosts())
        row(url, words);
    for (const auto& port : {u"0"_s, u"00"_s, u"65536"_s, u"99999999999999999999"_s, u"-1"_s, u"+1"_s,
                             u"1a"_s, u"８０"_s, u" 80"_s, u"80 "_s})
        row(u"http://a:%1/"_s.arg(port), "port");
    row(u"http://a\\b/"_s, "backslash");
    row(u"http://a\\@b/"_s, "backslash");
    row(u"http://a/\r\nX: y"_s, "control character");
    row(u"http://a/b\tc"_s, "control character");
    row(u"http://a/\u0085b"_s, "control character");
    row(u"http://a/"_s + QChar(0xd800), "half of a character");
    row(u"http://a@b@c/"_s, "%40");
    row(u"http://u%3Av:p@a/"_s, "colon");
    row(u"http://u:p%0a@a/"_s, "control character");
    row(u"http://u:50%@a/"_s, "%25");
    row(u"http://u:%ff@a/"_s, "%25");
    row(u"http://a/"_s + QString(70'000, u'x'), "longer than");
}

void UrlPartsTest::whatCannotBeSentToIsRefused()
{
    QFETCH(QString, url);
    QFETCH(QString, words);
    const auto result = splitUrl(url);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY2(result.error().message.contains(words), qPrintable(result.error().message));
    QVERIFY(!splitTypedUrl(url));
}

void UrlPartsTest::aRefusalRepeatsNoPassword()
{
    for (const auto& url :
         {u"http://user:s3cret"_s, u"http://user:s3cret/x"_s, u"http://user:s3cret@a:0/"_s,
          u"http://user:s3cret@a b/"_s, u"http://u:s3cret%@a/"_s, u"ftp://user:s3cret@a/"_s}) {
        const auto result = splitUrl(url);
        QVERIFY(!result);
        QVERIFY2(!result.error().message.contains(u"s3cret"_s), qPrintable(result.error().message));
    }
}

void UrlPartsTest::theListenerStandsAtTheBeginning_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("filled"); // empty: refused
    const auto row = [](const QString& typed, const QString& filled) {
        QTest::newRow(qPrintable(typed)) << typed << filled;
    };
    row(u"{listener}"_s, u"https://[::1]:9"_s);
    row(u" {listener}/hook "_s, u"https://[::1]:9/hook"_s);
    row(u"{listener}?a=b"_s, u"https://[::1]:9?a=b"_s);
    row(u"{listener}0/x"_s, {});
    row(u"{listener}:80/x"_s, {});
    row(u"{listener}@a/x"_s, {});
    row(u"http://{listener}/x"_s, {});
    row(u"http://a/{listener}"_s, {});
    row(u"{listener}/{listener}"_s, {});
    row(u"{Listener}/x"_s, {});
}

void UrlPartsTest::theListenerStandsAtTheBeginning()
{
    QFETCH(QString, typed);
    QFETCH(QString, filled);
    QCOMPARE(splitTypedUrl(typed).has_value(), !filled.isEmpty());
    if (filled.isEmpty())
        return;
    QVERIFY(needsListener(typed));
    QCOMPARE(withListener(typed, u"https://[::1]:9/"_s), filled);
    QVERIFY(splitUrl(filled));
}

void UrlPartsTest::namesThatNeedNoLookUpAreKnown()
{
    for (const char* name : {"localhost", "LOCALHOST", "localhost.", "a.localhost", "a.b.Localhost."})
        QVERIFY2(isLocalhost(name), name);
    for (const char* name : {"localhosts", "alocalhost", "localhost.com", "", "."})
        QVERIFY2(!isLocalhost(name), name);
    QVERIFY(isInvalidName("a.invalid"));
    QVERIFY(isInvalidName("a.Invalid."));
    QVERIFY(!isInvalidName("invalid.a"));
    QCOMPARE(withoutRootDot("a.b."), QByteArray("a.b"));
}

QTEST_GUILESS_MAIN(UrlPartsTest)
#include "url_parts_test.moc"

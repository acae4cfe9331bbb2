// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/value.h"
#include "workbench/inspect/masked_exchange.h"
#include "workbench/inspect/masking.h"

#include <QSet>
#include <QStringConverter>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// Every writing has something to do: a slash, a plus, quotes, a letter beyond ASCII, a space, a tilde.
const QByteArray secret = "Tok/en+\"s\xc3\xa9"
                          "cret 42~x";

Masking withSecret()
{
    return Masking(SecretNames(), SecretFinder({secret}));
}

QByteArray lower(QByteArray text)
{
    return text.replace("%2B", "%2b").replace("%2F", "%2f").replace("%C3%A9", "%c3%a9");
}

} // namespace

class MaskingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretIsFoundInEveryWriting_data();
    void aSecretIsFoundInEveryWriting();
    void aSecretIsFoundInLongerBase64_data();
    void aSecretIsFoundInLongerBase64();
    void whatIsNoSecretStays_data();
    void whatIsNoSecretStays();
    void shortSecretsAreLeftAlone();
    void aLongSecretIsFoundWhole();
    void bodiesAreMaskedByTheirForm_data();
    void bodiesAreMaskedByTheirForm();
    void headsKeepTheirLines();
    void addressesAreMaskedByName_data();
    void addressesAreMaskedByName();
    void whatAParameterHoldsIsMasked();
    void cookiesKeepTheirNames();
    void aSearchFindsTheValues();
    void aMaskedMessageIsFramedAnew();
    void aDeliveryIsMaskedEverywhere();
    void aCodedBodyIsLookedInto();
};

void MaskingTest::aSecretIsFoundInEveryWriting_data()
{
    QTest::addColumn<QByteArray>("written");
    const QByteArray percent = secret.toPercentEncoding();
    const QByteArray json = compactJson(JsonValue::string(QString::fromUtf8(secret))).mid(1).chopped(1);
    QByteArray escaped = json;
    escaped.replace("\xc3\xa9", "\\u00E9").replace("/", "\\/");
    QTest::newRow("plain") << secret;
    QTest::newRow("percent") << percent;
    QTest::newRow("percent, lower case") << lower(percent);
    QTest::newRow("percent, all of it") << "%" + secret.toHex('%').toUpper();
    QTest::newRow("percent, twice") << percent.toPercentEncoding();
    QTest::newRow("a form's") << QByteArray(percent).replace("%20", "+");
    QTest::newRow("percent, slashes left") << secret.toPercentEncoding("/");
    QTest::newRow("JSON") << json;
    QTest::newRow("JSON with escapes") << escaped;
    QTest::newRow("JSON, each as \\u") << QByteArray(escaped).replace("T", "\\u0054").replace("~", "\\u007e");
    QTest::newRow("percent in JSON") << secret.toPercentEncoding("/").replace("/", "\\/");
    QTest::newRow("base64") << secret.toBase64();
    QTest::newRow("base64 for URLs") << secret.toBase64(QByteArray::Base64UrlEncoding);
    QTest::newRow("base64 in a form") << secret.toBase64().toPercentEncoding();
    QTest::newRow("base64 in JSON") << secret.toBase64().replace("/", "\\/");
}

void MaskingTest::aSecretIsFoundInEveryWriting()
{
    QFETCH(QByteArray, written);
    const SecretFinder finder({secret});
    const QByteArray hidden = finder.masked("<" + written + ">");
    QVERIFY2(hidden.startsWith('<') && hidden.endsWith('>'), hidden.constData());
    QVERIFY2(hidden.contains("***") || QByteArray::fromBase64(hidden).contains("***"), hidden.constData());
    QVERIFY2(hidden.size() <= written.size() && !hidden.contains(written), hidden.constData());
    QCOMPARE(finder.masked("\xff" + written + written),
             finder.masked("\xff" + written) + finder.masked(written));
}

void MaskingTest::aSecretIsFoundInLongerBase64_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    for (const char* before : {"", "a", "ab", "user:", "a long text before it, "}) {
        for (const char* after : {"", "z", "yz", "xyz", " and more of it behind"})
            QTest::addRow("%s|%s", before, after) << QByteArray(before) << QByteArray(after);
    }
}

/// What comes out is base64 of the same with stars, padded as before.
void MaskingTest::aSecretIsFoundInLongerBase64()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const SecretFinder finder({secret, "xyz and"});
    const QByteArray url = (before + secret + after).toBase64(QByteArray::Base64UrlEncoding);
    for (const QByteArray& text : {(before + secret + after).toBase64(), url, url.split('=').first()}) {
        const QByteArray hidden = finder.masked("t=" + text + "&").sliced(2).chopped(1);
        QCOMPARE(hidden.count('='), text.count('='));
        const QByteArray opened = QByteArray::fromBase64(hidden, text == url ? QByteArray::Base64UrlEncoding
                                                                             : QByteArray::Base64Encoding);
        QVERIFY2(opened.startsWith(before + "***") && opened.endsWith("*" + after), opened.constData());
        QCOMPARE(hidden.size() % 4, text.size() % 4);
    }
}

void MaskingTest::whatIsNoSecretStays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half of it") << secret.chopped(1);
    QTest::newRow("another case") << secret.toUpper();
    QTest::newRow("percent signs") << QByteArray("100%% %zz %4 %\\u12 \\ \\u \\x +++ %2");
    QTest::newRow("any bytes") << QByteArray("\0\xff\xfe\x80\\\"%", 7);
    QTest::newRow("base64 of half") << secret.chopped(3).toBase64();
}

void MaskingTest::whatIsNoSecretStays()
{
    QFETCH(QByteArray, text);
    QCOMPARE(SecretFinder({secret}).masked(text), text);
    QCOMPARE(SecretFinder().masked(text), text);
}

void MaskingTest::shortSecretsAreLeftAlone()
{
    const SecretFinder finder({"abcde", "sixsix", ""});
    QCOMPARE(finder.masked("abcde sixsix"), QByteArray("abcde ***"));
}

void MaskingTest::aLongSecretIsFoundWhole()
{
    QByteArray token;
    for (int i = 0; i < 900; ++i)
        token += QByteArray::number(i) + '-';
    const QByteArray hidden = SecretFinder({token}).masked("a " + token + " b");
    QVERIFY2(hidden.startsWith("a ***") && hidden.endsWith("*** b"), hidden.constData());
    QVERIFY(!hidden.contains('-'));
}

void MaskingTest::bodiesAreMaskedByTheirForm_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("masked");
    const auto row = [](const char* name, const QByteArray& type, const QByteArray& body,
                        const QByteArray& masked) { QTest::newRow(name) << type << body << masked; };
    const QByteArray json = "application/json", form = "application/x-www-form-urlencoded";
    row("keys", json, R"({ "token": "x1",  "n": 1.10, "a": {"Api-Key": [1, null, true, "y"]} })",
        R"({ "token": "***",  "n": 1.10, "a": {"Api-Key": ["***", null, true, "***"]} })");
    row("equal keys", json, R"({"token":"a","token":"b"})", R"({"token":"***","token":"***"})");
    row("with a byte-order mark", json, "\xef\xbb\xbf{\"token\":\"x\"}", "\xef\xbb\xbf{\"token\":\"***\"}");
    const auto wide = [](const QString& text) {
        return "\xff\xfe" + QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(text));
    };
    row("in UTF-16", json, wide(uR"({"token":"é","n":1})"_s), wide(uR"({"token":"***","n":1})"_s));
    row("a text in it is JSON", json, R"({"s":"{\"password\": \"p\", \"n\": 1}"})",
        R"({"s":"{\"password\": \"***\", \"n\": 1}"})");
    row("a text in it is a URL", json, R"({"u":"https://h\/?access_token=abc&x=1"})",
        R"({"u":"https://h/?access_token=***&x=1"})");
    row("a number in a text", json, R"({"u":"123","v":"[1"})", R"({"u":"123","v":"[1"})");
    row("by value, in a key", json, R"({"a987654321":1})", R"({"a***":1})");
    row("a number by value", json, R"({"id":987654321,"list":[1987654321]})",
        R"({"id":"***","list":["1***"]})");
    row("a lone number", json, "987654321", R"("***")");
    row("a form", form, "a=1&pass%77ord=hush%20it&b=%7B%22token%22%3A%22x%22%7D",
        "a=1&pass%77ord=***&b=%7B%22token%22%3A%22***%22%7D");
    row("a form without its type", "", "user=me&password=hush", "user=me&password=***");
    row("parts", "multipart/form-data; boundary=\"b 1\"",
        "--b 1\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nhush\r\n--b 1\r\nContent-Type: "
        "application/json\r\n"
        "Content-Disposition: form-data; name=\"doc\"\r\n\r\n{\"secret\":\"x\"}\r\n--b 1--\r\n",
        "--b 1\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n***\r\n--b 1\r\nContent-Type: "
        "application/json\r\n"
        "Content-Disposition: form-data; name=\"doc\"\r\n\r\n{\"secret\":\"***\"}\r\n--b 1--\r\n");
    row("broken JSON", json, R"({"token": "hu\"sh", "n": )", R"({"token": "***", "n": )");
    row("lines of JSON", "", "{\"token\":\"a\"}\n{\"token\":\"b\"}\n",
        "{\"token\":\"***\"}\n{\"token\":\"***\"}\n");
    row("XML", "text/xml", "<a><api_key>k</api_key><b>x</b></a>", "<a><api_key>***</api_key><b>x</b></a>");
    row("XML attributes", "text/xml", R"(<a x="1" token = "t"><b password='p'/></a>)",
        R"(<a x="1" token = "***"><b password='***'/></a>)");
    row("XML, marked data", "", "<token><![CDATA[t]]></token>", "<token><![CDATA[***]]></token>");
    row("settings", "text/plain", "user=me\n  password = open sesame\nexport API_KEY=k\nnote: a token: b\n",
        "user=me\n  password = ***\nexport API_KEY=***\nnote: a token: b\n");
    row("YAML", "application/yaml", "- token: t\n  secret: 'q'\n", "- token: ***\n  secret: '***'\n");
    row("JavaScript", "", "f({token: 'a', n: \"b\", secret : \"c\"})",
        "f({token: '***', n: \"b\", secret : \"***\"})");
    row("a command line", "", "curl -H 'Authorization: Bearer b' -H \"X-Api-Key:k\" h",
        "curl -H 'Authorization: ***' -H \"X-Api-Key:***\" h");
    row("fields in JSON", json, R"({"h":[["Accept","a"],["Authorization","Bearer b"]],"w":["token","b"]})",
        R"({"h":[["Accept","a"],["Authorization","***"]],"w":["token","b"]})");
    row("named values", json, R"([{"name":"Authorization","value":"b"},{"Value":"k","Key":"X-Api-Key"},
        {"name":"a","value":"b"},{"key":"token"}])",
        R"([{"name":"Authorization","value":"***"},{"Value":"***","Key":"X-Api-Key"},
        {"name":"a","value":"b"},{"key":"token"}])");
    row("below a secret's name", json, R"({"auth_header":"Bearer b","secrets":{"a":["b",{"c":1}]}})",
        R"({"auth_header":"***","secrets":{"a":["***",{"c":"***"}]}})");
    row("short names", json, R"({"key":"k","code":"c"})", R"({"key":"k","code":"c"})");
    row("bytes", "", QByteArray("\0\xffplainsecret\xfe", 14), QByteArray("\0\xff***\xfe", 6));
}

void MaskingTest::bodiesAreMaskedByTheirForm()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, masked);
    const Masking masking(SecretNames(), SecretFinder({"plainsecret", "987654321"}));
    QCOMPARE(masking.body(body, type), masked);
    QCOMPARE(masking.body(masked, type), masked);
    if (readJson(body))
        QVERIFY(readJson(masked));
}

void MaskingTest::headsKeepTheirLines()
{
    const Masking masking = withSecret();
    QCOMPARE(
        masking.head(
            "\r\nPOST /h?a=1&api_key=k&b HTTP/1.1\r\nHost:a\r\nAUTHORIZATION :\tBearer x \r\n folded\r\n"
            "X-Link: <http://u:p@h/?sig=1>; rel=x\r\nNo colon\r\nX-Empty:\r\n\r\n{\"token\":\"t\"}"),
        QByteArray(
            "\r\nPOST /h?a=1&api_key=***&b HTTP/1.1\r\nHost:a\r\nAUTHORIZATION :\t*** \r\n ***\r\n"
            "X-Link: <http://***@h/?sig=***>; rel=x\r\nNo colon\r\nX-Empty:\r\n\r\n{\"token\":\"***\"}"));
    QCOMPARE(
        masking.head(
            "GET / HTTP/1.1\r\nAuthorization Bearer b\r\nX-Data: {\"token\":\"t\"}\r\nkey: k\r\n\r\n"),
        QByteArray("GET / HTTP/1.1\r\nAuthorization ***\r\nX-Data: {\"token\":\"***\"}\r\nkey: ***\r\n\r\n"));
    QCOMPARE(masking.head("HTTP/1.1 302 Found\r\nLocation: /x#access_token=a\r\n\r\n"),
             QByteArray("HTTP/1.1 302 Found\r\nLocation: /x#access_token=***\r\n\r\n"));
    for (const QByteArray& odd :
         {QByteArray(), QByteArray("\r\n"), QByteArray("\x16\x03\x01\x00"), QByteArray("GET")})
        QCOMPARE(masking.head(odd), odd);
    QCOMPARE(masking.head("GET / HTTP/1.1\nToken: a\rX-Api-Key: b\n\n"),
             QByteArray("GET / HTTP/1.1\nToken: ***\rX-Api-Key: ***\n\n"));
}

void MaskingTest::addressesAreMaskedByName_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("masked");
    const auto row = [](const QString& url, const QString& masked) {
        QTest::newRow(qPrintable(url)) << url << masked;
    };
    row(u"http://h/?x=1"_s, u"http://h/?x=1"_s);
    row(u"http://user:pw@h/p"_s, u"http://***@h/p"_s);
    row(u"http://token@h/p"_s, u"http://***@h/p"_s);
    row(u"http://h/?token=a;b&x=1"_s, u"http://h/?token=***&x=1"_s);
    row(u"http://h/?x=1&Api%2DKey=a+b%20c#token=d"_s, u"http://h/?x=1&Api%2DKey=***#token=***"_s);
    row(u"http://h/?key=k&code=c&session=s&keys=x"_s, u"http://h/?key=***&code=***&session=***&keys=x"_s);
    row(u"http://h/?token="_s, u"http://h/?token="_s);
    row(u"/bot123:AB-c_d/send"_s, u"/bot***/send"_s);
    row(u"/bottom/1"_s, u"/bottom/1"_s);
    row(u"https://hooks.slack.com/services/T0A/B0B/xyzZ9"_s, u"https://hooks.slack.com/services/***"_s);
    row(u"https://discord.com/api/webhooks/42/aB-c_d"_s, u"https://discord.com/api/webhooks/42/***"_s);
    row(u"{listener}/hook?secret=x"_s, u"{listener}/hook?secret=***"_s);
}

void MaskingTest::addressesAreMaskedByName()
{
    QFETCH(QString, url);
    QFETCH(QString, masked);
    const Masking masking{SecretNames(), SecretFinder()};
    QCOMPARE(masking.url(url), masked);
    QCOMPARE(masking.text(u"went to \""_s + url + u"\"."_s).contains(masked), true);
}

void MaskingTest::whatAParameterHoldsIsMasked()
{
    const Masking masking{SecretNames(), SecretFinder()};
    QCOMPARE(masking.target("/?p=%7B%22token%22:%22t%22,%22n%22:1%7D&q=[1]"),
             "/?p=%7B%22token%22%3A%22***%22%2C%22n%22%3A1%7D&q=[1]"_ba);
    QCOMPARE(masking.target("/?to=https%3A%2F%2Fu%3Ap%40a%2F%3Ftoken%3Dx&b=%20+"),
             "/?to=https%3A%2F%2F***%40a%2F%3Ftoken%3D***&b=%20+"_ba);
    const QByteArray deep = "/" + QByteArray("?a=://").repeated(20'000);
    QCOMPARE(masking.target(deep), deep);
}

void MaskingTest::cookiesKeepTheirNames()
{
    const Masking masking{SecretNames(), SecretFinder()};
    QCOMPARE(masking.fieldValue("cookie", "a=1; b=2;c"), QByteArray("a=***; b=***;***"));
    QCOMPARE(masking.fieldValue("Set-Cookie", "a=1; Path=/; HttpOnly"),
             QByteArray("a=***; Path=/; HttpOnly"));
}

void MaskingTest::aSearchFindsTheValues()
{
    QSet<QByteArray> found;
    const Masking search =
        Masking::search(SecretNames(), [&](QByteArrayView, const QByteArray& each) { found << each; });
    const QByteArray head =
        "POST /?token=a%2Fb HTTP/1.1\r\nAuthorization: Basic " + QByteArray("me:pass word").toBase64() +
        "\r\nX-Other: Bearer no\r\nProxy-Authorization: Bearer deep\r\nCookie: c=crumb\r\n\r\n";
    QCOMPARE(search.head(head), head);
    const QByteArray body = R"({"url":"http://u:pw@h/","secret":["s1",2]})";
    QCOMPARE(search.body(body, {}), body);
    for (const char* each :
         {"a/b", "me:pass word", "pass word", "deep", "Bearer deep", "crumb", "pw", "u:pw", "s1", "2"})
        QVERIFY2(found.contains(each), each);
    QVERIFY(!found.contains("no"));
}

void MaskingTest::aMaskedMessageIsFramedAnew()
{
    const Masking masking = withSecret();
    ExportedExchange exchange;
    exchange.capture.emplace();
    Capture& capture = *exchange.capture;
    capture.body = "a " + secret + " z";
    capture.head =
        "POST / HTTP/1.1\r\ncontent-length: " + QByteArray::number(capture.body.size()) + "\r\n\r\n";
    capture.response = {"HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n", R"({"password": "open sesame"})"};
    const Capture plain = *masked(exchange, masking).capture;
    QCOMPARE(plain.head, QByteArray("POST / HTTP/1.1\r\ncontent-length: 7\r\n\r\n"));
    QCOMPARE(plain.body, QByteArray("a *** z"));
    QCOMPARE(plain.response.body, QByteArray(R"({"password": "***"})"));
    capture.head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    capture.wireBody = "5;n=v\r\na Tok\r\n" + QByteArray::number(capture.body.size() - 5, 16) + "\r\n" +
                       capture.body.sliced(5) + "\r\n0\r\nX-Token: t\r\nX-Other: o\r\n\r\n";
    capture.trailers.append("X-Token", "t");
    const Capture chunked = *masked(exchange, masking).capture;
    QCOMPARE(chunked.head, capture.head);
    QCOMPARE(chunked.wireBody, QByteArray("7\r\na *** z\r\n0\r\nX-Token: ***\r\nX-Other: o\r\n\r\n"));
    QCOMPARE(chunked.body, QByteArray("a *** z"));
    QCOMPARE(chunked.trailers.value("X-Token"), QByteArray("***"));
    capture.wireBody = "2;n=v\r\nok\r\n0\r\n\r\n";
    QCOMPARE(masked(exchange, masking).capture->wireBody, capture.wireBody);
}

void MaskingTest::aDeliveryIsMaskedEverywhere()
{
    ExportedExchange exchange;
    exchange.delivery.emplace();
    exchange.delivery->request.url = u"http://h/?k="_s + QString::fromLatin1(secret.toPercentEncoding());
    exchange.delivery->request.headers.append("X-Own", secret);
    exchange.delivery->request.body = secret;
    Attempt attempt;
    attempt.sentHead = "POST / HTTP/1.1\r\nX-Own: " + secret +
                       "\r\nContent-Length: " + QByteArray::number(secret.size()) + "\r\n\r\n";
    attempt.responseHead = "HTTP/1.1 200 OK\r\nX-Echo: " + secret + "\r\n\r\n";
    attempt.responseHeaders.append("X-Echo", secret);
    attempt.responseBody = secret;
    attempt.error = u"said "_s + QString::fromUtf8(secret);
    exchange.attempts = {attempt};
    const ExportedExchange hidden = masked(exchange, withSecret());
    QCOMPARE(hidden.delivery->request.url, u"http://h/?k=***"_s);
    QCOMPARE(hidden.delivery->request.headers.value("X-Own"), QByteArray("***"));
    QCOMPARE(hidden.delivery->request.body, QByteArray("***"));
    const Attempt& told = hidden.attempts.first();
    QCOMPARE(told.sentHead, QByteArray("POST / HTTP/1.1\r\nX-Own: ***\r\nContent-Length: 3\r\n\r\n"));
    QCOMPARE(told.responseHead, QByteArray("HTTP/1.1 200 OK\r\nX-Echo: ***\r\n\r\n"));
    QCOMPARE(told.responseHeaders.value("X-Echo"), QByteArray("***"));
    QCOMPARE(told.responseBody, QByteArray("***"));
    QCOMPARE(told.error, u"said ***"_s);
}

/// One that holds a secret is given away without its coding; any other stays as it was.
void MaskingTest::aCodedBodyIsLookedInto()
{
    const auto zipped = [](const QByteArray& text) {
        return qCompress(text).sliced(4);
    }; // zlib's own form: deflate
    ExportedExchange exchange;
    exchange.capture.emplace();
    Capture& capture = *exchange.capture;
    capture.body = zipped(R"({"t":")" + secret.toPercentEncoding() + R"("})");
    capture.head = "POST / HTTP/1.1\r\nContent-Encoding: deflate\r\nContent-Length: " +
                   QByteArray::number(capture.body.size()) + "\r\nX: y\r\n\r\n";
    const Capture hidden = *masked(exchange, withSecret()).capture;
    QCOMPARE(hidden.head, QByteArray("POST / HTTP/1.1\r\nContent-Length: 11\r\nX: y\r\n\r\n"));
    QCOMPARE(hidden.body, QByteArray(R"({"t":"***"})"));
    QVERIFY(!hidden.headers.contains("Content-Encoding"));
    QVERIFY(!holdsUnreadableBody(exchange));
    capture.body = zipped(R"({"t":"nothing to hide"})");
    QCOMPARE(masked(exchange, withSecret()).capture->body, capture.body);
    capture.body = "no deflate at all";
    capture.headers.append("Content-Encoding", "deflate");
    QCOMPARE(masked(exchange, withSecret()).capture->body, capture.body);
    QVERIFY(holdsUnreadableBody(exchange));
}

QTEST_GUILESS_MAIN(MaskingTest)
#include "masking_test.moc"

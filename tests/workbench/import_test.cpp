// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_workbench.h"
#include "workbench/inspect/exporter.h"
#include "workbench/inspect/importer.h"
#include "workbench/inspect/shell_words.h"
#include "workbench/inspect/wire_exchange.h"
#include "workbench/listen/captures.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const RealTime now = RealTime(std::chrono::seconds(1'000'000));

Capture only(ImportFormat format, const QByteArray& text)
{
    const auto read = readImport(format, text, now);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return read->captures.value(0);
}

} // namespace

/// Requests of other tools as captures; what would have to be run or read elsewhere is refused.
class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWeExportComesBack_data();
    void whatWeExportComesBack();
    void curlIsReadAsItIsMeant_data();
    void curlIsReadAsItIsMeant();
    void curlsFieldsAreThoseThatItSends();
    void aFormBecomesItsParts();
    void oneCommandCanMakeManyRequests();
    void nothingIsRunAndNoFileIsRead_data();
    void nothingIsRunAndNoFileIsRead();
    void anHttpFileHasManyWithVariables();
    void archivesOfOthersAreTaken();
    void postmansFoldersAndFormsAreTaken();
    void postmansVariablesAuthorizationAndBodiesAreTaken();
    void whatEditorsWriteIntoHttpFilesIsTaken();
    void whatAnArchiveHasBesideRequestsIsLeftOut();
    void anAnswerInAnArchiveIsWhole();
    void aVariableCannotGrowWithoutEnd();
    void bytesThatAreNoHttpAreKept();
    void theKindIsGuessed();
    void aFileThatTakesItsTimeHoldsUpNoScreen();
};

void ImportTest::whatWeExportComesBack_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<ImportFormat>("as");
    QTest::newRow("raw") << ExportFormat::Raw << ImportFormat::Raw;
    QTest::newRow("curl") << ExportFormat::Curl << ImportFormat::Curl;
    QTest::newRow("http") << ExportFormat::Http << ImportFormat::Http;
    QTest::newRow("har") << ExportFormat::Har << ImportFormat::Har;
    QTest::newRow("postman") << ExportFormat::Postman << ImportFormat::Postman;
}

void ImportTest::whatWeExportComesBack()
{
    QFETCH(ExportFormat, format);
    QFETCH(ImportFormat, as);
    TestWorkbench bench;
    const QByteArray raw =
        "POST /a/%2f?x=1 HTTP/1.1\r\nHost: a.example\r\nContent-Type: application/json\r\n"
        "X-Own: it's \"here\" $HOME\r\nContent-Length: 23\r\n\r\n{\"u\": \"\xc3\xa9 it's \\\" \\\\n\"}";
    const auto first = awaited(bench->importer().take(ImportFormat::Raw, raw));
    QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().message));
    const QString id = first->captures.first().id.toString();
    const auto text = awaited(bench->exporter().write({id}, format, true));
    QVERIFY2(text && text->refused.isEmpty(), text ? qPrintable(text->refused.value(0).message) : "");
    const auto again = awaited(bench->importer().take(as, text->bytes));
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message));
    const auto a = awaited(bench->captures().get(first->captures.first().id));
    const auto b = awaited(bench->captures().get(again->captures.first().id));
    QVERIFY(a->valid && b->valid);
    QCOMPARE(b->method, a->method);
    QCOMPARE(b->target, a->target);
    QCOMPARE(b->body, a->body);
    QCOMPARE(b->headers.value("X-Own").value_or(QByteArray()),
             a->headers.value("X-Own").value_or(QByteArray()));
    QCOMPARE(b->headers.value("Content-Type").value_or(QByteArray()),
             a->headers.value("Content-Type").value_or(QByteArray()));
    QCOMPARE(b->headers.value("Host").value_or(QByteArray()),
             a->headers.value("Host").value_or(QByteArray()));
    QCOMPARE(b->headers.value("Content-Length").value_or(QByteArray()), QByteArray::number(b->body.size()));
}

void ImportTest::curlIsReadAsItIsMeant_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain") << "curl http://a/b"_ba
                           << "GET /b HTTP/1.1"_ba
                           << ""_ba;
    QTest::newRow("data") << "curl -d 'a=1' --data b=2 http://a/"_ba
                          << "POST / HTTP/1.1"_ba
                          << "a=1&b=2"_ba;
    QTest::newRow("browser's copy")
        << "curl 'http://a/x' \\\n  -X 'PUT' \\\n  --data-raw $'it\\'s \\u00e9\\n'"_ba
        << "PUT /x HTTP/1.1"_ba
        << "it's \xc3\xa9\n"_ba;
    QTest::newRow("get") << "curl -sSG -d q=1 -d w=2 http://a/s"_ba
                         << "GET /s?q=1&w=2 HTTP/1.1"_ba
                         << ""_ba;
    QTest::newRow("bytes") << "printf '%b' '\\0377\\0000x' | curl --data-binary @- http://a/"_ba
                           << "POST / HTTP/1.1"_ba << QByteArray("\xff\0x", 3);
    QTest::newRow("head") << "curl -I a.example"_ba
                          << "HEAD / HTTP/1.1"_ba
                          << ""_ba;
    QTest::newRow("json") << "curl --json '{}' http://a/ -o out.txt"_ba
                          << "POST / HTTP/1.1"_ba
                          << "{}"_ba;
    const auto row = [](const char* name, const QByteArray& command, const QByteArray& line,
                        const QByteArray& body = {}) { QTest::newRow(name) << command << line << body; };
    row("encoded",
        "curl -G a --data-urlencode 'q=a b&c' --data-urlencode '=raw&x' --data-urlencode 'a b' -d z",
        "GET /?q=a+b%26c&raw%26x&a+b&z HTTP/1.1");
    row("a query", "curl --url-query 'a=b c' --url-query +d=%41 'a?x'", "GET /?x&a=b+c&d=%41 HTTP/1.1");
    row("options behind the URL", "curl a/p --limit-rate 1K -D - -y 3 --proto =https -sSLko out -w '%{url}'",
        "GET /p HTTP/1.1");
    row("dots", "curl 'a/b/../c/./d/..?e/../f'", "GET /c/?e/../f HTTP/1.1");
    row("dots as they are", "curl --path-as-is a/b/../c", "GET /b/../c HTTP/1.1");
    row("for Windows",
        "curl ^\"http://a/x?y=1^&z=^%^20^\" ^\r\n  -H ^\"X: a^\" ^\r\n  --data-raw "
        "^\"^{^\\^\"a^\\^\":^\\^\"b c^\\^\"^\r\n\r\n^}^\"",
        "POST /x?y=1&z=%20 HTTP/1.1", "{\"a\":\"b c\"\n}");
    row("for Windows, in marks", "curl \"http://a/x?y=1&z=2\" ^\n -d \"{\"\"a^\"\":\\\"b\\\\\\\"\"}",
        "POST /x?y=1&z=2 HTTP/1.1", "{\"a^\":\"b\\\"}");
    row("no Windows", "curl a -d 'x ^\"y^\n'", "POST / HTTP/1.1", "x ^\"y^\n");
    row("only URLs", "curl -d x -- a/p", "POST /p HTTP/1.1", "x");
}

void ImportTest::curlIsReadAsItIsMeant()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, body);
    const Capture capture = only(ImportFormat::Curl, command);
    QCOMPARE(capture.head.left(capture.head.indexOf('\r')), line);
    QCOMPARE(capture.body, body);
}

void ImportTest::curlsFieldsAreThoseThatItSends()
{
    const auto value = [](const QByteArray& options, const char* name) {
        return only(ImportFormat::Curl, "curl a " + options).headers.value(name).value_or("-"_ba);
    };
    QCOMPARE(value("--oauth2-bearer t", "Authorization"), "Bearer t"_ba);
    QCOMPARE(value("-u me:pw", "Authorization"), "Basic bWU6cHc="_ba);
    QCOMPARE(value("-u me", "Authorization"), "Basic bWU6"_ba);
    QCOMPARE(value("--json 1", "Accept"), "application/json"_ba);
    QCOMPARE(value("--json 1 -H 'accept: x'", "Accept"), "x"_ba);
    QCOMPARE(value("--json 1 -H Accept:", "Accept"), "-"_ba);
    QCOMPARE(value("-r 0-1", "Range"), "bytes=0-1"_ba);
    QCOMPARE(value("-b a=b", "Cookie"), "a=b"_ba);
}

void ImportTest::aFormBecomesItsParts()
{
    const Capture capture =
        only(ImportFormat::Curl,
             "curl a -F 'a=1;2' -F 'j={};type=application/json' -F 'f=\"x;\\\"y\";filename=n.txt' "
             "--form-string 's=@;type=z'");
    const QByteArray type = capture.headers.value("Content-Type").value_or(QByteArray());
    QVERIFY2(type.startsWith("multipart/form-data; boundary="), type);
    QByteArray body = capture.body;
    body.replace(type.split('=').last(), "B");
    QCOMPARE(body, "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
                   "--B\r\nContent-Disposition: form-data; name=\"j\"\r\nContent-Type: "
                   "application/json\r\n\r\n{}\r\n"
                   "--B\r\nContent-Disposition: form-data; name=\"f\"; "
                   "filename=\"n.txt\"\r\nContent-Type: text/plain\r\n\r\nx;\"y\r\n"
                   "--B\r\nContent-Disposition: form-data; name=\"s\"\r\n\r\n@;type=z\r\n--B--\r\n"_ba);
}

void ImportTest::oneCommandCanMakeManyRequests()
{
    const auto read =
        readImport(ImportFormat::Curl, "curl -d x a/1 --url a/2 --next -X PUT a/3\ncurl a/4"_ba, now);
    QVERIFY(read);
    QByteArrayList lines;
    for (const Capture& capture : read->captures)
        lines << capture.method + capture.target;
    QCOMPARE(lines.join(' '), "POST/1 POST/2 PUT/3 GET/4"_ba);
}

void ImportTest::nothingIsRunAndNoFileIsRead_data()
{
    QTest::addColumn<ImportFormat>("format");
    QTest::addColumn<QByteArray>("text");
    using F = ImportFormat;
    QTest::newRow("a substitution") << F::Curl << "curl http://a/ -H \"X: $(id)\""_ba;
    QTest::newRow("backticks") << F::Curl << "curl http://a/`id`"_ba;
    QTest::newRow("a variable") << F::Curl << "curl http://a/$HOME"_ba;
    QTest::newRow("a redirection") << F::Curl << "curl http://a/ > /tmp/x"_ba;
    QTest::newRow("a file's data") << F::Curl << "curl http://a/ -d @/etc/passwd"_ba;
    QTest::newRow("a form's file") << F::Curl << "curl http://a/ -F x=@/etc/passwd"_ba;
    for (const char* options : {"-b jar", "-F 'x=<f'", "--data-urlencode x@f", "--url-query x@f", "-T f",
                                "-K f", "-H @f", "--json @f", "-u a:b --digest"})
        QTest::newRow(options) << F::Curl << QByteArray("curl http://a/ ") + options;
    QTest::newRow("another program") << F::Curl << "rm -rf /"_ba;
    QTest::newRow("an open quote") << F::Curl << "curl 'http://a/"_ba;
    QTest::newRow("no URL") << F::Curl << "curl -s"_ba;
    QTest::newRow("a body in a file") << F::Http << "POST http://a/\n\n< /etc/passwd\n"_ba;
    QTest::newRow("smuggled lines") << F::Har
                                    << R"({"log":{"entries":[{"request":{"method":"GET","url":"http://a/",)"
                                       R"("headers":[{"name":"X","value":"a\r\nB: c"}]}}]}})"_ba;
    QTest::newRow("no archive") << F::Har << "{}"_ba;
    QTest::newRow("no JSON") << F::Postman << "{"_ba;
    QTest::newRow("nothing") << F::Raw << ""_ba;
}

void ImportTest::nothingIsRunAndNoFileIsRead()
{
    QFETCH(ImportFormat, format);
    QFETCH(QByteArray, text);
    const auto read = readImport(format, text, now);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY(!read.error().message.isEmpty());
}

void ImportTest::anHttpFileHasManyWithVariables()
{
    const auto read =
        readImport(ImportFormat::Http,
                   "@host = a.example:8080\n# a note\nGET http://{{host}}/one\nAccept: */*\n\n"
                   "### second\n// another\nPOST http://{{host}}/two HTTP/1.1\nX-A: 1\n\nline\n\nmore\n\n",
                   now);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->captures.size(), 2);
    QCOMPARE(read->captures[0].target, "/one"_ba);
    QCOMPARE(read->captures[0].headers.value("Host").value_or(QByteArray()), "a.example:8080"_ba);
    QCOMPARE(read->captures[1].method, "POST"_ba);
    QCOMPARE(read->captures[1].body, "line\n\nmore"_ba);
}

void ImportTest::archivesOfOthersAreTaken()
{
    const Capture capture = only(
        ImportFormat::Har,
        R"({"log":{"entries":[{"startedDateTime":"2026-01-02T03:04:05.006Z","request":{"method":"POST",)"
        R"("url":"https://a.example/p?q=1","headers":[{"name":":authority","value":"a.example"},)"
        R"({"name":"Content-Length","value":"99"}],"postData":{"mimeType":"text/plain","text":"hi"}},)"
        R"("response":{"status":201,"statusText":"Created","headers":[],"content":{"text":"eA==","encoding":"base64"}}}]}})");
    QVERIFY(capture.valid);
    QCOMPARE(capture.target, "/p?q=1"_ba);
    QCOMPARE(capture.headers.value("Content-Length").value_or(QByteArray()), "2"_ba);
    QCOMPARE(capture.headers.value("Content-Type").value_or(QByteArray()), "text/plain"_ba);
    QCOMPARE(toIso(capture.receivedAt), u"2026-01-02T03:04:05.006000Z"_s);
    QCOMPARE(capture.responseStatus, 201);
    QCOMPARE(capture.response.body, "x"_ba);
}

void ImportTest::postmansFoldersAndFormsAreTaken()
{
    const auto read = readImport(
        ImportFormat::Postman,
        R"({"info":{},"item":[{"name":"folder","item":[{"name":"one","request":"http://a/get"},{"name":"two","request":)"
        R"({"method":"POST","url":{"raw":"a.example/form"},"header":[{"key":"X","value":"1"},{"key":"Y","value":"2",)"
        R"("disabled":true}],"body":{"mode":"urlencoded","urlencoded":[{"key":"a b","value":"c&d"}]}}}]}]})",
        now);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->captures.size(), 2);
    QCOMPARE(read->captures[0].head.split('\r').first(), "GET /get HTTP/1.1"_ba);
    QCOMPARE(read->captures[1].body, "a%20b=c%26d"_ba);
    QVERIFY(read->captures[1].headers.contains("X") && !read->captures[1].headers.contains("Y"));
}

void ImportTest::postmansVariablesAuthorizationAndBodiesAreTaken()
{
    const QByteArray collection = R"({"auth":{"type":"bearer","bearer":[{"key":"token","value":"{{t}}"}]},
        "variable":[{"key":"base","value":"http://{{host}}"},{"key":"host","value":"a.example"},{"key":"t","value":"T"}],
        "item":[
        {"name":"1","request":{"method":"POST","url":{"raw":"{{base}}/:id/x?y=:id","variable":[{"key":"id","value":"4"}]},
            "body":{"mode":"raw","raw":"{\"t\":\"{{ t }}\",\"u\":\"{{u}}\"}","options":{"raw":{"language":"json"}}}}},
        {"name":"2","request":{"auth":{"type":"noauth"},"method":"POST","url":{"host":["a","example"],"port":"8","path":["p","q"],
            "query":[{"key":"a","value":"1"},{"key":"b","value":"2","disabled":true}]},
            "body":{"mode":"formdata","formdata":[{"key":"f","value":"v","type":"text"},{"key":"g","type":"file","src":"/etc/passwd"}]}}},
        {"name":"3","request":{"auth":{"type":"basic","basic":{"username":"u","password":"p"}},"method":"POST","url":"{{base}}",
            "body":{"mode":"graphql","graphql":{"query":"{ a }","variables":"{\"x\":1.0}"}}}},
        {"name":"4","request":{"auth":{"type":"apikey","apikey":[{"key":"key","value":"k"},{"key":"value","value":"v"},
            {"key":"in","value":"query"}]},"url":"{{base}}/k"}},
        {"name":"5","request":"{{nowhere}}/x"}]})";
    const auto read = readImport(ImportFormat::Postman, collection, now);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    const auto value = [&](int place, const char* name) {
        return read->captures[place].headers.value(name).value_or("-"_ba);
    };
    QCOMPARE(read->captures.size(), 4);
    QCOMPARE(read->captures[0].target, "/4/x?y=:id"_ba);
    QCOMPARE(read->captures[0].body, R"({"t":"T","u":"{{u}}"})"_ba);
    QCOMPARE(value(0, "Authorization"), "Bearer T"_ba);
    QCOMPARE(value(0, "Content-Type"), "application/json"_ba);
    QCOMPARE(value(1, "Host") + read->captures[1].target, "a.example:8/p/q?a=1"_ba);
    QCOMPARE(value(1, "Authorization"), "-"_ba);
    QVERIFY(read->captures[1].body.contains("name=\"f\"\r\n\r\nv\r\n"));
    QCOMPARE(value(2, "Authorization"), "Basic dTpw"_ba);
    QCOMPARE(read->captures[2].body, R"({"query":"{ a }","variables":{"x":1.0}})"_ba);
    QCOMPARE(read->captures[3].target, "/k?k=v"_ba);
    QCOMPARE(read->notes.size(), 2); // a file, and an address that nothing tells
    QVERIFY2(read->notes[1].startsWith(u"5 is left out: "_s), qPrintable(read->notes[1]));
}

void ImportTest::whatEditorsWriteIntoHttpFilesIsTaken()
{
    const auto read = readImport(
        ImportFormat::Http,
        "@host = a.example\n@base = http://{{host}}/v1\n@t.x=T\n\n### one\n# @name one\nGET {{base}}/one\n"
        "    ?page=2\n    &size=3\nAuthorization: Bearer {{ t.x }}\n\n"
        "> {% client.test('x', function() {\n}) %}\n\n### two\n< {% request.variables.set('a', 'b') %}\n"
        "POST /two HTTP/1.1\nHost: a.example\nContent-Type: "
        "application/x-www-form-urlencoded\n\na=1\n&b=2\n\n"
        ">> out.json\n<> last.json\n\n### three\nPOST {{unknown}}/x\n\n### four\nPOST "
        "http://a.example/four\n\n"
        "\xff{{\n",
        now);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->captures.size(), 3);
    QCOMPARE(read->captures[0].target, "/v1/one?page=2&size=3"_ba);
    QCOMPARE(read->captures[0].headers.value("Authorization").value_or(""), "Bearer T"_ba);
    QCOMPARE(read->captures[0].body, ""_ba);
    QCOMPARE(read->captures[1].target, "/two"_ba);
    QCOMPARE(read->captures[1].body, "a=1&b=2"_ba);
    QCOMPARE(read->captures[2].body, "\xff{{"_ba);
    QCOMPARE(read->notes.size(), 1);
}

void ImportTest::whatAnArchiveHasBesideRequestsIsLeftOut()
{
    const auto read =
        readImport(ImportFormat::Har,
                   R"({"log":{"entries":[{"request":{"method":"GET","url":"data:image/png;base64,AA"}},)"
                   R"({"request":{"method":"POST","url":"http://a/","headers":[],"postData":{"mimeType":)"
                   R"("application/x-www-form-urlencoded","params":[{"name":"a%20b","value":"c d"}]}}},)"
                   R"({"request":{"method":"GET","url":"ws://a/"}}]}})",
                   now);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->captures.size(), 1);
    QCOMPARE(read->captures[0].body, "a%20b=c%20d"_ba);
    QCOMPARE(read->places, QList<qsizetype>{2});
    QCOMPARE(read->notes.size(), 2);
}

void ImportTest::anAnswerInAnArchiveIsWhole()
{
    const auto answered = [](const QByteArray& response) {
        ExportedExchange exchange;
        exchange.capture =
            only(ImportFormat::Har, R"({"log":{"entries":[{"request":{"method":"GET","url":"http://a/"},)"
                                    R"("response":)" +
                                        response + "}]}}");
        return wireExchange(exchange, std::nullopt).value();
    };
    const WireExchange browsers = answered(
        R"({"status":200,"headers":[{"name":"content-encoding","value":"gzip"},{"name":"X","value":"1"},)"
        R"({"name":"transfer-encoding","value":"chunked"}],"content":{"text":"plain"}})");
    QCOMPARE(browsers.response->content, "plain"_ba);
    QVERIFY(!browsers.response->headers.contains("Content-Encoding"));
    QVERIFY(browsers.response->headers.contains("X"));
    QVERIFY2(!browsers.request.headers.contains("User-Agent"), browsers.request.head);
    const QByteArray head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    const WireExchange own = answered(
        R"({"status":200,"headers":[],"content":{"text":"plain"},"_headBase64":")" + head.toBase64() + "\"}");
    QCOMPARE(own.response->head, head);
    QCOMPARE(own.response->content, "plain"_ba);
}

void ImportTest::aVariableCannotGrowWithoutEnd()
{
    QByteArray lines = "@v0 = 0123456789\n";
    for (int i = 1; i < 12; ++i)
        lines += "@v" + QByteArray::number(i) + " = " +
                 QByteArray("{{v" + QByteArray::number(i - 1) + "}}").repeated(40) + '\n';
    const auto read = readImport(ImportFormat::Http, lines + "POST http://a/\n\n{{v11}}", now);
    QVERIFY(!read || read->captures[0].bodyBytes < 64 * 1024 * 1024);
}

void ImportTest::bytesThatAreNoHttpAreKept()
{
    const Capture capture = only(ImportFormat::Raw, QByteArray("\x16\x03\x01\x00", 4));
    QVERIFY(!capture.valid);
    QCOMPARE(capture.head + capture.body, QByteArray("\x16\x03\x01\x00", 4));
}

void ImportTest::theKindIsGuessed()
{
    QVERIFY(guessedFormat(u"a.har"_s, "{}") == ImportFormat::Har);
    QVERIFY(guessedFormat(u"-"_s, "curl http://a") == ImportFormat::Curl);
    QVERIFY(guessedFormat(u"x.http"_s, "GET http://a") == ImportFormat::Http);
    const QByteArray collection = "{\"info\":{\"schema\":\"https://schema.getpostman.com/x\"}}";
    QVERIFY(guessedFormat(u"x.json"_s, collection) == ImportFormat::Postman);
    QVERIFY(guessedFormat(u"x.bin"_s, "GET / HTTP/1.1\r\n\r\n") == ImportFormat::Raw);
}

void ImportTest::aFileThatTakesItsTimeHoldsUpNoScreen()
{
    const TestWorkbench bench;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"slow.sh"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
    const int end = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CLOEXEC);
    QVERIFY(end >= 0);
    const auto imported = bench->importer().takeFile(file);
    const auto page = bench->captures().find({});
    const bool answered = QTest::qWaitFor([&] { return page.isFinished(); }, 10'000);
    const QByteArray line = "curl http://127.0.0.1/hook\n";
    const bool written = ::write(end, line.constData(), static_cast<size_t>(line.size())) == line.size();
    ::close(end);
    QVERIFY(answered && written);
    QCOMPARE(awaited(imported).value().captures.size(), 1);
}

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/delivery_report.h"
#include "workbench/inspect/exchange_forms.h"
#include "workbench/inspect/timeline_svg.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

ExportedExchange captureOf(const QByteArray& line, const QByteArray& fields, const QByteArray& body)
{
    Capture capture;
    capture.id = CaptureId{5};
    capture.head = line + " HTTP/1.1\r\nHost: a.example\r\n" + fields +
                   "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    capture.body = body;
    ExportedExchange exchange;
    exchange.capture = capture;
    return exchange;
}

Result<QByteArray> formOf(ExportFormat format, const ExportedExchange& exchange)
{
    const auto wire = wireExchange(exchange, std::nullopt);
    if (shapeOf(format) != FormShape::Collection)
        return exchangeText(format, exchange, *wire);
    return exchangeEntry(format, exchange, *wire).map([&](const JsonValue& entry) {
        return wholeCollection(format, {entry});
    });
}

Attempt attempt(int number, Outcome outcome, int status)
{
    Attempt made;
    made.number = number;
    made.outcome = outcome;
    made.status = status;
    made.startedClock = WorkTime(std::chrono::seconds(30 * (number - 1)));
    return made;
}

ExportedExchange deliveryWith(const QList<Attempt>& attempts)
{
    Delivery delivery;
    delivery.id = DeliveryId{3};
    delivery.event = u"report.failed"_s;
    delivery.webhookName = u"<b>One\u202eDrive</b>"_s;
    delivery.request.url = u"http://a.example/hook"_s;
    delivery.request.body = "<script>alert(1)</script>";
    delivery.state = DeliveryState::Retrying;
    for (int number = 1; number <= 4; ++number)
        delivery.plan << PlannedAttempt{number, {}, std::chrono::seconds(30)};
    ExportedExchange exchange;
    exchange.delivery = delivery;
    exchange.attempts = attempts;
    return exchange;
}

} // namespace

/// Requests in the forms of other programs, and what is refused by name; the report for people.
class ExportFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAFormCannotCarryIsNamed_data();
    void whatAFormCannotCarryIsNamed();
    void invisibleLettersAreEscapedInPrograms();
    void aPostmanCollectionHasTheRequest();
    void aBrunoFileHasTheRequest();
    void anHttpFileHasTheRequest();
    void theReportIsInertAndShowsItAll();
    void theReportHasEachAttempt();
    void theTimelineHasAShapeForEach();
};

void ExportFormsTest::whatAFormCannotCarryIsNamed_data()
{
    using F = ExportFormat;
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    const QByteArray post = "POST /h", none;
    QTest::newRow("bytes in Postman")
        << F::Postman << post << none << "\xff\x00"_ba << u"its body is bytes"_s;
    QTest::newRow("a variable in Postman") << F::Postman << post << none << "{{x}}"_ba << u"“{{”"_s;
    QTest::newRow("a variable in a field") << F::Http << post << "X-A: {{x}}\r\n"_ba << none << u"X-A"_s;
    QTest::newRow("twice in Bruno") << F::Bruno << post << "X-A: 1\r\nx-a: 2\r\n"_ba << none << u"x-a"_s;
    QTest::newRow("blanks in Bruno") << F::Bruno << post << none << "x\n"_ba << u"blanks"_s;
    QTest::newRow("a method of Bruno's") << F::Bruno << "PURGE /h"_ba << none << none << u"PURGE"_s;
    QTest::newRow("another entry in .http") << F::Http << post << none << "a\n### b"_ba << u"line"_s;
    QTest::newRow("a file in .http") << F::Http << post << none << "< /etc/passwd"_ba << u"line"_s;
    QTest::newRow("twice in Python") << F::Python << post << "X-A: 1\r\nX-A: 2\r\n"_ba << none << u"X-A"_s;
    QTest::newRow("small escapes in Python") << F::Python << "POST /%2f"_ba << none << none << u"target"_s;
    QTest::newRow("dots in fetch") << F::Node << "POST /a/%2E./b"_ba << none << none << u"target"_s;
    QTest::newRow("a body with GET in fetch") << F::Node << "GET /h"_ba << none << "x"_ba << u"GET"_s;
    QTest::newRow("Expect in fetch") << F::Node << post << "Expect: 100-continue\r\n"_ba << none
                                     << u"Expect"_s;
    QTest::newRow("small letters in fetch") << F::Node << "post /h"_ba << none << none << u"post"_s;
    QTest::newRow("a method of HTTPie's") << F::Httpie << "M-SEARCH /h"_ba << none << none << u"M-SEARCH"_s;
    QTest::newRow("a backslash in HTTPie") << F::Httpie << post << "X-A: a\\:b\r\n"_ba << none << u"X-A"_s;
    QTest::newRow("bytes in C#") << F::Csharp << post << "X-A: \xff\r\n"_ba << none << u"X-A"_s;
    QTest::newRow("no path") << F::Python << "OPTIONS *"_ba << none << none << u"no path"_s;
    QTest::newRow("two hosts") << F::Node << post << "Host: b\r\n"_ba << none << u"one host"_s;
}

void ExportFormsTest::whatAFormCannotCarryIsNamed()
{
    QFETCH(ExportFormat, format);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, body);
    QFETCH(QString, named);
    const auto text = formOf(format, captureOf(line, fields, body));
    QVERIFY2(!text.has_value(), text.value_or(QByteArray()).constData());
    QVERIFY2(text.error().message.startsWith(u"c5 has no form as "_s) && text.error().message.contains(named),
             qPrintable(text.error().message));
}

void ExportFormsTest::invisibleLettersAreEscapedInPrograms()
{
    const ExportedExchange odd = captureOf("POST /h", {}, u"a\u202eb\u200b\x07\"\\\U000E0001"_s.toUtf8());
    QVERIFY(formOf(ExportFormat::Python, odd)->contains(R"("a\u202eb\u200b\u0007\"\\\U000e0001".encode())"));
    QVERIFY(formOf(ExportFormat::Node, odd)->contains(R"("a\u202eb\u200b\u0007\"\\\u{e0001}")"));
    QVERIFY(formOf(ExportFormat::Csharp, odd)->contains(R"("a\u202eb\u200b\u0007\"\\\U000e0001")"));
}

void ExportFormsTest::aPostmanCollectionHasTheRequest()
{
    const auto text =
        formOf(ExportFormat::Postman, captureOf("POST /h?a=%2f", "X-A: 1\r\nX-A: 2\r\n", "{\"n\": 1.0}"));
    const auto json = readJson(*text);
    QVERIFY(json.has_value());
    QCOMPARE(json->find(u"info")->find(u"schema")->text,
             u"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"_s);
    const JsonValue* sent = json->find(u"item")->items.front().find(u"request");
    QCOMPARE(sent->find(u"method")->text, u"POST"_s);
    QCOMPARE(sent->find(u"url")->text, u"http://a.example/h?a=%2f"_s);
    QCOMPARE(sent->find(u"header")->items.size(), size_t(2));
    QCOMPARE(sent->find(u"body")->find(u"raw")->text, u"{\"n\": 1.0}"_s);
}

void ExportFormsTest::aBrunoFileHasTheRequest()
{
    QCOMPARE(*formOf(ExportFormat::Bruno, captureOf("PUT /h", "X-A: 1\r\n", "{\n}")),
             "meta {\n  name: c5\n  type: http\n  seq: 1\n}\n\n"
             "put {\n  url: http://a.example/h\n  body: text\n  auth: none\n}\n\n"
             "headers {\n  X-A: 1\n}\n\nbody:text {\n  {\n  }\n}\n\n"_ba);
}

void ExportFormsTest::anHttpFileHasTheRequest()
{
    QCOMPARE(
        *formOf(ExportFormat::Http, captureOf("PUT /h", "X-A: 1\r\n", "hi\nyou")),
        "### c5\n# @no-redirect\n# @no-cookie-jar\nPUT http://a.example/h HTTP/1.1\nX-A: 1\n\nhi\nyou\n\n"_ba);
}

void ExportFormsTest::theReportIsInertAndShowsItAll()
{
    Attempt failed = attempt(1, Outcome::Rejected, 503);
    failed.sentHead = "POST /hook HTTP/1.1\r\nHost: a.example\r\n\r\n";
    failed.responseHead = "HTTP/1.1 503 Down\r\n\r\n";
    failed.responseBody = "<img src=x onerror=1>";
    const QByteArray html = *formOf(ExportFormat::Html, deliveryWith({failed}));
    for (const char* word : {"<script", "<img", "<b>One", "\u202e"})
        QVERIFY2(!html.contains(word), word);
    for (const char* word : {"default-src 'none'", "&lt;script&gt;", "One\\u202eDrive", "503 Down", "<svg",
                             "report.failed", "&lt;img src=x"})
        QVERIFY2(html.contains(word), word);
    static const QRegularExpression loads(u"(src|href)\\s*=\\s*[\"']"_s);
    QVERIFY(!loads.match(QString::fromUtf8(html)).hasMatch());
}

void ExportFormsTest::theReportHasEachAttempt()
{
    Attempt failed = attempt(1, Outcome::Rejected, 503), refused = attempt(2, Outcome::Refused, 0),
            last = attempt(3, Outcome::Success, 200);
    failed.sentHead = "POST /hook HTTP/1.1\r\nX-Attempt: one\r\n\r\n";
    failed.responseHead = "HTTP/1.1 503 Down\r\n\r\n";
    failed.error = u"The receiver answered 503."_s;
    refused.error = u"Nobody listens there."_s;
    last.sentHead = "POST /hook HTTP/1.1\r\nX-Attempt: three\r\n\r\n";
    last.responseHead = "HTTP/1.1 200 OK\r\n\r\n";
    last.responseBody = "thanks";
    ExportedExchange exchange = deliveryWith({failed, refused, last});
    exchange.delivery->request.body = "the body";
    exchange.delivery->state = DeliveryState::Delivered;
    exchange.delivery->attempts = 3;
    const QByteArray html = *formOf(ExportFormat::Html, exchange);
    qsizetype at = 0;
    for (const char* words :
         {"Attempt 3 was accepted.", "<svg", "Attempt 1: rejected, 503", "answered 503.", "X-Attempt: one",
          "the body", "503 Down", "Attempt 2: refused", "Nobody listens there.", "Nothing was sent.",
          "There was no answer.", "Attempt 3: success, 200", "X-Attempt: three", "the same as in the first",
          "200 OK", "thanks"}) {
        at = html.indexOf(words, at);
        QVERIFY2(at >= 0, words);
    }
    QCOMPARE(html.count("the body"), 1);
    for (const char* part : {"@media print", "@media screen and (prefers-color-scheme:dark)"})
        QVERIFY2(html.contains(part), part);
    exchange.attempts = {refused};
    const QByteArray unsent = *formOf(ExportFormat::Html, exchange);
    QVERIFY(unsent.contains("Request as it would be sent") && unsent.contains("the body"));
}

void ExportFormsTest::theTimelineHasAShapeForEach()
{
    const ExportedExchange exchange =
        deliveryWith({attempt(1, Outcome::Rejected, 503), attempt(2, Outcome::Success, 200)});
    const QByteArray svg = timelineSvg(*exchange.delivery, exchange.attempts);
    QXmlStreamReader reader(svg);
    QStringList shapes, words;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"rect" || reader.name() == u"circle")
            shapes << reader.name().toString();
        if (reader.name() == u"text")
            words << reader.readElementText();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(shapes, (QStringList{u"rect"_s, u"circle"_s, u"circle"_s, u"circle"_s}));
    QVERIFY(words.contains(u"503"_s) && words.contains(u"30 s"_s) && words.contains(u"planned"_s));
}

QTEST_APPLESS_MAIN(ExportFormsTest)
#include "forms_test.moc"

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/assist.h"

#include <QRandomGenerator>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const JsonValue& schema()
{
    static const JsonValue read = *readJson(R"({
      "$ref": "#/$defs/report",
      "$defs": {
        "report": {"type": "object", "properties": {
          "type": {"enum": ["Report"]},
          "often": {"type": "string", "examples": ["Daily", "Weekly"]},
          "on": {"type": ["boolean", "null"], "description": "Whether it is on."},
          "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}}}},
        "part": {"oneOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/bar"}]},
        "text": {"type": "object", "properties": {
          "type": {"const": "Text"},
          "options": {"type": "object", "properties": {"align": {"enum": ["left", "right"]}, "text": {"type": "string"}}}}},
        "bar": {"type": "object", "properties": {
          "type": {"const": "Bar"},
          "options": {"type": "object", "properties": {"data": {"type": "array"}, "align": {"enum": ["up"]}}}}}}})");
    return read;
}

/// `|` is the cursor.
JsonProposals at(QByteArray text)
{
    const qsizetype cursor = text.indexOf('|');
    return proposalsAt(schema(), text.remove(cursor, 1), cursor);
}

QString words(const JsonProposals& proposals)
{
    QStringList list;
    for (const JsonProposal& one : proposals.list)
        list << one.word;
    return list.join(u' ');
}

} // namespace

/// What a schema proposes for a place in a JSON text.
class AssistTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesHaveProposals_data();
    void placesHaveProposals();
    void aWordIsReplacedWhole_data();
    void aWordIsReplacedWhole();
    void placesAreExplained();
    void anyTextIsLookedAt();
};

void AssistTest::placesHaveProposals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& text, const QString& expected) {
        QTest::newRow(name) << text << expected;
    };
    row("keys", "{|}", u"type often on parts"_s);
    row("keys that are not there", R"({"on": true, |})", u"type often parts"_s);
    row("a key that is begun", R"({"p|})", u"parts"_s);
    row("a key under the cursor", R"({"o|n": true})", u"often on"_s);
    row("values", R"({"on": |})", u"true false null"_s);
    row("a value that is begun", R"({"on": t|})", u"true"_s);
    row("examples", R"({"often": "w|"})", u"Weekly"_s);
    row("an enumeration", R"({"type": "|"})", u"Report"_s);
    row("items", R"({"parts": [|]})", u"{}"_s);
    row("keys of any part", R"({"parts": [{|}]})", u"type options"_s);
    row("types of parts", R"({"parts": [{"type": "|"}]})", u"Text Bar"_s);
    row("options of a text", R"({"parts": [{"type": "Text", "options": {|}}]})", u"align text"_s);
    row("options of a bar", R"({"parts": [{"options": {|}, "type": "Bar"}]})", u"data align"_s);
    row("the type comes later", R"({"parts": [{"options": {"align": "|"}, "type": "Text"}]})",
        u"left right"_s);
    row("an unfinished text", R"({"parts": [{"type": "Bar", "options": {"align": "|)", u"up"_s);
    row("behind a value", R"({"on": true|)", u"true"_s);
    row("behind a text", R"({"type": "Report"|})", QString());
    row("inside of what is unknown", R"({"other": {|}})", QString());
    row("escapes do not count", R"({"a\"{[": 1, "b": "}]", |})", u"type often on parts"_s);
}

void AssistTest::placesHaveProposals()
{
    QFETCH(QByteArray, text);
    QTEST(words(at(text)), "expected");
}

void AssistTest::aWordIsReplacedWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("key") << QByteArray(R"({"p|})") << QByteArray(R"({"parts": )");
    QTest::newRow("key with a colon") << QByteArray(R"({"p|" : []})") << QByteArray(R"({"parts" : []})");
    QTest::newRow("word") << QByteArray(R"({"on": f|, "type": 1})")
                          << QByteArray(R"({"on": false, "type": 1})");
    QTest::newRow("nothing yet") << QByteArray(R"({"type": |})") << QByteArray(R"({"type": "Report"})");
    QTest::newRow("quotes") << QByteArray(R"({"type": "|"})") << QByteArray(R"({"type": "Report"})");
}

void AssistTest::aWordIsReplacedWhole()
{
    QFETCH(QByteArray, text);
    const JsonProposals proposals = at(text);
    QVERIFY(!proposals.list.isEmpty());
    text.remove(text.indexOf('|'), 1);
    QTEST(text.replace(proposals.from, proposals.to - proposals.from, proposals.list.first().insert),
          "after");
}

void AssistTest::placesAreExplained()
{
    const QByteArray text = R"({"on": null, "parts": [{"type": "Text", "options": {"align": "left"}}]})";
    QCOMPARE(schemaHelpAt(schema(), text, text.indexOf("on\"")), u"on: boolean or null\nWhether it is on."_s);
    QCOMPARE(schemaHelpAt(schema(), text, text.indexOf("left")), u"align: one of left, right"_s);
    QCOMPARE(schemaHelpAt(schema(), text, text.indexOf("[")), QString());
}

void AssistTest::anyTextIsLookedAt()
{
    QRandomGenerator random(11);
    const QByteArray letters = "{}[]\":,\\ \nat1";
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text;
        for (int i = random.bounded(0, 20); i > 0; --i)
            text += letters[random.bounded(letters.size())];
        const qint64 cursor = random.bounded(static_cast<int>(text.size()) + 1);
        const JsonProposals proposals = proposalsAt(schema(), text, cursor);
        QVERIFY2(proposals.from <= cursor && proposals.to >= proposals.from && proposals.to <= text.size(),
                 text.constData());
        schemaHelpAt(schema(), text, cursor);
    }
}

QTEST_GUILESS_MAIN(AssistTest)
#include "assist_test.moc"

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/validate.h"
#include "provider/value_type.h"
#include "support/built_in_catalogue.h"

#include <QTest>

#include <algorithm>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const ProviderProfile& treeProfile()
{
    return *builtInCatalogue().find(u"hybiscus"_s);
}

QStringList said(const QByteArray& document)
{
    QStringList words;
    for (const Problem& problem : validateDocument(treeProfile(), document))
        words << problem.rule + u' ' + problem.path;
    return words;
}

QByteArray report(const QByteArray& component)
{
    return "{\"components\":[" + component + "]}";
}

JsonValue sampleOf(const QString& type, int depth);

JsonValue filled(const QList<DocumentField>& fields, int depth)
{
    JsonValue object = JsonValue::object();
    for (const DocumentField& field : fields) {
        JsonValue value = sampleOf(field.type, depth + 1);
        if (field.min && value.isNumber())
            value = JsonValue::number(static_cast<qint64>(*field.min));
        object.append(field.key, value);
    }
    return object;
}

/// Something that fits, made from the type alone.
JsonValue sampleOf(const QString& written, int depth)
{
    const ValueType type = valueTypeOf(treeProfile(), written);
    if (!type.words.isEmpty())
        return JsonValue::string(type.words.last());
    if (!type.item.isEmpty()) {
        JsonValue array = JsonValue::array();
        if (!valueTypeOf(treeProfile(), type.item).component && depth < 12)
            array.append(sampleOf(type.item, depth + 1));
        return array;
    }
    if (!type.structName.isEmpty())
        return filled(treeProfile().structs[type.structName], depth);
    if (typeAlternatives(written).contains(u"url"))
        return JsonValue::string(u"https://example.org/"_s);
    if (type.text)
        return JsonValue::string(u"x"_s);
    if (type.number || type.integer)
        return JsonValue::number(qint64(1));
    return type.boolean ? JsonValue::boolean(true) : JsonValue();
}

} // namespace

/// What a report's definition may hold, as the profile says it: nothing that fits is found fault with, and
/// what does not fit is named at its place, with what was meant.
class DefinitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProfileKnowsEachComponent();
    void everyOptionOfEveryComponentFits();
    void templatesHaveNoProblem();
    void whatTheVendorsClientSendsFits_data();
    void whatTheVendorsClientSendsFits();
    void whatDoesNotFitIsNamed_data();
    void whatDoesNotFitIsNamed();
    void anUnknownWordOffersTheNearest();
    void mendsPutRight_data();
    void mendsPutRight();
    void whatNoPageStatesIsNoError();
    void manyProblemsOfALargeDocumentAreFoundInOneWalk();
};

void DefinitionTest::theProfileKnowsEachComponent()
{
    QCOMPARE(treeProfile().components.size(), 21);
    for (const ComponentType& type : treeProfile().components) {
        QVERIFY2(!type.title.isEmpty() && !type.look.isEmpty() && !type.group.isEmpty(),
                 qPrintable(type.name));
        for (const DocumentField& field : type.options)
            QVERIFY2(!field.provenance.word.isEmpty(), qPrintable(type.name + field.key));
    }
    for (const QString& theme : treeProfile().enums[u"colorTheme"_s]) {
        for (const QString& variable : treeProfile().enums[u"colorVariable"_s])
            QVERIFY2(treeProfile().themes[theme].contains(variable), qPrintable(theme + variable));
    }
    for (const QString& scheme : treeProfile().enums[u"colorScheme"_s])
        QVERIFY(treeProfile().palettes[scheme].size() >= 8);
}

void DefinitionTest::everyOptionOfEveryComponentFits()
{
    JsonValue root = filled(treeProfile().document, 0);
    *root.find(u"type") = JsonValue::string(u"Report"_s);
    for (const ComponentType& type : treeProfile().components) {
        JsonValue options = filled(type.options, 0);
        if (JsonValue* names = options.find(u"colour_by"))
            *names = JsonValue::string(u"x"_s);
        for (qsizetype i = 1; i < type.exactlyOne.size(); ++i)
            *options.find(type.exactlyOne[i]) = JsonValue();
        JsonValue component = JsonValue::object();
        component.append(u"type"_s, JsonValue::string(type.name));
        component.append(u"options"_s, options);
        root.find(u"components")->append(component);
    }
    QCOMPARE(said(prettyJson(root)), QStringList());
}

void DefinitionTest::templatesHaveNoProblem()
{
    QCOMPARE(treeProfile().templates.size(), 6);
    for (const DocumentTemplate& made : treeProfile().templates) {
        QCOMPARE(said(made.document), QStringList());
        // Each option left out is no mistake either, but for those that must be there.
        for (const ComponentType& type : treeProfile().components) {
            if (type.initialOptions && type.exactlyOne.isEmpty()) {
                JsonValue component = JsonValue::object();
                component.append(u"type"_s, JsonValue::string(type.name));
                component.append(u"options"_s, *type.initialOptions);
                QCOMPARE(said(report(compactJson(component))), QStringList());
            }
        }
    }
}

void DefinitionTest::whatTheVendorsClientSendsFits_data()
{
    QTest::addColumn<QByteArray>("component");
    QTest::newRow("bar chart with the newer options")
        << QByteArray(R"({"type":"BarChart","options":{"data":[{"x":"a","y":1}],"x_label":"","y_label":"",)"
                      R"("color_scheme":"Dark2","font_size":14,"aspect_ratio":1.5,"width":"1/2"}})");
    QTest::newRow("font size by name") << QByteArray(
        R"({"type":"Chart.Line","options":{"data":[],"x_label":"","y_label":"","font_size":"sm"}})");
    QTest::newRow("points with the key that colours them")
        << QByteArray(R"({"type":"LineChart","options":{"data":[{"x":1,"y":1,"region":"N"},)"
                      R"({"x":1,"y":2,"region":null}],"x_label":"","y_label":"","colour_by":"region"}})");
    QTest::newRow("nulls") << QByteArray(
        R"({"type":"Image","options":{"image_url":null,"base64":"AA==","bg_colour":null,"border_colour":null,)"
        R"("text_colour":null,"caption":null,"width":null,"rounded":true}})");
    QTest::newRow("text, British") << QByteArray(
        R"({"type":"Text","options":{"text":"a","align":"centre","colour":null,"bg_colour":"accent",)"
        R"("inner_padding":null}})");
    QTest::newRow("row in row") << QByteArray(
        R"({"type":"Row","options":{"width":"2/3"},"components":[{"type":"Row","options":{},"components":[]}]})");
    QTest::newRow("ring by its end") << QByteArray(
        R"({"type":"DoughnutRing","options":{"data":[{"end":40}],"background_ring_colour":"#fff"}})");
    QTest::newRow("table") << QByteArray(
        R"({"type":"Table","options":{"title":null,"rows":[["<b>a</b>",1,{"content":"x",)"
        R"("col_span":2,"col_align":"right","col_bg":"accent"}]],"col_borders":true,)"
        R"("col_width":[null,70],"col_bg":["background-faded",null]}})");
    QTest::newRow("page break") << QByteArray(R"({"type":"PageBreak","options":{}})");
    QTest::newRow("page break, bare") << QByteArray(R"({"type":"PageBreak"})");
    QTest::newRow("colour scheme null") << QByteArray(
        R"({"type":"Chart.Bar","options":{"data":[],"x_label":"","y_label":"","color_scheme":null}})");
}

void DefinitionTest::whatTheVendorsClientSendsFits()
{
    QFETCH(QByteArray, component);
    QCOMPARE(said(report(component)), QStringList());
}

void DefinitionTest::whatDoesNotFitIsNamed_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& component, const QString& expected) {
        QTest::newRow(name) << report(component) << expected;
    };
    row("card with children", R"({"type":"Card","options":{"title":"","value":1},"components":[{}]})",
        u"nesting $.components[0].components"_s);
    row("unknown option", R"({"type":"Text","options":{"text":"","sice":"sm"}})",
        u"unknown-key $.components[0].options.sice"_s);
    row("unknown member", R"({"type":"Text","options":{"text":""},"colour":1})",
        u"unknown-key $.components[0].colour"_s);
    row("a name that colours nothing",
        R"({"type":"LineChart","options":{"data":[{"x":1,"y":1}],"x_label":"","y_label":"","colour_by":"r"}})",
        u"named $.components[0].options.colour_by"_s);
    row("a key that nothing names",
        R"({"type":"LineChart","options":{"data":[{"x":1,"y":1,"r":2}],"x_label":"","y_label":""}})",
        u"unknown-key $.components[0].options.data[0].r"_s);
    row("both pictures", R"({"type":"Image","options":{"image_url":"https://a","base64":"AA=="}})",
        u"exactly-one $.components[0].options.base64"_s);
    row("no picture", R"({"type":"Image","options":{"caption":"x"}})",
        u"exactly-one $.components[0].options"_s);
    row("margin", R"({"type":"Row","options":{"vertical_margin":33}})",
        u"range $.components[0].options.vertical_margin"_s);
    row("padding", R"({"type":"Text","options":{"text":"","inner_padding":0}})",
        u"range $.components[0].options.inner_padding"_s);
    row("width", R"({"type":"Row","options":{"width":"full"}})", u"type $.components[0].options.width"_s);
    row("duplicate", R"({"type":"Text","options":{"text":"a","text":"b"}})",
        u"duplicate $.components[0].options.text"_s);
    row("both spellings", R"({"type":"Text","options":{"text":"a","color":"accent","colour":"accent"}})",
        u"alias $.components[0].options.colour"_s);
    row("type is no text", R"({"type":3,"options":{}})", u"component $.components[0].type"_s);
    row("options are no object", R"({"type":"Text","options":[]})", u"component $.components[0].options"_s);
    row("component is no object", "7", u"type $.components[0]"_s);
    QTest::newRow("chart on the cover")
        << QByteArray(
               R"({"cover_page":{"options":{"components":[{"type":"Card","options":{"title":"","value":1}}]}}})")
        << u"nesting $.cover_page.options.components[0].type"_s;
    QTest::newRow("theme") << QByteArray(R"({"config":{"color_theme":"Forrest"}})")
                           << u"type $.config.color_theme"_s;
}

void DefinitionTest::whatDoesNotFitIsNamed()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, expected);
    QCOMPARE(said(document), QStringList{expected});
}

void DefinitionTest::anUnknownWordOffersTheNearest()
{
    QCOMPARE(nearestWords(u"sumer"_s, {u"default"_s, u"summer"_s, u"ember"_s, u"royal"_s}).first(),
             u"summer"_s);
    QCOMPARE(meantWord(u"Vertical Spacer"_s, {u"Spacer"_s, u"VerticalSpacer"_s}), u"VerticalSpacer"_s);
    QCOMPARE(meantWord(u"colour"_s, {u"color"_s, u"size"_s}), u"color"_s);
    QVERIFY(!meantWord(u"beige"_s, {u"neon"_s, u"candy"_s}));
    QVERIFY(!meantWord(QString(), {u"a"_s, u"b"_s}));
    QCOMPARE(nearestWords(u"foo"_s, {u"$schema"_s, u"cover_page"_s}), QStringList());
    QCOMPARE(nearestWords(u"1/7"_s, {u"1/2"_s, u"x"_s}), QStringList{u"1/2"_s});
    const auto messageOf = [](const QByteArray& document) {
        return validateDocument(treeProfile(), document).first().message;
    };
    QCOMPARE(messageOf(R"({"config":{"color_theme":"zzzzzzz"}})").section(u',', 0, 0),
             u"\"zzzzzzz\" is not known here. Known are \"default\""_s);
    const auto& catalogue = builtInCatalogue();
    const auto task = validateDocument(*catalogue.find(u"connectreport"_s), R"({"id":"x"})");
    QVERIFY2(task.first().message.startsWith(u"Expected a UUID"), qPrintable(task.first().message));
    QCOMPARE(messageOf(R"({"qqq":1})"), u"\"qqq\" is not known here."_s);
    const auto problems = validateDocument(treeProfile(), R"({"config":{"color_theme":"sumer"}})");
    QVERIFY2(problems.first().message.contains(u"\"summer\""), qPrintable(problems.first().message));
}

void DefinitionTest::mendsPutRight_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const QByteArray& before, const QByteArray& after) {
        QTest::newRow(name) << before << after;
    };
    row("word", R"({"config": {"color_theme": "Sumer"}})", R"({"config": {"color_theme": "summer"}})");
    row("type", R"({"components":[{"type":"Vertical Spacer","options":{"space":1.0}}]})",
        R"({"components":[{"type":"VerticalSpacer","options":{"space":1.0}}]})");
    row("key", R"({"components":[{"type":"Text","options":{"text":"a", "markdown_fromat": true}}]})",
        R"({"components":[{"type":"Text","options":{"text":"a", "markdown_format": true}}]})");
    row("number", R"({"components":[{"type":"Spacer","options":{"space":"2.50"}}]})",
        R"({"components":[{"type":"Spacer","options":{"space":2.50}}]})");
    row("truth", R"({"config":{"landscape":"true"}})", R"({"config":{"landscape":true}})");
    row("range", R"({"components":[{"type":"Row","options":{"vertical_margin":99}}]})",
        R"({"components":[{"type":"Row","options":{"vertical_margin":32}}]})");
    row("missing", "{\"components\":[{\"type\":\"Text\",\n \"options\":{}}]}",
        "{\"components\":[{\"type\":\"Text\",\n \"options\":{\n  \"text\": \"\"\n }}]}");
    row("token", R"({"config":{"webhooks":[{"url":"http://a","auth_header":"Bearer  x"}]}})",
        R"({"config":{"webhooks":[{"url":"http://a","auth_header":"x"}]}})");
    row("fourth webhook",
        R"({"config":{"webhooks":[{"url":"http://a"},{"url":"http://b"},{"url":"http://c"},{"url":"http://d"}]}})",
        R"({"config":{"webhooks":[{"url":"http://a"},{"url":"http://b"},{"url":"http://c"}]}})");
}

void DefinitionTest::mendsPutRight()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QList<Problem> problems = validateDocument(treeProfile(), before);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().mend && !problems.first().mend->words.isEmpty());
    QCOMPARE(withEdits(before, problems.first().mend->edits), after);
    QCOMPARE(said(after), QStringList());
}

void DefinitionTest::whatNoPageStatesIsNoError()
{
    const QList<Problem> problems = validateDocument(
        treeProfile(),
        R"({"options":{"own":1},"config":{"color_theme":3,"n_pages":"x"},"components":[{"type":"Sun"},)"
        R"({"type":"Card","options":{}},{"type":"Chart.Bar","options":{"width":"full"}}]})");
    QVERIFY(problems.size() > 5);
    for (const Problem& problem : problems)
        QCOMPARE(problem.severity, ProblemSeverity::Warning);
}

void DefinitionTest::manyProblemsOfALargeDocumentAreFoundInOneWalk()
{
    const QByteArray bad = R"({"type":"Text","options":{"text":1}},)";
    const QByteArray document = "{\"components\":[" + bad.repeated(200) +
                                "\n{\"type\":\"Text\",\"options\":{\"text\":\"" + QByteArray(4'000'000, 'x') +
                                "\"}}]}";
    const QList<Problem> problems = validateDocument(treeProfile(), document);
    QCOMPARE(problems.size(), 200);
    QCOMPARE(problems.last().line, 1);
    QCOMPARE(problems.first().column, 49);
    QVERIFY(validateDocument(treeProfile(), QByteArray(mostCheckedBytes + 1, ' ')).first().rule == u"size");
}

QTEST_APPLESS_MAIN(DefinitionTest)
#include "definition_test.moc"

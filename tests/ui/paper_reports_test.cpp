// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "ui/paper/paper_export.h"
#include "ui/paper/paper_layout.h"
#include "workbench/design/designer.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QByteArray reportNamed(const QString& name)
{
    QFile file(QStringLiteral(HOOKWORKS_SOURCE_DIR "/tests/ui/reports/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList reportNames()
{
    QStringList names;
    for (const QString& file :
         QDir(QStringLiteral(HOOKWORKS_SOURCE_DIR "/tests/ui/reports")).entryList({u"*.json"_s}, QDir::Files))
        names << file.chopped(5);
    return names;
}

const ProviderProfile& profile()
{
    return *definitionOf(builtInProviders(), u"hybiscus"_s);
}

Paper drawn(const QByteArray& text)
{
    PaperLayout layout(profile());
    return layout.layOut(readJson(text).value_or(JsonValue()), text);
}

/// Where a line of words is, not the room that it has.
QRectF inkOf(const PaperText& text)
{
    const double width = widthOfText(text.font, text.text);
    const QSizeF size = text.turned ? QSizeF(text.font.size, width) : QSizeF(width, text.font.size);
    QRectF ink(QPointF(0, 0), size);
    ink.moveCenter(text.rect.center());
    const bool start = text.align & Qt::AlignLeft, end = text.align & Qt::AlignRight;
    if (text.turned)
        ink.moveTop(end ? text.rect.top() : ink.top());
    else if (start || end)
        ink.moveLeft(start ? text.rect.left() : text.rect.right() - width);
    return ink;
}

template <class Visit>
void eachBlock(const PaperBlock& block, const Visit& visit)
{
    visit(block);
    for (const PaperBlock::Child& child : block.children)
        eachBlock(*child.block, visit);
}

QList<PaperText> textsOf(const PaperBlock& block)
{
    QList<PaperText> texts;
    for (const PaperItem& item : block.items) {
        if (const auto* text = std::get_if<PaperText>(&item); text && !text->text.isEmpty())
            texts << *text;
    }
    return texts;
}

/// What can be read on a page, a line of it for each piece.
QStringList wordsOn(const Paper& paper, size_t page)
{
    QStringList words;
    for (const QString& line : QString::fromUtf8(pageAsSvg(paper, page, {})).split(u'\n')) {
        if (line.contains(u"</text>"))
            words << line.section(u'>', 1).section(u"</text>"_s, 0, 0).trimmed();
    }
    return words;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto light = [](const QColor& colour) {
        const auto part = [](float value) {
            return value <= 0.03928F ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    };
    const auto [low, high] = std::minmax({light(a), light(b)});
    return (high + 0.05) / (low + 0.05);
}

void addReports()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : reportNames())
        QTest::newRow(qPrintable(name)) << name;
}

} // namespace

/// The reports in tests/ui/reports as pages: what makes one know them again. Their pictures are in the build
/// folder's screenshots.
class PaperReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allThemesAndTypesAreThere();
    void nothingIsCutOrOverTheEdge_data() { addReports(); }
    void nothingIsCutOrOverTheEdge();
    void wordsOfAChartStandApart_data() { addReports(); }
    void wordsOfAChartStandApart();
    void aTableGoesOnBelowItsHeadings();
    void aLongTextGoesOnLineByLine();
    void aReportOfSixtyPagesHasSixty();
    void linesBreakBetweenWords();
    void barsThatAreNotGroupedAreStacked();
    void aMissingValueIsAGap();
    void whatIsHighlightedCanBeRead();
};

void PaperReportsTest::allThemesAndTypesAreThere()
{
    QSet<QString> themes, types;
    for (const QString& name : reportNames()) {
        const QByteArray text = reportNamed(name);
        const JsonValue document = readJson(text).value_or(JsonValue());
        themes.insert(document.find(u"config")->find(u"color_theme")->text);
        for (const ComponentType& type : profile().components) {
            if (text.contains("\"type\": \"" + type.name.toUtf8() + '"'))
                types.insert(type.name);
        }
        for (const DesignProblem& problem : builtInProviders().checkDocument(u"hybiscus"_s, text))
            QVERIFY2(problem.path.endsWith(u".y"),
                     qPrintable(name + problem.path)); // the gaps of one of them
    }
    QCOMPARE(themes.size(), profile().themes.size());
    QCOMPARE(types.size(), qsizetype(profile().components.size()));
}

void PaperReportsTest::nothingIsCutOrOverTheEdge()
{
    QFETCH(QString, name);
    const Paper paper = drawn(reportNamed(name));
    QDir().mkpath(QStringLiteral(HOOKWORKS_BINARY_DIR "/screenshots"));
    const QRectF sheet(QPointF(0, 0), paper.size);
    for (size_t page = 0; page < paper.pages.size(); ++page) {
        if (page < 6)
            QVERIFY(QImage::fromData(pageAsPng(paper, page))
                        .save(QStringLiteral(HOOKWORKS_BINARY_DIR "/screenshots/report-%1-%2.png")
                                  .arg(name)
                                  .arg(page + 1)));
        for (const PaperPart& part : paper.pages[page].parts) {
            QVERIFY2(sheet.adjusted(20, 20, -20, -40).contains(part.rect()),
                     qPrintable(part.path.toString()));
            eachBlock(*part.block, [&](const PaperBlock& block) {
                for (const PaperText& text : textsOf(block)) {
                    const double room = text.turned ? text.rect.height() : text.rect.width();
                    QVERIFY2(text.wraps || widthOfText(text.font, text.text) < room + 1.5,
                             qPrintable(text.text));
                }
            });
        }
    }
}

void PaperReportsTest::wordsOfAChartStandApart()
{
    QFETCH(QString, name);
    const Paper paper = drawn(reportNamed(name));
    for (const PaperPage& page : paper.pages) {
        for (const PaperPart& part : page.parts) {
            eachBlock(*part.block, [](const PaperBlock& block) {
                const QList<PaperText> texts = textsOf(block);
                for (qsizetype i = 0; i < texts.size(); ++i) {
                    for (qsizetype k = i + 1; k < texts.size() && !texts[i].wraps; ++k)
                        QVERIFY2(texts[k].wraps || !inkOf(texts[i]).intersects(inkOf(texts[k])),
                                 qPrintable(texts[i].text + u" over "_s + texts[k].text));
                }
            });
        }
    }
}

void PaperReportsTest::aTableGoesOnBelowItsHeadings()
{
    const Paper paper = drawn(reportNamed(u"accounts"_s));
    QCOMPARE(paper.pages.size(), size_t(2));
    const QStringList first = wordsOn(paper, 0), second = wordsOn(paper, 1);
    QVERIFY(first.contains(u"Difference"_s) && second.contains(u"Difference"_s));
    for (const QString& row : {u"Revenue, own shops"_s, u"Travel"_s, u"Advertising"_s, u"Taxes"_s})
        QCOMPARE(first.count(row) + second.count(row), 1);
    QVERIFY(first.contains(u"Revenue, own shops"_s) && second.contains(u"Taxes"_s));
    // One component, a place on each page, and none of them over a page's end.
    const auto places = placesOf(paper, *JsonPath::parse(u"$.components[1].components[0]"_s));
    QCOMPARE(places.size(), size_t(3)); // the second page has the headings again
    QCOMPARE(places.back().page, size_t(1));
    const auto under = placeAt(paper, 1, places.back().rect.center());
    QVERIFY(under && under->path == places.back().path);
}

void PaperReportsTest::aLongTextGoesOnLineByLine()
{
    QByteArray text;
    for (int i = 1; i <= 300; ++i)
        text += "Line" + QByteArray::number(i) + "x is here.\\n\\n";
    for (const QByteArray flag : {"true", "false"}) {
        const Paper paper =
            drawn("{\"components\":[{\"type\":\"Section\",\"options\":{\"section_title\":\"S\"},"
                  "\"components\":[{\"type\":\"Text\",\"options\":{\"markdown_format\":" +
                  flag + ",\"text\":\"" + text + "\"}}]}]}");
        QVERIFY(paper.pages.size() > 3);
        QString all;
        for (size_t page = 0; page < paper.pages.size(); ++page)
            all += wordsOn(paper, page).join(u' ') + u' ';
        for (int i = 1; i <= 300; ++i)
            QCOMPARE(all.count(u"Line%1x"_s.arg(i)), 1);
    }
}

void PaperReportsTest::aReportOfSixtyPagesHasSixty()
{
    const Paper paper = drawn(reportNamed(u"grid"_s));
    QCOMPARE(paper.pages.size(), size_t(60));
    QVERIFY(wordsOn(paper, 59).contains(u"60 of 60"_s));
}

void PaperReportsTest::linesBreakBetweenWords()
{
    const QString words = wordsOn(drawn(reportNamed(u"survey"_s)), 0).join(u'\n');
    for (const QString& word : {u"canteen,"_s, u"perhaps"_s, u"telephone"_s, u"answers"_s})
        QVERIFY2(words.contains(word), qPrintable(words));
}

void PaperReportsTest::barsThatAreNotGroupedAreStacked()
{
    const auto highestBar = [](const QByteArray& flag) {
        const Paper paper =
            drawn("{\"components\":[{\"type\":\"Chart.Bar\",\"options\":{" + flag +
                  "\"data\":[{\"x\":\"A\",\"y\":10,\"label\":\"p\"},{\"x\":\"A\",\"y\":10,\"label\":\"q\"}],"
                  "\"x_label\":\"\",\"y_label\":\"\"}}]}");
        std::vector<QRectF> bars;
        for (const PaperItem& item : paper.pages[0].parts[0].block->items) {
            if (const auto* box = std::get_if<PaperBox>(&item); box && box->rect.height() > 20)
                bars.push_back(box->rect);
        }
        return bars;
    };
    const auto grouped = highestBar("\"grouped_bars\":true,");
    QCOMPARE(grouped.size(), size_t(2));
    QVERIFY(grouped[0].right() <= grouped[1].left() + 0.1);
    QCOMPARE(grouped[0].bottom(), grouped[1].bottom());
    const auto stacked = highestBar("\"grouped_bars\":false,");
    QCOMPARE(stacked.size(), size_t(2));
    QCOMPARE(stacked[0].left(), stacked[1].left());
    QVERIFY(qAbs(stacked[0].top() - stacked[1].bottom()) < 0.1);
}

void PaperReportsTest::aMissingValueIsAGap()
{
    const Paper paper =
        drawn(R"({"components":[{"type":"Chart.Line","options":{"data":[{"x":1,"y":5},{"x":2,"y":6},)"
              R"({"x":3,"y":null},{"x":4,"y":7},{"x":5,"y":8}],"x_label":"","y_label":""}}]})");
    int lines = 0;
    for (const PaperItem& item : paper.pages[0].parts[0].block->items) {
        const auto* shape = std::get_if<PaperShape>(&item);
        lines += shape && shape->width > 1.5 ? 1 : 0;
    }
    QCOMPARE(lines, 2);
}

void PaperReportsTest::whatIsHighlightedCanBeRead()
{
    for (auto it = profile().themes.cbegin(); it != profile().themes.cend(); ++it) {
        const QByteArray text = "{\"config\":{\"color_theme\":\"" + it.key().toUtf8() + "\"}}";
        const PaperTheme theme = paperTheme(profile(), *readJson(text));
        const auto lit = [&](const char* name) { return theme.colour(QString::fromLatin1(name), true); };
        for (const char* ground : {"background", "background-muted", "background-faded", "highlight"}) {
            for (const char* ink : {"headline", "paragraph"})
                QVERIFY2(contrast(lit(ink), lit(ground)) >= 4.5, qPrintable(it.key()));
        }
        QVERIFY2(contrast(lit("sub-headline"), lit("background")) >= 4.5, qPrintable(it.key()));
        QVERIFY2(contrast(lit("accent"), lit("background")) >= 3, qPrintable(it.key()));
    }
}

QTEST_MAIN(PaperReportsTest)
#include "paper_reports_test.moc"

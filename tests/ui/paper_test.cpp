// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "ui/paper/paper_axis.h"
#include "ui/paper/paper_chart_data.h"
#include "ui/paper/paper_export.h"
#include "ui/paper/paper_layout.h"
#include "ui/paper/paper_times.h"

#include <QDateTime>
#include <QDir>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

Paper paperOf(const QByteArray& text)
{
    PaperLayout layout(*definitionOf(builtInProviders(), u"hybiscus"_s));
    return layout.layOut(readJson(text).value_or(JsonValue()), text);
}

QRectF placeOf(const Paper& paper, const QString& path)
{
    const auto places = placesOf(paper, *JsonPath::parse(path));
    return places.empty() ? QRectF() : places.front().rect;
}

PaperItems itemsOf(const Paper& paper)
{
    PaperItems items;
    for (const PaperPart& part : paper.pages[0].parts)
        items.insert(items.end(), part.block->items.begin(), part.block->items.end());
    return items;
}

QByteArray textComponent(const QByteArray& options)
{
    return "{\"type\":\"Text\",\"options\":{" + options + "}}";
}

} // namespace

/// The pages of a report: what stands where, and that looking at it opens nothing.
class PaperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreReadByTheirFormat();
    void ticksAreRound();
    void pointsBelongToTheirSeries();
    void widthsAreSharesOfTheLine();
    void aBreakAndAFullPageBeginAnother();
    void theCoverIsAPageOfItsOwn();
    void landscapeSwapsTheSides();
    void theInnermostPartIsUnderAPoint();
    void templatesAreDrawnAndExported();
    void strangeValuesDoNoHarm();
    void aChartStaysWithItsHeading();
    void theLastWordsStandBelowTheirPlace_data();
    void theLastWordsStandBelowTheirPlace();
    void markdownIsDrawnAndOtherTextIsNot_data();
    void markdownIsDrawnAndOtherTextIsNot();
    void nothingIsOpened();
};

void PaperTest::timesAreReadByTheirFormat()
{
    const auto at = [](const QString& iso) {
        return double(QDateTime::fromString(iso, Qt::ISODate).toSecsSinceEpoch());
    };
    QCOMPARE(secondsOfTime(u"2022-01-01 09:00:05"_s, u"%Y-%m-%d %H:%M:%s"_s), at(u"2022-01-01T09:00:05Z"_s));
    QCOMPARE(secondsOfTime(u"3 Feb 2024"_s, u"%d %b %Y"_s), at(u"2024-02-03T00:00:00Z"_s));
    QVERIFY(!secondsOfTime(u"2022-13-01"_s, u"%Y-%m-%d"_s));
    QVERIFY(!secondsOfTime(u"soon"_s, u"%Y-%m-%d"_s));
}

void PaperTest::ticksAreRound()
{
    QCOMPARE(ticksBetween(0, 150'000, 5), (std::vector<double>{0, 50'000, 100'000, 150'000}));
    QVERIFY(ticksBetween(0, std::numeric_limits<double>::infinity(), 5).size() == 1);
    QCOMPARE(tickWords(150'000), u"150 k"_s);
    QCOMPARE(tickWords(2.5), u"2.5"_s);
}

void PaperTest::pointsBelongToTheirSeries()
{
    const auto options = readJson(
        R"({"data":[{"x":"N","y":1,"label":"a"},{"x":"S","y":2,"label":"a"},{"x":"N","y":3,"label":"b","color":"#ff0000"}]})");
    const ChartData data = chartData(*options, false);
    QCOMPARE(data.categories, QStringList({u"N"_s, u"S"_s}));
    QCOMPARE(data.series.size(), size_t(2));
    QCOMPARE(data.series[1].points[0].y, 3.0);
    QCOMPARE(data.series[1].points[0].colour, QColor(255, 0, 0));
    const auto named = readJson(R"({"colour_by":"r","data":[{"x":1,"y":1,"r":"p"},{"x":2,"y":1,"r":"q"}]})");
    QCOMPARE(chartData(*named, false).series.size(), size_t(2));
    QVERIFY(chartData(*named, false).numbers);
}

void PaperTest::widthsAreSharesOfTheLine()
{
    const Paper paper =
        paperOf("{\"components\":[{\"type\":\"Row\",\"options\":{\"column_spacing\":0},\"components\":[" +
                textComponent(R"("text":"a","width":"1/3")") + ',' + textComponent(R"("text":"b")") + "]}]}");
    const QRectF first = placeOf(paper, u"$.components[0].components[0]"_s);
    const QRectF second = placeOf(paper, u"$.components[0].components[1]"_s);
    QVERIFY(qAbs(second.width() - 2 * first.width()) < 2);
    QCOMPARE(first.top(), second.top());
    QVERIFY(qAbs(second.left() - first.right()) < 1);
}

void PaperTest::aBreakAndAFullPageBeginAnother()
{
    const QByteArray text = textComponent(R"("text":"a")");
    QCOMPARE(paperOf("{\"components\":[" + text + ",{\"type\":\"PageBreak\"}," + text + "]}").pages.size(),
             size_t(2));
    QByteArray list = text;
    for (int i = 0; i < 100; ++i)
        list += ',' + text;
    const Paper paper = paperOf("{\"components\":[{\"type\":\"Section\",\"options\":{\"section_title\":\"S\","
                                "\"columns\":1},\"components\":[" +
                                list + "]}]}");
    QVERIFY(paper.pages.size() > 1);
    for (const PaperPage& page : paper.pages) {
        for (const PaperPart& part : page.parts)
            QVERIFY(part.at.y() + part.block->size.height() <= paper.size.height());
    }
}

void PaperTest::theCoverIsAPageOfItsOwn()
{
    const Paper paper = paperOf(
        "{\"cover_page\":{\"options\":{\"bg_color\":\"accent\",\"align\":\"end\",\"components\":[" +
        textComponent(R"("text":"Cover")") + "]}},\"components\":[" + textComponent(R"("text":"a")") + "]}");
    QCOMPARE(paper.pages.size(), size_t(2));
    QCOMPARE(paper.pages[0].ground,
             QColor(definitionOf(builtInProviders(), u"hybiscus"_s)->themes[u"default"_s][u"accent"_s]));
    QVERIFY(placeOf(paper, u"$.cover_page.options.components[0]"_s).top() > paper.size.height() / 2);
}

void PaperTest::landscapeSwapsTheSides()
{
    const Paper paper = paperOf(R"({"config":{"landscape":true},"components":[]})");
    QVERIFY(paper.size.width() > paper.size.height());
}

void PaperTest::theInnermostPartIsUnderAPoint()
{
    const Paper paper = paperOf(R"({"components":[{"type":"Row","components":[{"type":"Card","options":)"
                                R"({"title":"a","value":1}}]}]})");
    const QRectF card = placeOf(paper, u"$.components[0].components[0]"_s);
    const auto place = placeAt(paper, 0, card.center());
    QVERIFY(place);
    QCOMPARE(place->path.toString(), u"$.components[0].components[0]"_s);
    QCOMPARE(place->title, u"Card"_s);
    QVERIFY(!placeAt(paper, 0, {1, 1}));
    QVERIFY(!placeAt(paper, 7, {1, 1}));
}

void PaperTest::templatesAreDrawnAndExported()
{
    QDir().mkpath(QStringLiteral(HOOKWORKS_BINARY_DIR "/screenshots"));
    for (const DocumentTemplate& made : definitionOf(builtInProviders(), u"hybiscus"_s)->templates) {
        const Paper paper = paperOf(made.document);
        QVERIFY(!paper.pages.empty());
        QVERIFY(paperAsPdf(paper, made.title).startsWith("%PDF"));
        QVERIFY(pageAsSvg(paper, 0, made.title).contains("<svg"));
        for (size_t page = 0; page < paper.pages.size(); ++page) {
            const QImage image = QImage::fromData(pageAsPng(paper, page));
            QCOMPARE(image.size(), (paper.size * 2).toSize());
            QVERIFY(image.save(QStringLiteral(HOOKWORKS_BINARY_DIR "/screenshots/page-%1-%2.png")
                                   .arg(made.title)
                                   .arg(page + 1)));
        }
    }
}

void PaperTest::strangeValuesDoNoHarm()
{
    for (const ComponentType& type : definitionOf(builtInProviders(), u"hybiscus"_s)->components) {
        for (const QByteArray& odd :
             {QByteArray("null"), QByteArray("[]"), QByteArray("{}"), QByteArray("\"x\""),
              QByteArray("1e400"), QByteArray("-1e300"), QByteArray("[null,[{}],\"\"]"),
              QByteArray("[{\"x\":1e400,\"y\":\"a\"},{\"y\":-1e308},{\"y\":1e308}]")}) {
            QByteArray options;
            for (const DocumentField& field : type.options)
                options += (options.isEmpty() ? "\"" : ",\"") + field.key.toUtf8() + "\":" + odd;
            const QByteArray text = "{\"options\":" + odd + ",\"config\":" + odd +
                                    ",\"components\":[{\"type\":\"" + type.name.toUtf8() +
                                    "\",\"options\":{" + options + "},\"components\":" + odd +
                                    "},{\"type\":\"" + type.name.toUtf8() + "\"}]}";
            const Paper paper = paperOf(text);
            QImage image(paper.size.toSize(), QImage::Format_RGB32);
            QPainter painter(&image);
            paintPage(painter, paper, 0);
        }
    }
}

/// On a page that lies, a chart as wide as it is would be higher than it.
void PaperTest::aChartStaysWithItsHeading()
{
    const Paper paper = paperOf(
        R"({"config":{"landscape":true},"components":[{"type":"Section","options":{"section_title":"S","columns":1},)"
        R"("components":[{"type":"Chart.Bar","options":{"data":[{"x":"A","y":1}],"chart_title":"T","x_label":"x",)"
        R"("y_label":"y","aspect_ratio":0.5}}]}]})");
    QCOMPARE(paper.pages.size(), size_t(1));
    const QRectF chart = placeOf(paper, u"$.components[0].components[0]"_s);
    QVERIFY(chart.bottom() < paper.size.height());
}

void PaperTest::theLastWordsStandBelowTheirPlace_data()
{
    QTest::addColumn<QByteArray>("chart");
    QTest::newRow("line")
        << R"("type":"Chart.Line","options":{"data":[{"x":0,"y":1},{"x":2000000,"y":2}]})"_ba;
    QTest::newRow("lying bars")
        << R"("type":"Chart.HorizontalBar","options":{"data":[{"x":"A","y":2000000},{"x":"B","y":5}]})"_ba;
}

/// None is pushed to the side, at the right edge neither.
void PaperTest::theLastWordsStandBelowTheirPlace()
{
    QFETCH(const QByteArray, chart);
    const Paper paper = paperOf("{\"components\":[{" + chart + "}]}");
    std::vector<double> middles;
    double right = 0;
    for (const PaperItem& item : itemsOf(paper)) {
        const auto* text = std::get_if<PaperText>(&item);
        if (text && (text->text.endsWith(u" M") || text->text.endsWith(u" k") || text->text == u"0") &&
            (text->align & Qt::AlignHCenter)) {
            middles.push_back(text->rect.center().x());
            right = std::max(right, text->rect.right());
        }
    }
    QVERIFY(middles.size() > 2);
    const double step = middles[1] - middles[0];
    for (size_t i = 2; i < middles.size(); ++i)
        QVERIFY2(std::abs(middles[i] - middles[i - 1] - step) < 0.5, qPrintable(QString::number(i)));
    QVERIFY(right <= placeOf(paper, u"$.components[0]"_s).width() + 0.5);
}

void PaperTest::markdownIsDrawnAndOtherTextIsNot_data()
{
    QTest::addColumn<QByteArray>("flag");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("shown");
    QTest::addColumn<QStringList>("hidden");
    const QByteArray all = "# Head\\n\\nsome **bold** and *slanted* `code`\\n\\n- one\\n- two\\n\\n"
                           "[site](https://x.example/y)";
    const QStringList words{u"Head"_s, u"bold"_s, u"slanted"_s, u"code"_s, u"one"_s, u"site"_s};
    const QStringList marks{u"# "_s, u"**"_s, u"`"_s, u"- one"_s, u"x.example"_s};
    QTest::newRow("asked for") << QByteArray("true") << all << words << marks;
    QTest::newRow("not said") << QByteArray() << all << words << marks;
    QTest::newRow("refused") << QByteArray("false") << all << words + QStringList{u"**bold**"_s, u"- one"_s}
                             << QStringList();
    QTest::newRow("a list alone") << QByteArray() << QByteArray("1. one\\n2. two")
                                  << QStringList{u"one"_s, u"two"_s} << QStringList();
    QTest::newRow("no Markdown") << QByteArray() << QByteArray("Order #5 of 3 * 4 - 2_b_")
                                 << QStringList{u"Order #5 of 3 * 4 - 2_b_"_s} << QStringList();
    QTest::newRow("hostile") << QByteArray("true")
                             << QByteArray("<b onclick='x'>a</b> <script>s()</script> [j](javascript:x)")
                             << QStringList{u"onclick"_s, u"script"_s} << QStringList{u"javascript"_s};
}

void PaperTest::markdownIsDrawnAndOtherTextIsNot()
{
    QFETCH(QByteArray, flag);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, shown);
    QFETCH(QStringList, hidden);
    const QByteArray said = flag.isEmpty() ? flag : "\"markdown_format\":" + flag + ',';
    const Paper paper =
        paperOf("{\"components\":[" + textComponent(said + "\"text\":\"" + text + "\"") + "]}");
    QString page;
    for (const QString& line : QString::fromUtf8(pageAsSvg(paper, 0, {})).split(u'\n')) {
        if (line.contains(u"</text>"))
            page += line.section(u'>', 1).section(u"</text>"_s, 0, 0).trimmed() + u' ';
    }
    page.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&quot;"_s, u"\""_s);
    for (const QString& word : shown)
        QVERIFY2(page.contains(word), qPrintable(word + u" in "_s + page));
    for (const QString& mark : hidden)
        QVERIFY2(!page.contains(mark), qPrintable(mark + u" in "_s + page));
    if (text.contains("bold") && flag != "false") {
        const QByteArray svg = pageAsSvg(paper, 0, {});
        QVERIFY(svg.contains("font-weight=\"700\"") || svg.contains("font-weight=\"600\""));
        QVERIFY(svg.contains("font-style=\"italic\""));
        QVERIFY(paperAsPdf(paper, {}).size() > 1000);
        const QString folder = QStringLiteral(HOOKWORKS_BINARY_DIR "/screenshots");
        QDir().mkpath(folder);
        QFile picture(folder + u"/markdown.png"_s);
        QVERIFY(picture.open(QIODevice::WriteOnly) && picture.write(pageAsPng(paper, 0)) > 0);
    }
}

/// A FIFO that is named by a picture would hang whoever opens it.
void PaperTest::nothingIsOpened()
{
    QTemporaryDir folder;
    const QString fifo = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    const QByteArray name = fifo.toUtf8();
    const Paper paper =
        paperOf("{\"components\":[" +
                textComponent("\"markdown_format\":true,\"text\":\"![x](" + name + ") ![y](file://" + name +
                              ") <img src='" + name + "'>\"") +
                ",{\"type\":\"Image\",\"options\":{\"image_url\":\"file://" + name +
                "\"}},{\"type\":\"Table\",\"options\":{\"rows\":[[\"<img src='" + name + "'>\"]]}}]}");
    QVERIFY(!pageAsPng(paper, 0).isEmpty());
}

QTEST_MAIN(PaperTest)
#include "paper_test.moc"

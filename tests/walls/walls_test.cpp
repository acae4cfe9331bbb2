// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestFile = 600;
constexpr int longestFunction = 60;

QString root()
{
    return QStringLiteral(HOOKWORKS_SOURCE_DIR);
}

QStringList linesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
}

QStringList filesBelow(const QString& folder, const QStringList& names)
{
    QStringList files;
    QDirIterator it(root() + u'/' + folder, names, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    return files;
}

QStringList sourcesBelow(const QString& folder)
{
    return filesBelow(folder, {u"*.cpp"_s, u"*.h"_s});
}

QString relative(const QString& path)
{
    return QDir(root()).relativeFilePath(path);
}

/// What each folder of app/ may include, itself left out; as the design's arrows.
const QMap<QString, QStringList>& arrows()
{
    static const QMap<QString, QStringList> map{
        {u"domain"_s, {}},
        {u"json"_s, {u"domain"_s}},
        {u"http"_s, {u"domain"_s}},
        {u"query"_s, {u"domain"_s, u"json"_s}},
        {u"provider"_s, {u"domain"_s, u"json"_s}},
        {u"signing"_s, {u"domain"_s}},
        {u"platform"_s, {u"domain"_s}},
        {u"net"_s, {u"domain"_s, u"http"_s, u"platform"_s}},
        {u"delivery"_s, {u"domain"_s, u"http"_s, u"net"_s, u"platform"_s}},
        {u"capture"_s, {u"domain"_s, u"http"_s, u"json"_s, u"net"_s, u"platform"_s}},
        {u"store"_s, {u"domain"_s, u"json"_s, u"query"_s}},
        {u"workbench"_s,
         {u"domain"_s, u"json"_s, u"query"_s, u"http"_s, u"provider"_s, u"signing"_s, u"platform"_s, u"net"_s,
          u"delivery"_s, u"capture"_s, u"store"_s}},
        {u"cli"_s, {u"workbench"_s, u"domain"_s, u"json"_s, u"query"_s, u"http"_s}}};
    return map;
}

struct Include
{
    QString name;
    bool quoted = false;
    int line = 0;
};

QList<Include> includesOf(const QString& path)
{
    static const QRegularExpression pattern(uR"re(^\s*#\s*include\s+([<"])([^>"]+)[>"])re"_s);
    QList<Include> includes;
    int number = 0;
    for (const QString& line : linesOf(path)) {
        ++number;
        if (const auto match = pattern.match(line); match.hasMatch())
            includes << Include{match.captured(2), match.captured(1) == u"\""_s, number};
    }
    return includes;
}

bool isQtClassOf(const QString& name, const QStringList& prefixes)
{
    return std::ranges::any_of(prefixes, [&](const QString& prefix) { return name.startsWith(prefix); });
}

const QStringList windowHeaders{u"QtWidgets"_s,       u"QtGui"_s,   u"QWidget"_s,     u"QApplication"_s,
                                u"QGuiApplication"_s, u"QDialog"_s, u"QMessageBox"_s, u"QPainter"_s,
                                u"QPixmap"_s,         u"QImage"_s,  u"Qsci/"_s};
const QStringList wireHeaders{u"QtNetwork"_s, u"QtSql"_s,    u"QSql"_s,    u"QNetwork"_s,
                              u"QTcp"_s,      u"QSsl"_s,     u"QLocalS"_s, u"QHostAddress"_s,
                              u"boost/"_s,    u"openssl/"_s, u"sqlite3"_s};

QString place(const QString& path, int line)
{
    return relative(path) + u':' + QString::number(line);
}

} // namespace

/// The design's walls as build facts: read from the source, so that crossing one fails.
class WallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appFoldersIncludeOnlyWhatTheirArrowAllows();
    void appKnowsNoWindow();
    void uiKnowsNoWireAndNoDatabase();
    void targetsLinkOnlyWhatTheirArrowAllows();
    void filesAndFunctionsAreShort();
    void everyFileNamesItsLicence();
    void everyFolderSaysWhatItIsFor();
    void noProviderIsNamedInCode();
    void nothingIsUnfinishedOrNested();
    void typeNamesAreUnique();
};

void WallsTest::appFoldersIncludeOnlyWhatTheirArrowAllows()
{
    QStringList crossings;
    for (const QString& path : sourcesBelow(u"app"_s)) {
        const QString folder = relative(path).section(u'/', 1, 1);
        if (!arrows().contains(folder))
            crossings << relative(path) + u": app/ has no folder of that name in the design"_s;
        if (path.endsWith(u"/main.cpp"))
            continue;
        for (const Include& include : includesOf(path)) {
            const QString target = include.name.section(u'/', 0, 0);
            const bool ours = include.quoted && arrows().contains(target);
            if (include.quoted && !ours)
                crossings << place(path, include.line) + u": write \"folder/"_s + include.name + u'"';
            if (ours && target != folder && !arrows()[folder].contains(target))
                crossings << place(path, include.line) + u": "_s + folder + u" may not know "_s + target;
        }
    }
    QVERIFY2(crossings.isEmpty(), qPrintable(crossings.join(u'\n')));
}

void WallsTest::appKnowsNoWindow()
{
    QStringList crossings;
    for (const QString& path : sourcesBelow(u"app"_s)) {
        for (const Include& include : includesOf(path)) {
            if (isQtClassOf(include.name, windowHeaders) || include.name.startsWith(u"ui/"))
                crossings << place(path, include.line) + u": "_s + include.name;
        }
    }
    QVERIFY2(crossings.isEmpty(), qPrintable(crossings.join(u'\n')));
}

void WallsTest::uiKnowsNoWireAndNoDatabase()
{
    static const QStringList allowed{u"ui"_s, u"workbench"_s, u"domain"_s, u"json"_s, u"query"_s, u"http"_s};
    QStringList crossings;
    for (const QString& path : sourcesBelow(u"ui"_s)) {
        if (path.endsWith(u"/main.cpp"))
            continue;
        for (const Include& include : includesOf(path)) {
            const bool wall = include.quoted ? !allowed.contains(include.name.section(u'/', 0, 0))
                                             : isQtClassOf(include.name, wireHeaders);
            if (wall)
                crossings << place(path, include.line) + u": "_s + include.name;
        }
    }
    QVERIFY2(crossings.isEmpty(), qPrintable(crossings.join(u'\n')));
}

void WallsTest::targetsLinkOnlyWhatTheirArrowAllows()
{
    static const QRegularExpression ours(u"\\bhookworks_([a-z]+)\\b"_s);
    static const QRegularExpression comment(u"#[^\n]*"_s);
    QStringList crossings;
    for (auto it = arrows().cbegin(); it != arrows().cend(); ++it) {
        QString text =
            linesOf(root() + u"/app/"_s + it.key() + u"/CMakeLists.txt"_s).join(u'\n').remove(comment);
        const qsizetype links = text.indexOf(u"LINKS"_s);
        QVERIFY2(links > 0, qPrintable(it.key()));
        text = text.mid(links, text.indexOf(u')', links) - links);
        for (auto match = ours.globalMatch(text); match.hasNext();) {
            const QString target = match.next().captured(1);
            if (target != it.key() && arrows().contains(target) && !it.value().contains(target))
                crossings << it.key() + u" links "_s + target;
        }
        if (text.contains(u"Qt6::Gui"_s) || text.contains(u"Qt6::Widgets"_s))
            crossings << it.key() + u" links a window library"_s;
    }
    QVERIFY2(crossings.isEmpty(), qPrintable(crossings.join(u'\n')));
}

/// Relies on the format: a function's body starts with a lone { and ends with a lone } in the first column.
void WallsTest::filesAndFunctionsAreShort()
{
    QStringList tooLong;
    for (const QString& path : sourcesBelow(u"app"_s) + sourcesBelow(u"ui"_s) + sourcesBelow(u"tests"_s)) {
        const QStringList lines = linesOf(path);
        if (lines.size() > longestFile + 1)
            tooLong << relative(path) + u": %1 lines"_s.arg(lines.size() - 1);
        qsizetype start = -1;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (lines[i] == u"{"_s)
                start = i;
            if (lines[i] == u"}"_s && start >= 0 && i - start + 2 > longestFunction)
                tooLong << place(path, static_cast<int>(start)) +
                               u": a function of %1 lines"_s.arg(i - start + 2);
            if (lines[i].startsWith(u'}'))
                start = -1;
        }
    }
    QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join(u'\n')));
}

void WallsTest::everyFileNamesItsLicence()
{
    QStringList bare;
    const QStringList kinds{u"*.cpp"_s, u"*.h"_s, u"*.cmake"_s, u"CMakeLists.txt"_s, u"*.sh"_s, u"*.py"_s};
    for (const QString& folder : {u"app"_s, u"ui"_s, u"tests"_s, u"packaging"_s, u"resources"_s}) {
        for (const QString& path : filesBelow(folder, kinds)) {
            const QString head = linesOf(path).mid(0, 4).join(u'\n');
            if (!head.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"_s) ||
                !head.contains(u"SPDX-FileCopyrightText"_s))
                bare << relative(path);
        }
    }
    QVERIFY2(bare.isEmpty(), qPrintable(bare.join(u'\n')));
}

void WallsTest::everyFolderSaysWhatItIsFor()
{
    QStringList silent;
    for (const QString& parent : {u"app"_s, u"ui"_s, u"tests"_s, u"resources"_s}) {
        for (const QString& folder :
             QDir(root() + u'/' + parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString readme = root() + u'/' + parent + u'/' + folder + u"/README.md"_s;
            if (linesOf(readme).join(QString()).size() < 40)
                silent << parent + u'/' + folder + u"/README.md"_s;
        }
    }
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
}

/// Providers are data: code that asks for one by its key would not work for a third.
void WallsTest::noProviderIsNamedInCode()
{
    static const QRegularExpression named(u"[\"'](connectreport|hybiscus)[\"']"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QStringList names;
    for (const QString& path : sourcesBelow(u"app"_s) + sourcesBelow(u"ui"_s)) {
        const QStringList lines = linesOf(path);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const bool compares =
                lines[i].contains(u"if ("_s) || lines[i].contains(u"=="_s) || lines[i].contains(u" ? "_s);
            if (compares && named.match(lines[i]).hasMatch())
                names << place(path, static_cast<int>(i + 1));
        }
    }
    QVERIFY2(names.isEmpty(), qPrintable(names.join(u'\n')));
}

void WallsTest::nothingIsUnfinishedOrNested()
{
    static const QRegularExpression banned(
        u"\\b(TODO|FIXME|XXX\\b|QEventLoop|processEvents|instance\\(\\)|class \\w*(Manager|Helper|Util)\\b)"_s);
    QStringList places;
    for (const QString& path : sourcesBelow(u"app"_s) + sourcesBelow(u"ui"_s)) {
        const QStringList lines = linesOf(path);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const bool isQts = lines[i].contains(u"QCoreApplication::instance()"_s) ||
                               lines[i].contains(u": public QNetworkAccessManager"_s);
            if (banned.match(lines[i]).hasMatch() && !isQts)
                places << place(path, static_cast<int>(i + 1)) + u": "_s + lines[i].trimmed();
        }
    }
    QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
}

/// One namespace, so one name a type: two of one name would break the one-definition rule without a word.
void WallsTest::typeNamesAreUnique()
{
    static const QRegularExpression definition(u"^(?:class|struct|enum class) (\\w+)(?: final)?(?: :.*)?$"_s);
    QMap<QString, QString> known;
    QStringList twice;
    for (const QString& path : sourcesBelow(u"app"_s) + sourcesBelow(u"ui"_s)) {
        bool anonymous = false;
        for (const QString& line : linesOf(path)) {
            if (line == u"namespace {"_s || line == u"} // namespace"_s)
                anonymous = line == u"namespace {"_s;
            const auto match = definition.match(line);
            if (!match.hasMatch() || anonymous)
                continue;
            const QString name = match.captured(1);
            if (known.contains(name))
                twice << name + u": "_s + known[name] + u" and "_s + relative(path);
            known.insert(name, relative(path));
        }
    }
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
}

QTEST_APPLESS_MAIN(WallsTest)
#include "walls_test.moc"

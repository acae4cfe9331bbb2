// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "json/values_rules.h"
#include "query/fields.h"
#include "query/parser.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// A block of the handbook between ``` lines.
struct HandbookExample
{
    QString place; ///< `qa.md:17`: of its first line
    QString language;
    QStringList lines;
};

QStringList linesOfChapter(const QString& file)
{
    QFile chapter(QStringLiteral(HOOKWORKS_SOURCE_DIR "/resources/handbook/") + file);
    return chapter.open(QIODevice::ReadOnly) ? QString::fromUtf8(chapter.readAll()).split(u'\n')
                                             : QStringList();
}

QList<HandbookExample> handbookExamples()
{
    QList<HandbookExample> examples;
    for (const QString& file : QDir(QStringLiteral(HOOKWORKS_SOURCE_DIR "/resources/handbook"))
                                   .entryList({u"*.md"_s}, QDir::Files)) {
        bool inside = false;
        int number = 0;
        for (const QString& line : linesOfChapter(file)) {
            ++number;
            if (line.trimmed().startsWith(u"```"_s)) {
                inside = !inside;
                if (inside)
                    examples.append({u"%1:%2"_s.arg(file).arg(number + 1), line.trimmed().sliced(3), {}});
            } else if (inside) {
                examples.last().lines << line;
            }
        }
    }
    return examples;
}

/// Words of a command line; quoting as in the examples, by ' alone.
QStringList shellWords(const QString& line)
{
    QStringList words;
    bool quoted = false, open = false;
    for (const QChar c : line) {
        if (c == u'\'') {
            quoted = !quoted;
        } else if (c == u' ' && !quoted) {
            open = false;
            continue;
        } else {
            if (!open)
                words << QString();
            words.last() += c;
        }
        if (!open && quoted)
            words << QString();
        open = true;
    }
    return words;
}

} // namespace

/// Whatever the handbook shows as an example is read by the program's own parsers.
class HandbookExamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBlockIsOfAKnownKind();
    void filtersParse();
    void everyFilterFieldIsListed();
    void rulesParse();
    void commandsExist();

private:
    QString helpOf(const QStringList& command);

    const QList<HandbookExample> m_examples = handbookExamples();
    const Home m_home;
    QMap<QString, QString> m_help;
};

void HandbookExamplesTest::everyBlockIsOfAKnownKind()
{
    QSet<QString> kinds;
    for (const HandbookExample& example : m_examples) {
        kinds << example.language;
        QVERIFY2(!example.lines.isEmpty(), qPrintable(example.place));
    }
    QCOMPARE(kinds, QSet<QString>({u"filter"_s, u"json"_s, u"sh"_s}));
}

void HandbookExamplesTest::filtersParse()
{
    QStringList filters;
    for (const HandbookExample& example : m_examples) {
        if (example.language == u"filter"_s)
            filters += example.lines;
        for (const QString& line : example.lines) {
            const QStringList words = shellWords(line.trimmed());
            if (const qsizetype where = words.indexOf(u"--where"_s); where >= 0)
                filters << words.value(where + 1);
        }
    }
    QVERIFY(filters.size() > 30);
    for (const QString& filter : filters) {
        const auto query = readQuery(filter.trimmed());
        QVERIFY2(query, qPrintable(filter + u": "_s + (query ? QString() : query.error().message())));
    }
}

void HandbookExamplesTest::everyFilterFieldIsListed()
{
    static const QRegularExpression row(u"^\\| `([^`]+)` \\| (both|captures|deliveries) "_s);
    QSet<QueryName> listed;
    for (const QString& line : linesOfChapter(u"filters.md"_s)) {
        const auto match = row.match(line);
        if (!match.hasMatch())
            continue;
        const auto query = readQuery(match.captured(1));
        QVERIFY2(query && query->kind == Query::Kind::Term && query->term.field, qPrintable(line));
        listed << query->term.field->name;
    }
    for (const QueryFieldInfo& info : queryFields())
        QVERIFY2(listed.contains(info.name), qPrintable(info.word));
}

void HandbookExamplesTest::rulesParse()
{
    int count = 0;
    for (const HandbookExample& example : m_examples) {
        if (example.language != u"json"_s)
            continue;
        const auto rules = rulesFromJson(example.lines.join(u'\n').toUtf8());
        QVERIFY2(rules, qPrintable(example.place + u": "_s + (rules ? QString() : rules.error().message)));
        count += static_cast<int>(rules->size());
    }
    QVERIFY(count > 10);
}

/// Empty: there is no such command.
QString HandbookExamplesTest::helpOf(const QStringList& command)
{
    const QString key = command.join(u' ');
    if (!m_help.contains(key)) {
        const ProgramResult help = m_home.runPlain(command + QStringList{u"--help"_s});
        const QString text = QString::fromUtf8(help.out);
        m_help[key] = help.status == 0 && text.contains(u"Usage: hookworks-cli "_s + key) ? text : QString();
    }
    return m_help[key];
}

void HandbookExamplesTest::commandsExist()
{
    int count = 0;
    for (const HandbookExample& example : m_examples) {
        for (const QString& line : example.language == u"sh"_s ? example.lines : QStringList()) {
            QStringList words = shellWords(line.trimmed());
            QCOMPARE(words.takeFirst(), u"hookworks-cli"_s);
            QStringList options;
            for (const QString& word : words) {
                if (word.startsWith(u"--"_s))
                    options << word;
            }
            const auto isGlobal = [](const QString& word) {
                return QStringList{u"--workspace"_s, u"--json"_s, u"--quiet"_s}.contains(word);
            };
            if (words.first() == u"--workspace"_s)
                words.remove(0, 2);
            while (words.first().startsWith(u"--"_s))
                words.removeFirst();
            QString help = helpOf(words.first(qMin(words.size(), 2)));
            if (help.isEmpty())
                help = helpOf(words.first(1));
            QVERIFY2(!help.isEmpty() && !help.contains(u"[OPTIONS] SUBCOMMAND"_s),
                     qPrintable(example.place + u": "_s + line));
            for (const QString& option : options)
                QVERIFY2(isGlobal(option) || QRegularExpression(option + u"\\b"_s).match(help).hasMatch(),
                         qPrintable(example.place + u": "_s + line + u" has no "_s + option));
            ++count;
        }
    }
    QVERIFY(count > 40);
}

QTEST_GUILESS_MAIN(HandbookExamplesTest)
#include "handbook_test.moc"

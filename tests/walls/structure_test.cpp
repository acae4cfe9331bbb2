// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMethods = 25;
constexpr int mostMembers = 20;

QMap<QString, QString> sources()
{
    QMap<QString, QString> texts;
    static const QRegularExpression comments(u"//[^\n]*|/\\*.*?\\*/"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
    for (const QString& folder : {u"app"_s, u"ui"_s}) {
        QDirIterator it(QStringLiteral(HOOKWORKS_SOURCE_DIR) + u'/' + folder, {u"*.cpp"_s, u"*.h"_s},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                texts.insert(file.fileName().sliced(QStringLiteral(HOOKWORKS_SOURCE_DIR).size() + 1),
                             QString::fromUtf8(file.readAll()).remove(comments));
        }
    }
    return texts;
}

/// `Name(…) : m_a(a)`.
bool isConstructor(const QString& declaration)
{
    static const QRegularExpression constructor(
        u"^(explicit |template <[^>]*> ?)*\\w+\\([^{]*\\)\\s*(noexcept)?\\s*:\\s*\\w"_s);
    return constructor.match(declaration).hasMatch();
}

QString withoutLabels(QString declaration)
{
    static const QRegularExpression label(u"\\b(public|private|protected|signals|Q_SIGNALS|Q_OBJECT)"
                                          u"( slots| Q_SLOTS)?\\b:?"_s);
    return declaration.remove(label).trimmed();
}

struct ClassSize
{
    int methods = 0, members = 0;
};

/// Of one declaration in a class, without its body.
void count(ClassSize& size, const QString& written)
{
    static const QRegularExpression other(
        u"^(friend|using|enum|struct|class|typedef|static constexpr|Q_)\\b|= delete$"_s);
    static const QRegularExpression initialised(u"\\bm_\\w+\\s*[({]"_s);
    const QString declaration = withoutLabels(written);
    if (declaration.isEmpty() || other.match(declaration).hasMatch())
        return;
    const QString head = declaration.section(u'=', 0, 0);
    const bool isMethod = head.contains(u'(') && !initialised.match(head).hasMatch();
    if (isMethod || isConstructor(declaration))
        ++size.methods;
    else
        size.members += 1 + static_cast<int>(declaration.count(u", m_"_s));
}

/// Relies on the format: `text` starts behind the class's opening brace.
ClassSize sizeOf(QStringView text)
{
    ClassSize size;
    QString declaration;
    int depth = 1;
    for (const QChar c : text) {
        if (c == u'{') {
            ++depth;
        } else if (c == u'}') {
            if (--depth == 0)
                return size;
            const bool isMember =
                declaration.contains(u" m_"_s) && !isConstructor(withoutLabels(declaration));
            const bool bodyEnds = depth == 1 && declaration.contains(u'(') && !isMember;
            if (bodyEnds)
                count(size, std::exchange(declaration, QString()));
        } else if (depth == 1 && c == u';') {
            count(size, std::exchange(declaration, QString()));
        } else if (depth == 1) {
            declaration += c;
        }
    }
    return size;
}

} // namespace

/// A class is one idea, in one .cpp.
class StructureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classesAreSmall();
    void eachStandsInOneFile();
    void noFileLocalFunctionIsWrittenTwice();

private:
    const QMap<QString, QString> m_sources = sources();
};

void StructureTest::classesAreSmall()
{
    static const QRegularExpression start(u"^class ([\\w:]+)(?: final)?(?:\\s*:[^{;]*)?\\s*\\{"_s,
                                          QRegularExpression::MultilineOption);
    QStringList wrong;
    for (auto it = m_sources.cbegin(); it != m_sources.cend(); ++it) {
        for (auto match = start.globalMatch(it.value()); match.hasNext();) {
            const auto found = match.next();
            const ClassSize size = sizeOf(QStringView(it.value()).sliced(found.capturedEnd()));
            if (size.methods <= mostMethods && size.members <= mostMembers)
                continue;
            wrong << u"%1 in %2: %3 methods, %4 members"_s.arg(found.captured(1), it.key())
                         .arg(size.methods)
                         .arg(size.members);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void StructureTest::eachStandsInOneFile()
{
    static const QRegularExpression definition(u"^[A-Za-z][^\n;=(]*?\\b((?:[A-Z]\\w*::)+)~?\\w+\\("_s,
                                               QRegularExpression::MultilineOption);
    QMap<QString, QSet<QString>> files;
    for (auto it = m_sources.cbegin(); it != m_sources.cend(); ++it) {
        if (!it.key().endsWith(u".cpp"))
            continue;
        for (auto match = definition.globalMatch(it.value()); match.hasNext();)
            files[match.next().captured(1).chopped(2)].insert(it.key());
    }
    QStringList wrong;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        const bool isPrivate = it.key() == u"Private"; // of several classes
        if (!isPrivate && it->size() > 1)
            wrong << it.key() + u": "_s + QStringList(it->cbegin(), it->cend()).join(u", ");
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// Relies on the format: between `namespace {` and `} // namespace`, a body stands between a lone { and a
/// lone }.
void StructureTest::noFileLocalFunctionIsWrittenTwice()
{
    static const QRegularExpression local(u"^namespace \\{\n(.*?)^\\} $"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression function(u"^(\\S[^\n;]*\\([^;{]*?)\n\\{\n(.*?)^\\}$"_s,
                                             QRegularExpression::MultilineOption |
                                                 QRegularExpression::DotMatchesEverythingOption);
    QMap<QString, QString> known;
    QStringList twice;
    for (auto it = m_sources.cbegin(); it != m_sources.cend(); ++it) {
        for (auto spaces = local.globalMatch(it.value()); spaces.hasNext();) {
            const QString text = u'\n' + spaces.next().captured(1);
            for (auto match = function.globalMatch(text); match.hasNext();) {
                const QString whole = match.next().captured(0).simplified();
                if (known.contains(whole))
                    twice << whole.left(80) + u": "_s + known[whole] + u" and "_s + it.key();
                known.insert(whole, it.key());
            }
        }
    }
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
}

QTEST_APPLESS_MAIN(StructureTest)
#include "structure_test.moc"

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/handbook.h"

#include <QCoreApplication>
#include <QFile>

namespace hookworks {

namespace {

struct ChapterEntry
{
    const char *group, *key;
};

constexpr ChapterEntry chapterEntries[] = {{QT_TRANSLATE_NOOP("hookworks", "Recipes"), "first-steps"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Recipes"), "report-admins"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Recipes"), "developers"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Recipes"), "qa"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Pages"), "reports"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Pages"), "webhooks"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Pages"), "simulate"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Pages"), "deliveries"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Pages"), "captures"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Reference"), "filters"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Reference"), "reply-rules"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Reference"), "shortcuts"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Reference"), "masked-and-kept"},
                                           {QT_TRANSLATE_NOOP("hookworks", "Reference"), "command-line"}};

QString chapterText(const QString& key)
{
    QFile file(QStringLiteral(":/hookworks/handbook/%1.md").arg(key));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QList<HandbookChapter> handbookChapters()
{
    QList<HandbookChapter> chapters;
    for (const auto& [group, key] : chapterEntries) {
        HandbookChapter chapter;
        chapter.key = QString::fromLatin1(key);
        chapter.group = QCoreApplication::translate("hookworks", group);
        chapter.text = chapterText(chapter.key);
        chapter.title = chapter.text.section(u'\n', 0, 0).mid(2);
        chapters.append(chapter);
    }
    return chapters;
}

QString handbookPictures()
{
    return QStringLiteral(":/hookworks/handbook");
}

QStringList handbookHeadings(const QString& markdown)
{
    QStringList headings;
    bool code = false;
    for (const QString& line : markdown.split(u'\n')) {
        if (line.startsWith(u"```"))
            code = !code;
        else if (!code && line.startsWith(u"## "))
            headings << line.sliced(3);
    }
    return headings;
}

QString handbookAnchor(const QString& heading)
{
    QString anchor;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber())
            anchor += c;
        else if (!anchor.isEmpty() && !anchor.endsWith(u'-'))
            anchor += u'-';
    }
    return anchor.endsWith(u'-') ? anchor.chopped(1) : anchor;
}

} // namespace hookworks

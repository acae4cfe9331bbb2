// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace hookworks {

/// One chapter of the handbook, as it lies in the program's resources.
struct HandbookChapter
{
    QString key;   ///< its file's name, and that of the page it is about: `captures`
    QString group; ///< what it stands under in the contents: "Recipes"
    QString title;
    QString text; ///< Markdown; its first line is the title
    bool operator==(const HandbookChapter&) const = default;
};

/// In reading order. A value that is read anew with each call.
QList<HandbookChapter> handbookChapters();

/// The folder of the resources that the chapters' pictures lie in.
QString handbookPictures();

/// The second-level headings of a chapter, in order.
QStringList handbookHeadings(const QString& markdown);

/// How a link names a heading: "Before you send" is `before-you-send`.
QString handbookAnchor(const QString& heading);

} // namespace hookworks

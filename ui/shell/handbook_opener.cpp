// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/handbook_opener.h"

#include "ui/shell/command_palette.h"
#include "ui/shell/handbook_window.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/shortcut_list.h"
#include "ui/shell/window_menus.h"
#include "ui/shell/window_palette.h"
#include "ui/widgets/icons.h"

#include <QTimer>

namespace hookworks {

namespace {

/// Where the chapter on shortcuts has the tables.
QString tablesGoHere()
{
    return QStringLiteral("[tables]");
}

QString chapterOfKey(const QString& key)
{
    const auto chapters = handbookChapters();
    const auto found = std::ranges::find(chapters, key, &HandbookChapter::key);
    return found == chapters.end() ? chapters.first().key : found->key;
}

} // namespace

HandbookOpener::HandbookOpener(MainWindow& window, WindowMemory memory)
    : QObject(&window)
    , m_window(window)
    , m_memory(std::move(memory))
{
    connect(&window.menus(), &WindowMenus::handbookWanted, this,
            [this] { open(chapterOfKey(m_window.currentKey())); });
    connect(&window.menus(), &WindowMenus::shortcutsWanted, this,
            [this] { open(QStringLiteral("shortcuts")); });
    connect(&window.windowPalette(), &WindowPalette::queried, this, &HandbookOpener::offer);
    connect(&window, &MainWindow::closed, this, [this] {
        if (m_book)
            m_book->close();
    });
}

void HandbookOpener::open(const QString& chapter)
{
    if (!m_book)
        make();
    m_book->go(chapter);
    m_book->setWindowState(m_book->windowState() & ~Qt::WindowMinimized);
    m_book->show();
    m_book->raise();
    m_book->activateWindow();
}

void HandbookOpener::make()
{
    m_book = new HandbookWindow(handbookChapters(), &m_window);
    restoreParts(*m_book, QStringLiteral("handbook"), m_memory);
    m_book->restoreGeometry(m_memory.value(QStringLiteral("handbook/geometry")).toByteArray());
    connect(m_book, &HandbookWindow::closed, this, &HandbookOpener::remember);
    listShortcuts(0, {});
}

/// A page has its keys once it is made: one page after the other, so that the window answers in between.
void HandbookOpener::listShortcuts(qsizetype page, const QString& found)
{
    const QList<Page>& pages = m_window.stack().pages();
    if (page < pages.size()) {
        const QString its =
            pageShortcuts(*m_window.stack().pageAt(static_cast<int>(page)), pages[page].title);
        QTimer::singleShot(0, this, [this, page, all = found + its] { listShortcuts(page + 1, all); });
        return;
    }
    const QString key = QStringLiteral("shortcuts");
    for (const HandbookChapter& chapter : handbookChapters()) {
        if (chapter.key == key && m_book)
            m_book->setText(key,
                            QString(chapter.text).replace(tablesGoHere(), windowShortcuts(m_window) + found));
    }
}

void HandbookOpener::offer(const QString& query)
{
    if (!query.isEmpty())
        return; // they were added when it was opened
    QList<PaletteEntry> entries;
    for (const HandbookChapter& chapter : handbookChapters())
        entries.append({tr("Handbook: %1").arg(chapter.title), chapter.group,
                        themedIcon(QStringLiteral("help-contents")),
                        [this, key = chapter.key] { open(key); }});
    m_window.windowPalette().add(entries);
}

void HandbookOpener::remember()
{
    m_memory.setValue(QStringLiteral("handbook/geometry"), m_book->saveGeometry());
    rememberParts(*m_book, QStringLiteral("handbook"), m_memory);
}

} // namespace hookworks

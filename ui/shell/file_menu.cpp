// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_menu.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/text_views.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFontMetrics>
#include <QMenu>
#include <QUrl>

namespace hookworks {

namespace {

constexpr int mostRecent = 8;
constexpr int widestPlace = 48; ///< letters

QString elided(const QMenu& menu, const QString& text)
{
    const QFontMetrics metrics = menu.fontMetrics();
    return metrics.elidedText(text, Qt::ElideMiddle, metrics.averageCharWidth() * widestPlace)
        .replace(u'&', QStringLiteral("&&"));
}

} // namespace

QString placeWords(const QString& file)
{
    const QString home = QDir::homePath();
    return file.startsWith(home + u'/') ? u'~' + file.sliced(home.size()) : file;
}

FileMenu::FileMenu(QMenu& menu, QObject* parent)
    : QObject(parent)
    , m_recent(new QMenu(tr("Open &recent"), &menu))
    , m_place(new QAction(&menu))
{
    const auto add = [this, &menu](const QString& text, const QString& icon, const QKeySequence& keys,
                                   auto signal) {
        QAction* action = menu.addAction(text);
        if (!icon.isEmpty())
            action->setIcon(themedIcon(icon));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, signal);
    };
    add(tr("&New workspace…"), QStringLiteral("document-new"), tr("Ctrl+Shift+N"),
        &FileMenu::newWorkspaceWanted);
    add(tr("&Open workspace…"), QStringLiteral("document-open"), QKeySequence::Open,
        &FileMenu::openWorkspaceWanted);
    menu.addMenu(m_recent);
    add(tr("Open the &sample workspace"), {}, {}, &FileMenu::openSampleWanted);
    menu.addAction(m_place);
    m_place->setVisible(false);
    menu.addSeparator();
    add(tr("&Import a report…"), QStringLiteral("document-import"), {}, &FileMenu::importWanted);
    add(tr("Open a &case or import requests…"), QStringLiteral("document-import"), tr("Ctrl+Shift+O"),
        &FileMenu::requestImportWanted);
    add(tr("S&ecrets of cases…"), {}, {}, &FileMenu::secretsWanted);
    menu.addSeparator();
    add(tr("S&ettings…"), QStringLiteral("preferences-system"), tr("Ctrl+,"), &FileMenu::settingsWanted);
    add(tr("&Quit"), {}, QKeySequence::Quit, &FileMenu::quitWanted);
    menu.setToolTipsVisible(true);
    m_recent->setToolTipsVisible(true);
    connect(m_place, &QAction::triggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file).absolutePath())); });
    showRecent();
}

void FileMenu::setRecent(const QStringList& files)
{
    m_files = files;
    showRecent();
}

void FileMenu::setPlace(const QString& file)
{
    m_file = file;
    m_place->setVisible(!file.isEmpty());
    const auto* menu = static_cast<QMenu*>(m_place->parent());
    m_place->setText(tr("Show %1").arg(elided(*menu, placeWords(file))));
    m_place->setToolTip(plainToolTip(tr("The workspace is %1. This opens its folder.").arg(file)));
    showRecent();
}

void FileMenu::showRecent()
{
    m_recent->clear();
    for (const QString& file : std::as_const(m_files)) {
        if (file == m_file)
            continue;
        QAction* action = m_recent->addAction(elided(*m_recent, placeWords(file)));
        action->setToolTip(plainToolTip(file));
        connect(action, &QAction::triggered, this, [this, file] { emit recentWanted(file); });
    }
    m_recent->setEnabled(!m_recent->isEmpty());
}

QStringList FileMenu::withOpened(const QStringList& recent, const QString& file)
{
    QStringList files = recent;
    files.removeAll(file);
    files.prepend(file);
    return files.mid(0, mostRecent);
}

} // namespace hookworks

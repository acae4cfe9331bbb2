// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_palette.h"

#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/window_menus.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QMenu>

namespace hookworks {

WindowPalette::WindowPalette(MainWindow& window)
    : QObject(&window)
    , m_window(window)
{
}

void WindowPalette::open()
{
    if (!m_palette) {
        m_palette = new CommandPalette(m_window);
        connect(m_palette, &CommandPalette::queried, this, &WindowPalette::queried);
    }
    m_palette->open(entries());
}

void WindowPalette::add(const QList<PaletteEntry>& entries)
{
    if (m_palette)
        m_palette->add(entries);
}

void WindowPalette::setFinds(const QString& source, const QList<PaletteEntry>& entries)
{
    if (m_palette)
        m_palette->setFinds(source, entries);
}

void WindowPalette::setSearching(bool searching)
{
    if (m_palette)
        m_palette->setSearching(searching);
}

QList<PaletteEntry> WindowPalette::entries() const
{
    QList<PaletteEntry> entries;
    for (int i = 0; i < m_window.stack().pages().size(); ++i)
        entries.append({m_window.stack().pages()[i].title, tr("Alt+%1").arg(i + 1),
                        themedIcon(m_window.stack().pages()[i].iconName),
                        [window = &m_window, key = m_window.stack().pages()[i].key] { window->go(key); }});
    for (QAction* action : m_window.menus().allActions()) {
        if (!action->isEnabled() || !action->isVisible() || action->isSeparator() || action->menu())
            continue;
        entries.append({WindowMenus::wordsOf(*action), action->shortcut().toString(QKeySequence::NativeText),
                        action->icon(), [action] { action->trigger(); }});
    }
    return entries;
}

} // namespace hookworks

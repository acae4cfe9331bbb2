// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

namespace hookworks {

class CommandPalette;
class MainWindow;
struct PaletteEntry;

/// What Ctrl+K opens over the window: its pages, everything that can be done now, and what others find.
class WindowPalette final : public QObject
{
    Q_OBJECT
public:
    /// Its parent.
    explicit WindowPalette(MainWindow& window);

    void open();
    /// Adds to what it shows, while it is open.
    void add(const QList<PaletteEntry>& entries);
    /// The same for what depends on the query: replaces what that source found before.
    void setFinds(const QString& source, const QList<PaletteEntry>& entries);
    /// Whether more may be found for the present query.
    void setSearching(bool searching);

signals:
    /// Reports, webhooks, deliveries and captures that match are wanted; answer with add() or setFinds().
    void queried(const QString& query);

private:
    QList<PaletteEntry> entries() const;

    MainWindow& m_window;
    CommandPalette* m_palette = nullptr; ///< made when it is first opened
};

} // namespace hookworks

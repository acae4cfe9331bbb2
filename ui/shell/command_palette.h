// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QIcon>
#include <QList>
#include <QMap>
#include <QPointer>
#include <QSet>

#include <functional>

class QLineEdit;
class QListView;

namespace hookworks {

/// One thing that Ctrl+K finds.
struct PaletteEntry
{
    QString title;
    QString detail; ///< quiet, at the right: a shortcut, an address, a state
    QIcon icon;
    std::function<void()> run;
};

/// 0 unless each word of `query` is in the entry, in any case; higher where the title has it, highest at its
/// start.
int paletteRank(const PaletteEntry& entry, const QString& query);

class PaletteModel;

/// Ctrl+K: type some letters, Enter does or shows the thing. Esc or a click elsewhere closes it.
class CommandPalette final : public QFrame
{
    Q_OBJECT
public:
    /// Covers the upper middle of `window`.
    explicit CommandPalette(QWidget& window);

    /// `entries`: what is known at once; more may be added while it is open.
    void open(QList<PaletteEntry> entries);
    void add(const QList<PaletteEntry>& entries);
    /// What one source found for the present query, in place of what it found before.
    void setFinds(const QString& source, const QList<PaletteEntry>& entries);
    /// More may be found for the present query: that nothing is found is not said yet.
    void setSearching(bool searching);
    QString query() const;

signals:
    /// Something was typed: whoever knows more may add() it.
    void queried(const QString& query);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dismiss();
    void place();
    void refilter();
    void runCurrent();
    void step(int by);

    QWidget& m_window;
    QLineEdit* m_field;
    QListView* m_list;
    PaletteModel* m_model;
    QList<PaletteEntry> m_entries;
    QMap<QString, QList<PaletteEntry>> m_finds; ///< by source; already matched
    QSet<QString> m_older;                      ///< sources whose finds are of what was typed before
    bool m_searching = false;
    QPointer<QWidget> m_before;
};

} // namespace hookworks

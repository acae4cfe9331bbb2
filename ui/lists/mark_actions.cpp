// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/mark_actions.h"

#include "ui/lists/note_dialog.h"
#include "ui/widgets/mark_look.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

namespace hookworks {

namespace {

/// `c5`, `3 rows`.
QString aboutRows(const QList<MarkedRow>& rows)
{
    return rows.size() == 1 ? toString(rows.first().row)
                            : MarkActions::tr("%1 rows").arg(QLocale().toString(rows.size()));
}

} // namespace

MarkActions::MarkActions(Workbench& workbench, UndoBar& undo, std::function<QList<MarkedRow>()> chosen,
                         QWidget& owner)
    : QObject(&owner)
    , m_workbench(workbench)
    , m_undo(undo)
    , m_chosen(std::move(chosen))
    , m_owner(owner)
    , m_mark(new QAction(tr("Mark"), this))
    , m_note(new QAction(tr("Note…"), this))
{
    auto* menu = new QMenu(&owner);
    int key = Qt::Key_1;
    for (const MarkColour colour : markColours())
        addColour(*menu, colour, key++);
    menu->addSeparator();
    addColour(*menu, std::nullopt, Qt::Key_0);
    m_mark->setMenu(menu);
    m_note->setShortcut(QKeySequence(Qt::Key_N));
    connect(m_note, &QAction::triggered, this, [this] { askNote(m_chosen()); });
}

void MarkActions::addColour(QMenu& menu, std::optional<MarkColour> colour, int key)
{
    auto* action = new QAction(colour ? markColourName(*colour) : tr("No colour"), this);
    action->setObjectName(QStringLiteral("mark-") + (colour ? toString(*colour) : QStringLiteral("none")));
    if (colour)
        action->setIcon(markIcon(*colour));
    action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // where "Mark" is
    menu.addAction(action);
    connect(action, &QAction::triggered, this, [this, colour] {
        const QList<MarkedRow> rows = m_chosen();
        change(rows, {colour, {}},
               colour ? tr("%1 marked %2").arg(aboutRows(rows), markColourName(*colour).toLower())
                      : tr("Colour taken from %1").arg(aboutRows(rows)));
    });
}

void MarkActions::update(int count)
{
    for (QAction* action : m_mark->menu()->actions() + all())
        action->setEnabled(count > 0);
}

/// Of several rows with different notes it begins empty.
void MarkActions::askNote(const QList<MarkedRow>& rows)
{
    if (rows.isEmpty())
        return;
    const QString note = rows.first().mark.note;
    const bool same = std::ranges::all_of(rows, [&](const MarkedRow& row) { return row.mark.note == note; });
    auto* dialog = new NoteDialog(aboutRows(rows), same ? note : QString(), &m_owner);
    connect(dialog, &NoteDialog::written, this, [this, rows](const QString& written) {
        change(rows, {{}, written},
               written.isEmpty() ? tr("Note taken from %1").arg(aboutRows(rows))
                                 : tr("Note kept on %1").arg(aboutRows(rows)));
    });
    dialog->open();
}

void MarkActions::change(const QList<MarkedRow>& rows, const MarkChange& change, const QString& done)
{
    QList<RowId> ids;
    for (const MarkedRow& row : rows)
        ids << row.row;
    if (ids.isEmpty())
        return;
    m_workbench.rows()
        .marks.change(ids, change)
        .then(this, [this, done](const Result<QList<MarkedRow>>& before) {
            if (before)
                offerUndo(*before, done);
            else
                emit said(before.error().message);
        });
}

void MarkActions::offerUndo(const QList<MarkedRow>& before, const QString& done)
{
    m_undo.offer(done, [this, before] {
        m_workbench.rows().marks.restore(before).then(this, [this](const Result<void>& restored) {
            if (!restored)
                emit said(restored.error().message);
        });
    });
}

} // namespace hookworks

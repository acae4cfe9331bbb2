// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/history_button.h"

#include "ui/reports/report_editor.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text_views.h"

#include <QUndoStack>

namespace hookworks {

HistoryButton::HistoryButton(ReportEditor& editor, Way way, QWidget* parent)
    : QToolButton(parent)
    , m_editor(editor)
    , m_undoes(way == Way::Undo)
{
    setIcon(themedIcon(m_undoes ? QStringLiteral("edit-undo") : QStringLiteral("edit-redo")));
    setObjectName(m_undoes ? QStringLiteral("undoStep") : QStringLiteral("redoStep"));
    setAccessibleName(m_undoes ? tr("Undo") : tr("Redo"));
    setFocusPolicy(Qt::TabFocus);
    setLook(*this, ButtonLook::Quiet);
    connect(this, &QToolButton::clicked, this,
            [this] { m_undoes ? m_editor.history()->undo() : m_editor.history()->redo(); });
    connect(&editor, &ReportEditor::historyChanged, this, &HistoryButton::follow);
    follow();
}

/// Each report has a history of its own.
void HistoryButton::follow()
{
    connect(m_editor.history(), &QUndoStack::indexChanged, this, &HistoryButton::showStep,
            Qt::UniqueConnection);
    showStep();
}

void HistoryButton::showStep()
{
    const QUndoStack* const history = m_editor.history();
    setEnabled(m_undoes ? history->canUndo() : history->canRedo());
    const QString step = m_undoes ? history->undoText() : history->redoText();
    setToolTip(plainToolTip((m_undoes ? tr("Undo: %1") : tr("Redo: %1")).arg(step)));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace hookworks {

class ReportEditor;

/// Undoes or redoes a step in the report that is shown, and says which.
class HistoryButton final : public QToolButton
{
    Q_OBJECT
public:
    enum class Way
    {
        Undo,
        Redo
    };

    /// `editor` outlives it.
    HistoryButton(ReportEditor& editor, Way way, QWidget* parent = nullptr);

private:
    void follow();
    void showStep();

    ReportEditor& m_editor;
    bool m_undoes;
};

} // namespace hookworks

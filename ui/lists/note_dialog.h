// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/form_dialog.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace hookworks {

class ProblemLabel;

/// A note as plain text, in some lines. Ctrl+Return keeps it.
class NoteDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `about`: whose note it is, `c5` or "3 captures".
    NoteDialog(const QString& about, const QString& note, QWidget* parent);

signals:
    /// As it is kept; empty: it is to be taken away.
    void written(const QString& note);

private:
    void keyPressEvent(QKeyEvent* event) override;
    void check();
    void keep();

    QPlainTextEdit* m_text;
    ProblemLabel* m_problem;
    QPushButton* m_keep;
};

} // namespace hookworks

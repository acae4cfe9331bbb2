// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/note_dialog.h"

#include "domain/mark.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

namespace hookworks {

NoteDialog::NoteDialog(const QString& about, const QString& note, QWidget* parent)
    : FormDialog(tr("Note on %1").arg(about), parent)
    , m_text(new QPlainTextEdit(note))
    , m_problem(nullptr)
    , m_keep(addDeed(tr("Keep")))
{
    setObjectName(QStringLiteral("noteDialog"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(6 * lineHeight(Face::Body) + 2 * space::normal);
    m_problem =
        form().addRow(tr("&Note"), m_text, tr("Found with note~words or is:marked. It goes with its row."));
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteDialog::check);
    connect(m_keep, &QPushButton::clicked, this, &NoteDialog::keep);
    m_text->selectAll();
    check();
}

void NoteDialog::check()
{
    const auto note = tidyNote(m_text->toPlainText());
    m_keep->setEnabled(note.has_value());
    m_problem->setProblem(note ? QString() : note.error().message);
}

void NoteDialog::keep()
{
    const auto note = tidyNote(m_text->toPlainText());
    if (!note)
        return;
    emit written(*note);
    accept();
}

void NoteDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        return keep();
    QDialog::keyPressEvent(event);
}

} // namespace hookworks

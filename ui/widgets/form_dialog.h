// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QPushButton;
class QVBoxLayout;

namespace hookworks {

class Form;
class InlineMessage;
class TextLabel;

/// A dialog that asks for something: a form, which scrolls where the window is too small for it, and below a
/// line what will happen, what went wrong, and the buttons. As large as it needs, and never larger than the
/// window it stands over. Show it with open(); it deletes itself when it is closed.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    void setVisible(bool visible) override;

protected:
    /// `parent` may be null, in tests.
    FormDialog(const QString& title, QWidget* parent);

    Form& form() { return *m_form; }
    /// Below the form, and scrolled with it: a folded section, a view. Takes it.
    void addPart(QWidget* part);
    /// The one primary button, which Return presses, and Cancel beside it. `verb`: what it does. Once.
    QPushButton* addDeed(const QString& verb);
    /// What the button beside it says, which closes the dialog, where it does more or less than to cancel.
    void nameClosing(const QString& words);
    /// Instead of an action, where nothing is asked for. Once.
    void addClose();
    /// At the left. It does not close the dialog.
    QPushButton* addSecondary(const QString& words);
    /// What the action will do, before it is done; empty: nothing is said.
    void sayWhatWillHappen(const QString& sentence);
    /// Below that sentence: what became of the action, where the dialog stays. Takes it.
    void addResult(QWidget* result);
    /// Makes it as large as what it holds needs now; once it is shown it only grows, and a moment later. For
    /// who has added something.
    void fit();
    /// What went wrong with the whole; a field's own problem stands under the field.
    InlineMessage& problem() { return *m_problem; }

private:
    QSize wantedSize() const;
    void place();
    bool isFootLast() const;
    void orderTabs();

    QWidget* m_sheet;
    QVBoxLayout* m_parts;
    Form* m_form;
    QWidget* m_foot;
    InlineMessage* m_problem;
    TextLabel* m_will;
    QDialogButtonBox* m_buttons;
};

} // namespace hookworks

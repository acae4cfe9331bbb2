// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/filter_language.h"

#include <QWidget>

class QCompleter;
class QHBoxLayout;
class QLineEdit;
class QStringListModel;

namespace hookworks {

class ElidedLabel;

/// One line in which a list is filtered. A finished term becomes a chip once a space follows it; Backspace at
/// the start of the text opens the last chip again, a click opens any, and its cross removes it. Down or
/// Ctrl+Space offers completions. At the right end stand the matches, or what is wrong, with a mark under the
/// character.
class FilterField final : public QWidget
{
    Q_OBJECT
public:
    /// `language` must outlive it.
    explicit FilterField(const FilterLanguage& language, QWidget* parent = nullptr);

    /// Chips and typed text as one expression.
    QString text() const;
    /// Does not signal.
    void setText(const QString& text);
    void setPlaceholder(const QString& words);
    /// "3 of 1,048,576 in 12 ms"; shown while nothing is wrong.
    void setMatches(const QString& words);
    /// What is wrong now, by the language or by a search that failed; nullopt: nothing.
    void setProblem(const std::optional<FilterProblem>& problem);
    QStringList chips() const { return m_chips; }

signals:
    /// At each change by the user.
    void changed(const QString& text);
    /// Enter.
    void submitted(const QString& text);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void edit(const QString& typed);
    void takeFinished();
    void showChips();
    void openChip(int index);
    void dropChip(int index);
    void offerCompletions();
    void complete(const QString& insert);
    void check();
    void tell();
    int chipsLength() const;

    const FilterLanguage& m_language;
    QStringList m_chips;
    QList<FilterCompletion> m_offered;
    std::optional<FilterProblem> m_problem;
    QString m_matches;
    QString m_placeholder;
    QHBoxLayout* m_row;
    QWidget* m_chipRow;
    QLineEdit* m_edit;
    ElidedLabel* m_end;
    QStringListModel* m_completions;
    QCompleter* m_completer;
};

} // namespace hookworks

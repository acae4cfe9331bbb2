// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"

#include <QWidget>

class QFrame;
class QLineEdit;
class QMenu;
class QToolButton;

namespace hookworks {

class Providers;
class FieldCheck;
class ProblemLabel;
class ReportList;

/// Which report the page is about: its name, to be changed in place, and a list of all behind an arrow, with
/// a filter and what makes a new one.
class ReportChooser final : public QWidget
{
    Q_OBJECT
public:
    /// `nameProblem` shows what is wrong with the name; it must live as long.
    ReportChooser(const Providers& providers, ProblemLabel& nameProblem, QWidget* parent = nullptr);

    ReportList& list() { return *m_list; }
    /// Takes the menu that makes reports.
    void setNewMenu(QMenu* menu);
    /// As it is typed, right or wrong.
    QString name() const;
    /// Not as if it had been typed.
    void setName(const QString& name);
    /// As if it had been typed.
    void typeName(const QString& name);
    /// Of a report that has just been made.
    void focusName();
    /// That report is still the one that is shown.
    bool isNaming() const { return m_naming; }
    void openList();
    void closeList();
    QSize sizeHint() const override;

signals:
    void nameEdited();

private:
    QWidget* makePopup();

    QLineEdit* m_name;
    FieldCheck* m_check;
    QToolButton* m_open;
    QFrame* m_popup;
    QLineEdit* m_filter;
    ReportList* m_list;
    QToolButton* m_new;
    bool m_naming = false;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "ui/reports/property_form.h"
#include "ui/reports/report_document.h"
#include "workbench/design/designer.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QTabWidget;

namespace hookworks {

class FieldCheck;
class JsonEditor;
class ProblemLabel;
class DesignView;
class SafeHtmlView;

/// One report as form, JSON and preview of the same document, its name above and its problems below. Says
/// when it was edited; whoever owns it stores it.
class ReportEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit ReportEditor(PropertyForm::Now now, QWidget* parent = nullptr);

    void show(const Report& report);
    /// As it is typed, right or wrong.
    QString name() const;
    QByteArray document() const { return m_document.text(); }
    QUndoStack* history() { return &m_document.history(); }
    /// As if it had been typed.
    void type(const QString& name, const QByteArray& document);
    void tellProblem(const QString& message);
    void focusName();
    /// Ctrl+1…3 of the page: form, JSON, preview.
    void showTab(int index);

signals:
    void edited();
    void historyChanged();
    void simulateWanted();

private:
    void changeEvent(QEvent* event) override;
    QWidget* makeHead();
    QWidget* makeProblems();
    void makeTabs();
    void chooseDesign(DefinitionKind kind);
    void onDocumentChanged();
    void showShownTab();
    void makeJson();
    void check();
    void showProblems();
    void jumpTo(int row);

    Report m_report;
    ReportDocument m_document;
    PropertyForm::Now m_now;
    QLineEdit* m_name;
    FieldCheck* m_nameCheck = nullptr;
    QLabel* m_provider;
    ProblemLabel* m_saveProblem;
    QTabWidget* m_tabs;
    /// Of the kind of report that is shown; one is made for each kind when it is first needed.
    DesignView* m_form = nullptr;
    QHash<int, DesignView*> m_designs;
    QStackedWidget* m_designStack;
    QWidget* m_jsonPlace;
    JsonEditor* m_json = nullptr; ///< made when it is first shown
    SafeHtmlView* m_preview;
    QLabel* m_problemsTitle;
    QListWidget* m_problemList;
    QList<DesignProblem> m_problems;
    QTimer m_checkDelay;
    bool m_opening = false;
};

} // namespace hookworks

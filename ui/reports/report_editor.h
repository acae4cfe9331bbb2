// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "ui/reports/design_view.h"
#include "ui/reports/document_check.h"
#include "ui/reports/report_document.h"

#include <QHash>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace hookworks {

class Providers;
class JsonEditor;
class ProblemLabel;
class ProblemsBar;

/// One report as design, as JSON, or both side by side, of one document, with its problems at the foot. Says
/// when it was edited; whoever owns it stores it.
class ReportEditor final : public QWidget
{
    Q_OBJECT
public:
    enum View
    {
        DesignSide,
        JsonSide,
        BothSides
    };

    ReportEditor(const Providers& providers, DesignView::Now now, QWidget* parent = nullptr);

    void show(const Report& report);
    QByteArray document() const { return m_document.text(); }
    /// What is kept beside the document, as it is edited.
    ReportSchedule schedule() const;
    QUndoStack* history() { return &m_document.history(); }
    /// As if it had been typed.
    void type(const QByteArray& document);
    /// The report is called that now: so is its title in the document, where it was the name before.
    void entitle(const QString& name);
    void tellProblem(const QString& message);
    void showView(View view);
    QList<QAction*> exportActions() const;

signals:
    void edited();
    void historyChanged();
    void viewChanged(int view);
    void said(const QString& sentence);

private:
    void chooseDesign(const QString& provider);
    void onDocumentChanged();
    void showShown();
    void makeJson();
    void followCursor();
    void revealInJson();
    void check();
    void take(const QList<DesignProblem>& problems);
    void showProblems();
    void goTo(int index);
    void mend(int index);

    const Providers& m_providers;
    Report m_report;
    ReportDocument m_document;
    DesignView::Now m_now;
    View m_view = DesignSide;
    ProblemLabel* m_saveProblem;
    QSplitter* m_sides;
    QStackedWidget* m_designStack;
    QHash<QString, DesignView*> m_designs; ///< by provider, each made when it is first needed
    DesignView* m_design = nullptr;        ///< of the report that is shown
    QWidget* m_jsonPlace;
    JsonEditor* m_json = nullptr; ///< made when it is first shown
    ProblemsBar* m_problems;
    DocumentCheck m_check;
    std::optional<JsonPath> m_unrevealed; ///< what was chosen in the design since the JSON last went to it
    bool m_opening = false;
    bool m_revealing = false;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/result.h"
#include "ui/reports/report_drafts.h"
#include "ui/widgets/page_widget.h"

#include <QTimer>

#include <functional>
#include <optional>

class QStackedWidget;

namespace hookworks {

class Badge;
class NewReportMenu;
class ProblemLabel;
class ReportChanges;
class ReportChooser;
class ReportEditor;
class ReportFiles;
class ReportList;
class SegmentedControl;
class UndoBar;
class Workbench;

/// One report definition to edit, chosen in the bar among all. What is edited is stored by itself, a moment
/// later.
class ReportsPage final : public PageWidget
{
    Q_OBJECT
public:
    /// `workbench` must outlive it.
    explicit ReportsPage(Workbench& workbench, QWidget* parent = nullptr);
    ~ReportsPage() override;

    /// `r1` selects.
    void go(const PagePlace& place) override;
    QList<QAction*> pageActions() const override { return m_actions.all; }
    PageBarContent barContent() override;
    void focusFilter() override;
    /// Asks of which provider; that of the report that is shown is the first choice.
    void startNew() override;
    QUndoStack* undoStack() const override;
    void commit() override;
    bool isStored() const override { return !m_storeDelay.isActive() && m_saving == 0; }
    /// Asks for a file.
    void importReport();

private:
    struct Actions
    {
        QAction *simulate = nullptr, *copy = nullptr, *duplicate = nullptr, *remove = nullptr;
        QAction *toFile = nullptr, *import = nullptr;
        QAction* exports = nullptr; ///< has the menu
        NewReportMenu* fresh = nullptr;
        QList<QAction*> all;
    };

    void makeActions();
    void connectParts();
    QAction* addAction(const QString& text, const QString& icon, const QKeySequence& keys,
                       const std::function<void()>& act);
    std::function<void()> withCurrent(std::function<void(const Report&)> act);
    void offerNew(const QWidget& below);
    void reload();
    void takeReports(const QList<Report>& reports);
    void showCurrent();
    void store();
    void stored(const Report& before, const Report& typed, const Result<Report>& saved);
    void remember(const Report& report);
    void select(ReportId id);
    void tell(const QString& message);

    Workbench& m_workbench;
    ProblemLabel* m_nameProblem;
    ReportChooser* m_chooser;
    ReportList* m_list; ///< the chooser's
    Badge* m_provider;
    SegmentedControl* m_views;
    ReportEditor* m_editor;
    UndoBar* m_undo;
    QStackedWidget* m_stack; ///< nothing is chosen, the editor, there are no reports
    ReportFiles* m_files;
    ReportChanges* m_changes;
    ReportDrafts m_drafts;
    Actions m_actions;
    QList<Report> m_reports;
    std::optional<Report> m_shown; ///< as it is stored, as far as we know
    std::optional<ReportId> m_wanted;
    QTimer m_storeDelay;
    int m_saving = 0; ///< on their way
    int m_saves = 0;  ///< begun or answered: a list that was asked for before is old
    bool m_focusName = false;
};

} // namespace hookworks

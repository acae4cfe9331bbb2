// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/result.h"
#include "ui/widgets/page_widget.h"

#include <QTimer>

#include <optional>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace hookworks {

class Badge;
class ProblemLabel;
class ReportChooser;
class ReportEditor;
class ReportList;
struct RemovedReport;
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
    QList<QAction*> pageActions() const override { return m_actions; }
    PageBarContent barContent() override;
    void focusFilter() override;
    /// Of the provider of the report that is shown.
    void startNew() override;
    QUndoStack* undoStack() const override;
    void commit() override;
    bool isStored() const override { return !m_storeDelay.isActive() && m_saving == 0; }
    /// Asks for a file.
    void importReport();

private:
    QMenu* makeNewMenu();
    QWidget* makeHistoryButton(bool undo);
    void makeActions();
    void connectParts();
    void fillExport();
    void copyJson();
    QAction* addAction(const QString& text, const QString& icon, const QKeySequence& keys,
                       void (ReportsPage::*deed)());
    void reload();
    void loadDrafts();
    void takeReports(const QList<Report>& reports);
    void showCurrent();
    void showDraft();
    void create(const QString& provider, const QByteArray& document = {}, const QString& name = {});
    void store();
    void stored(const Report& before, const Report& typed, const Result<Report>& saved);
    void remember(const Report& report);
    void keepDraft(const Report& typed);
    void dropDraft(ReportId id);
    void duplicateCurrent();
    void removeCurrent();
    void offerUndo(const RemovedReport& removed);
    void exportCurrent();
    void readImport(const QString& file);
    void takeImport(const QString& name, const QByteArray& document);
    void simulateCurrent();
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
    QList<QAction*> m_actions;
    QAction* m_simulate = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_exports = nullptr; ///< has the menu
    QAction* m_duplicate = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_export = nullptr;
    QAction* m_import = nullptr;
    QList<Report> m_reports;
    std::optional<Report> m_shown; ///< as it is stored, as far as we know
    std::optional<ReportId> m_wanted;
    QTimer m_storeDelay;
    QMap<QString, QByteArray> m_drafts; ///< to be shown with their reports
    int m_saving = 0;                   ///< on their way
    int m_saves = 0;                    ///< begun or answered: a list that was asked for before is old
    bool m_focusName = false;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reports_page.h"

#include "ui/reports/history_button.h"
#include "ui/reports/new_report_menu.h"
#include "ui/reports/report_changes.h"
#include "ui/reports/report_chooser.h"
#include "ui/reports/report_editor.h"
#include "ui/reports/report_files.h"
#include "ui/reports/report_list.h"
#include "ui/reports/yielding_row.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/design/designer.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {
constexpr std::chrono::milliseconds storeDelay{400};

} // namespace

ReportsPage::ReportsPage(Workbench& workbench, QWidget* parent)
    : PageWidget(parent)
    , m_workbench(workbench)
    , m_nameProblem(new ProblemLabel)
    , m_chooser(new ReportChooser(workbench.providers(), *m_nameProblem))
    , m_list(&m_chooser->list())
    , m_provider(new Badge)
    , m_views(new SegmentedControl(tr("View of the report")))
    , m_editor(new ReportEditor(workbench.providers(), [&workbench] { return workbench.clock().realNow(); }))
    , m_undo(new UndoBar)
    , m_stack(new QStackedWidget)
    , m_files(new ReportFiles(workbench, *this))
    , m_changes(new ReportChanges(workbench.designer(), *m_undo, this))
    , m_drafts(workbench.drafts())
{
    makeActions();
    m_stack->addWidget(
        new EmptyPage(QStringLiteral("x-office-document"), tr("Choose a report to see and change it."), {}));
    m_stack->addWidget(m_editor);
    auto* empty = new EmptyPage(QStringLiteral("x-office-document"),
                                tr("The platform makes reports, and its webhooks announce each one. "
                                   "Design a report here, or import one as JSON."),
                                tr("New report"));
    empty->setHeading(tr("No reports yet"));
    connect(empty, &EmptyPage::stepWanted, this, [this, empty] { offerNew(*empty->focusProxy()); });
    m_stack->addWidget(empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_nameProblem->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    column->addWidget(m_nameProblem);
    column->addWidget(m_stack, 1);
    column->addWidget(m_undo);
    setFocusProxy(m_editor);
    m_storeDelay.setSingleShot(true);
    m_storeDelay.setInterval(storeDelay);
    connectParts();
    m_drafts.load(this, [this] { reload(); });
}

ReportsPage::~ReportsPage() = default;

void ReportsPage::connectParts()
{
    const auto edited = [this] {
        m_storeDelay.start();
        emit storedChanged();
    };
    connect(&m_storeDelay, &QTimer::timeout, this, &ReportsPage::store);
    connect(m_editor, &ReportEditor::edited, this, edited);
    connect(m_chooser, &ReportChooser::nameEdited, this, [this, edited] {
        if (m_chooser->isNaming() && !m_chooser->name().isEmpty())
            m_editor->entitle(m_chooser->name());
        edited();
    });
    connect(m_editor, &ReportEditor::historyChanged, this, &PageWidget::undoStackChanged);
    connect(m_editor, &ReportEditor::said, this, &PageWidget::said);
    connect(m_list, &ReportList::chosen, this, &ReportsPage::showCurrent);
    connect(&m_workbench.designer(), &Designer::reportsChanged, this, &ReportsPage::reload);
    m_views->setObjectName(QStringLiteral("reportView"));
    m_views->addSegment(tr("Design"));
    m_views->addSegment(tr("JSON"));
    m_views->addSegment(tr("Design + JSON"));
    connect(m_views, &SegmentedControl::chosen, m_editor,
            [this](int view) { m_editor->showView(static_cast<ReportEditor::View>(view)); });
    connect(m_editor, &ReportEditor::viewChanged, m_views, &SegmentedControl::setCurrent);
    connect(m_actions.exports->menu(), &QMenu::aboutToShow, this, [this] {
        QMenu* const menu = m_actions.exports->menu();
        menu->clear();
        menu->addAction(m_actions.toFile);
        menu->addActions(m_editor->exportActions());
    });
    connect(m_changes, &ReportChanges::made, this, [this](ReportId report) {
        m_focusName = true;
        select(report);
    });
    connect(m_changes, &ReportChanges::removed, this, [this](ReportId report) { m_drafts.drop(report); });
    connect(m_changes, &ReportChanges::restored, this, &ReportsPage::select);
    connect(m_changes, &ReportChanges::failed, this, &ReportsPage::tell);
    connect(m_files, &ReportFiles::imported, this, &ReportsPage::select);
    connect(m_files, &ReportFiles::failed, this, &ReportsPage::tell);
    connect(m_files, &ReportFiles::exported, this,
            [this](const QString& file) { emit said(tr("Exported to %1").arg(file)); });
}

PageBarContent ReportsPage::barContent()
{
    PageBarContent content;
    content.object = m_chooser;
    content.views = {new YieldingRow({m_provider}), m_views,
                     new YieldingRow({new HistoryButton(*m_editor, HistoryButton::Way::Undo),
                                      new HistoryButton(*m_editor, HistoryButton::Way::Redo)})};
    content.secondary = {m_actions.copy, m_actions.exports};
    auto* simulate = new QAction(tr("Simulate"), this);
    simulate->setToolTip(m_actions.simulate->toolTip());
    connect(simulate, &QAction::triggered, m_actions.simulate, &QAction::trigger);
    connect(m_actions.simulate, &QAction::changed, simulate,
            [this, simulate] { simulate->setEnabled(m_actions.simulate->isEnabled()); });
    content.primary = simulate;
    content.rare = {m_actions.duplicate, m_actions.import, m_actions.remove};
    return content;
}

void ReportsPage::makeActions()
{
    m_actions.duplicate =
        addAction(tr("Duplicate report"), QStringLiteral("edit-duplicate"), tr("Ctrl+D"),
                  withCurrent([this](const Report& report) { m_changes->duplicate(report.id); }));
    m_actions.remove = addAction(tr("Delete report"), QStringLiteral("edit-delete"), QKeySequence::Delete,
                                 withCurrent([this](const Report& report) { m_changes->remove(report.id); }));
    m_actions.remove->setShortcutContext(Qt::WidgetShortcut);
    removeAction(m_actions.remove);
    m_list->addAction(m_actions.remove);
    m_actions.import =
        addAction(tr("Import a report…"), QStringLiteral("document-import"), {}, [this] { importReport(); });
    m_actions.toFile =
        addAction(tr("Export the report…"), QStringLiteral("document-export"), tr("Ctrl+E"),
                  withCurrent([this](const Report& report) { m_files->exportReport(report); }));
    m_actions.all.removeOne(m_actions.import); // the window's own File menu has it
    m_actions.toFile->setProperty("menu", QStringLiteral("file"));
    m_actions.simulate = addAction(tr("Simulate this report"), QStringLiteral("system-run"),
                                   tr("Ctrl+Return"), withCurrent([this](const Report& report) {
                                       emit wanted(QStringLiteral("simulate"), {report.id.toString()});
                                   }));
    m_actions.simulate->setProperty("menu", QStringLiteral("run"));
    // The whole document with its tokens, ready to be pasted into the platform.
    m_actions.copy = addAction(tr("Copy JSON"), QStringLiteral("edit-copy"), tr("Ctrl+Shift+C"), [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_editor->document()));
        emit said(tr("Copied the report's JSON"));
    });
    m_actions.exports = new QAction(tr("Export"), this);
    m_actions.exports->setMenu(new QMenu(this));
    auto* fresh = m_actions.fresh = new NewReportMenu(m_workbench.providers());
    connect(fresh, &NewReportMenu::wanted, this,
            [this](const QString& provider, const QByteArray& document, const QString& name) {
                m_changes->create(provider, document, name, m_reports);
            });
    for (QAction* action : fresh->emptyOnes())
        m_actions.all.prepend(action);
    m_actions.all << fresh->fromTemplates();
    fresh->addAction(m_actions.import);
    m_chooser->setNewMenu(fresh);
}

/// `act` on the report that is chosen, as it was typed.
std::function<void()> ReportsPage::withCurrent(std::function<void(const Report&)> act)
{
    return [this, act = std::move(act)] {
        if (!m_list->current() || !m_shown)
            return;
        commit();
        act(*m_shown);
    };
}

QAction* ReportsPage::addAction(const QString& text, const QString& icon, const QKeySequence& keys,
                                const std::function<void()>& act)
{
    auto* action = new QAction(themedIcon(icon), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    QWidget::addAction(action);
    m_actions.all.append(action);
    return action;
}

void ReportsPage::importReport()
{
    m_files->import();
}

void ReportsPage::go(const PagePlace& place)
{
    if (const auto id = ReportId::parse(place.id))
        select(*id);
}

void ReportsPage::focusFilter()
{
    m_chooser->openList();
}

void ReportsPage::startNew()
{
    offerNew(*m_chooser);
}

void ReportsPage::offerNew(const QWidget& below)
{
    const QList<ProviderInfo> providers = m_workbench.providers().all();
    const auto shown = std::ranges::find_if(
        providers, [this](const ProviderInfo& one) { return m_shown && one.key == m_shown->provider; });
    m_actions.fresh->popup(below.mapToGlobal(below.rect().bottomLeft()));
    m_actions.fresh->setActiveAction(
        m_actions.fresh->emptyOnes().value(shown == providers.end() ? 0 : shown - providers.begin()));
}

QUndoStack* ReportsPage::undoStack() const
{
    return m_editor->history();
}

void ReportsPage::commit()
{
    if (m_storeDelay.isActive())
        store();
}

void ReportsPage::reload()
{
    m_workbench.designer().reports().then(this,
                                          [this, saves = m_saves](const Result<QList<Report>>& reports) {
                                              if (reports && (saves == m_saves || !m_shown))
                                                  takeReports(*reports);
                                              else if (reports && m_saving == 0)
                                                  reload();
                                          });
}

void ReportsPage::takeReports(const QList<Report>& reports)
{
    const bool sameList = std::ranges::equal(m_reports, reports, [](const Report& a, const Report& b) {
        return a.id == b.id && a.name == b.name && a.provider == b.provider;
    });
    m_reports = reports;
    if (!sameList)
        m_list->setReports(reports);
    m_drafts.dropOthersThan(reports);
    if (reports.isEmpty())
        m_stack->setCurrentIndex(2);
    if (m_wanted && m_list->select(*m_wanted))
        m_wanted.reset();
    else if (!m_list->current() && !reports.isEmpty())
        m_list->select(reports.first().id);
    showCurrent();
}

/// What is being typed is not replaced by what was stored before it.
void ReportsPage::showCurrent()
{
    const auto id = m_list->current();
    const auto found =
        std::ranges::find_if(m_reports, [&](const Report& report) { return id && report.id == *id; });
    for (QAction* action : {m_actions.duplicate, m_actions.remove, m_actions.toFile, m_actions.exports,
                            m_actions.copy, m_actions.simulate})
        action->setEnabled(found != m_reports.end());
    if (found == m_reports.end()) {
        m_stack->setCurrentIndex(m_reports.isEmpty() ? 2 : 0);
        m_chooser->setName({});
        m_provider->setLook({});
        m_shown.reset();
        return;
    }
    const bool other = !m_shown || m_shown->id != found->id;
    if (other)
        commit();
    const bool typing = !other && m_storeDelay.isActive();
    const bool isFirst = m_stack->currentIndex() != 1;
    m_stack->setCurrentIndex(1);
    if (typing || (!other && *m_shown == *found))
        return;
    m_shown = *found;
    const auto provider = m_workbench.providers().find(found->provider);
    m_provider->setLook({provider ? provider->title : found->provider, {}});
    m_chooser->setName(found->name);
    m_editor->show(*found);
    if (const auto typed = m_drafts.take(found->id)) { // it is tried again
        m_chooser->typeName(typed->name);
        m_editor->type(typed->document);
    }
    if (std::exchange(m_focusName, false))
        m_chooser->focusName();
    else if (isFirst && isVisibleTo(window()))
        setFocus(Qt::OtherFocusReason); // there was nothing to give it to
}

/// As it will be read once it is stored: one may come back to it before.
void ReportsPage::remember(const Report& report)
{
    m_shown = report;
    const auto known = std::ranges::find(m_reports, report.id, &Report::id);
    if (known != m_reports.end())
        *known = report;
}

/// A name that is none is kept as a draft, and the stored one stays.
void ReportsPage::store()
{
    m_storeDelay.stop();
    emit storedChanged();
    if (!m_shown)
        return;
    Report typed = *m_shown;
    typed.name = m_chooser->name();
    typed.document = m_editor->document();
    typed.schedule = m_editor->schedule();
    Report next = typed;
    if (!problemOfDesignName(typed.name).isEmpty()) {
        m_drafts.keep(typed);
        next.name = m_shown->name;
    }
    if (next == *m_shown)
        return;
    const Report before = *m_shown;
    remember(next);
    ++m_saving;
    ++m_saves;
    emit storedChanged();
    m_workbench.designer().saveReport(next).then(
        this, [this, before, typed](const Result<Report>& saved) { stored(before, typed, saved); });
}

/// What could not be stored stays as it was typed, and is known as it was before.
void ReportsPage::stored(const Report& before, const Report& typed, const Result<Report>& saved)
{
    --m_saving;
    ++m_saves;
    if (!saved)
        m_drafts.keep(typed);
    else if (saved->name == typed.name)
        m_drafts.drop(saved->id);
    emit storedChanged();
    if (!m_shown || m_shown->id != before.id)
        return reload();
    m_editor->tellProblem(saved ? QString() : saved.error().message);
    if (saved)
        m_shown->changedAt = saved->changedAt;
    else if (m_saving == 0)
        remember(before);
}

void ReportsPage::select(ReportId id)
{
    if (!m_list->select(id)) {
        m_wanted = id;
        reload();
        return;
    }
    showCurrent();
}

void ReportsPage::tell(const QString& message)
{
    if (m_stack->currentIndex() == 1)
        m_editor->tellProblem(message);
    else
        emit said(message);
}

} // namespace hookworks

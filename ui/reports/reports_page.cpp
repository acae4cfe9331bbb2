// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reports_page.h"

#include "ui/reports/report_editor.h"
#include "ui/reports/report_list.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/clock_control.h"
#include "workbench/designer.h"
#include "workbench/saved_file.h"
#include "workbench/workbench.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace hookworks {

namespace {
constexpr std::chrono::milliseconds storeDelay{400};
}

ReportsPage::ReportsPage(Workbench& workbench, QWidget* parent)
    : PageWidget(parent)
    , m_workbench(workbench)
    , m_list(new ReportList)
    , m_editor(new ReportEditor([&workbench] { return workbench.clock().realNow(); }))
    , m_undo(new UndoBar)
    , m_filter(new QLineEdit)
    , m_stack(new QStackedWidget)
    , m_right(new QStackedWidget)
{
    makeActions();
    m_right->addWidget(
        new EmptyPage(QStringLiteral("x-office-document"), tr("Choose a report to see and change it."), {}));
    m_right->addWidget(m_editor);
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("halves"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeLeft());
    splitter->addWidget(m_right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({270, 900});
    auto* empty = new EmptyPage(QStringLiteral("x-office-document"),
                                tr("A report is what a platform makes and calls webhooks about. Write one "
                                   "here, or import one as JSON."),
                                tr("New report"));
    connect(empty, &EmptyPage::stepWanted, this, &ReportsPage::startNew);
    m_stack->addWidget(splitter);
    m_stack->addWidget(empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_undo);
    setFocusProxy(m_list);
    m_storeDelay.setSingleShot(true);
    m_storeDelay.setInterval(storeDelay);
    connect(&m_storeDelay, &QTimer::timeout, this, &ReportsPage::store);
    connect(m_editor, &ReportEditor::edited, &m_storeDelay, qOverload<>(&QTimer::start));
    connect(m_editor, &ReportEditor::simulateWanted, this, &ReportsPage::simulateCurrent);
    connect(m_list, &ReportList::chosen, this, &ReportsPage::showCurrent);
    connect(&workbench.designer(), &Designer::reportsChanged, this, &ReportsPage::reload);
    reload();
}

ReportsPage::~ReportsPage() = default;

QWidget* ReportsPage::makeLeft()
{
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(4);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the reports"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, m_list, &ReportList::setFilter);
    auto* fresh = new QToolButton;
    fresh->setObjectName(QStringLiteral("newReport"));
    fresh->setIcon(themedIcon(QStringLiteral("list-add")));
    fresh->setToolTip(tr("New report"));
    fresh->setAccessibleName(tr("New report"));
    fresh->setAutoRaise(true);
    fresh->setFocusPolicy(Qt::TabFocus);
    fresh->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(fresh);
    for (const ProviderInfo& provider : Designer::providers()) {
        QAction* action = menu->addAction(tr("New %1 report").arg(provider.title));
        action->setProperty("menu", QStringLiteral("file"));
        connect(action, &QAction::triggered, this, [this, key = provider.key] { create(key); });
        m_actions.prepend(action);
    }
    menu->addSeparator();
    menu->addAction(m_import);
    fresh->setMenu(menu);
    row->addWidget(m_filter, 1);
    row->addWidget(fresh);
    for (QAction* action : {m_duplicate, m_remove}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    column->addLayout(row);
    column->addWidget(m_list, 1);
    return left;
}

void ReportsPage::makeActions()
{
    m_duplicate = addAction(tr("Duplicate report"), QStringLiteral("edit-duplicate"), tr("Ctrl+D"),
                            &ReportsPage::duplicateCurrent);
    m_remove = addAction(tr("Delete report"), QStringLiteral("edit-delete"), QKeySequence::Delete,
                         &ReportsPage::removeCurrent);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    removeAction(m_remove);
    m_list->addAction(m_remove);
    m_import =
        addAction(tr("Import a report…"), QStringLiteral("document-import"), {}, &ReportsPage::importReport);
    m_export = addAction(tr("Export the report…"), QStringLiteral("document-export"), tr("Ctrl+E"),
                         &ReportsPage::exportCurrent);
    m_actions.removeOne(m_import); // the window's own File menu has it
    m_export->setProperty("menu", QStringLiteral("file"));
    QAction* run = addAction(tr("Simulate this report"), QStringLiteral("system-run"), tr("Ctrl+Return"),
                             &ReportsPage::simulateCurrent);
    run->setProperty("menu", QStringLiteral("run"));
}

QAction* ReportsPage::addAction(const QString& text, const QString& icon, const QKeySequence& keys,
                                void (ReportsPage::*deed)())
{
    auto* action = new QAction(themedIcon(icon), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, deed);
    QWidget::addAction(action);
    m_actions.append(action);
    return action;
}

void ReportsPage::go(const PagePlace& place)
{
    if (const auto id = ReportId::parse(place.id))
        select(*id);
}

void ReportsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ReportsPage::startNew()
{
    const QList<ProviderInfo> providers = Designer::providers();
    if (m_shown)
        create(m_shown->provider);
    else if (!providers.isEmpty())
        create(providers.first().key);
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
    m_workbench.designer().reports().then(this, [this](const Result<QList<Report>>& reports) {
        if (reports)
            takeReports(*reports);
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
    m_stack->setCurrentIndex(reports.isEmpty() ? 1 : 0);
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
    for (QAction* action : {m_duplicate, m_remove, m_export})
        action->setEnabled(found != m_reports.end());
    if (found == m_reports.end()) {
        m_right->setCurrentIndex(0);
        m_shown.reset();
        return;
    }
    const bool other = !m_shown || m_shown->id != found->id;
    if (other)
        commit();
    const bool typing = !other && m_storeDelay.isActive();
    m_right->setCurrentIndex(1);
    if (typing || (!other && *m_shown == *found))
        return;
    m_shown = *found;
    m_editor->show(*found);
    if (std::exchange(m_focusName, false))
        m_editor->focusName();
}

void ReportsPage::create(const QString& provider)
{
    const auto info = Designer::provider(provider);
    if (!info)
        return;
    Report report;
    report.provider = provider;
    report.document = info->newDocument;
    m_workbench.designer().saveReport(report).then(this, [this](const Result<Report>& saved) {
        if (!saved)
            return tell(saved.error().message);
        m_focusName = true;
        select(saved->id);
    });
}

void ReportsPage::store()
{
    m_storeDelay.stop();
    const Report report = m_editor->report();
    if (!m_shown || report == *m_shown)
        return;
    m_shown->name = report.name;
    m_shown->document = report.document;
    m_workbench.designer().saveReport(report).then(this, [this, id = report.id](const Result<Report>& saved) {
        if (!m_shown || m_shown->id != id)
            return;
        m_editor->tellProblem(saved ? QString() : saved.error().message);
        if (saved)
            m_shown->changedAt = saved->changedAt;
    });
}

void ReportsPage::duplicateCurrent()
{
    const auto id = m_list->current();
    if (!id)
        return;
    commit();
    m_workbench.designer().duplicateReport(*id).then(this, [this](const Result<Report>& copy) {
        if (!copy)
            return tell(copy.error().message);
        m_focusName = true;
        select(copy->id);
    });
}

void ReportsPage::removeCurrent()
{
    const auto id = m_list->current();
    if (!id)
        return;
    m_storeDelay.stop();
    m_workbench.designer().removeReport(*id).then(this, [this](const Result<RemovedReport>& removed) {
        if (!removed)
            return tell(removed.error().message);
        offerUndo(*removed);
    });
}

void ReportsPage::offerUndo(const RemovedReport& removed)
{
    m_undo->offer(tr("%1 deleted").arg(removed.report.name), [this, removed] {
        m_workbench.designer().restoreReport(removed).then(this, [this](const Result<Report>& restored) {
            if (!restored)
                return tell(restored.error().message);
            select(restored->id);
        });
    });
}

void ReportsPage::importReport()
{
    auto* dialog = new QFileDialog(this, tr("Import a report"), {}, tr("JSON (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportsPage::readImport);
    dialog->open();
}

void ReportsPage::readImport(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return tell(tr("%1 cannot be read: %2").arg(name, file.errorString()));
    m_workbench.designer()
        .importReport(file.readAll(), {}, QFileInfo(name).completeBaseName())
        .then(this, [this](const Result<Report>& imported) {
            if (!imported)
                return tell(imported.error().message);
            select(imported->id);
        });
}

void ReportsPage::exportCurrent()
{
    const auto id = m_list->current();
    if (!id)
        return;
    commit();
    auto* dialog = new QFileDialog(this, tr("Export the report"), m_shown->name + QStringLiteral(".json"),
                                   tr("JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString& name) {
        m_workbench.designer().exportReport(*id).then(this, [this, name](const Result<QByteArray>& document) {
            const Result<void> saved =
                document.and_then([&name](const QByteArray& bytes) { return saveFile(name, bytes); });
            if (!saved)
                tell(saved.error().message + QLatin1Char(' ') + saved.error().detail);
            else
                emit said(tr("Exported to %1").arg(name));
        });
    });
    dialog->open();
}

void ReportsPage::simulateCurrent()
{
    commit();
    if (const auto id = m_list->current())
        emit wanted(QStringLiteral("simulate"), {id->toString()});
}

void ReportsPage::select(ReportId id)
{
    m_filter->clear();
    if (!m_list->select(id)) {
        m_wanted = id;
        reload();
        return;
    }
    showCurrent();
}

void ReportsPage::tell(const QString& message)
{
    if (m_right->currentIndex() == 1)
        m_editor->tellProblem(message);
    else
        emit said(message);
}

} // namespace hookworks

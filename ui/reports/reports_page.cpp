// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reports_page.h"

#include "json/value.h"
#include "ui/reports/report_chooser.h"
#include "ui/reports/report_editor.h"
#include "ui/reports/report_list.h"
#include "ui/reports/yielding_row.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/literal_dialog.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/design/definition.h"
#include "workbench/design/designer.h"
#include "workbench/design/drafts.h"
#include "workbench/design/published.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/saved_file.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {
constexpr std::chrono::milliseconds storeDelay{400};

QString draftKey(ReportId id)
{
    return QStringLiteral("report/") + id.toString();
}

} // namespace

ReportsPage::ReportsPage(Workbench& workbench, QWidget* parent)
    : PageWidget(parent)
    , m_workbench(workbench)
    , m_nameProblem(new ProblemLabel)
    , m_chooser(new ReportChooser(*m_nameProblem))
    , m_list(&m_chooser->list())
    , m_provider(new Badge)
    , m_views(new SegmentedControl(tr("View of the report")))
    , m_editor(new ReportEditor([&workbench] { return workbench.clock().realNow(); }))
    , m_undo(new UndoBar)
    , m_stack(new QStackedWidget)
{
    makeActions();
    m_stack->addWidget(
        new EmptyPage(QStringLiteral("x-office-document"), tr("Choose a report to see and change it."), {}));
    m_stack->addWidget(m_editor);
    auto* empty = new EmptyPage(QStringLiteral("x-office-document"),
                                tr("A report is what a platform makes and calls webhooks about. Write one "
                                   "here, or import one as JSON."),
                                tr("New report"));
    connect(empty, &EmptyPage::stepWanted, this, &ReportsPage::startNew);
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
    loadDrafts();
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
    connect(m_chooser, &ReportChooser::nameEdited, this, edited);
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
    connect(m_exports->menu(), &QMenu::aboutToShow, this, &ReportsPage::fillExport);
}

PageBarContent ReportsPage::barContent()
{
    PageBarContent content;
    content.object = m_chooser;
    content.views = {new YieldingRow({m_provider}), m_views,
                     new YieldingRow({makeHistoryButton(true), makeHistoryButton(false)})};
    content.secondary = {m_copy, m_exports};
    auto* simulate = new QAction(tr("Simulate"), this);
    simulate->setToolTip(m_simulate->toolTip());
    connect(simulate, &QAction::triggered, m_simulate, &QAction::trigger);
    connect(m_simulate, &QAction::changed, simulate,
            [this, simulate] { simulate->setEnabled(m_simulate->isEnabled()); });
    content.primary = simulate;
    content.rare = {m_duplicate, m_import, m_remove};
    return content;
}

/// Undoes or redoes, and says what.
QWidget* ReportsPage::makeHistoryButton(bool undo)
{
    auto* button = new QToolButton;
    button->setIcon(themedIcon(undo ? QStringLiteral("edit-undo") : QStringLiteral("edit-redo")));
    button->setObjectName(undo ? QStringLiteral("undoStep") : QStringLiteral("redoStep"));
    button->setAccessibleName(undo ? tr("Undo") : tr("Redo"));
    button->setFocusPolicy(Qt::TabFocus);
    setLook(*button, ButtonLook::Quiet);
    connect(button, &QToolButton::clicked, this,
            [this, undo] { undo ? m_editor->history()->undo() : m_editor->history()->redo(); });
    const auto follow = [this, button, undo] {
        const QUndoStack* history = m_editor->history();
        const auto update = [button, history, undo] {
            button->setEnabled(undo ? history->canUndo() : history->canRedo());
            const QString step = undo ? history->undoText() : history->redoText();
            button->setToolTip(plainToolTip((undo ? tr("Undo: %1") : tr("Redo: %1")).arg(step)));
        };
        connect(history, &QUndoStack::indexChanged, button, update);
        update();
    };
    connect(m_editor, &ReportEditor::historyChanged, button, follow);
    follow();
    return button;
}

/// One entry for each provider, and below it what its templates start with.
QMenu* ReportsPage::makeNewMenu()
{
    auto* menu = new QMenu;
    for (const ProviderInfo& provider : Designer::providers()) {
        QAction* action = menu->addAction(tr("New %1 report").arg(provider.title));
        action->setProperty("menu", QStringLiteral("file"));
        connect(action, &QAction::triggered, this, [this, provider] { create(provider.key); });
        m_actions.prepend(action);
    }
    for (const ProviderInfo& provider : Designer::providers()) {
        const ProviderProfile* definition = definitionOf(provider.key);
        for (const DocumentTemplate& one : definition ? definition->templates : QList<DocumentTemplate>()) {
            if (&one == &definition->templates.first())
                menu->addSeparator();
            QAction* action = menu->addAction(tr("From the template: %1").arg(one.title));
            connect(action, &QAction::triggered, this,
                    [this, key = provider.key, one] { create(key, one.document, one.title); });
            m_actions.append(action);
        }
    }
    menu->addSeparator();
    menu->addAction(m_import);
    return menu;
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
    m_simulate = addAction(tr("Simulate this report"), QStringLiteral("system-run"), tr("Ctrl+Return"),
                           &ReportsPage::simulateCurrent);
    m_simulate->setProperty("menu", QStringLiteral("run"));
    m_copy =
        addAction(tr("Copy JSON"), QStringLiteral("edit-copy"), tr("Ctrl+Shift+C"), &ReportsPage::copyJson);
    m_exports = new QAction(tr("Export"), this);
    m_exports->setMenu(new QMenu(this));
    m_chooser->setNewMenu(makeNewMenu());
}

void ReportsPage::fillExport()
{
    QMenu* menu = m_exports->menu();
    menu->clear();
    menu->addAction(m_export);
    menu->addActions(m_editor->exportActions());
}

/// The whole document with its tokens, ready to be pasted into the platform.
void ReportsPage::copyJson()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_editor->document()));
    emit said(tr("Copied the report's JSON"));
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
    m_chooser->openList();
}

void ReportsPage::startNew()
{
    const QList<ProviderInfo> providers = Designer::providers();
    const auto shown = std::ranges::find_if(
        providers, [this](const ProviderInfo& one) { return m_shown && one.key == m_shown->provider; });
    if (shown != providers.end())
        create(shown->key);
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

void ReportsPage::loadDrafts()
{
    m_workbench.drafts()
        .startingWith(QStringLiteral("report/"))
        .then(this, [this](const Result<QMap<QString, QByteArray>>& drafts) {
            m_drafts = drafts.value_or(QMap<QString, QByteArray>());
            reload();
        });
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
    for (const QString& key : m_drafts.keys()) {
        const auto of = [&key](const Report& report) { return draftKey(report.id) == key; };
        if (std::ranges::none_of(reports, of)) // the report has gone, and its undo with the run before
            m_workbench.drafts().remove(key);
    }
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
    for (QAction* action : {m_duplicate, m_remove, m_export, m_exports, m_copy, m_simulate})
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
    m_stack->setCurrentIndex(1);
    if (typing || (!other && *m_shown == *found))
        return;
    m_shown = *found;
    const auto provider = Designer::provider(found->provider);
    m_provider->setLook({provider ? provider->title : found->provider, {}});
    m_chooser->setName(found->name);
    m_editor->show(*found);
    showDraft();
    if (std::exchange(m_focusName, false))
        m_chooser->focusName();
}

/// What could not be stored before the program ended is there again, and is tried again.
void ReportsPage::showDraft()
{
    const auto draft =
        m_shown ? readJson(m_drafts.take(draftKey(m_shown->id))) : tl::unexpected(JsonProblem());
    if (!draft)
        return;
    const JsonValue* name = draft->find(u"name");
    const JsonValue* document = draft->find(u"documentBase64");
    if (!name || !document)
        return;
    m_chooser->typeName(name->text);
    m_editor->type(QByteArray::fromBase64(document->text.toLatin1()));
}

void ReportsPage::keepDraft(const Report& typed)
{
    JsonValue draft = JsonValue::object();
    draft.append(QStringLiteral("name"), JsonValue::string(typed.name));
    draft.append(QStringLiteral("documentBase64"),
                 JsonValue::string(QString::fromLatin1(typed.document.toBase64())));
    m_drafts.insert(draftKey(typed.id), compactJson(draft));
    m_workbench.drafts().put(draftKey(typed.id), compactJson(draft));
}

void ReportsPage::dropDraft(ReportId id)
{
    m_drafts.remove(draftKey(id));
    m_workbench.drafts().remove(draftKey(id));
}

/// As it will be read once it is stored: one may come back to it before.
void ReportsPage::remember(const Report& report)
{
    m_shown = report;
    const auto known = std::ranges::find(m_reports, report.id, &Report::id);
    if (known != m_reports.end())
        *known = report;
}

/// Without a document the provider's own begins it; without a name it is named after what its document says.
void ReportsPage::create(const QString& provider, const QByteArray& document, const QString& name)
{
    Report report;
    report.provider = provider;
    report.document = document;
    report.name = name;
    for (int i = 2;
         std::ranges::any_of(m_reports, [&](const Report& one) { return one.name == report.name; }); ++i)
        report.name = name.isEmpty() ? QString() : name + u' ' + QString::number(i);
    m_workbench.designer().saveReport(report).then(this, [this](const Result<Report>& saved) {
        if (!saved)
            return tell(saved.error().message);
        m_focusName = true;
        select(saved->id);
    });
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
    if (!Designer::problemOfName(typed.name).isEmpty()) {
        keepDraft(typed);
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
        keepDraft(typed);
    else if (saved->name == typed.name)
        dropDraft(saved->id);
    emit storedChanged();
    if (!m_shown || m_shown->id != before.id)
        return reload();
    m_editor->tellProblem(saved ? QString() : saved.error().message);
    if (saved)
        m_shown->changedAt = saved->changedAt;
    else if (m_saving == 0)
        remember(before);
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
    commit();
    m_workbench.designer().removeReport(*id).then(this, [this](const Result<RemovedReport>& removed) {
        if (!removed)
            return tell(removed.error().message);
        dropDraft(removed->report.id);
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
    auto* dialog =
        new QFileDialog(this, tr("Import a report"), documentsFolder(), tr("JSON (*.json);;All files (*)"));
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
    const QByteArray text = file.readAll();
    const auto published = readPublished(text, {}, LiteralChoice::First);
    if (readJson(text) || !published || published->changes.isEmpty())
        return takeImport(name, text);
    const auto reading = [text](LiteralChoice choice) {
        const auto read = readPublished(text, {}, choice);
        return read ? std::optional(OfferedJson{read->document, read->changes, read->hasChoices})
                    : std::nullopt;
    };
    auto* dialog = new LiteralDialog(reading, tr("Import as JSON"), {}, this);
    connect(dialog, &LiteralDialog::taken, this,
            [this, name](const QByteArray& json) { takeImport(name, json); });
    dialog->open();
}

void ReportsPage::takeImport(const QString& name, const QByteArray& document)
{
    m_workbench.designer()
        .importReport(document, {}, QFileInfo(name).completeBaseName())
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
    auto* dialog = new QFileDialog(this, tr("Export the report"),
                                   documentsFolder() + u'/' + QString(m_shown->name).replace(u'/', u'-') +
                                       QStringLiteral(".json"),
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

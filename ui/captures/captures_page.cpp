// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/captures_page.h"

#include "query/matcher.h"
#include "query/parser.h"
#include "query/queried_capture.h"
#include "ui/captures/captures_model.h"
#include "ui/captures/forward_bar.h"
#include "ui/captures/listener_bar.h"
#include "ui/captures/quota_bar.h"
#include "ui/captures/rules_pane.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/new_rows_button.h"
#include "ui/widgets/search_notice.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wide_columns.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int pageSize = 200;
constexpr auto filterWaits = std::chrono::milliseconds(200);
constexpr int mostDoubtful = 2'000;

} // namespace

CapturesPage::CapturesPage(Workbench& workbench, QWidget* parent)
    : PageWidget(parent)
    , m_workbench(workbench)
    , m_model(new CapturesModel(this))
    , m_table(new QTableView)
    , m_listeners(new ListenerBar(workbench))
    , m_rules(new RulesPane(workbench))
    , m_undo(new UndoBar)
    , m_forwarding(new ForwardBar(workbench))
    , m_quota(new QuotaBar(workbench))
    , m_inspector(new CaptureInspector(&workbench))
    , m_right(new QTabWidget)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyPage(QStringLiteral("network-receive"),
                            tr("Every request that reaches the listener is kept here, byte for byte."),
                            tr("Simulate an event")))
    , m_noMatch(new EmptyPage(QStringLiteral("edit-find"), tr("No capture matches the filter."),
                              tr("Clear the filter")))
    , m_language([this](const QueryField& field, const QString&) { return valuesOf(field); })
    , m_text(new FilterField(m_language))
    , m_search(new SearchNotice)
{
    makeTable();
    makeActions();
    arrange();
    connectInspector();
    connect(m_model, &CapturesModel::pageWanted, this, &CapturesPage::loadPage);
    connect(&m_workbench.captures(), &Captures::changed, this, &CapturesPage::takeChanges);
    connect(m_listeners, &ListenerBar::changed, this,
            [this] { m_rules->showListener(m_listeners->chosen()); });
    connect(m_listeners, &ListenerBar::said, this, &PageWidget::said);
    connect(m_empty, &EmptyPage::stepWanted, this, [this] { emit wanted(QStringLiteral("simulate"), {}); });
    connect(m_noMatch, &EmptyPage::stepWanted, this, [this] {
        m_text->setText({});
        reload();
    });
    connect(m_search, &SearchNotice::goOnWanted, this, [this] { search(m_searchedTo); });
    connect(&m_ticker, &QTimer::timeout, this, [this] { m_model->setNow(m_workbench.clock().realNow()); });
    m_ticker.start(std::chrono::seconds(1));
    m_catchUp.setSingleShot(true);
    m_catchUp.setInterval(std::chrono::seconds(1));
    connect(&m_catchUp, &QTimer::timeout, this, &CapturesPage::catchUp);
    m_model->setNow(m_workbench.clock().realNow());
    m_rules->showListener(m_listeners->chosen());
    updateEmptyState();
    reload();
}

void CapturesPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("capturesTable"));
    m_table->setAccessibleName(tr("Captures"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->setItemDelegateForColumn(CapturesModel::Target, new MiddleElideDelegate(true, m_table));
    QHeaderView& header = *m_table->horizontalHeader();
    header.setObjectName(QStringLiteral("capturesColumns"));
    header.setHighlightSections(false);
    const int letters[] = {13, 9, 19, 11, 17, 13, 16};
    const int letter = m_table->fontMetrics().averageCharWidth();
    for (int column = 0; column < CapturesModel::ColumnCount; ++column)
        header.resizeSection(column, letters[column] * letter);
    header.setMinimumSectionSize(48);
    new WideColumns(*m_table, {CapturesModel::Target}, 12);
    m_newRows = new NewRowsButton(*m_table);
    connect(m_model, &CapturesModel::heldChanged, m_newRows, &NewRowsButton::setHeld);
    connect(m_newRows, &NewRowsButton::releaseWanted, this, &CapturesPage::releaseHeld);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CapturesPage::currentRowChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CapturesPage::updateActions);
}

QAction* CapturesPage::addAction(const QString& text, const QKeySequence& keys, void (CapturesPage::*deed)())
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, deed);
    m_table->addAction(action);
    m_actions << action;
    return action;
}

void CapturesPage::makeActions()
{
    m_replay = addAction(tr("Replay…"), QKeySequence(Qt::Key_R), &CapturesPage::replaySelected);
    m_exact =
        addAction(tr("Replay as it was"), QKeySequence(Qt::SHIFT | Qt::Key_R), &CapturesPage::replayExact);
    m_forward = addAction(tr("Forward again"), QKeySequence(Qt::Key_F), &CapturesPage::forwardSelected);
    m_curl = addAction(tr("Copy as cURL"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                       &CapturesPage::copyAsCurl);
    m_curlWithSecrets = addAction(tr("Copy as cURL with secrets"), {}, &CapturesPage::copyAsCurlWithSecrets);
    m_export = addAction(tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), &CapturesPage::exportSelected);
    m_compare = addAction(tr("Compare with…"), QKeySequence(Qt::Key_D), &CapturesPage::compareSelected);
    m_remove = addAction(tr("Remove"), QKeySequence(Qt::Key_Delete), &CapturesPage::removeSelected);
    updateActions();
}

void CapturesPage::arrange()
{
    m_text->setPlaceholder(tr("Filter: words, or comparisons such as status>=500 path:/hook*"));
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(filterWaits);
    connect(m_text, &FilterField::changed, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(&m_filterDelay, &QTimer::timeout, this, &CapturesPage::reload);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_text, 1);
    for (QAction* action : std::as_const(m_actions)) {
        if (action == m_forward || action == m_curlWithSecrets)
            continue; // one has its button beside the capture, the other its place beside the masked one
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        if (action == m_curl) {
            button->setPopupMode(QToolButton::MenuButtonPopup);
            button->addAction(m_curlWithSecrets);
        }
        tools->addWidget(button);
    }
    m_right->setDocumentMode(true);
    m_right->addTab(m_inspector, tr("Capture"));
    m_right->addTab(m_rules, tr("Reply rules"));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noMatch);
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("capturesSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_stack);
    splitter->addWidget(m_right);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({640, 500});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_listeners);
    column->addWidget(m_quota->notice());
    column->addLayout(tools);
    column->addWidget(m_search);
    column->addWidget(m_forwarding);
    column->addWidget(splitter, 1);
    column->addWidget(m_undo);
    column->addWidget(m_quota);
    connect(m_rules, &RulesPane::storedChanged, this, &PageWidget::storedChanged);
    connect(m_rules, &RulesPane::ruleRemoved, m_undo, &UndoBar::offer);
    connect(m_listeners, &ListenerBar::removed, this, &CapturesPage::offerListener);
}

void CapturesPage::connectInspector()
{
    connect(m_inspector, &CaptureInspector::deliveryRequested, this,
            [this](DeliveryId id) { emit wanted(QStringLiteral("deliveries"), PagePlace{id.toString()}); });
    connect(m_inspector, &CaptureInspector::forwardRequested, m_forwarding, &ForwardBar::forward);
    connect(m_inspector, &CaptureInspector::said, this, &PageWidget::said);
    connect(m_inspector, &CaptureInspector::replayed, this, [this](const QList<Delivery>& deliveries) {
        emit wanted(QStringLiteral("deliveries"), PagePlace{deliveries.last().id.toString()});
    });
    connect(m_forwarding, &ForwardBar::said, this, &PageWidget::said);
    connect(m_forwarding, &ForwardBar::forwarded, this, [this](const Delivery& delivery) {
        emit wanted(QStringLiteral("deliveries"), PagePlace{delivery.id.toString()});
    });
}

void CapturesPage::focusFilter()
{
    m_text->setFocus();
}

void CapturesPage::startNew()
{
    m_listeners->add();
}

void CapturesPage::commit()
{
    m_rules->commit();
}

bool CapturesPage::isStored() const
{
    return m_rules->isStored();
}

void CapturesPage::go(const PagePlace& place)
{
    const std::optional<CaptureId> id = CaptureId::parse(place.id);
    if (!id)
        return;
    releaseHeld();
    m_right->setCurrentWidget(m_inspector);
    if (m_model->rowOf(*id) >= 0) {
        select(*id);
    } else {
        m_wanted = id;
        m_table->setCurrentIndex({}); // what is selected is what is shown
        showCapture(*id);
    }
    m_table->setFocus();
}

CaptureFilter CapturesPage::filter() const
{
    CaptureFilter filter;
    filter.where = m_query;
    filter.limit = pageSize;
    return filter;
}

/// What the rows that were loaded have in a column.
QStringList CapturesPage::valuesOf(const QueryField& field) const
{
    constexpr int mostRows = 500;
    QSet<QString> values;
    for (int row = 0; row < std::min(m_model->rowCount(), mostRows); ++row) {
        const CaptureRow& shown = m_model->rowAt(row);
        switch (field.name) {
        case QueryName::Method:
            values << shown.method;
            break;
        case QueryName::Path:
            values << shown.target.section(u'?', 0, 0);
            break;
        case QueryName::Rule:
            values << shown.rule;
            break;
        case QueryName::Fault:
            values << shown.fault;
            break;
        case QueryName::Status:
            values << QString::number(shown.responseStatus);
            break;
        default:
            return {};
        }
    }
    values.remove(QString());
    QStringList sorted = values.values();
    sorted.sort();
    return sorted;
}

/// A filter that cannot be read finds nothing: no row of another one stays.
void CapturesPage::reload()
{
    ++m_serial;
    m_missed = 0;
    m_doubtful.clear();
    m_searchedTo.reset();
    m_search->begin();
    const auto query = readQuery(m_text->text());
    m_noMatch->setSentence(query ? tr("No capture matches the filter.") : query.error().message());
    if (!query) {
        m_model->showNothing();
        updateEmptyState();
        return;
    }
    m_query = *query;
    m_model->reset();
    m_model->fetchMore({});
}

/// A page begins behind the last row, or farther back where the search found none in between.
void CapturesPage::loadPage(std::optional<CaptureId> before)
{
    m_found = 0;
    m_search->goOn();
    search(before && m_searchedTo ? std::min(*before, *m_searchedTo) : before);
}

void CapturesPage::search(std::optional<CaptureId> before)
{
    CaptureFilter wanted = filter();
    wanted.before = before;
    m_workbench.captures().find(wanted).then(this,
                                             [this, serial = m_serial](const Result<CapturePage>& page) {
                                                 if (serial != m_serial)
                                                     return;
                                                 if (page)
                                                     return takePage(*page);
                                                 m_model->pageFailed();
                                                 emit said(page.error().message);
                                             });
}

/// What takes longer than one answer goes on with the next, while its rows are shown.
void CapturesPage::takePage(const CapturePage& page)
{
    QList<CaptureRow> rows;
    for (const Capture& capture : page.rows)
        rows << rowOf(capture);
    m_found += page.rows.size();
    m_searchedTo = page.next;
    const bool goesOn = page.next && m_found < pageSize;
    if (goesOn)
        m_model->addPart(rows);
    else
        m_model->addPage(rows, !page.next);
    if (page.next && (goesOn || page.unreadable > 0))
        m_search->lookedBackTo(page.next->toString(), page.unreadable);
    else if (!page.next)
        m_search->end(page.unreadable);
    if (goesOn && !m_search->isStopped())
        search(page.next);
    updateEmptyState();
    if (m_wanted && m_model->rowOf(*m_wanted) >= 0)
        select(*m_wanted);
    else if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0 && !m_wanted)
        select(m_model->idAt(0));
}

QueryVerdict CapturesPage::belongs(const Capture& capture) const
{
    static const BodyReading none;
    const CaptureParts parts{true, false, {}};
    return QueryMatcher(m_query, m_workbench.clock().realNow()).on(QueriedCapture(capture, parts, none));
}

/// Of most captures it is plain whether they belong; those whose bodies decide are asked for, and a flood
/// comes with its newest ones alone: both are caught up with at most once a second.
void CapturesPage::takeChanges(const CaptureChanges& changes)
{
    m_listeners->count(static_cast<int>(changes.addedInAll));
    const bool flood = changes.addedInAll > changes.added.size() || m_missed > 0;
    bool asks = false;
    QList<CaptureRow> rows;
    QList<CaptureId> gone = changes.removed;
    for (const Capture& capture : changes.added) {
        const QueryVerdict verdict = flood ? QueryVerdict::No : belongs(capture);
        asks = asks || verdict == QueryVerdict::Unknown;
        if (verdict == QueryVerdict::Yes)
            rows << rowOf(capture);
    }
    for (const Capture& capture : changes.changed) {
        const QueryVerdict verdict = belongs(capture);
        if (verdict == QueryVerdict::No)
            gone << capture.id;
        else if (verdict == QueryVerdict::Yes || m_model->rowOf(capture.id) >= 0)
            rows << rowOf(capture);
        if (verdict == QueryVerdict::Unknown && m_doubtful.size() < mostDoubtful)
            m_doubtful << capture.id;
    }
    m_model->upsert(rows);
    dropRows(gone);
    if (flood)
        m_missed += changes.addedInAll;
    if ((flood || asks || !m_doubtful.isEmpty()) && !m_catchUp.isActive())
        m_catchUp.start();
    updateEmptyState();
    const auto mine = std::ranges::find_if(
        changes.changed, [this](const Capture& one) { return m_inspector->shown() == one.id; });
    if (mine != changes.changed.end())
        showCapture(mine->id);
}

void CapturesPage::catchUp()
{
    checkDoubtful();
    if (m_missed > 0) {
        m_newRows->setHeld(static_cast<int>(std::min<qint64>(m_missed + m_model->held(), 1'000'000'000)));
        return;
    }
    CaptureFilter wanted = filter();
    if (m_model->rowCount() > 0)
        wanted.after = m_model->idAt(0);
    m_workbench.captures().list(wanted).then(
        this, [this, serial = m_serial](const Result<QList<Capture>>& captures) {
            if (!captures || serial != m_serial)
                return;
            QList<CaptureRow> rows;
            for (const Capture& capture : *captures)
                rows << rowOf(capture);
            m_model->upsert(rows);
            if (m_wanted)
                select(*m_wanted);
            updateEmptyState();
        });
}

/// Where bodies decide, the store alone knows what a filter finds: it is asked for the stretch in which
/// something changed.
void CapturesPage::checkDoubtful()
{
    QList<CaptureId> asked = std::exchange(m_doubtful, {});
    if (asked.isEmpty())
        return;
    std::ranges::sort(asked);
    CaptureFilter wanted = filter();
    wanted.after = CaptureId{asked.first().number - 1};
    wanted.before = CaptureId{asked.last().number + 1};
    m_workbench.captures().list(wanted).then(
        this, [this, asked, serial = m_serial](const Result<QList<Capture>>& captures) {
            if (captures && serial == m_serial)
                settleDoubtful(asked, *captures);
        });
}

/// Beyond a full page nothing is known: those rows stay as they are.
void CapturesPage::settleDoubtful(const QList<CaptureId>& asked, const QList<Capture>& matching)
{
    QList<CaptureRow> rows;
    for (const Capture& capture : matching)
        rows << rowOf(capture);
    m_model->upsert(rows);
    QList<CaptureId> gone;
    for (const CaptureId id : asked) {
        const bool known = matching.size() < pageSize || id >= matching.last().id;
        if (known && std::ranges::none_of(matching, [id](const Capture& one) { return one.id == id; }))
            gone << id;
    }
    dropRows(gone);
    updateEmptyState();
}

/// Where the current one goes, its neighbour is selected and shown.
void CapturesPage::dropRows(const QList<CaptureId>& ids)
{
    if (ids.isEmpty())
        return;
    m_model->remove(ids);
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && !m_table->selectionModel()->hasSelection())
        m_table->selectRow(current.row());
}

/// After a flood the list begins anew: what lies between is read as one scrolls.
void CapturesPage::releaseHeld()
{
    if (m_missed > 0)
        reload();
    else
        m_model->release();
}

void CapturesPage::updateEmptyState()
{
    const bool nothing = m_model->rowCount() == 0 && m_model->held() == 0 && m_model->isComplete();
    if (!nothing)
        m_stack->setCurrentIndex(0);
    else
        m_stack->setCurrentWidget(m_text->text().isEmpty() ? m_empty : m_noMatch);
    if (nothing && !m_wanted && !m_text->text().isEmpty())
        m_inspector->clear(tr("No capture is chosen."));
}

void CapturesPage::select(CaptureId capture)
{
    const int row = m_model->rowOf(capture);
    if (row < 0)
        return;
    m_wanted.reset();
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
}

void CapturesPage::currentRowChanged()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        showCapture(m_model->idAt(current.row()));
}

void CapturesPage::showCapture(CaptureId capture)
{
    m_workbench.captures().get(capture).then(this, [this, capture](const Result<Capture>& known) {
        const QModelIndex current = m_table->currentIndex();
        const bool stillWanted =
            m_wanted == capture || !current.isValid() || m_model->idAt(current.row()) == capture;
        if (!stillWanted)
            return;
        if (known)
            m_inspector->showCapture(*known);
        else
            m_inspector->clear(known.error().message);
    });
}

} // namespace hookworks

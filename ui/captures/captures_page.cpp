// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/captures_page.h"

#include "query/matcher.h"
#include "query/parser.h"
#include "query/queried_capture.h"
#include "ui/captures/capture_actions.h"
#include "ui/captures/capture_columns.h"
#include "ui/captures/column_dialog.h"
#include "ui/captures/forward_bar.h"
#include "ui/captures/listener_bar.h"
#include "ui/captures/quota_notice.h"
#include "ui/captures/rules_pane.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/lists/bulk_bar.h"
#include "ui/lists/column_memory.h"
#include "ui/lists/list_menus.h"
#include "ui/lists/mark_actions.h"
#include "ui/lists/row_remover.h"
#include "ui/lists/saved_filters.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/search_notice.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/turning_splitter.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

using CaptureRows = LiveListModel<CaptureRow>;
using CaptureSearch = LiveSearch<Capture, CaptureSummary, CaptureRow>;

constexpr auto clockEvery = std::chrono::seconds(1);

ListWords captureListWords()
{
    return {QStringLiteral("captures"),
            CapturesPage::tr("Captures"),
            CapturesPage::tr("Filter: words, or comparisons such as status>=500 path:/hook*"),
            CapturesPage::tr("No capture matches the filter."),
            QStringLiteral("mail-receive"),
            CapturesPage::tr("No captures yet"),
            CapturesPage::tr("Every request that reaches the listener is kept here, byte for byte."),
            CapturesPage::tr("Simulate an event")};
}

QString valueOf(const CaptureRow& row, QueryName name)
{
    switch (name) {
    case QueryName::Method:
        return row.method;
    case QueryName::Path:
        return row.target.section(u'?', 0, 0);
    case QueryName::Rule:
        return row.rule;
    case QueryName::Fault:
        return row.fault;
    case QueryName::Status:
        return QString::number(row.responseStatus);
    default:
        return {};
    }
}

/// What the rows that were read have in a column.
ValuesOfField captureValuesIn(const CaptureRows& rows, const BodyCells& cells)
{
    return [&rows, &cells](const QueryField& field, const QString&) {
        constexpr int mostRows = 500;
        QSet<QString> values = cells.values(field);
        for (int row = 0; row < std::min(rows.rowCount(), mostRows); ++row)
            values << valueOf(rows.rowAt(row), field.name);
        values.remove(QString());
        QStringList sorted = values.values();
        sorted.sort();
        return sorted;
    };
}

/// A line across the pane, its text quiet: what the keys do.
QWidget* hintLine()
{
    auto* line = new ElidedLabel(
        CapturesPage::tr(
            "Newest first · Enter opens, R replays, Shift+R asks first, E edits, D compares, Del removes, "
            "1 to 6 mark, N notes"),
        Face::Caption, Colour::Quiet);
    line->setElideMode(Qt::ElideRight);
    line->setContentsMargins(space::wide, 0, space::wide, 0);
    line->setFixedHeight(sized(Size::StatusBar));
    return line;
}

QList<QList<QAction*>> groupsOf(const CaptureActions& actions, const MarkActions& marks)
{
    return actions.groups() << marks.all();
}

} // namespace

CapturesPage::CapturesPage(Workbench& workbench, QWidget* parent)
    : CapturesPage(workbench, makeParts(workbench), parent)
{
}

CapturesPage::Parts CapturesPage::makeParts(Workbench& workbench)
{
    auto* cells = new BodyCells(workbench.captures(), workbench.inspecting());
    auto* differences = new DifferenceCells(workbench.differ());
    auto* rows = new CaptureRows(captureColumns(*cells) + QList{differencesColumn(*differences)});
    differences->setParent(rows);
    connect(differences, &DifferenceCells::known, rows, [rows](CaptureId id) {
        if (const int row = rows->rowOfNumber(id.number); row >= 0)
            emit rows->dataChanged(rows->index(row, 0), rows->index(row, rows->columnCount() - 1),
                                   {Qt::DisplayRole});
    });
    return {cells, rows};
}

CapturesPage::CapturesPage(Workbench& workbench, const Parts& parts, QWidget* parent)
    : LiveListPage(workbench, *parts.rows, captureListWords(), captureValuesIn(*parts.rows, *parts.cells),
                   parent)
    , m_workbench(workbench)
    , m_cells(parts.cells)
    , m_rows(parts.rows)
    , m_search(new CaptureSearch(
          *m_rows, notice(),
          {[this](const Query& query, std::optional<CaptureId> before, int limit, const Asker& asker) {
               CaptureFilter filter;
               filter.where = query;
               filter.before = before;
               filter.limit = limit;
               filter.asker = asker;
               return m_workbench.captures().findSummaries(filter);
           },
           [this](const Query& query, const Capture& capture) { return judge(query, capture); },
           [](const Capture& capture) -> CaptureSummary { return capture; },
           [](const CaptureSummary& capture) { return rowOf(capture); }},
          this))
    , m_listeners(new ListenerBar(workbench))
    , m_rules(new RulesPane(workbench))
    , m_undo(new UndoBar)
    , m_bulk(new BulkBar)
    , m_remover(new RowRemover(workbench, *m_undo, *m_bulk, this))
    , m_marks(new MarkActions(
          workbench, *m_undo, [this] { return chosenRows(table(), *m_rows); }, table()))
    , m_forwarding(new ForwardBar(workbench))
    , m_quota(new QuotaNotice(workbench))
    , m_inspector(new CaptureInspector(&workbench))
    , m_right(new QStackedWidget)
    , m_actions(new CaptureActions(
          workbench, table(), *m_remover, [this] { return m_search->queryFor(filterField().text()); }, this))
{
    m_rows->setParent(this);
    m_cells->setParent(this);
    table().showOrder(QStringLiteral("received"));
    arrange();
    connectParts();
    connectInspector();
    new ColumnMemory(workbench, table(), QStringLiteral("captures"),
                     [this](const QList<PlacedColumn>& columns) { addColumns(columns); });
    m_rules->showListener(m_listeners->chosen());
    follow(*m_search, clockEvery);
}

QWidget* CapturesPage::makeLeft()
{
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_listeners);
    column->addWidget(m_forwarding);
    column->addWidget(stackAround(&table()), 1);
    column->addWidget(m_bulk);
    column->addWidget(m_undo);
    m_undo->listenIn(*this);
    column->addWidget(new Hairline);
    column->addWidget(hintLine());
    return left;
}

void CapturesPage::arrange()
{
    m_right->setMinimumWidth(scaled(440)); // the inspector's tabs are whole
    m_right->addWidget(m_inspector);
    m_right->addWidget(m_rules);
    m_rules->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    constexpr double leastBeside = 900; // the list with its answers, and the inspector
    auto* splitter = new TurningSplitter(leastBeside, {scaled(660), scaled(476)}, {scaled(240), scaled(240)});
    splitter->setObjectName(QStringLiteral("capturesSplitter"));
    splitter->addWidget(makeLeft());
    splitter->addWidget(m_right);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({scaled(660), scaled(476)});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_quota);
    column->addWidget(&notice());
    column->addWidget(splitter, 1);
    setFocusProxy(&table());
}

PageBarContent CapturesPage::barContent()
{
    PageBarContent content;
    content.filter = &filterField();
    content.secondary = {menus().savedFilters(), menus().columns()};
    content.rare = inGroups(groupsOf(*m_actions, *m_marks) << QList<QAction*>{menus().times()}, this);
    return content;
}

void CapturesPage::connectParts()
{
    for (QAction* action : inGroups(groupsOf(*m_actions, *m_marks), this))
        addPageAction(action);
    connect(m_marks, &MarkActions::said, this, &PageWidget::said);
    connect(m_remover, &RowRemover::said, this, &PageWidget::said);
    connect(m_remover, &RowRemover::broughtBack, this, &CapturesPage::reload);
    connect(m_actions, &CaptureActions::said, this, &PageWidget::said);
    connect(m_actions, &CaptureActions::forwardWanted, m_forwarding, &ForwardBar::forward);
    connect(m_actions, &CaptureActions::replayed, this, [this](DeliveryId id) {
        emit PageWidget::wanted(QStringLiteral("deliveries"), PagePlace{id.toString()});
    });
    connect(&m_workbench.captures(), &Captures::changed, this, &CapturesPage::takeChanges);
    connect(m_listeners, &ListenerBar::changed, this,
            [this] { m_rules->showListener(m_listeners->chosen()); });
    connect(m_listeners, &ListenerBar::rulesToggled, this, &CapturesPage::showRules);
    connect(m_listeners, &ListenerBar::quotaWanted, m_quota, &QuotaNotice::edit);
    connect(m_listeners, &ListenerBar::removed, this, &CapturesPage::offerListener);
    connect(m_quota, &QuotaNotice::kept, m_listeners, &ListenerBar::setKept);
    connect(m_rules, &RulesPane::storedChanged, this, &PageWidget::storedChanged);
    connect(m_rules, &RulesPane::ruleRemoved, m_undo,
            [this](const QString& sentence, const std::function<void()>& undo) {
                m_undo->offer(sentence, undo);
            });
    connect(&table(), &QAbstractItemView::activated, this, [this] {
        showRules(false);
        m_inspector->setFocus(Qt::OtherFocusReason);
    });
    connect(&menus(), &ListMenus::columnsFilled, this, [this](QMenu& menu) {
        menu.addSeparator();
        menu.addAction(tr("Add a column…"), this, [this] {
            auto* dialog = new ColumnDialog(this);
            connect(dialog, &ColumnDialog::chosen, this, &CapturesPage::addColumn);
            dialog->open();
        });
    });
    connect(m_cells, &BodyCells::known, this, &CapturesPage::showCells);
}

void CapturesPage::connectInspector()
{
    connect(m_inspector, &CaptureInspector::deliveryRequested, this, [this](DeliveryId id) {
        emit PageWidget::wanted(QStringLiteral("deliveries"), PagePlace{id.toString()});
    });
    connect(m_inspector, &CaptureInspector::noteWanted, m_marks, &MarkActions::askNote);
    connect(m_inspector, &CaptureInspector::forwardRequested, m_forwarding, &ForwardBar::forward);
    connect(m_inspector, &CaptureInspector::said, this, &PageWidget::said);
    connect(m_forwarding, &ForwardBar::said, this, &PageWidget::said);
    connect(m_forwarding, &ForwardBar::forwarded, this, [this](const Delivery& delivery) {
        emit PageWidget::wanted(QStringLiteral("deliveries"), PagePlace{delivery.id.toString()});
    });
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
    if (const auto filter = filterOf(place)) {
        emit menus().chosen(*filter);
    } else if (const auto id = CaptureId::parse(place.id)) {
        showRules(false);
        goTo(id->number);
    } else if (place == placeOfRules() || place == placeOfNewRule()) {
        showRules(true);
        m_rules->begin(place == placeOfNewRule());
    }
}

/// While they are hidden, rules widen nothing.
void CapturesPage::showRules(bool shown)
{
    const QSizePolicy::Policy policy = shown ? QSizePolicy::Preferred : QSizePolicy::Ignored;
    m_rules->setSizePolicy(policy, policy);
    m_right->setCurrentWidget(shown ? static_cast<QWidget*>(m_rules) : m_inspector);
    m_listeners->setRulesShown(shown);
}

void CapturesPage::tick()
{
    m_rows->setClock({m_workbench.clock().now(), m_workbench.clock().realNow()});
}

void CapturesPage::selectionChanged()
{
    m_actions->update();
    m_marks->update(table().selectedCount());
}

void CapturesPage::countAll(const std::function<void(qint64 all)>& tell)
{
    m_workbench.captures().count().then(this,
                                        [tell](const Result<qint64>& count) { tell(count.value_or(0)); });
}

/// Only while the list shows what stands in the field.
Result<Query> CapturesPage::shownQuery() const
{
    const auto query = readQuery(filterField().text());
    if (!query)
        return fail(ErrorCode::BadInput, query.error().message());
    if (*query != m_search->query())
        return fail(ErrorCode::Conflict,
                    tr("The filter has just changed. Look at what it finds, and try again."));
    return *query;
}

QueryVerdict CapturesPage::judge(const Query& query, const Capture& capture) const
{
    static const BodyReading none;
    const CaptureParts parts{true, false, {}};
    return QueryMatcher(query, m_workbench.clock().realNow()).on(QueriedCapture(capture, parts, none));
}

/// A flood comes as a number alone. What changes meanwhile is told where it is shown: the rest would fill the
/// gaps that the flood leaves, row by row.
void CapturesPage::takeChanges(const CaptureChanges& changes)
{
    QList<Capture> told = changes.added + changes.changed;
    if (changes.addedInAll > changes.added.size()) {
        m_search->miss(changes.addedInAll);
        told.removeIf([this](const Capture& one) { return m_rows->rowOfNumber(one.id.number) < 0; });
    }
    m_search->take(told);
    m_search->drop(changes.removed);
    const auto mine = std::ranges::find_if(
        changes.changed, [this](const Capture& one) { return m_inspector->shown() == one.id; });
    if (mine != changes.changed.end())
        showNumber(mine->id.number);
}

void CapturesPage::showNumber(qint64 number)
{
    m_workbench.captures().get(CaptureId{number}).then(this, [this, number](const Result<Capture>& known) {
        const std::optional<qint64> current = table().currentNumber();
        if (wanted() != number && current && *current != number)
            return; // another one is chosen by now
        if (wanted() == number && known && judge(m_search->query(), *known) == QueryVerdict::No)
            clearFilter(); // one came here to see it in the list
        if (known)
            m_inspector->showCapture(*known);
        else
            m_inspector->clear(known.error().message);
    });
}

void CapturesPage::showNothing()
{
    m_inspector->clear(tr("No capture is chosen."));
}

/// Those that somebody added before, as long as they are shown. What an older program remembers has $.event
/// in the place of the event.
void CapturesPage::addColumns(const QList<PlacedColumn>& columns)
{
    for (const PlacedColumn& column : columns) {
        const auto field = readableField(column.key);
        const bool older =
            column.key == QLatin1String("$.event") &&
            std::ranges::find(columns, QStringLiteral("event"), &PlacedColumn::key) == columns.end();
        if (field && column.shown && !older)
            addColumn(*field);
    }
}

void CapturesPage::addColumn(const QueryField& field)
{
    for (int column = 0; column < m_rows->columnCount(); ++column) {
        if (m_rows->columnLook(column).key == toString(field))
            return table().showColumn(column);
    }
    m_rows->addColumn(columnOf(field, *m_cells));
}

void CapturesPage::showCells(CaptureId id)
{
    const int row = m_rows->rowOfNumber(id.number);
    if (row >= 0)
        emit m_rows->dataChanged(m_rows->index(row, 0), m_rows->index(row, m_rows->columnCount() - 1),
                                 {Qt::DisplayRole});
}

void CapturesPage::offerListener(const ListenerConfig& listener)
{
    m_rules->forget(listener.id);
    m_undo->offer(tr("%1 removed").arg(listener.name), [this, listener] {
        m_workbench.listening().restore(listener).then(this, [this](const Result<void>& restored) {
            if (!restored)
                emit said(restored.error().message);
        });
    });
}

} // namespace hookworks

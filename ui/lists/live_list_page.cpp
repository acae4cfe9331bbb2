// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/live_list_page.h"

#include "query/parser.h"
#include "ui/lists/list_menus.h"
#include "ui/lists/list_search.h"
#include "ui/lists/live_table.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/search_notice.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QLocale>
#include <QStackedWidget>

namespace hookworks {

namespace {

constexpr auto filterWaits = std::chrono::milliseconds(200);

/// `3 of 1,048,576 in 12 ms`.
QString matchWords(const ListMatches& matches, qint64 all)
{
    const QLocale locale;
    const QString found = locale.toString(matches.found) + (matches.all ? QString() : QStringLiteral("+"));
    QString words = LiveListPage::tr("%1 of %2 in %3 ms")
                        .arg(found, locale.toString(std::max(all, matches.found)),
                             locale.toString(qint64(matches.took.count())));
    if (matches.notIndexed > 0)
        words +=
            LiveListPage::tr(" · %1 not in the search index yet").arg(locale.toString(matches.notIndexed));
    return words;
}

} // namespace

LiveListPage::LiveListPage(Workbench& workbench, LiveList& list, const ListWords& words, ValuesOfField values,
                           QWidget* parent)
    : PageWidget(parent)
    , m_list(list)
    , m_words(words)
    , m_language(std::move(values))
    , m_table(new LiveTable(list))
    , m_filter(new FilterField(m_language))
    , m_notice(new SearchNotice)
    , m_empty(new EmptyPage(words.emptyIcon, words.empty, words.emptyStep))
    , m_noMatch(new EmptyPage(QStringLiteral("edit-find"), words.noMatch, tr("Clear the filter")))
    , m_stack(new QStackedWidget)
    , m_menus(new ListMenus(
          workbench, *m_table, words.name, [this] { return m_filter->text(); }, this))
{
    m_table->setObjectName(words.name + QStringLiteral("Table"));
    m_table->setAccessibleName(words.title);
    m_empty->setHeading(words.emptyHeading);
    m_filter->setPlaceholder(words.filterHint);
    m_filter->setMinimumWidth(scaled(64));
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(filterWaits);
    connect(m_filter, &FilterField::changed, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(&m_filterDelay, &QTimer::timeout, this, &LiveListPage::reload);
    connect(m_filter, &FilterField::submitted, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_menus, &ListMenus::chosen, this, [this](const QString& filter) {
        m_filter->setText(filter);
        reload();
    });
    connect(m_menus, &ListMenus::failed, this, &PageWidget::said);
    connect(&m_ticker, &QTimer::timeout, this, [this] { tick(); });
    connect(m_empty, &EmptyPage::stepWanted, this,
            [this] { emit PageWidget::wanted(QStringLiteral("simulate"), {}); });
    connect(m_noMatch, &EmptyPage::stepWanted, this, [this] { clearFilter(); });
}

QStackedWidget* LiveListPage::stackAround(QWidget* around)
{
    m_stack->addWidget(around);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noMatch);
    return m_stack;
}

void LiveListPage::follow(ListSearch& search, std::chrono::milliseconds tickEvery)
{
    m_search = &search;
    m_ticker.setInterval(tickEvery);
    connect(&search, &ListSearch::changed, this, &LiveListPage::searchChanged);
    connect(&search, &ListSearch::failed, this, &PageWidget::said);
    connect(m_table, &LiveTable::releaseWanted, &search, &ListSearch::release);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const auto number = m_table->currentNumber())
            showNumber(*number);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { selectionChanged(); });
    tick();
    selectionChanged();
    reload();
}

void LiveListPage::addPageAction(QAction* action)
{
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(action);
    m_actions << action;
}

void LiveListPage::focusFilter()
{
    m_filter->setFocus();
}

void LiveListPage::clearFilter()
{
    m_filter->setText({});
    reload();
}

/// A filter that cannot be read finds nothing: no row of another one stays.
void LiveListPage::reload()
{
    if (const auto number = m_table->currentNumber())
        m_again = number;
    const QString text = m_filter->text();
    const auto query = readQuery(text);
    m_noMatch->setSentence(query ? m_words.noMatch : query.error().message());
    m_menus->follow(text);
    if (!text.isEmpty())
        countAll([this](qint64 all) {
            m_all = all;
            showMatches();
        });
    m_search->begin(query ? std::optional(*query) : std::nullopt);
}

/// Where one came to see a row, it is selected once it is there; else the one that was shown before.
void LiveListPage::searchChanged()
{
    if (m_wanted && m_list.held() > 0)
        return m_search->release(); // it may be among those that wait; this is called again
    const bool nothing = m_list.rowCount() == 0 && m_list.held() == 0 && m_list.isComplete();
    const bool filtered = !m_filter->text().isEmpty() || isNarrowed();
    m_stack->setCurrentIndex(!nothing ? 0 : m_stack->indexOf(filtered ? m_noMatch : m_empty));
    showMatches();
    m_table->selectCurrent();
    if (m_wanted) {
        if (m_table->select(*m_wanted))
            m_wanted.reset();
    } else if (m_list.rowCount() == 0) {
        if (m_list.isComplete())
            showNothing();
    } else if (!m_table->currentIndex().isValid() && !(m_again && m_table->select(*m_again))) {
        m_table->select(m_list.numberAt(0));
    }
}

void LiveListPage::showMatches()
{
    m_filter->setMatches(m_filter->text().isEmpty() ? QString() : matchWords(m_search->matches(), m_all));
}

void LiveListPage::goTo(qint64 number)
{
    m_search->release();
    m_wanted = number;
    if (m_table->select(number)) {
        m_wanted.reset();
    } else {
        m_table->selectNothing(); // what is selected is what is shown
        showNumber(number);
    }
    m_table->setFocus();
}

void LiveListPage::showEvent(QShowEvent* event)
{
    PageWidget::showEvent(event);
    tick();
    m_ticker.start();
}

void LiveListPage::hideEvent(QHideEvent* event)
{
    m_ticker.stop();
    PageWidget::hideEvent(event);
}

} // namespace hookworks

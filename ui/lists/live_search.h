// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query_row.h"
#include "ui/lists/list_search.h"
#include "ui/lists/live_list_model.h"
#include "ui/widgets/search_notice.h"
#include "workbench/listen/captures.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <set>

namespace hookworks {

/// Fills a live list with what a filter finds, page by page, and judges what comes and changes meanwhile. Of
/// most rows it is plain at once whether they belong; where a body decides, or a flood comes with its newest
/// alone, the workspace is asked, at most once a second. What is found comes as summaries, which is all that
/// a row shows; what comes and changes as records, so that more of it can be judged at once.
template <class Record, class Summary, class Row>
class LiveSearch final : public ListSearch
{
public:
    using IdType = decltype(Row::id);
    using Page = SearchPage<Summary, IdType>;
    static constexpr int pageSize = 200;
    static constexpr qint64 mostTold = 1'000'000'000;

    /// How records and their summaries are had and understood.
    struct Source
    {
        /// A page of what the query finds before that row; it may find a part of it and say where to go on.
        std::function<Answer<Page>(const Query& query, std::optional<IdType> before, int limit,
                                   const Asker& asker)>
            find;
        std::function<QueryVerdict(const Query& query, const Record& record)> judge;
        std::function<Summary(const Record& record)> summary;
        std::function<Row(const Summary& summary)> row;
    };

    /// `model` and `notice` must outlive it.
    LiveSearch(LiveListModel<Row>& model, SearchNotice& notice, Source source, QObject* parent)
        : ListSearch(parent)
        , m_model(model)
        , m_notice(notice)
        , m_source(std::move(source))
    {
        m_catchUp.setSingleShot(true);
        m_catchUp.setInterval(std::chrono::seconds(1));
        connect(&m_catchUp, &QTimer::timeout, this, [this] { catchUp(); });
        connect(&model, &LiveList::pageWanted, this, [this] { loadPage(); });
        connect(&notice, &SearchNotice::goOnWanted, this, [this] { look(m_lookedTo); });
    }

    void begin(const std::optional<Query>& query) override;
    void release() override;
    ListMatches matches() const override
    {
        return {m_model.rowCount() + m_model.held(), m_model.isComplete(), m_took, m_notIndexed};
    }

    QueryVerdict judge(const Record& record) const { return m_source.judge(m_query, record); }
    /// New or changed ones: what belongs comes in and stays, what does not goes.
    void take(const QList<Record>& records);
    void drop(const QList<IdType>& ids);
    /// So many are new that were not told.
    void miss(qint64 count);

private:
    void loadPage();
    void look(std::optional<IdType> before);
    void takePage(const Page& page);
    void doubt(IdType id)
    {
        m_doubtful.insert(id);
        wait();
    }
    void wait()
    {
        if (!m_catchUp.isActive())
            m_catchUp.start();
    }
    void catchUp();
    void settle(std::optional<IdType> before, const Page& page);
    QList<Row> rowsOf(const QList<Summary>& summaries) const;

    LiveListModel<Row>& m_model;
    SearchNotice& m_notice;
    Source m_source;
    QTimer m_catchUp;
    QElapsedTimer m_since;
    std::optional<IdType> m_lookedTo; ///< how far back it was looked; none: to the end, or not yet
    qsizetype m_found = 0;            ///< of the page that is being looked for
    std::set<IdType> m_doubtful;      ///< that only the workspace can judge
    qint64 m_missed = 0;              ///< new ones that were not told
    bool m_asks = false;              ///< they are to be asked for
    bool m_lists = true;              ///< false: the filter cannot be read, and no row belongs
    std::chrono::milliseconds m_took{0};
    qint64 m_notIndexed = 0;
    int m_serial = 0; ///< of the newest question; answers to older ones are dropped
    Asker m_asker;    ///< of the list as it was begun last
};

template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::begin(const std::optional<Query>& query)
{
    ++m_serial;
    m_asker.supersede();
    m_asker = Asker::make();
    m_missed = 0;
    m_asks = false;
    m_doubtful.clear();
    m_lookedTo.reset();
    m_notIndexed = 0;
    m_took = {};
    m_notice.begin();
    m_query = query.value_or(Query());
    m_lists = query.has_value();
    m_since.start();
    m_model.reset(!query);
    if (query)
        m_model.fetchMore({});
    emit changed();
}

template <class Record, class Summary, class Row>
QList<Row> LiveSearch<Record, Summary, Row>::rowsOf(const QList<Summary>& summaries) const
{
    QList<Row> rows;
    rows.reserve(summaries.size());
    for (const Summary& summary : summaries)
        rows << m_source.row(summary);
    return rows;
}

/// A page begins behind the last row, or farther back where nothing was found in between.
template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::loadPage()
{
    m_found = 0;
    m_notice.goOn();
    const int rows = m_model.rowCount();
    const auto last = rows > 0 ? std::optional(m_model.rowAt(rows - 1).id) : std::nullopt;
    look(last && m_lookedTo ? std::min(*last, *m_lookedTo) : last);
}

template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::look(std::optional<IdType> before)
{
    m_source.find(m_query, before, pageSize, m_asker)
        .then(this, [this, serial = m_serial](const Result<Page>& page) {
            if (serial != m_serial)
                return;
            if (page)
                return takePage(*page);
            m_model.pageFailed();
            emit failed(page.error().message);
        });
}

/// What takes longer than one answer goes on with the next, while its rows are shown.
template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::takePage(const Page& page)
{
    if (m_since.isValid()) {
        m_took = std::chrono::milliseconds(m_since.elapsed());
        m_since.invalidate();
    }
    m_found += page.rows.size();
    m_lookedTo = page.next;
    m_notIndexed = page.notIndexed;
    const bool goesOn = page.next && m_found < pageSize;
    if (goesOn)
        m_model.addPart(rowsOf(page.rows));
    else
        m_model.addPage(rowsOf(page.rows), !page.next);
    if (page.next && (goesOn || page.unreadable > 0))
        m_notice.lookedBackTo(page.next->toString(), page.unreadable);
    else if (!page.next)
        m_notice.end(page.unreadable);
    if (goesOn && !m_notice.isStopped())
        look(page.next);
    emit changed();
}

template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::take(const QList<Record>& records)
{
    if (!m_lists)
        return;
    QList<Row> belonging;
    QList<IdType> gone;
    for (const Record& record : records) {
        const Row row = m_source.row(m_source.summary(record));
        const QueryVerdict verdict = judge(record);
        if (verdict == QueryVerdict::No)
            gone << row.id;
        else if (verdict == QueryVerdict::Yes || m_model.rowOfNumber(row.id.number) >= 0)
            belonging << row;
        if (verdict == QueryVerdict::Unknown)
            doubt(row.id);
    }
    m_model.upsert(belonging);
    drop(gone);
}

template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::drop(const QList<IdType>& ids)
{
    for (const IdType id : ids)
        m_doubtful.erase(id);
    if (!ids.isEmpty())
        m_model.remove(ids);
    emit changed();
}

template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::miss(qint64 count)
{
    if (!m_lists)
        return;
    m_missed += count;
    m_asks = true;
    wait();
}

/// The newest page tells of new ones, and the stretch behind the newest doubtful row of that one.
template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::catchUp()
{
    if (!m_asks && m_doubtful.empty())
        return;
    const auto before = m_asks ? std::nullopt : std::optional(IdType{m_doubtful.rbegin()->number + 1});
    m_asks = false;
    m_source.find(m_query, before, pageSize, m_asker)
        .then(this, [this, before, serial = m_serial](const Result<Page>& page) {
            if (page && serial == m_serial)
                settle(before, *page);
        });
}

/// The page says of all rows down to where it ends whether they belong. A flood's newest page that does not
/// reach the rows that are shown leaves others between: then the list begins anew when they are released.
template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::settle(std::optional<IdType> before, const Page& page)
{
    const IdType end = page.next.value_or(IdType());
    const bool reaches = m_model.rowCount() == 0 || end <= m_model.rowAt(0).id;
    if (!before && reaches && !m_asks)
        m_missed = 0;
    const QList<Row> rows = rowsOf(page.rows);
    QList<IdType> gone;
    for (auto id = m_doubtful.lower_bound(end); id != m_doubtful.end() && (!before || *id < *before);) {
        if (std::ranges::find(rows, *id, &Row::id) == rows.end())
            gone << *id;
        id = m_doubtful.erase(id);
    }
    if (!m_doubtful.empty() || m_asks)
        wait();
    m_model.upsert(rows);
    drop(gone);
    if (m_missed > m_model.held() && m_query.isEverything())
        emit m_model.heldChanged(static_cast<int>(std::min<qint64>(m_missed, mostTold)));
}

/// After a flood the list begins anew: what lies between is read as one scrolls.
template <class Record, class Summary, class Row>
void LiveSearch<Record, Summary, Row>::release()
{
    if (m_missed > 0)
        return begin(m_query);
    m_model.release();
    emit changed();
}

} // namespace hookworks

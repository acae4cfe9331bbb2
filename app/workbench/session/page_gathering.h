// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/search_page.h"
#include "workbench/session/answer.h"

#include <QObject>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>

namespace hookworks {

constexpr std::chrono::milliseconds onePage(30); ///< of the thread on which all screens read

/// Asks for one page of a search after the other until there are as many rows as the filter wants, or no
/// more. Between the pages others are answered.
template <class Page, class Filter>
class PageGathering : public std::enable_shared_from_this<PageGathering<Page, Filter>>
{
public:
    using Find = std::function<Answer<Page>(const Filter&)>;
    /// Puts into the filter where it goes on.
    using GoOn = std::function<void(Filter&, const Page&)>;

    /// The answer is given on the thread of `home`, and not at all where that has ended.
    static Answer<Page> gathered(QObject& home, const Filter& filter, Find find, GoOn goOn)
    {
        const std::shared_ptr<PageGathering> gathering(
            new PageGathering(home, filter, std::move(find), std::move(goOn)));
        gathering->m_promise.start();
        gathering->ask();
        return gathering->m_promise.future();
    }

private:
    PageGathering(QObject& home, const Filter& filter, Find find, GoOn goOn)
        : m_home(home)
        , m_filter(filter)
        , m_find(std::move(find))
        , m_goOn(std::move(goOn))
    {
    }

    void ask()
    {
        m_find(m_filter).then(
            &m_home, [self = this->shared_from_this()](const Result<Page>& page) { self->take(page); });
    }

    void take(const Result<Page>& page)
    {
        if (!page)
            return finish(tl::unexpected<Error>(page.error()));
        m_whole.rows += page->rows;
        m_whole.unreadable += page->unreadable;
        m_whole.notIndexed = std::max(m_whole.notIndexed, page->notIndexed);
        m_whole.next = page->next;
        const bool full = m_filter.limit > 0 && page->rows.size() >= m_filter.limit;
        if (full || !page->next)
            return finish(std::move(m_whole));
        if (m_filter.limit > 0)
            m_filter.limit -= static_cast<int>(page->rows.size());
        m_goOn(m_filter, *page);
        ask();
    }

    void finish(Result<Page> whole)
    {
        m_promise.addResult(std::move(whole));
        m_promise.finish();
    }

    QObject& m_home;
    Filter m_filter;
    Find m_find;
    GoOn m_goOn;
    Page m_whole;
    QPromise<Result<Page>> m_promise;
};

} // namespace hookworks

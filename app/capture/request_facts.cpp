// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/request_facts.h"

#include <algorithm>

namespace hookworks {

namespace {

QByteArray decodedPart(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray().replace('+', ' '));
}

bool anyFits(const QByteArrayList& values, const QString& wanted)
{
    const QByteArray pattern = wanted.toUtf8();
    return std::ranges::any_of(values, [&](const QByteArray& one) { return matchesPattern(pattern, one); });
}

} // namespace

bool matchesPattern(QByteArrayView pattern, QByteArrayView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

RequestFacts::RequestFacts(QByteArrayView method, QByteArrayView target, const HeaderList& headers)
    : m_method(method)
    , m_target(target)
    , m_headers(headers)
{
}

bool RequestFacts::fit(const ReplyMatch& match)
{
    const auto queried = [this](const auto& one) { return hasQuery(one.first, one.second); };
    const auto headed = [this](const auto& one) { return hasHeader(one.first, one.second); };
    return hasMethod(match.method) && hasPath(match.path) && std::ranges::all_of(match.query, queried) &&
           std::ranges::all_of(match.header, headed);
}

bool RequestFacts::hasMethod(const QString& wanted) const
{
    return wanted.isEmpty() || matchesPattern(wanted.toUtf8(), m_method);
}

bool RequestFacts::hasPath(const QString& wanted) const
{
    return wanted.isEmpty() || matchesPattern(wanted.toUtf8(), path());
}

bool RequestFacts::hasQuery(const QString& name, const QString& wanted)
{
    return anyFits(queryValues(name), wanted);
}

bool RequestFacts::hasHeader(const QString& name, const QString& wanted) const
{
    return anyFits(headerValues(name), wanted);
}

QByteArrayView RequestFacts::path() const
{
    const qsizetype question = m_target.indexOf('?');
    const QByteArrayView whole = question < 0 ? m_target : m_target.first(question);
    const qsizetype scheme = whole.startsWith('/') ? -1 : whole.indexOf("://");
    if (scheme < 0)
        return whole;
    const qsizetype slash = whole.indexOf('/', scheme + 3);
    return slash < 0 ? QByteArrayView("/") : whole.sliced(slash);
}

QByteArrayList RequestFacts::queryValues(const QString& name)
{
    return query().values(name.toUtf8());
}

QByteArrayList RequestFacts::headerValues(const QString& name) const
{
    return m_headers.values(name.toUtf8());
}

const RequestFacts::QueryFields& RequestFacts::query()
{
    if (m_query)
        return *m_query;
    m_query.emplace();
    qsizetype begin = m_target.indexOf('?') + 1;
    while (begin > 0 && begin <= m_target.size()) {
        const qsizetype ampersand = m_target.indexOf('&', begin);
        const qsizetype end = ampersand < 0 ? m_target.size() : ampersand;
        const QByteArrayView part = m_target.sliced(begin, end - begin);
        const qsizetype equals = part.indexOf('=');
        m_query->insert(decodedPart(equals < 0 ? part : part.first(equals)),
                        equals < 0 ? QByteArray() : decodedPart(part.sliced(equals + 1)));
        begin = end + 1;
    }
    return *m_query;
}

} // namespace hookworks

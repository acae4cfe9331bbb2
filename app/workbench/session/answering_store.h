// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "workbench/session/answer.h"

namespace hookworks {

/// The store as the use cases ask it: with Answers.
class AnsweringStore
{
public:
    explicit AnsweringStore(Store& store)
        : m_store(&store)
    {
    }

    QString path() const { return m_store->path(); }
    Store::Mode mode() const { return m_store->mode(); }

    template <class Change>
    auto write(Change change) const
    {
        using Value = typename std::invoke_result_t<Change&, Writer&>::value_type;
        return Answer<Value>(m_store->write(std::move(change)));
    }
    template <class Question>
    auto read(Question question, const Asker& asker = {}) const
    {
        using Value = typename std::invoke_result_t<Question&, Reader&>::value_type;
        return Answer<Value>(m_store->read(std::move(question), asker));
    }
    template <class Question>
    auto readInBackground(Question question) const
    {
        using Value = typename std::invoke_result_t<Question&, Reader&>::value_type;
        return Answer<Value>(m_store->readInBackground(std::move(question)));
    }

private:
    Store* m_store;
};

} // namespace hookworks

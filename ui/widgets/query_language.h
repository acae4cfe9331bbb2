// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/completion.h"
#include "ui/widgets/filter_language.h"

namespace hookworks {

/// The workspace's filter language, for a filter field.
class QueryLanguage final : public FilterLanguage
{
public:
    /// `values`: what a field's completions offer beside its fixed choices; may be empty.
    explicit QueryLanguage(ValuesOfField values = {});

    QList<int> finishedTerms(const QString& text) const override;
    QList<FilterCompletion> completions(const QString& text, int cursor) const override;
    std::optional<FilterProblem> problem(const QString& text) const override;

private:
    ValuesOfField m_values;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rule_progress.h"

#include <QAbstractTableModel>

namespace hookworks {

/// What a rule matches and answers, in a cell: `POST /hook*`, `503, then 200`.
QString matchWords(const ReplyMatch& match);
QString replyWords(const ReplyRule& rule);

/// How often a rule was hit, and how often it could not be tried: `3`, `3, 2 not judged`.
QString hitsWords(const RuleProgress& progress);
/// `2 requests could not be judged: the body is no JSON.`; empty: all could be.
QString unjudgedWords(const RuleProgress& progress);

/// A listener's reply rules in order, with their hits. The first column's box switches a rule on and off.
class RulesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Name,
        Match,
        Answer,
        Hits,
        ColumnCount
    };

    explicit RulesModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const QList<ReplyRule>& rules() const { return m_rules; }
    /// Shows these; does not signal edited().
    void setRules(const QList<ReplyRule>& rules);
    /// How far the rule is; anew where that is not known.
    RuleProgress progress(int row) const { return m_progress.value(row); }
    void setProgress(const QList<RuleProgress>& progress);
    void replace(int row, const ReplyRule& rule);
    void insert(int row, const QList<ReplyRule>& rules);
    void remove(int row);
    /// Up or down by one.
    void moveBy(int row, int step);

signals:
    /// The user changed the rules.
    void edited();

private:
    QList<ReplyRule> m_rules;
    QList<RuleProgress> m_progress;
};

} // namespace hookworks

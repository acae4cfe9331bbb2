// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/captures/rules_model.h"
#include "workbench/listen/listening.h"

#include <QTableView>

class QMenu;

namespace hookworks {

/// A listener's reply rules as rows, and the tools that add, move, remove and try them. Changes go to the
/// model.
class RulesTable final : public QTableView
{
    Q_OBJECT
public:
    /// `model` outlives it.
    explicit RulesTable(RulesModel& model, QWidget* parent = nullptr);

    /// The buttons, for the row above it. Once.
    QWidget* makeTools();
    /// -1: none.
    int currentRow() const { return currentIndex().row(); }
    void addRule();

signals:
    void currentRowChanged();
    /// A new rule is the current one, to be filled in.
    void ruleAdded();
    void ruleRemoved(int row, const hookworks::ReplyRule& rule);
    /// The hits of one rule are to begin anew; nullopt: of all.
    void resetWanted(std::optional<int> row);
    /// The rules are to be tried on the last request.
    void trialWanted();

private:
    bool event(QEvent* event) override;
    void duplicateRule();
    void removeRule();
    void moveRule(int by);
    void addReady(const ReadyRules& ready);
    void fillMenu();
    template <class Act>
    QAction* addToMenu(const QString& text, const QKeySequence& keys, Act act);

    RulesModel& m_model;
    QMenu* m_more;
};

} // namespace hookworks

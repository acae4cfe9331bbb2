// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/listening.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace hookworks {

class EmptyPage;
class RuleEditor;
class RulesModel;
class Workbench;

/// The reply rules of one listener with their hits, and an editor for the chosen one. Every change takes
/// effect with the next request.
class RulesPane : public QWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit RulesPane(Workbench& workbench, QWidget* parent = nullptr);

    /// Rules that the user is editing are not overwritten by what the listener reports meanwhile.
    void showListener(const std::optional<ListenerView>& listener);

signals:
    /// A rule was removed; `undo` brings it back.
    void ruleRemoved(const QString& sentence, const std::function<void()>& undo);

private:
    QWidget* makeTable();
    void addButton(QLayout& row, const QString& text, void (RulesPane::*deed)());
    void addRule();
    void duplicateRule();
    void removeRule();
    void moveUp();
    void moveDown();
    void addReady(const ReadyRules& ready);
    void currentChanged();
    void ruleEdited();
    void store();
    void updateEmptyState();
    int currentRow() const;

    Workbench& m_workbench;
    RulesModel* m_model;
    QTableView* m_table;
    RuleEditor* m_editor;
    QStackedWidget* m_stack;
    QLabel* m_problem;
    QTimer m_storeDelay;
    std::optional<ListenerConfig> m_listener;
    int m_storing = 0; ///< changes on their way
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/listen/listening.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QStackedWidget;

namespace hookworks {

class EmptyPage;
class InlineMessage;
class TextLabel;
struct RuleTrial;
class RuleEditor;
class RulesModel;
class RulesTable;
class Workbench;

/// The reply rules of one listener with their hits, and an editor for the chosen one. Every change takes
/// effect with the next request. They can be tried on the last request, which says which one would answer it,
/// or which came nearest.
class RulesPane : public QWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit RulesPane(Workbench& workbench, QWidget* parent = nullptr);

    /// Rules that the user is editing are not overwritten by what the listener reports meanwhile.
    void showListener(const std::optional<ListenerView>& listener);
    /// The keys go to the rules, or to one that is added now: as soon as there is a listener.
    void begin(bool adds);
    /// What was edited and is not stored yet is stored now.
    void commit();
    /// The listener was removed.
    void forget(ListenerId listener);
    bool isStored() const { return !m_storeDelay.isActive() && m_storing == 0; }

signals:
    /// isStored() may say something else now.
    void storedChanged();
    /// A rule was removed; `undo` brings it back.
    void ruleRemoved(const QString& sentence, const std::function<void()>& undo);

private:
    void offerUndo(int row, const ReplyRule& rule);
    void resetHits(std::optional<int> row);
    void showUnjudged();
    void tryRules();
    void showTrial(const Result<RuleTrial>& trial);
    void currentChanged();
    void ruleEdited();
    void store();
    void stored(const ListenerConfig& config, const Result<void>& updated);
    void showDraft();
    void loadDrafts();
    void showProblem(const Result<void>& done);
    void updateEmptyState();

    Workbench& m_workbench;
    RulesModel* m_model;
    RulesTable* m_table;
    RuleEditor* m_editor;
    QStackedWidget* m_stack;
    InlineMessage *m_problem, *m_trial;
    TextLabel* m_unjudged;
    QTimer m_storeDelay;
    std::optional<ListenerConfig> m_listener;
    QMap<QString, QByteArray> m_drafts; ///< rules that were refused, by listener, to be shown with it
    std::optional<bool> m_begins;       ///< begin() waits for a listener
    bool m_refused = false;             ///< what is shown is not what the listener has
    int m_storing = 0;                  ///< changes on their way
};

} // namespace hookworks

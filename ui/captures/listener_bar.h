// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/listen/listening.h"

#include <QWidget>

#include <optional>

class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace hookworks {

class Badge;
class ElidedLabel;
class InlineMessage;
class ListenerDialog;
class Workbench;

/// The chosen listener in one line: whether it listens, its address, how much is kept and comes, its rules
/// and what can be done with it; below, while there is something to say, what went wrong.
class ListenerBar : public QWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit ListenerBar(Workbench& workbench, QWidget* parent = nullptr);

    std::optional<ListenerView> chosen() const;
    void add();
    /// `118 kept`, and more of it on hover.
    void setKept(const QString& words, const QString& sentence);
    /// The rules are shown.
    void setRulesShown(bool shown);

signals:
    /// Another listener is shown, or the one shown changed.
    void changed();
    void removed(const hookworks::ListenerConfig& listener);
    void rulesToggled(bool shown);
    void quotaWanted();

private:
    void arrange();
    void fillMenu();
    void load();
    void takeListener(const ListenerView& listener);
    void choose(qsizetype index);
    void show();
    void showProblem(const QString& words);
    void toggle();
    void edit();
    void removeChosen();
    void explainTrust();
    void ask(const ListenerConfig& config);
    void save(const ListenerConfig& config, ListenerDialog& dialog);
    void offerFreePort();
    void usePort(quint16 port);

    Workbench& m_workbench;
    QList<ListenerView> m_listeners;
    qsizetype m_chosen = 0;
    QString m_kept;
    Badge *m_state, *m_open;
    ElidedLabel *m_address, *m_counts;
    QPushButton* m_start;
    QToolButton *m_rules, *m_more;
    QMenu* m_menu;
    QAction *m_trust, *m_quota;
    InlineMessage* m_problem;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/listen/listening.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace hookworks {

class RateGraph;
class Workbench;

/// The chosen listener: its switch, address and rate, what it warns of; others are added and edited from
/// here. A banner stands as long as one is open that other machines can reach.
class ListenerBar : public QWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit ListenerBar(Workbench& workbench, QWidget* parent = nullptr);

    std::optional<ListenerView> chosen() const;
    void add();
    /// So many requests arrived: for the graph.
    void count(int requests);

signals:
    /// Another listener is shown, or the one shown changed.
    void changed();
    void said(const QString& sentence);
    void removed(const hookworks::ListenerConfig& listener);

private:
    void changeEvent(QEvent* event) override;
    void recolourBanner();
    void arrange();
    void load();
    void takeListener(const ListenerView& listener);
    void fillChoice();
    void show();
    void showProblem(const QString& words);
    void toggle();
    void edit();
    void removeChosen();
    void explainTrust();
    void save(const ListenerConfig& config);
    void offerFreePort();
    void useFreePort();

    Workbench& m_workbench;
    QList<ListenerView> m_listeners;
    QComboBox* m_choice;
    QPushButton *m_switch, *m_usePort, *m_trust;
    QLabel *m_address, *m_counts, *m_banner, *m_problem;
    RateGraph* m_rate;
    QToolButton* m_more;
    QTimer m_second;
    quint16 m_freePort = 0;
};

} // namespace hookworks

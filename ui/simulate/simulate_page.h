// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/page_widget.h"
#include "workbench/design/designer.h"
#include "workbench/simulate/simulator.h"

#include <QMap>
#include <QPointer>
#include <QTimer>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace hookworks {

class EmptyPage;
class RequestList;
class Workbench;

/// Plays the report platform: choose a report and an event, see each request before it goes, send.
class SimulatePage : public PageWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit SimulatePage(Workbench& workbench, QWidget* parent = nullptr);

    /// A report's id chooses it.
    void go(const PagePlace& place) override;
    QList<QAction*> pageActions() const override { return m_actions; }

private:
    QWidget* makeForm();
    QWidget* makeFoot();
    void makeActions();
    void loadReports();
    void showReports(const QList<Report>& reports);
    void reportChosen();
    void eventChosen();
    void preview();
    EventChoice choice() const;
    const EventInfo* chosenEvent() const;
    QString draftKey() const;
    void keepDraft();
    void loadDrafts();
    void dropStaleDrafts();

    void send() { sendCount(1); }
    void sendMany();
    void sendCount(int count);
    void runTask();
    void showStep(const TaskProgress& progress);
    void runEnded(const Result<QList<Delivery>>& deliveries);
    void showSent(const Result<QList<Delivery>>& deliveries);
    void updateButtons();

    Workbench& m_workbench;
    QStackedWidget* m_stack;
    EmptyPage* m_empty;
    QFormLayout* m_form = nullptr;
    QComboBox *m_report, *m_event, *m_outcome;
    QLineEdit* m_error;
    QLabel *m_errorPrefix, *m_result, *m_steps;
    QProgressBar* m_progress;
    QSpinBox* m_count;
    QDoubleSpinBox* m_duration;
    QPushButton *m_send, *m_sendMany, *m_run, *m_open;
    RequestList* m_requests;
    QList<Report> m_reports;
    QList<EventInfo> m_events;
    QMap<QString, QByteArray> m_bodies; ///< edited ones, by draftKey()
    QList<QAction*> m_actions;
    QTimer m_previewDelay;
    QPointer<TaskRun> m_running;
    QStringList m_stepWords;
    std::optional<ReportId> m_wanted;
    QString m_lastDelivery;
    int m_serial = 0; ///< of the newest preview asked for
    bool m_sending = false;
};

} // namespace hookworks

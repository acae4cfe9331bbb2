// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulate/chosen_events.h"
#include "ui/simulate/simulate_form.h"
#include "ui/widgets/page_widget.h"
#include "workbench/simulate/schedule_plan.h"

#include <QTimer>

class QStackedWidget;

namespace hookworks {

class CoverageModel;
class CoverageView;
struct DeliveryChanges;
class EventPayload;
class EventSending;
class ForecastView;
class InlineMessage;
class RequestView;
struct SampleBody;
enum class PayloadKind;
class SimulateBar;
class Workbench;

/// Plays the report platform: which event goes to which webhook, what came of it, what will happen and the
/// very request, before one presses Send.
class SimulatePage final : public PageWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit SimulatePage(Workbench& workbench, QWidget* parent = nullptr);

    /// A report's id chooses it.
    void go(const PagePlace& place) override;
    QList<QAction*> pageActions() const override;
    PageBarContent barContent() override;

private:
    struct Actions
    {
        QAction *send, *missing, *newTask, *edit;
    };
    /// A task or a schedule.
    struct Running
    {
        std::optional<int> reached; ///< steps of the task, runs of the schedule; none: it was not run
        WorkTime began;
        QList<ScheduledRun> runs; ///< of the schedule, as last asked for
        QString problem;          ///< why there is none
    };

    Actions makeActions();
    void arrange();
    void watch();
    void loadReports();
    void showReports(const QList<Report>& reports);
    void reportChosen();
    void loadWebhooks();
    void takeDeliveries(const DeliveryChanges& changes);
    void eventChosen();
    std::optional<Report> report() const;
    void preview();
    void takePreview(const Result<EventPreview>& preview);
    void showForecast(const QList<RequestPreview>& requests);
    void planSchedule();
    void showReceiver();
    void setPayload(PayloadKind kind);
    void compare(const SampleBody& sample);
    void renewTaskId();
    void send();
    void showEnded(const Result<QList<Delivery>>& deliveries);
    void updateActions();

    Workbench& m_workbench;
    CoverageModel* m_model;
    CoverageView* m_coverage;
    SimulateForm* m_form;
    ForecastView* m_forecast;
    RequestView* m_request;
    EventSending* m_sending;
    InlineMessage* m_message;
    EventPayload* m_payload;
    QStackedWidget* m_stack;
    SimulateBar* m_bar;
    ChosenEvents m_choices;
    Actions m_actions;
    QTimer m_delay; ///< of the next preview
    QList<Report> m_reports;
    QList<RequestPreview> m_requests; ///< those that are ticked, as last previewed
    std::optional<ReportId> m_wanted;
    RealTime m_occursAt; ///< as previewed
    Running m_running;
    int m_serial = 0; ///< of the newest preview asked for
};

} // namespace hookworks

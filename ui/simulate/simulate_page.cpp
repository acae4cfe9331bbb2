// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulate_page.h"

#include "ui/inspect/compare_dialog.h"
#include "ui/simulate/coverage_view.h"
#include "ui/simulate/event_payload.h"
#include "ui/simulate/event_sending.h"
#include "ui/simulate/forecast_view.h"
#include "ui/simulate/receiver_field.h"
#include "ui/simulate/request_view.h"
#include "ui/simulate/simulate_bar.h"
#include "ui/simulate/simulate_texts.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/form.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/result_words.h"
#include "ui/widgets/state_mark.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/listen/listening.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"
#include "workbench/simulate/samples.h"

#include <QAction>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr auto previewWaits = std::chrono::milliseconds(120);

PairResult resultOf(const DeliveryRecord& record)
{
    return {record.delivery.id, stateKind(record.delivery.state),
            resultWords(record.delivery, record.attempts)};
}

} // namespace

SimulatePage::SimulatePage(Workbench& workbench, QWidget* parent)
    : PageWidget(parent)
    , m_workbench(workbench)
    , m_model(new CoverageModel(this))
    , m_coverage(new CoverageView(*m_model))
    , m_form(new SimulateForm)
    , m_forecast(new ForecastView)
    , m_request(new RequestView)
    , m_sending(new EventSending(workbench.simulator(), this))
    , m_message(new InlineMessage)
    , m_payload(new EventPayload(workbench, *m_form, *m_message, this))
    , m_stack(new QStackedWidget)
    , m_bar(new SimulateBar(workbench.providers()))
    , m_choices(*m_bar, *m_form, *m_model, m_payload->sources())
    , m_actions(makeActions())
{
    arrange();
    watch();
    m_form->setSpeed(workbench.clock().state().speed);
    updateActions(); // nothing can be sent before the reports are there
    m_payload->load();
}

void SimulatePage::arrange()
{
    auto* settings = new QWidget;
    auto* left = new QVBoxLayout(settings);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    left->addWidget(m_form);
    left->addWidget(m_forecast, 1);
    auto* scroll = scrolling(settings);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* event = new QWidget;
    auto* pane = new QVBoxLayout(event);
    pane->setContentsMargins(0, 0, 0, 0);
    pane->setSpacing(0);
    auto* header = new PaneHeader(tr("Event"));
    header->setLineAbove(true);
    pane->addWidget(header);
    pane->addWidget(scroll, 1);
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("simulateSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(event);
    splitter->addWidget(m_request);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({scaled(344), scaled(792)}); // labels beside fields
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_coverage);
    column->addWidget(splitter, 1);
    auto* empty = new EmptyPage(QStringLiteral("x-office-document"),
                                tr("An event belongs to a report. Create one first."), tr("Create a report"));
    empty->setHeading(tr("No reports yet"));
    connect(empty, &EmptyPage::stepWanted, this, [this] { emit wanted(QStringLiteral("reports"), {}); });
    m_stack->addWidget(page);
    m_stack->addWidget(empty);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    setFocusProxy(m_coverage);
}

void SimulatePage::watch()
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(previewWaits);
    const auto previewSoon = qOverload<>(&QTimer::start);
    connect(&m_delay, &QTimer::timeout, this, &SimulatePage::preview);
    connect(m_bar, &SimulateBar::reportChosen, this, &SimulatePage::reportChosen);
    connect(m_bar, &SimulateBar::modeChosen, this, [this] {
        m_form->setMode(m_bar->mode());
        m_running = {};
        m_delay.start();
    });
    connect(m_bar, &SimulateBar::countChanged, &m_delay, previewSoon);
    connect(m_model, &CoverageModel::ticksChanged, &m_delay, previewSoon);
    connect(m_coverage, &CoverageView::currentChanged, this, [this] {
        m_form->setEvent(m_coverage->eventName());
        eventChosen();
    });
    connect(m_coverage, &CoverageView::missingWanted, m_actions.missing, &QAction::trigger);
    connect(m_form, &SimulateForm::eventChosen, m_coverage, &CoverageView::setEvent);
    connect(m_form, &SimulateForm::changed, &m_delay, previewSoon);
    connect(m_form, &SimulateForm::newTaskIdWanted, this, &SimulatePage::renewTaskId);
    connect(&m_form->payload(), &PayloadChoice::kindChosen, this, &SimulatePage::setPayload);
    connect(m_payload, &EventPayload::changed, &m_delay, previewSoon);
    connect(m_payload, &EventPayload::comparisonWanted, this, &SimulatePage::compare);
    connect(m_form, &SimulateForm::speedChosen, this,
            [this](double speed) { m_workbench.clock().setSpeed(speed); });
    connect(m_request, &RequestView::ownPayloadWanted, this,
            [this](bool own) { setPayload(own ? PayloadKind::Own : PayloadKind::Generated); });
    connect(m_request, &RequestView::payloadEdited, this, [this](const QByteArray& payload) {
        m_payload->setOwn(payload);
        m_delay.start();
    });
    connect(m_request, &RequestView::webhookWanted, this,
            [this] { emit wanted(QStringLiteral("webhooks"), {}); });
    connect(m_payload, &EventPayload::loaded, this, &SimulatePage::loadReports);
    connect(m_sending, &EventSending::busyChanged, this, &SimulatePage::updateActions);
    connect(m_sending, &EventSending::ended, this, &SimulatePage::showEnded);
    connect(m_sending, &EventSending::stepReached, this, [this](int steps) {
        m_running.reached = steps;
        showForecast(m_requests);
    });
    connect(&m_workbench.designer(), &Designer::reportsChanged, this, &SimulatePage::loadReports);
    connect(&m_workbench.designer(), &Designer::webhooksChanged, this, &SimulatePage::loadWebhooks);
    connect(&m_workbench.deliveries(), &Deliveries::changed, this, &SimulatePage::takeDeliveries);
    connect(&m_workbench.listening(), &Listening::urlChanged, &m_delay, previewSoon);
    connect(&m_workbench.clock(), &ClockControl::changed, this, [this](const ClockState& clock) {
        m_form->setSpeed(clock.speed);
        showForecast(m_requests);
    });
}

SimulatePage::Actions SimulatePage::makeActions()
{
    const auto add = [this](const QString& text, const QList<QKeySequence>& keys, auto act) {
        auto* action = new QAction(text, this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        return action;
    };
    Actions actions{};
    actions.send = add(tr("Send"), {tr("Ctrl+Return"), tr("Ctrl+Enter")},
                       [this] { m_sending->isTaskRunning() ? m_sending->stopTask() : send(); });
    actions.send->setObjectName(QStringLiteral("simulateSend"));
    actions.missing = add(tr("Send what is missing"), {}, [this] { m_sending->send(m_choices.missing()); });
    actions.newTask = add(tr("Take a new task id"), {}, [this] { renewTaskId(); });
    actions.edit =
        add(tr("Edit the payload before sending"), {tr("Ctrl+E")}, [this] { setPayload(PayloadKind::Own); });
    return actions;
}

QList<QAction*> SimulatePage::pageActions() const
{
    return {m_actions.send, m_actions.missing, m_actions.newTask, m_actions.edit};
}

PageBarContent SimulatePage::barContent()
{
    for (QWidget* part : m_bar->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        part->addAction(m_actions.send); // the bar is not below the page: its keys work there too
    PageBarContent content;
    content.filter = m_bar;
    content.primary = m_actions.send;
    return content;
}

void SimulatePage::loadReports()
{
    m_workbench.designer().reports().then(this, [this](const Result<QList<Report>>& reports) {
        if (reports)
            showReports(*reports);
        else
            m_message->tell(reports.error().message, Severity::Error);
    });
}

void SimulatePage::showReports(const QList<Report>& reports)
{
    m_reports = reports;
    m_payload->setReports(reports);
    m_stack->setCurrentIndex(reports.isEmpty() ? 1 : 0);
    m_bar->setReports(reports, m_wanted);
    m_wanted.reset();
    reportChosen();
}

std::optional<Report> SimulatePage::report() const
{
    const auto found = std::ranges::find(m_reports, m_bar->report(), &Report::id);
    return found == m_reports.end() ? std::nullopt : std::optional(*found);
}

void SimulatePage::go(const PagePlace& place)
{
    const std::optional<ReportId> report = ReportId::parse(place.id);
    if (!report)
        return;
    if (!m_bar->chooseReport(*report))
        m_wanted = report;
}

void SimulatePage::reportChosen()
{
    const auto chosen = report();
    const auto provider = chosen ? m_workbench.providers().find(chosen->provider) : std::nullopt;
    m_payload->setReport(chosen);
    m_form->setEvents(provider ? provider->events : QList<EventInfo>());
    m_running = {};
    renewTaskId();
    loadWebhooks();
}

void SimulatePage::loadWebhooks()
{
    m_workbench.designer().webhooks().then(this, [this](const Result<QList<Webhook>>& all) {
        const auto chosen = report();
        const auto provider = chosen ? m_workbench.providers().find(chosen->provider) : std::nullopt;
        if (!provider)
            return;
        QList<Webhook> serving;
        for (const Webhook& webhook : all.value_or(QList<Webhook>())) {
            if (webhook.provider == chosen->provider && (!webhook.report || webhook.report == chosen->id))
                serving << webhook;
        }
        QStringList events;
        for (const EventInfo& event : provider->events)
            events << event.name;
        m_model->setPairs(events, serving);
        m_coverage->setEvent(m_form->eventName());
        eventChosen();
        m_workbench.simulator()
            .newestOf(m_model->pairs())
            .then(this, [this](const Result<QMap<EventPair, DeliveryRecord>>& newest) {
                for (const auto& [pair, record] :
                     newest.value_or(QMap<EventPair, DeliveryRecord>()).asKeyValueRange())
                    m_model->setResult(pair, resultOf(record));
                updateActions();
            });
    });
}

void SimulatePage::takeDeliveries(const DeliveryChanges& changes)
{
    for (const DeliveryRecord& record : changes.records) {
        if (record.delivery.webhook)
            m_model->setResult({*record.delivery.webhook, record.delivery.event}, resultOf(record));
    }
    updateActions();
}

void SimulatePage::eventChosen()
{
    m_payload->showEvent();
    m_delay.start();
}

void SimulatePage::preview()
{
    updateActions();
    if (!report() || m_form->eventName().isEmpty())
        return;
    m_occursAt = m_workbench.clock().realNow();
    if (m_bar->mode() == SimulateMode::Schedule)
        planSchedule();
    EventChoice wanted = m_choices.event(m_form->eventName(), m_occursAt);
    wanted.webhooks = m_choices.ticked();
    const auto shown = m_coverage->webhook();
    if (shown && !wanted.webhooks.contains(shown->id))
        wanted.webhooks << shown->id;
    if (wanted.webhooks.isEmpty())
        return m_request->showNothing(tr("No webhook takes this event."), true);
    m_workbench.simulator().preview(wanted).then(
        this, [this, serial = ++m_serial](const Result<EventPreview>& preview) {
            if (serial == m_serial)
                takePreview(preview);
        });
}

void SimulatePage::takePreview(const Result<EventPreview>& preview)
{
    if (!preview)
        return m_request->showNothing(preview.error().message, false);
    const QList<WebhookId> ticked = m_choices.ticked();
    const auto shown = m_coverage->webhook();
    m_requests.clear();
    for (const RequestPreview& request : preview->requests) {
        if (ticked.contains(request.webhook.id))
            m_requests << request;
        if (shown && request.webhook.id == shown->id)
            m_request->show(request, m_payload->own());
    }
    m_form->setTaskIdTold(preview->tellsTaskId);
    showReceiver();
    showForecast(m_requests);
}

void SimulatePage::showForecast(const QList<RequestPreview>& requests)
{
    ForecastFacts facts{requests, {}, m_form->receiver().behaviour(), m_workbench.clock().now()};
    const QList<ListenerView> listeners = m_workbench.listening().known();
    for (const RequestPreview& request : requests) {
        if (builtInReceiver(request.request.url, listeners))
            facts.behaving << request.webhook.id;
    }
    if (m_bar->mode() == SimulateMode::OneEvent)
        return m_forecast->show(forecastOfEvent(facts, m_bar->count()));
    if (m_bar->mode() == SimulateMode::Schedule) {
        if (!m_running.problem.isEmpty())
            return m_forecast->show({{}, m_running.problem});
        return m_forecast->show(forecastOfSchedule(facts, m_running.runs,
                                                   report().value_or(Report()).schedule.zone,
                                                   m_workbench.clock().state().speed, m_running.reached));
    }
    if (m_bar->mode() == SimulateMode::WholeTask) {
        const auto steps = runSteps(m_workbench.providers().catalogue(), report().value_or(Report()).provider,
                                    m_form->outcome());
        if (m_running.reached)
            facts.now = m_running.began;
        return m_forecast->show(
            forecastOfTask(facts, steps.value_or(QList<RunStep>()), m_form->duration(), m_running.reached));
    }
    QList<std::pair<QString, int>> sent;
    for (int row = 0; row < m_model->rowCount(); ++row)
        sent << std::pair(m_model->eventAt(row),
                          static_cast<int>(m_model->ticked(m_model->eventAt(row)).size()) * m_bar->count());
    m_forecast->show(forecastOfMatrix(facts, sent));
}

/// A behaviour can be chosen where a built-in listener gets any of it.
void SimulatePage::showReceiver()
{
    const QList<ListenerView> listeners = m_workbench.listening().known();
    QStringList outside;
    for (const RequestPreview& request : std::as_const(m_requests)) {
        if (!builtInReceiver(request.request.url, listeners))
            outside << request.webhook.name;
    }
    const bool possible = outside.size() < m_requests.size();
    m_form->receiver().setPossible(possible ? QString()
                                            : receiverProblem(m_workbench.listening().url().has_value()),
                                   outside.isEmpty() ? QString() : receiverNote(outside));
}

void SimulatePage::setPayload(PayloadKind kind)
{
    if (!report() || m_bar->mode() != SimulateMode::OneEvent)
        return;
    m_payload->choose(kind, m_request->payloadToEdit());
    m_request->setPayload(m_payload->own());
    preview();
}

/// With what would be generated now for the same event.
void SimulatePage::compare(const SampleBody& sample)
{
    EventChoice generated = m_choices.event(m_form->eventName(), m_occursAt);
    generated.body.reset();
    m_workbench.simulator().preview(generated).then(
        this, [this, sample](const Result<EventPreview>& preview) {
            if (!preview)
                return m_message->tell(preview.error().message, Severity::Error);
            const NamedBody kept{tr("Sample “%1”").arg(sample.name), sample.body, sample.createdAt};
            const NamedBody made{tr("Generated"), preview->payload, m_workbench.clock().realNow()};
            (new CompareDialog(m_workbench, kept, made, report().value_or(Report()).provider, this))->open();
        });
}

void SimulatePage::renewTaskId()
{
    m_form->setTaskId(m_workbench.simulator().newTaskId());
    m_delay.start();
}

void SimulatePage::send()
{
    if (!m_actions.send->isEnabled())
        return;
    m_message->clear();
    if (m_bar->mode() == SimulateMode::OneEvent)
        return m_sending->send({m_choices.event(m_form->eventName(), m_occursAt)});
    if (m_bar->mode() == SimulateMode::Matrix)
        return m_sending->send(m_choices.tickedEvents(m_occursAt));
    m_running.began = m_workbench.clock().now();
    if (m_bar->mode() == SimulateMode::Schedule)
        m_sending->runSchedule(m_choices.schedule(report().value_or(Report()).schedule.zone));
    else
        m_sending->run(m_choices.task());
}

/// What the schedule has in its window is listed first; what cannot be run says why.
void SimulatePage::planSchedule()
{
    m_workbench.simulator()
        .scheduledRuns(m_choices.schedule(report().value_or(Report()).schedule.zone))
        .then(this, [this](const Result<QList<ScheduledRun>>& runs) {
            m_running.runs = runs.value_or(QList<ScheduledRun>());
            m_running.problem = runs ? QString() : runs.error().message;
            showForecast(m_requests);
            updateActions();
        });
}

void SimulatePage::showEnded(const Result<QList<Delivery>>& deliveries)
{
    if (!deliveries)
        return m_message->tell(deliveries.error().message, Severity::Error);
    if (!m_form->keepsTaskId())
        renewTaskId();
    if (deliveries->isEmpty())
        return m_message->tell(tr("Nothing was sent."), Severity::Warning);
    const QString last = deliveries->last().id.toString();
    m_message->tell(sentWords(*deliveries), Severity::Note,
                    {tr("Show the deliveries"),
                     [this, last] { emit wanted(QStringLiteral("deliveries"), PagePlace{last}); }});
}

void SimulatePage::updateActions()
{
    const bool running = m_sending->isTaskRunning();
    const bool schedule = m_bar->mode() == SimulateMode::Schedule;
    const bool can = report() && !m_choices.ticked().isEmpty() && !m_sending->isBusy() &&
                     (!schedule || !m_running.runs.isEmpty());
    m_actions.send->setEnabled(running || can);
    m_actions.send->setText(running                                    ? tr("Stop")
                            : m_bar->mode() == SimulateMode::WholeTask ? tr("Run the task")
                            : schedule                                 ? tr("Run the schedule")
                                                                       : tr("Send"));
    m_actions.missing->setEnabled(!m_sending->isBusy() && !m_model->coverage().missing.isEmpty());
    m_actions.edit->setEnabled(m_bar->mode() == SimulateMode::OneEvent && report().has_value());
    QList<int> webhooksOfEvents;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString event = m_model->eventAt(row);
        if (m_bar->mode() != SimulateMode::OneEvent || event == m_form->eventName())
            webhooksOfEvents << static_cast<int>(m_model->ticked(event).size());
    }
    const bool events = m_bar->mode() == SimulateMode::OneEvent || m_bar->mode() == SimulateMode::Matrix;
    m_bar->setNote(events     ? countWords(webhooksOfEvents, m_bar->count())
                   : schedule ? runCountWords(m_running.runs.size())
                              : QString());
}

} // namespace hookworks

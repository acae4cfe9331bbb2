// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulate_page.h"

#include "ui/simulate/request_list.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"
#include "workbench/design/drafts.h"
#include "workbench/listen/listening.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr auto previewWaits = std::chrono::milliseconds(120);

QLabel* quietLabel(const QString& text)
{
    QLabel* label = wrappedLabel();
    label->setText(text);
    label->setFont(captionFont(label->font()));
    return label;
}

} // namespace

SimulatePage::SimulatePage(Workbench& workbench, QWidget* parent)
    : PageWidget(parent)
    , m_workbench(workbench)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyPage(QStringLiteral("text-x-generic"),
                            tr("An event belongs to a report. Create one first."), tr("Create a report")))
    , m_report(new QComboBox)
    , m_event(new QComboBox)
    , m_outcome(new QComboBox)
    , m_error(new QLineEdit)
    , m_errorPrefix(quietLabel({}))
    , m_result(wrappedLabel())
    , m_steps(wrappedLabel())
    , m_progress(new QProgressBar)
    , m_count(new QSpinBox)
    , m_duration(new QDoubleSpinBox)
    , m_send(new QPushButton(tr("Send")))
    , m_sendMany(new QPushButton(tr("Send many")))
    , m_run(new QPushButton(tr("Run the whole task")))
    , m_open(new QPushButton(tr("Show the deliveries")))
    , m_requests(new RequestList)
{
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("simulateSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeForm());
    splitter->addWidget(m_requests);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({330, 800});
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter, 1);
    column->addWidget(makeFoot());
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(12, 12, 12, 12);
    all->addWidget(m_stack);
    makeActions();
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(previewWaits);
    connect(&m_previewDelay, &QTimer::timeout, this, &SimulatePage::preview);
    connect(m_empty, &EmptyPage::stepWanted, this, [this] { emit wanted(QStringLiteral("reports"), {}); });
    connect(m_requests, &RequestList::webhookWanted, this,
            [this] { emit wanted(QStringLiteral("webhooks"), {}); });
    connect(m_requests, &RequestList::changed, this, &SimulatePage::updateButtons);
    connect(m_requests, &RequestList::bodyEdited, this, &SimulatePage::keepDraft);
    connect(&m_workbench.designer(), &Designer::reportsChanged, this, &SimulatePage::loadReports);
    connect(&m_workbench.designer(), &Designer::webhooksChanged, &m_previewDelay,
            qOverload<>(&QTimer::start));
    connect(&m_workbench.listening(), &Listening::urlChanged, &m_previewDelay, qOverload<>(&QTimer::start));
    updateButtons();
    loadDrafts();
}

QWidget* SimulatePage::makeForm()
{
    m_report->setAccessibleName(tr("Report"));
    m_event->setAccessibleName(tr("Event"));
    m_outcome->setAccessibleName(tr("Outcome"));
    m_error->setAccessibleName(tr("Error"));
    m_error->setPlaceholderText(tr("out of memory"));
    m_duration->setAccessibleName(tr("Duration of the task"));
    m_duration->setRange(0, 86'400);
    m_duration->setDecimals(1);
    m_duration->setValue(5);
    m_duration->setSuffix(tr(" s"));
    for (QComboBox* box : {m_report, m_event, m_outcome}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(16);
    }
    auto* side = new QWidget;
    m_form = new QFormLayout(side);
    m_form->setContentsMargins(0, 0, 12, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("Report"), m_report);
    m_form->addRow(tr("Event"), m_event);
    m_form->addRow(tr("Outcome"), m_outcome);
    m_form->addRow(tr("Error"), m_error);
    m_form->addRow({}, m_errorPrefix);
    m_form->addItem(new QSpacerItem(0, 16));
    m_form->addRow(tr("Task takes"), m_duration);
    m_form->addRow({}, quietLabel(tr("On the workbench's clock, for the whole task.")));
    m_form->addRow({}, m_run);
    m_form->addRow(m_steps);
    m_form->addRow(m_progress);
    m_progress->hide();
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the task"));
    connect(m_report, &QComboBox::currentIndexChanged, this, &SimulatePage::reportChosen);
    connect(m_event, &QComboBox::currentIndexChanged, this, &SimulatePage::eventChosen);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &SimulatePage::eventChosen);
    connect(m_error, &QLineEdit::textChanged, &m_previewDelay, qOverload<>(&QTimer::start));
    connect(m_run, &QPushButton::clicked, this, &SimulatePage::runTask);
    return side;
}

QWidget* SimulatePage::makeFoot()
{
    m_count->setRange(2, 10'000);
    m_count->setValue(10);
    m_count->setAccessibleName(tr("How many"));
    m_result->setObjectName(QStringLiteral("simulateResult"));
    m_open->hide();
    m_send->setDefault(true);
    m_send->setObjectName(QStringLiteral("simulateSend"));
    m_send->setToolTip(tr("Ctrl+Enter"));
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 8, 0, 0);
    row->addWidget(m_result, 1);
    row->addWidget(m_open);
    row->addSpacing(16);
    row->addWidget(m_count);
    row->addWidget(m_sendMany);
    row->addSpacing(8);
    row->addWidget(m_send);
    connect(m_send, &QPushButton::clicked, this, &SimulatePage::send);
    connect(m_sendMany, &QPushButton::clicked, this, &SimulatePage::sendMany);
    connect(m_open, &QPushButton::clicked, this,
            [this] { emit wanted(QStringLiteral("deliveries"), PagePlace{m_lastDelivery}); });
    return foot;
}

void SimulatePage::makeActions()
{
    const auto add = [this](const QString& text, const QList<QKeySequence>& keys,
                            void (SimulatePage::*deed)()) {
        auto* action = new QAction(text, this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, deed);
        addAction(action);
        m_actions << action;
    };
    add(tr("Send the event"),
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
        &SimulatePage::send);
    add(tr("Send many events"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return)},
        &SimulatePage::sendMany);
    add(tr("Run the whole task"), {}, &SimulatePage::runTask);
}

void SimulatePage::loadReports()
{
    m_workbench.designer().reports().then(this, [this](const Result<QList<Report>>& reports) {
        if (reports)
            showReports(*reports);
        else
            emit said(reports.error().message);
    });
}

void SimulatePage::showReports(const QList<Report>& reports)
{
    const QVariant chosen = m_wanted ? QVariant(m_wanted->number) : m_report->currentData();
    m_reports = reports;
    dropStaleDrafts();
    m_stack->setCurrentIndex(reports.isEmpty() ? 1 : 0);
    {
        const QSignalBlocker quiet(m_report);
        m_report->clear();
        for (const Report& report : reports) {
            const std::optional<ProviderInfo> provider = Designer::provider(report.provider);
            m_report->addItem(provider ? tr("%1 (%2)").arg(report.name, provider->title) : report.name,
                              report.id.number);
        }
        m_report->setCurrentIndex(std::max(0, m_report->findData(chosen)));
    }
    m_wanted.reset();
    reportChosen();
}

void SimulatePage::go(const PagePlace& place)
{
    const std::optional<ReportId> report = ReportId::parse(place.id);
    if (!report)
        return;
    const int known = m_report->findData(report->number);
    if (known >= 0)
        m_report->setCurrentIndex(known);
    else
        m_wanted = report;
}

void SimulatePage::reportChosen()
{
    const int index = m_report->currentIndex();
    const std::optional<ProviderInfo> provider =
        index >= 0 && index < m_reports.size() ? Designer::provider(m_reports[index].provider) : std::nullopt;
    m_events = provider ? provider->events : QList<EventInfo>();
    const QString before = m_event->currentData().toString();
    {
        const QSignalBlocker quiet(m_event);
        m_event->clear();
        for (const EventInfo& event : std::as_const(m_events))
            m_event->addItem(event.name, event.name);
        m_event->setCurrentIndex(std::max(0, m_event->findData(before)));
    }
    eventChosen();
}

const EventInfo* SimulatePage::chosenEvent() const
{
    const auto found = std::ranges::find(m_events, m_event->currentData().toString(), &EventInfo::name);
    return found == m_events.end() ? nullptr : &*found;
}

/// Outcome and error are asked for only where the event has them.
void SimulatePage::eventChosen()
{
    const EventInfo* const chosen = chosenEvent();
    const QStringList outcomes = chosen ? chosen->outcomes : QStringList();
    const QString before = m_outcome->currentText();
    {
        const QSignalBlocker quiet(m_outcome);
        m_outcome->clear();
        m_outcome->addItems(outcomes);
        m_outcome->setCurrentIndex(std::max(0, m_outcome->findText(before)));
    }
    const bool fails =
        chosen && !chosen->errorPrefix.isEmpty() && m_outcome->currentText() == QStringLiteral("failure");
    m_form->setRowVisible(m_outcome, !outcomes.isEmpty());
    m_form->setRowVisible(m_error, fails);
    m_form->setRowVisible(m_errorPrefix, fails);
    if (chosen)
        m_errorPrefix->setText(tr("Sent as “%1…”").arg(chosen->errorPrefix));
    m_event->setToolTip(chosen ? plainToolTip(chosen->title) : QString());
    const auto edited = m_bodies.constFind(draftKey());
    m_requests->setEditedBody(edited == m_bodies.cend() ? std::nullopt : std::optional(*edited));
    m_previewDelay.start();
}

/// Each event of each report has an edited body of its own.
QString SimulatePage::draftKey() const
{
    return QStringLiteral("simulate/%1/%2/%3")
        .arg(ReportId{m_report->currentData().toLongLong()}.toString(), m_event->currentData().toString(),
             m_outcome->currentText());
}

void SimulatePage::keepDraft()
{
    const std::optional<QByteArray> body = m_requests->editedBody();
    if (body) {
        m_bodies.insert(draftKey(), *body);
        m_workbench.drafts().put(draftKey(), *body);
    } else {
        m_bodies.remove(draftKey());
        m_workbench.drafts().remove(draftKey());
    }
}

void SimulatePage::loadDrafts()
{
    m_workbench.drafts()
        .startingWith(QStringLiteral("simulate/"))
        .then(this, [this](const Result<QMap<QString, QByteArray>>& drafts) {
            m_bodies = drafts.value_or(QMap<QString, QByteArray>());
            loadReports();
        });
}

/// Of reports that have gone.
void SimulatePage::dropStaleDrafts()
{
    for (const QString& key : m_bodies.keys()) {
        const auto of = [&key](const Report& report) {
            return key.section(u'/', 1, 1) == report.id.toString();
        };
        if (std::ranges::any_of(m_reports, of))
            continue;
        m_bodies.remove(key);
        m_workbench.drafts().remove(key);
    }
}

EventChoice SimulatePage::choice() const
{
    EventChoice choice;
    choice.report = ReportId{m_report->currentData().toLongLong()};
    choice.event = m_event->currentData().toString();
    choice.outcome = m_outcome->currentText();
    if (m_form->isRowVisible(m_error))
        choice.error = m_error->text().trimmed();
    return choice;
}

void SimulatePage::preview()
{
    if (m_report->currentIndex() < 0 || !chosenEvent())
        return;
    m_workbench.simulator().preview(choice()).then(
        this, [this, serial = ++m_serial](const Result<EventPreview>& preview) {
            if (serial != m_serial)
                return;
            if (preview)
                m_requests->showPreview(*preview);
            else
                m_requests->showProblem(preview.error().message);
        });
}

void SimulatePage::updateButtons()
{
    const bool can = m_requests->canSend() && !m_sending;
    m_send->setEnabled(can);
    m_sendMany->setEnabled(can);
    m_run->setText(m_running ? tr("Stop the task") : tr("Run the whole task"));
    m_run->setEnabled(m_running || m_report->currentIndex() >= 0);
}

void SimulatePage::sendMany()
{
    sendCount(m_count->value());
}

void SimulatePage::sendCount(int count)
{
    if (!m_send->isEnabled())
        return;
    EventChoice wanted = choice();
    wanted.webhooks = m_requests->chosen();
    wanted.body = m_requests->editedBody();
    wanted.count = count;
    m_sending = true;
    updateButtons();
    m_workbench.simulator().send(wanted).then(this, [this](const Result<QList<Delivery>>& deliveries) {
        m_sending = false;
        updateButtons();
        showSent(deliveries);
    });
}

void SimulatePage::showSent(const Result<QList<Delivery>>& deliveries)
{
    if (!deliveries) {
        m_result->setText(deliveries.error().message);
        return;
    }
    m_open->setVisible(!deliveries->isEmpty());
    if (deliveries->isEmpty())
        return;
    m_lastDelivery = deliveries->last().id.toString();
    const QString first = deliveries->first().id.toString();
    m_result->setText(deliveries->size() == 1 ? tr("Delivery %1 is on its way.").arg(first)
                                              : tr("%1 deliveries are on their way, %2 to %3.")
                                                    .arg(deliveries->size())
                                                    .arg(first, m_lastDelivery));
}

void SimulatePage::runTask()
{
    if (m_running) {
        m_running->cancel();
        return;
    }
    TaskChoice wanted;
    wanted.report = ReportId{m_report->currentData().toLongLong()};
    wanted.outcome = m_outcome->currentText();
    wanted.error = m_error->text().trimmed();
    wanted.duration = microsFromSeconds(m_duration->value());
    m_stepWords.clear();
    m_steps->clear();
    m_progress->setRange(0, 1000);
    m_progress->setValue(0);
    m_progress->show();
    m_running = m_workbench.simulator().run(wanted);
    connect(m_running, &TaskRun::progressed, this, &SimulatePage::showStep);
    connect(m_running, &TaskRun::finished, this, &SimulatePage::runEnded);
    updateButtons();
}

void SimulatePage::showStep(const TaskProgress& progress)
{
    QString words = progress.step;
    if (!progress.event.isEmpty() && progress.event != progress.step)
        words = tr("%1: %2").arg(progress.step, progress.event);
    if (!progress.deliveries.isEmpty())
        words = tr("%1, deliveries: %2").arg(words).arg(progress.deliveries.size());
    if (m_stepWords.isEmpty() || m_stepWords.last() != words) {
        if (!m_stepWords.isEmpty() &&
            m_stepWords.last().section(u',', 0, 0).section(u':', 0, 0) == progress.step)
            m_stepWords.last() = words;
        else
            m_stepWords << words;
    }
    m_steps->setText(m_stepWords.join(QStringLiteral("\n")));
    m_progress->setValue(static_cast<int>(progress.fraction * 1000));
}

void SimulatePage::runEnded(const Result<QList<Delivery>>& deliveries)
{
    m_running = nullptr;
    m_progress->hide();
    updateButtons();
    showSent(deliveries);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/demo_scene.h"
#include "cli/printing.h"
#include "cli/timeline_text.h"
#include "cli/work_command.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/simulate/simulator.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace hookworks {

namespace {

constexpr double usualSpeed = 600;

struct DemoOptions
{
    std::optional<double> speed;
    std::optional<int> port;
};

/// The main job without a window, step by step; what it says at the end is read back from the workspace.
class DemoCommand final : public WorkCommand
{
public:
    DemoCommand(const CommandContext& context, const DemoOptions& options)
        : WorkCommand(context, options.speed.value_or(usualSpeed))
        , m_options(options)
    {
    }

protected:
    void work() override;

private:
    void makeReport();
    void makeWebhook(const Report& report);
    void sendNext();
    void readBack();
    void readCaptures(const DeliveryRecord& record);
    void readCapture(qsizetype attempt);
    void judge();
    void verdict();
    QStringList wholeProblems() const;

    DemoOptions m_options;
    QString m_url;
    QStringList m_providers = demoProviders();
    QMap<QString, std::pair<ReportId, WebhookId>> m_made; ///< by provider
    QList<DemoEvent> m_events = demoEvents();
    QList<DeliveryId> m_sent;
    QList<DeliveryRecord> m_records;
    DemoEvidence m_evidence;
    QSet<CaptureId> m_captures;
    QSet<QString> m_seen;
    int m_attempts = 0, m_problems = 0;
};

void DemoCommand::work()
{
    ListenerConfig config;
    config.name = CliText::tr("Demo");
    config.port = static_cast<quint16>(m_options.port.value_or(0));
    config.rules = demoRules();
    whenAnswered(workbench().listening().startAdHoc(config), [this](const ListenerView& listener) {
        m_url = listener.url;
        connect(this, &Command::finished, this,
                [this, id = listener.config.id] { workbench().listening().stopAdHoc(id); });
        output().summary(CliText::tr("A receiver listens on %1; it is down for %2 attempts of each event.")
                             .arg(m_url)
                             .arg(demoFailures));
        makeReport();
    });
}

void DemoCommand::makeReport()
{
    if (m_providers.isEmpty())
        return sendNext();
    const QString provider = m_providers.first();
    whenAnswered(workbench().designer().importReport(demoDocument(provider), provider),
                 [this](const Report& report) { makeWebhook(report); });
}

/// With a policy of our own that gets over three failures: not every provider is known to try again.
void DemoCommand::makeWebhook(const Report& report)
{
    Webhook webhook;
    webhook.provider = m_providers.takeFirst();
    webhook.url = m_url + QStringLiteral("/hook");
    webhook.policy = QStringLiteral("exponential:30,2,8");
    whenAnswered(workbench().designer().saveWebhook(webhook), [this, report](const Webhook& saved) {
        m_made.insert(saved.provider, {report.id, saved.id});
        makeReport();
    });
}

void DemoCommand::sendNext()
{
    if (m_events.isEmpty())
        return readBack();
    const DemoEvent event = m_events.takeFirst();
    const auto [report, webhook] = m_made.value(event.provider);
    EventChoice choice;
    choice.report = report;
    choice.event = event.event;
    choice.outcome = event.outcome;
    choice.error = event.error;
    choice.webhooks = {webhook};
    whenAnswered(workbench().simulator().send(choice), [this](const QList<Delivery>& deliveries) {
        for (const Delivery& delivery : deliveries)
            m_sent << delivery.id;
        sendNext();
    });
}

void DemoCommand::readBack()
{
    whenAnswered(workbench().deliveries().untilFinal(m_sent), [this](const QList<DeliveryRecord>& records) {
        m_records = records;
        judge();
    });
}

void DemoCommand::judge()
{
    if (m_records.isEmpty())
        return verdict();
    whenAnswered(workbench().deliveries().get(m_records.takeFirst().delivery.id),
                 [this](const DeliveryRecord& record) { readCaptures(record); });
}

void DemoCommand::readCaptures(const DeliveryRecord& record)
{
    m_evidence = {record, {}};
    readCapture(0);
}

void DemoCommand::readCapture(qsizetype attempt)
{
    const DeliveryRecord& record = m_evidence.record;
    if (attempt < record.attempts.size()) {
        const CaptureId id = record.attempts[attempt].capture.value_or(CaptureId());
        workbench().captures().get(id).then(this, [this, attempt](const Result<Capture>& capture) {
            m_evidence.captures << (capture ? std::optional(*capture) : std::nullopt);
            readCapture(attempt + 1);
        });
        return;
    }
    for (const auto& capture : std::as_const(m_evidence.captures)) {
        if (capture)
            m_captures.insert(capture->id);
    }
    m_attempts += static_cast<int>(record.attempts.size());
    m_seen.insert(record.delivery.event);
    if (output().json())
        printDelivery(output(), record);
    else
        output().line(record.delivery.event.leftJustified(18) +
                      timelineText(record.delivery, record.attempts, output().look().unicode));
    for (const QString& problem : demoProblems(m_evidence)) {
        ++m_problems;
        output().note(QStringLiteral("%1: %2").arg(record.delivery.id.toString(), problem));
    }
    judge();
}

QStringList DemoCommand::wholeProblems() const
{
    QStringList problems;
    const QList<DemoEvent> events = demoEvents();
    if (m_sent.size() != events.size())
        problems << CliText::tr("%1 deliveries were made, not %2").arg(m_sent.size()).arg(events.size());
    for (const DemoEvent& event : events) {
        if (!m_seen.contains(event.event))
            problems << CliText::tr("%1 was not seen").arg(event.event);
    }
    if (m_captures.size() != m_attempts)
        problems << CliText::tr("%1 attempts have %2 captures").arg(m_attempts).arg(m_captures.size());
    return problems;
}

void DemoCommand::verdict()
{
    for (const QString& problem : wholeProblems()) {
        ++m_problems;
        output().note(problem);
    }
    if (m_problems == 0)
        output().summary(
            CliText::tr("All %1 attempts were received as they were sent, byte for byte.").arg(m_attempts));
    finish(m_problems == 0 ? ExitStatus::Done : ExitStatus::Failed);
}

} // namespace

void addDemoCommand(CommandTable& table)
{
    const auto options = std::make_shared<DemoOptions>();
    CommandEntry entry{QStringLiteral("demo"),
                       CliText::tr("The main job: all events of both providers, a receiver that is down for "
                                   "three attempts, and what "
                                   "each side saw."),
                       {QStringLiteral("demo"), QStringLiteral("demo --speed 3600 --json")},
                       Access::Write,
                       [options](const CommandContext& context) {
                           return std::make_unique<DemoCommand>(context, *options);
                       }};
    entry.temporary = true;
    CLI::App& app = table.add(table.root(), std::move(entry));
    addSpeed(app, options->speed);
    addCount(app, "--port", options->port, 0, 65535,
             CliText::tr("The receiver's port; a free one if not given"));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/event_payload.h"

#include "ui/simulate/sample_choice.h"
#include "ui/simulate/simulate_form.h"
#include "ui/widgets/inline_message.h"
#include "workbench/session/workbench.h"
#include "workbench/simulate/samples.h"

#include <utility>

namespace hookworks {

EventPayload::EventPayload(Workbench& workbench, SimulateForm& form, InlineMessage& message, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_form(form)
    , m_message(message)
    , m_own(new OwnPayloads(workbench.drafts(), this))
    , m_samples(new SampleChoice(workbench.rows().samples, this))
{
    connect(m_own, &OwnPayloads::loaded, this, &EventPayload::loaded);
    connect(&form.payload(), &PayloadChoice::sampleChosen, m_samples, &SampleChoice::choose);
    connect(&form.payload(), &PayloadChoice::comparisonWanted, this, &EventPayload::compareSample);
    connect(&form.payload(), &PayloadChoice::removalWanted, this, &EventPayload::removeSample);
    connect(m_samples, &SampleChoice::changed, this, &EventPayload::showSamples);
    connect(m_samples, &SampleChoice::chosenChanged, this, &EventPayload::changed);
    connect(m_samples, &SampleChoice::failed, this,
            [this](const QString& sentence) { m_message.tell(sentence, Severity::Error); });
}

void EventPayload::setReports(const QList<Report>& reports)
{
    m_own->dropOthersThan(reports);
}

void EventPayload::setReport(const std::optional<Report>& report)
{
    m_report = report;
}

/// Each event of each report may have a payload of one's own.
OwnPayloads::Of EventPayload::named() const
{
    const QString name = m_form.eventName();
    return {m_report.value_or(Report()).id, name, m_form.outcomeOf(name)};
}

void EventPayload::showEvent()
{
    const OwnPayloads::Of before = std::exchange(m_shown, named());
    const bool isOwn = m_report && m_own->of(m_shown).has_value();
    if (m_shown != before || m_form.payload().kind() != PayloadKind::Sample)
        m_form.payload().setKind(isOwn ? PayloadKind::Own : PayloadKind::Generated);
    showSamples();
}

std::optional<QByteArray> EventPayload::own() const
{
    return m_report && m_form.payload().kind() == PayloadKind::Own ? m_own->of(named()) : std::nullopt;
}

void EventPayload::setOwn(const QByteArray& payload)
{
    m_own->put(named(), payload);
}

void EventPayload::choose(PayloadKind kind, const QByteArray& shown)
{
    if (kind == PayloadKind::Own && !m_own->of(named()))
        m_own->put(named(), shown);
    if (kind != PayloadKind::Own)
        m_own->remove(named());
    m_form.payload().setKind(kind);
    m_samples->choose(kind == PayloadKind::Sample ? m_form.payload().sample() : QString());
}

void EventPayload::showSamples()
{
    m_form.payload().setSamples(m_report ? m_samples->namesOf(m_report->provider, m_form.eventName())
                                         : QStringList());
    if (m_form.payload().kind() == PayloadKind::Sample)
        m_samples->choose(m_form.payload().sample());
}

void EventPayload::compareSample()
{
    m_workbench.rows()
        .samples.get(m_form.payload().sample())
        .then(this, [this](const Result<SampleBody>& sample) {
            sample ? emit comparisonWanted(*sample) : m_message.tell(sample.error().message, Severity::Error);
        });
}

void EventPayload::removeSample()
{
    m_workbench.rows()
        .samples.remove(m_form.payload().sample())
        .then(this, [this](const Result<SampleBody>& gone) {
            if (!gone)
                return m_message.tell(gone.error().message, Severity::Error);
            m_message.tell(tr("The sample “%1” was removed.").arg(gone->name), Severity::Note,
                           {tr("Undo"), [this, sample = *gone] { restore(sample); }});
        });
}

void EventPayload::restore(const SampleBody& sample)
{
    m_message.clear();
    m_workbench.rows().samples.restore(sample).then(this, [this](const Result<void>& restored) {
        if (!restored)
            m_message.tell(restored.error().message, Severity::Error);
    });
}

} // namespace hookworks

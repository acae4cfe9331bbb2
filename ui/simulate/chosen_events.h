// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/simulate/schedule_plan.h"

namespace hookworks {

class CoverageModel;
class OwnPayloads;
class SampleChoice;
class SimulateBar;
class SimulateForm;

/// Where the bodies are that are sent instead of generated ones.
struct PayloadSources
{
    const OwnPayloads& own;
    const SampleChoice& samples;
};

/// What the controls of the page ask to be sent, as they stand now.
class ChosenEvents
{
public:
    /// All of them outlive it.
    ChosenEvents(const SimulateBar& bar, const SimulateForm& form, const CoverageModel& coverage,
                 const PayloadSources& payloads);

    /// `occursAt`: as previewed.
    EventChoice event(const QString& name, RealTime occursAt) const;
    /// Those that get anything of what Send would send.
    QList<WebhookId> ticked() const;
    /// Each event that anything is ticked for.
    QList<EventChoice> tickedEvents(RealTime occursAt) const;
    /// What no webhook that takes it has got yet.
    QList<EventChoice> missing() const;
    TaskChoice task() const;
    /// Of the days that are chosen, in that zone.
    ScheduleChoice schedule(const QByteArray& zone) const;

private:
    const SimulateBar& m_bar;
    const SimulateForm& m_form;
    const CoverageModel& m_coverage;
    PayloadSources m_payloads;
};

} // namespace hookworks

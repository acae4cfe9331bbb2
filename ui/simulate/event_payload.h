// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sample_body.h"
#include "ui/simulate/chosen_events.h"
#include "ui/simulate/own_payloads.h"
#include "ui/simulate/payload_choice.h"

namespace hookworks {

class InlineMessage;
class SimulateForm;
class Workbench;
struct NamedBody;

/// What is sent as the body of the event that the form names: a generated one, one's own, or a sample, as its
/// payload choice says.
class EventPayload final : public QObject
{
    Q_OBJECT
public:
    /// Says in `message` what went wrong. All must outlive it.
    EventPayload(Workbench& workbench, SimulateForm& form, InlineMessage& message, QObject* parent = nullptr);

    /// Reads what was typed before; loaded() follows.
    void load() { m_own->load(); }
    PayloadSources sources() const { return {*m_own, *m_samples}; }
    void setReports(const QList<Report>& reports);
    void setReport(const std::optional<Report>& report);
    /// The form names an event: another one, or the same once more, for which a sample that is chosen stays.
    void showEvent();
    /// What is typed for it, where that is what is sent.
    std::optional<QByteArray> own() const;
    void setOwn(const QByteArray& payload);
    /// One's own begins with `shown`.
    void choose(PayloadKind kind, const QByteArray& shown);

signals:
    void loaded();
    /// Another body is sent now.
    void changed();
    /// The sample and what would be generated now are to be compared.
    void comparisonWanted(const hookworks::SampleBody& sample);

private:
    OwnPayloads::Of named() const;
    void showSamples();
    void compareSample();
    void removeSample();
    void restore(const SampleBody& sample);

    Workbench& m_workbench;
    SimulateForm& m_form;
    InlineMessage& m_message;
    OwnPayloads* m_own;
    SampleChoice* m_samples;
    std::optional<Report> m_report;
    OwnPayloads::Of m_shown; ///< what the kind was chosen for
};

} // namespace hookworks

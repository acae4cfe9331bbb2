// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/workbench.h"

#include "workbench/deliver/dispatch_status.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/designer.h"
#include "workbench/design/drafts.h"
#include "workbench/design/policies.h"
#include "workbench/inspect/differ.h"
#include "workbench/inspect/exporter.h"
#include "workbench/inspect/importer.h"
#include "workbench/inspect/inspecting.h"
#include "workbench/inspect/marks.h"
#include "workbench/inspect/row_removals.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/listen/retention.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/destinations.h"
#include "workbench/session/session.h"
#include "workbench/session/workspace_settings.h"
#include "workbench/simulate/samples.h"
#include "workbench/simulate/simulator.h"

namespace hookworks {

struct Workbench::UseCases
{
    UseCases(Session& session, std::shared_ptr<const ProviderCatalogue> catalogue)
        : providers(std::move(catalogue))
        , designer(session)
        , policies(session)
        , deliveries(session)
        , dispatch(session)
        , clock(session)
        , listening(session)
        , simulator(session, listening)
        , captures(session)
        , retention(session)
        , replayer(session)
        , exporter(session)
        , differ(session)
        , importer(session)
        , inspecting(session)
        , destinations(session)
        , drafts(session)
        , settings(session)
        , marks(session)
        , removals(session)
        , samples(session)
    {
    }

    Providers providers;
    Designer designer;
    Policies policies;
    Deliveries deliveries;
    DispatchStatus dispatch;
    ClockControl clock;
    Listening listening;
    Simulator simulator;
    Captures captures;
    Retention retention;
    Replayer replayer;
    Exporter exporter;
    Differ differ;
    Importer importer;
    Inspecting inspecting;
    Destinations destinations;
    Drafts drafts;
    WorkspaceSettings settings;
    Marks marks;
    RowRemovals removals;
    Samples samples;
};

Workbench::Workbench(WorkbenchParts parts, QObject* parent)
    : QObject(parent)
    , m_session(std::make_unique<Session>(parts))
    , m_useCases(std::make_unique<UseCases>(*m_session, parts.providers))
{
    connect(m_session.get(), &Session::troubled, this, &Workbench::troubled);
}

Workbench::~Workbench() = default;

Answer<void> Workbench::start(SessionWork work)
{
    return m_session->start(work);
}

Answer<void> Workbench::stop()
{
    drafts().flush();
    return m_session->stop();
}

bool Workbench::isReadOnly() const
{
    return m_session->isReadOnly();
}

QString Workbench::path() const
{
    return m_session->store().path();
}

const Providers& Workbench::providers() const
{
    return m_useCases->providers;
}

Designer& Workbench::designer() const
{
    return m_useCases->designer;
}

Policies& Workbench::policies() const
{
    return m_useCases->policies;
}

Simulator& Workbench::simulator() const
{
    return m_useCases->simulator;
}

Deliveries& Workbench::deliveries() const
{
    return m_useCases->deliveries;
}

DispatchStatus& Workbench::dispatch() const
{
    return m_useCases->dispatch;
}

ClockControl& Workbench::clock() const
{
    return m_useCases->clock;
}

Listening& Workbench::listening() const
{
    return m_useCases->listening;
}

Captures& Workbench::captures() const
{
    return m_useCases->captures;
}

Replayer& Workbench::replayer() const
{
    return m_useCases->replayer;
}

Exporter& Workbench::exporter() const
{
    return m_useCases->exporter;
}

Differ& Workbench::differ() const
{
    return m_useCases->differ;
}

Importer& Workbench::importer() const
{
    return m_useCases->importer;
}

Inspecting& Workbench::inspecting() const
{
    return m_useCases->inspecting;
}

Destinations& Workbench::destinations() const
{
    return m_useCases->destinations;
}

Drafts& Workbench::drafts() const
{
    return m_useCases->drafts;
}

RowWork Workbench::rows() const
{
    return {m_useCases->marks, m_useCases->removals, m_useCases->samples, m_useCases->retention};
}

WorkspaceSettings& Workbench::settings() const
{
    return m_useCases->settings;
}

} // namespace hookworks

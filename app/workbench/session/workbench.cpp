// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/workbench.h"

#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/designer.h"
#include "workbench/design/drafts.h"
#include "workbench/design/policies.h"
#include "workbench/design/sample_content.h"
#include "workbench/inspect/differ.h"
#include "workbench/inspect/exporter.h"
#include "workbench/inspect/importer.h"
#include "workbench/inspect/inspecting.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/listen/retention.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/destinations.h"
#include "workbench/session/session.h"
#include "workbench/simulate/simulator.h"

namespace hookworks {

struct Workbench::UseCases
{
    explicit UseCases(Session& session)
        : designer(session)
        , policies(session)
        , deliveries(session)
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
    {
    }

    Designer designer;
    Policies policies;
    Deliveries deliveries;
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
};

Workbench::Workbench(WorkbenchParts parts, QObject* parent)
    : QObject(parent)
    , m_session(std::make_unique<Session>(std::move(parts)))
    , m_useCases(std::make_unique<UseCases>(*m_session))
{
    connect(m_session.get(), &Session::troubled, this, &Workbench::troubled);
}

Workbench::~Workbench() = default;

Answer<void> Workbench::start(SessionWork work)
{
    return m_session->start(work);
}

bool Workbench::isStarted() const
{
    return m_session->isStarted();
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

Retention& Workbench::retention() const
{
    return m_useCases->retention;
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

Answer<bool> Workbench::makeSample()
{
    return m_session->store().write(
        [now = m_session->clock().now()](Writer& writer) { return addSample(writer, now); });
}

Answer<QString> Workbench::setting(const QString& key)
{
    return m_session->store().read([key](Reader& reader) { return reader.setting(key); });
}

Answer<void> Workbench::setSetting(const QString& key, const QString& value)
{
    return m_session->store().write([key, value](Writer& writer) { return writer.setSetting(key, value); });
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/secret_box.h"
#include "workbench/session/answer.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace hookworks {

class Captures;
class Clock;
class ClockControl;
class Deliveries;
class Designer;
class Destinations;
class Differ;
class DispatchStatus;
class Drafts;
class Exporter;
class Retention;
class Importer;
class Inspecting;
class Listening;
class Marks;
class Policies;
class ProviderCatalogue;
class Providers;
class Random;
class Replayer;
class RowRemovals;
class Samples;
class Session;
class Simulator;
class Store;
class Transport;
class Wire;
class WorkspaceLock;
class WorkspaceSettings;

/// How requests leave: the wire, which listeners pass requests on over, and what sends attempts on it. Made,
/// used and destroyed on the io thread.
struct WayOut
{
    std::shared_ptr<const Wire> wire;
    std::unique_ptr<Transport> transport;
};

/// The concrete parts of a session; main.cpp makes them (workbench/session/real_parts.h), tests make doubles.
struct WorkbenchParts
{
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<Random> random;
    std::shared_ptr<const SecretBox> secrets;
    std::shared_ptr<const ProviderCatalogue> providers;
    std::shared_ptr<WorkspaceLock> lock; ///< held by this process; null: the store is read-only
    std::shared_ptr<Store> store;
    std::function<WayOut()> wayOut; ///< called once, on the io thread
    QString authorityFolder;        ///< where generated certificates lie
};

/// What a session does by itself once it is started.
struct SessionWork
{
    bool deliverWaiting =
        true; ///< goes on with everything that waits; else only with what this process makes
    bool startListeners = true; ///< switches those listeners on that are remembered as on
    bool startAttempts = true;  ///< else what this process makes is stored only
    bool operator==(const SessionWork&) const = default;
};

/// What is done to captures and deliveries that are there.
struct RowWork
{
    Marks& marks;
    RowRemovals& removals;
    Samples& samples;
    Retention& retention; ///< how many stay
};

/// The session on one workspace, and all that the window and the command line talk to: values in, answers and
/// signals with values out. Main thread; nothing in it blocks, nor is proportional to the workspace's size.
/// Without start() it reads and designs; sending and listening need it. In read-only mode everything that
/// would change something answers CannotWrite.
class Workbench final : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(WorkbenchParts parts, QObject* parent = nullptr);
    /// Stops: attempts in flight are ended (and are "outcome unknown" when the workspace is next opened), all
    /// else is stored. Call stop() first for a gentle end.
    ~Workbench() override;

    /// Starts the io thread: attempts that a crash interrupted get their outcome whatever the work is, the
    /// clock goes on.
    Answer<void> start(SessionWork work = {});
    /// No further attempts; finishes when those in flight have ended and everything is stored.
    Answer<void> stop();

    bool isReadOnly() const;
    QString path() const;

    const Providers& providers() const;
    Designer& designer() const;
    Policies& policies() const;
    Simulator& simulator() const;
    Deliveries& deliveries() const;
    DispatchStatus& dispatch() const;
    ClockControl& clock() const;
    Listening& listening() const;
    Captures& captures() const;
    Replayer& replayer() const;
    Exporter& exporter() const;
    Differ& differ() const;
    Importer& importer() const;
    Inspecting& inspecting() const;
    Destinations& destinations() const;
    Drafts& drafts() const;
    RowWork rows() const;

    /// What the window wants to remember with the workspace.
    WorkspaceSettings& settings() const;

Q_SIGNALS:
    /// The workspace could not be written (full disk, I/O error); an empty message: it can again. Attempts
    /// and captures wait meanwhile.
    void troubled(const hookworks::Error& error);

private:
    struct UseCases;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<UseCases> m_useCases;
};

} // namespace hookworks

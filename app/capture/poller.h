// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <unordered_map>

class QSocketNotifier;

namespace hookworks {

/// What a descriptor is ready for.
struct Readiness
{
    bool read = false;
    bool write = false;
    bool failed = false; ///< error or full hang-up: a read or write tells which
};

/// Told by a Poller; owned by whoever registers it.
class Pollable
{
public:
    virtual ~Pollable() = default;
    virtual void ready(Readiness readiness) = 0;
};

/// Watches many descriptors through one epoll set and one notifier, so that a turn of the event loop serves
/// all that are ready. One QSocketNotifier each costs a poll of all of them a turn. Level-triggered; lives on
/// one thread.
class Poller : public QObject
{
    Q_OBJECT

public:
    explicit Poller(QObject* parent = nullptr);
    ~Poller() override;

    bool isOpen() const { return m_epoll >= 0; }
    /// False where the system refuses. `target` is told until remove(); it may remove itself or others while
    /// it is told.
    bool add(int descriptor, Pollable* target, bool read, bool write);
    void change(int descriptor, bool read, bool write);
    void remove(int descriptor);

private:
    void dispatch();

    int m_epoll;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unordered_map<int, Pollable*> m_targets;
};

} // namespace hookworks

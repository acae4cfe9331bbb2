// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatch_events.h"
#include "delivery/transport.h"
#include "platform/clock.h"

#include <functional>
#include <memory>
#include <optional>

namespace hookworks {

/// The dispatcher's collaborators. The references outlive it.
struct DispatcherPorts
{
    const Clock& clock;
    Journal& journal;
    Transport& transport;
    /// The base URL (`http://127.0.0.1:8717`) that `{listener}` stands for; nullopt: no listener runs.
    std::function<std::optional<QString>()> listenerUrl;
};

/// What the parts of a dispatcher share: its collaborators, whom it tells, the workbench's clock, and the
/// pauses that a failing store imposes.
class DispatchContext
{
public:
    DispatchContext(DispatcherPorts portsToUse, const ClockState& clockToFollow);

    RealTime now() const { return ports.clock.now(); }
    WorkTime workNow() const { return workTimeAt(clock, now()); }

    /// Asks for a look at what is due: one, from the event loop, for many changes in a row.
    void lookSoon();
    void onLook(std::function<void()> look) { m_look = std::move(look); }
    /// A callback that does nothing once the dispatcher is gone.
    template <class Callback>
    auto guarded(Callback callback)
    {
        return [alive = std::weak_ptr<bool>(m_alive), callback = std::move(callback)](auto&&... values) {
            if (alive.lock())
                callback(std::forward<decltype(values)>(values)...);
        };
    }

    /// The store did not take something: nothing is started for a second.
    void storeFailed(const Error& error);
    /// The same, and tries once more after it.
    void storeFailed(const Error& error, std::function<void()> again);
    bool storeRests(RealTime now) const { return now < m_storeRestsUntil; }
    RealTime storeRestsUntil() const { return m_storeRestsUntil; }

    const DispatcherPorts ports;
    DispatchEvents events;
    ClockState clock;
    RealTime lastLook; ///< when the clock was last looked at

private:
    std::function<void()> m_look;
    RealTime m_storeRestsUntil;
    bool m_lookQueued = false;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace hookworks

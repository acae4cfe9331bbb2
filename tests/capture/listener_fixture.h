// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/listener.h"
#include "platform/clock.h"
#include "support/memory_sink.h"

#include <QTemporaryDir>
#include <QTest>

namespace hookworks {

/// A listener on a free port of loopback, whose captures stay in memory; a fresh one for each test.
class ListenerFixture
{
protected:
    void begin()
    {
        m_sink = std::make_unique<MemorySink>();
        m_listener =
            std::make_unique<Listener>(ListenerSurroundings{*m_sink, m_clock, m_numbers, m_folder.path()});
    }
    void end()
    {
        m_listener.reset();
        m_sink.reset();
    }
    void listen(const std::function<void(ListenerConfig&)>& change = [](ListenerConfig&) {})
    {
        ListenerConfig config;
        config.port = 0;
        change(config);
        const auto address = m_listener->start(config);
        QVERIFY2(address.has_value(), address ? "" : qPrintable(address.error().message));
        m_port = address->port;
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::atomic<qint64> m_numbers{0};
    std::unique_ptr<MemorySink> m_sink;
    std::unique_ptr<Listener> m_listener;
    quint16 m_port = 0;
};

/// A rule without conditions that gives this answer.
inline QList<ReplyRule> only(const Reply& reply)
{
    ReplyRule rule;
    rule.replies = {reply};
    return {rule};
}

} // namespace hookworks

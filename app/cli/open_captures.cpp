// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/open_captures.h"

namespace hookworks {

namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr auto grace = 1s;
constexpr qsizetype mostAwaited = 400; // at very high rates an answer's timings may never come

} // namespace

void OpenCaptures::add(const Capture& capture)
{
    m_open.insert(capture.id, {capture, Steady::now()});
}

void OpenCaptures::update(const Capture& capture)
{
    const auto open = m_open.find(capture.id);
    if (open == m_open.end())
        return;
    const QByteArray body = open->capture.body;
    open->capture = capture;
    open->capture.body = body;
}

QList<CaptureId> OpenCaptures::unanswered() const
{
    QList<CaptureId> ids;
    for (const Open& open : m_open) {
        if (!open.capture.timings.write)
            ids << open.capture.id;
    }
    return ids.size() > mostAwaited ? QList<CaptureId>() : ids;
}

bool OpenCaptures::awaitsAnswer(const Open& open) const
{
    return !open.capture.timings.write && m_open.size() <= mostAwaited && Steady::now() - open.seen < grace;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"

#include <QMap>

#include <chrono>

namespace hookworks {

/// Captures that were received and are not printed yet: one is printed once its answer is written, or when
/// that takes too long: some are never answered.
class OpenCaptures
{
public:
    struct Open
    {
        Capture capture;
        std::chrono::steady_clock::time_point seen;
    };

    void add(const Capture& capture);
    /// What became of one; its body is as it was.
    void update(const Capture& capture);
    /// Those whose answer may come yet; none where there are so many that their timings may never come.
    QList<CaptureId> unanswered() const;
    bool awaitsAnswer(const Open& open) const;

    bool isEmpty() const { return m_open.isEmpty(); }
    CaptureId first() const { return m_open.firstKey(); }
    auto begin() { return m_open.begin(); }
    auto end() { return m_open.end(); }
    auto erase(QMap<CaptureId, Open>::iterator at) { return m_open.erase(at); }

private:
    QMap<CaptureId, Open> m_open;
};

} // namespace hookworks

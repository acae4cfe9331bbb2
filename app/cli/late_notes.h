// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "domain/capture_quota.h"

#include <QTimer>

namespace hookworks {

/// Tells why requests are not stored, and when they are again; not at once, because near the end of a disk's
/// space each commit may decide otherwise.
class TroubleNote
{
public:
    explicit TroubleNote(const Output& output);

    /// Empty: they are stored.
    void set(const QString& words);
    /// What no later set() takes back: a listener that nobody asked says that all is well, although the
    /// workspace has gone.
    void setForGood(const QString& words);
    /// What was told last; empty: that they are stored, or nothing.
    const QString& told() const { return m_told; }

private:
    void tell();

    Output m_output;
    QTimer m_timer;
    QString m_words, m_told;
    bool m_isForGood = false;
};

/// Tells, at most once a second, how many captures went away.
class GoneNote
{
public:
    explicit GoneNote(const Output& output);

    void add(const CapturesGone& gone);
    /// Now, if anything is left to tell.
    void tell();

private:
    Output m_output;
    QTimer m_timer;
    CapturesGone m_gone;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture_quota.h"
#include "workbench/session/answer.h"

#include <QObject>

#include <memory>

namespace hookworks {

class Session;

/// The quota for captures, and how much of it is used.
struct RetentionView
{
    CaptureQuota quota;
    qint64 captures = 0;
    qint64 bytes = 0;   ///< what CaptureQuota::bytes limits
    qint64 refused = 0; ///< requests that got 507 since captures were removed or the quota changed
    bool operator==(const RetentionView&) const = default;
};

/// How much of what is received is kept, and what the quota did.
class Retention final : public QObject
{
    Q_OBJECT

public:
    explicit Retention(Session& session);
    ~Retention() override;

    Answer<RetentionView> view();
    /// How many went and why, in one sentence.
    static QString words(const CapturesGone& gone);
    /// Takes effect at once, for all listeners: what is refused now is taken again where there is room.
    /// BadInput for values out of their ranges.
    Answer<void> setQuota(const CaptureQuota& quota);

Q_SIGNALS:
    /// At most twice a second. Costs nothing while nobody is connected to it.
    void changed(const hookworks::RetentionView& view);
    /// The oldest captures were removed; see words().
    void wentAway(const hookworks::CapturesGone& gone);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hookworks

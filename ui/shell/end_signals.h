// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace hookworks {

/// SIGTERM, SIGINT, SIGHUP and the end of the desktop's session, told on the main thread while there is time
/// to store what was typed. A second signal ends the process at once. One per process, because signals are.
class EndSignals final : public QObject
{
    Q_OBJECT

public:
    explicit EndSignals(QObject* parent = nullptr);
    ~EndSignals() override;

signals:
    /// The process shall end.
    void endWanted();
    /// The process will be ended from outside: when this returns, or soon after.
    void sessionEnds();

private:
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

struct xcb_connection_t;

namespace hookworks {

/// Of one start of a program with a window; -1: it did not come.
struct StartedOnce
{
    double milliseconds = -1; ///< to the first window of more than 200×200 on the screen
    double residentMegabytes = -1;
    double ownMegabytes = -1; ///< shared pages counted in parts (PSS)
};

/// Resident memory and own share of a process, now.
StartedOnce memoryOf(qint64 process);

/// Watches the X server for new windows.
class WindowWatch
{
public:
    WindowWatch();
    ~WindowWatch();
    WindowWatch(const WindowWatch&) = delete;
    WindowWatch& operator=(const WindowWatch&) = delete;

    /// Starts a program, waits for its first window and then so long, looks at its memory, and ends it.
    StartedOnce start(const QString& program, const QStringList& arguments, int measureAfterMs);

private:
    bool waitForWindow();

    xcb_connection_t* m_connection;
};

} // namespace hookworks

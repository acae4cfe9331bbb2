// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace hookworks {

class MainWindow;

/// The saved filters of the page that is shown, below its entry at the window's left.
class FilterEntries final : public QObject
{
    Q_OBJECT
public:
    /// `window` must outlive it.
    FilterEntries(MainWindow& window, QObject* parent);

private:
    void show();

    MainWindow& m_window;
};

} // namespace hookworks

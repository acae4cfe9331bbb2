// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"

#include <QObject>

class QWidget;

namespace hookworks {

class Workbench;

/// Reports that come from files and go to files, which it asks for.
class ReportFiles final : public QObject
{
    Q_OBJECT
public:
    /// `workbench` outlives it. Dialogs are over `window`, its parent.
    ReportFiles(Workbench& workbench, QWidget& window);

    void import();
    void exportReport(const Report& report);

signals:
    void imported(hookworks::ReportId report);
    void exported(const QString& file);
    void failed(const QString& message);

private:
    void read(const QString& file);
    void take(const QString& file, const QByteArray& document);

    Workbench& m_workbench;
    QWidget& m_window;
};

} // namespace hookworks

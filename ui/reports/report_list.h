// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"

#include <QTreeWidget>

namespace hookworks {

class Providers;

/// The reports, grouped by provider. Foreign names are plain text.
class ReportList final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit ReportList(const Providers& providers, QWidget* parent = nullptr);
    void setReports(const QList<Report>& reports);
    /// Shows those whose name or provider has it.
    void setFilter(const QString& text);
    std::optional<ReportId> current() const;
    bool select(ReportId id);

signals:
    void chosen();

private:
    const Providers& m_providers;
    QString m_filter;
};

} // namespace hookworks

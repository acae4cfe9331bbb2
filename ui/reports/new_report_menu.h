// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace hookworks {

class Providers;

/// A new report: one entry for each provider, and below them one for each of their templates.
class NewReportMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit NewReportMenu(const Providers& providers, QWidget* parent = nullptr);

    /// In the order of the providers.
    const QList<QAction*>& emptyOnes() const { return m_emptyOnes; }
    const QList<QAction*>& fromTemplates() const { return m_fromTemplates; }

signals:
    /// An empty document: the provider's own; an empty name: none is known.
    void wanted(const QString& provider, const QByteArray& document, const QString& name);

private:
    QList<QAction*> m_emptyOnes, m_fromTemplates;
};

} // namespace hookworks

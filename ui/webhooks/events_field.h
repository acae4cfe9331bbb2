// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace hookworks {

class Providers;
class ToggleChip;

/// A chip for each of a provider's events; all chosen means all, also those that come later.
class EventsField final : public QWidget
{
    Q_OBJECT
public:
    explicit EventsField(const Providers& providers, QWidget* parent = nullptr);
    void setProvider(const QString& provider);
    /// Empty: all.
    void setEvents(const QStringList& events);
    QStringList events() const;

signals:
    void edited();

private:
    const Providers& m_providers;
    QList<ToggleChip*> m_chips;
};

} // namespace hookworks

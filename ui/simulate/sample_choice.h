// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sample_body.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace hookworks {

class Samples;

/// The workspace's samples, as far as the page that sends one needs them: the names of an event's, and the
/// chosen one with its body.
class SampleChoice final : public QObject
{
    Q_OBJECT
public:
    /// `samples` must outlive it.
    explicit SampleChoice(Samples& samples, QObject* parent = nullptr);

    /// Those of the event, and those of which nobody knows the event.
    QStringList namesOf(const QString& provider, const QString& event) const;
    /// chosenChanged() follows once its body was read. Empty: none.
    void choose(const QString& name);
    const std::optional<SampleBody>& chosen() const { return m_chosen; }

signals:
    /// The names are others now.
    void changed();
    void chosenChanged();
    void failed(const QString& sentence);

private:
    void read();

    Samples& m_samples;
    QList<SampleBody> m_all; ///< without bodies
    QString m_name;
    std::optional<SampleBody> m_chosen;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"

#include <QMap>
#include <QObject>

namespace hookworks {

class Drafts;

/// The payloads of one's own, one for each event and outcome of a report, after a restart too.
class OwnPayloads final : public QObject
{
    Q_OBJECT
public:
    struct Of
    {
        ReportId report;
        QString event, outcome;
        bool operator==(const Of&) const = default;
    };

    /// `drafts` must outlive it.
    explicit OwnPayloads(Drafts& drafts, QObject* parent = nullptr);

    /// Reads those of an earlier run; loaded() follows.
    void load();
    std::optional<QByteArray> of(const Of& what) const;
    void put(const Of& what, const QByteArray& payload);
    void remove(const Of& what);
    /// Of reports that have gone.
    void dropOthersThan(const QList<Report>& reports);

signals:
    void loaded();

private:
    Drafts& m_drafts;
    QMap<QString, QByteArray> m_payloads; ///< by draft key
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"
#include "workbench/listen/captures.h"

#include <QCache>
#include <QObject>
#include <QTimer>

namespace hookworks {

/// What columns read from captures' bodies and headers: asked for as rows are painted, those seen last first,
/// and kept for some thousand rows.
class BodyCells final : public QObject
{
    Q_OBJECT

public:
    /// `captures` must outlive it.
    explicit BodyCells(Captures& captures, QObject* parent = nullptr);

    /// One more is read: a JSON path or a header. Returns its place among them.
    qsizetype add(const QueryField& field);
    /// Empty until it is known: it is asked for, and known() follows.
    QString value(CaptureId id, qsizetype place);

signals:
    void known(hookworks::CaptureId id);

private:
    void ask();
    void read(const Capture& capture);
    void keep(const Capture& capture, const QByteArray& body);

    Captures& m_captures;
    QList<QueryField> m_fields;
    QCache<qint64, QStringList> m_values;
    QList<CaptureId> m_wanted; ///< the newest question last
    QTimer m_delay;
};

/// The field that a column's key names: `$.event`, `header.X-Tenant`; nullopt: none that can be read from a
/// request.
std::optional<QueryField> readableField(const QString& key);

} // namespace hookworks

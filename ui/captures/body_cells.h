// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"
#include "workbench/inspect/inspecting.h"
#include "workbench/listen/captures.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace hookworks {

/// What columns read from captures' bodies and headers: asked for as rows are painted, those seen last first,
/// and kept for some thousand rows.
class BodyCells final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    BodyCells(Captures& captures, Inspecting& inspecting, QObject* parent = nullptr);

    /// One more is read: a JSON path, a header, or the event. Returns its place among them.
    qsizetype add(const QueryField& field);
    /// Empty until it is known: it is asked for, and known() follows.
    QString value(CaptureId id, qsizetype place);
    /// Those of a field that were read and are kept, each once; none where it is not read.
    QSet<QString> values(const QueryField& field) const;

signals:
    void known(hookworks::CaptureId id);

private:
    void ask();
    bool reads(QueryName name) const;
    void readAll(const QList<CaptureId>& ids, const QMap<CaptureId, QString>& events);
    void read(const Capture& capture, const QString& event);
    void keep(const Capture& capture, const QByteArray& body, const QString& event);

    Captures& m_captures;
    Inspecting& m_inspecting;
    QList<QueryField> m_fields;
    QCache<qint64, QStringList> m_values;
    QList<CaptureId> m_wanted; ///< the newest question last
    QTimer m_delay;
};

/// The field that a column's key names: `event`, `$.a`, `header.X-Tenant`; nullopt: none that can be read
/// from a request.
std::optional<QueryField> readableField(const QString& key);

} // namespace hookworks

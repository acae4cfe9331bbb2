// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "workbench/session/answer.h"

#include <QMap>

#include <functional>
#include <optional>

class QObject;

namespace hookworks {

class Drafts;

/// Reports that were typed and could not be stored: kept in the workspace until they can.
class ReportDrafts
{
public:
    struct Typed
    {
        QString name;
        QByteArray document;
    };

    /// `drafts` outlives it.
    explicit ReportDrafts(Drafts& drafts);

    /// Reads those of an earlier run, then calls `loaded`; never once `context` is gone.
    void load(QObject* context, std::function<void()> loaded);
    /// To be shown with its report, once.
    std::optional<Typed> take(ReportId id);
    void keep(const Report& typed);
    void drop(ReportId id);
    /// Those whose report has gone, and its undo with the run before.
    void dropOthersThan(const QList<Report>& reports);

private:
    Drafts& m_stored;
    QMap<QString, QByteArray> m_drafts; ///< by key, not shown yet
};

} // namespace hookworks

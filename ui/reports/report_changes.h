// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/design/designer.h"

#include <QObject>

namespace hookworks {

class UndoBar;

/// Makes, copies and removes reports; what is removed can be brought back.
class ReportChanges final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    ReportChanges(Designer& designer, UndoBar& undo, QObject* parent);

    /// Without a document the provider's own begins it; without a name it is named after what its document
    /// says. A name that one of `others` has gets a number.
    void create(const QString& provider, const QByteArray& document, const QString& name,
                const QList<Report>& others);
    void duplicate(ReportId id);
    void remove(ReportId id);

signals:
    void made(hookworks::ReportId report);
    void removed(hookworks::ReportId report);
    void restored(hookworks::ReportId report);
    void failed(const QString& message);

private:
    void offerUndo(const RemovedReport& removed);

    Designer& m_designer;
    UndoBar& m_undo;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_changes.h"

#include "ui/widgets/undo_bar.h"

#include <algorithm>

namespace hookworks {

ReportChanges::ReportChanges(Designer& designer, UndoBar& undo, QObject* parent)
    : QObject(parent)
    , m_designer(designer)
    , m_undo(undo)
{
}

void ReportChanges::create(const QString& provider, const QByteArray& document, const QString& name,
                           const QList<Report>& others)
{
    Report report;
    report.provider = provider;
    report.document = document;
    report.name = name;
    for (int i = 2; std::ranges::any_of(others, [&](const Report& one) { return one.name == report.name; });
         ++i)
        report.name = name.isEmpty() ? QString() : name + u' ' + QString::number(i);
    m_designer.saveReport(report).then(this, [this](const Result<Report>& saved) {
        if (!saved)
            return emit failed(saved.error().message);
        emit made(saved->id);
    });
}

void ReportChanges::duplicate(ReportId id)
{
    m_designer.duplicateReport(id).then(this, [this](const Result<Report>& copy) {
        if (!copy)
            return emit failed(copy.error().message);
        emit made(copy->id);
    });
}

void ReportChanges::remove(ReportId id)
{
    m_designer.removeReport(id).then(this, [this](const Result<RemovedReport>& gone) {
        if (!gone)
            return emit failed(gone.error().message);
        emit removed(gone->report.id);
        offerUndo(*gone);
    });
}

void ReportChanges::offerUndo(const RemovedReport& removed)
{
    m_undo.offer(tr("%1 deleted").arg(removed.report.name), [this, removed] {
        m_designer.restoreReport(removed).then(this, [this](const Result<Report>& back) {
            if (!back)
                return emit failed(back.error().message);
            emit restored(back->id);
        });
    });
}

} // namespace hookworks

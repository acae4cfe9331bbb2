// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/time.h"
#include "json/path.h"
#include "workbench/design/designer.h"

#include <QWidget>

#include <functional>

class QAction;

namespace hookworks {

class ReportDocument;

/// The design side of a report: what one looks at and picks from instead of reading JSON. It edits the
/// document it was made for, and shows it again when it is told to refresh.
class DesignView : public QWidget
{
    Q_OBJECT
public:
    using Now = std::function<RealTime()>;
    using QWidget::QWidget;

    /// Another report: before its document is opened.
    virtual void open(const Report& report) { m_schedule = report.schedule; }
    /// What is kept beside the document, as it is edited.
    virtual ReportSchedule schedule() const { return m_schedule; }
    /// The document has changed, or is another one.
    virtual void refresh() = 0;
    virtual void setProblems(const QList<DesignProblem>& problems) = 0;
    /// Chooses the part and focuses the field of a JSON path; false: no field shows it.
    virtual bool goTo(const QString& path) = 0;
    /// The JSON's cursor stands there: chooses the part, and leaves the focus where it is.
    virtual void select(const JsonPath& path) { Q_UNUSED(path) }
    /// The JSON is shown beside it, so that there is less room.
    virtual void setBeside(bool beside) { Q_UNUSED(beside) }
    /// More ways to write the report into a file; owned by the view.
    virtual QList<QAction*> exportActions() const { return {}; }

signals:
    void jsonWanted();
    void scheduleEdited();
    /// The user chose a part: the JSON shows it too.
    void chosen(const hookworks::JsonPath& path);
    /// One sentence for the status bar.
    void said(const QString& sentence);

private:
    ReportSchedule m_schedule; ///< of the report, where the view shows none
};

/// The view for a provider's documents, by their kind. `document` must outlive it.
DesignView* makeDesignView(const Providers& providers, const ProviderInfo& provider, ReportDocument& document,
                           const DesignView::Now& now, QWidget* parent = nullptr);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_layout.h"

#include <QWidget>

class QAction;
class QToolButton;

namespace hookworks {

class Badge;
class ElidedLabel;
class PaperView;
class ReportDocument;

/// The report as pages, drawn as it will about be: which page is seen, that it is an approximation, the zoom.
/// Writes the pages into files.
class PagePane final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    PagePane(const ReportDocument& document, const ProviderProfile& profile, QWidget* parent = nullptr);

    /// The document has changed. Laid out now where it is seen, else when it is shown.
    void refresh();
    void setChosen(const JsonPath& path);
    const QList<QAction*>& exportActions() const { return m_exports; }

signals:
    void chosen(const hookworks::JsonPath& path);
    void moveWanted(const hookworks::JsonPath& part, const hookworks::JsonPath& beside, bool behind);
    void said(const QString& sentence);

private:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void fitHead();
    QWidget* makeHead();
    QToolButton* makeZoom();
    void makeExports();
    void showWhere();
    void layOut();
    void exportPages(const QString& kind);
    void write(const QString& kind, const QString& file);
    QString titleOfReport() const;

    const ReportDocument& m_document;
    PaperLayout m_layout;
    ElidedLabel* m_where;
    Badge* m_approximation;
    QToolButton* m_zoom;
    PaperView* m_view;
    QList<QAction*> m_exports;
    bool m_stale = true;
};

} // namespace hookworks

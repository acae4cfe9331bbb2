// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/design_view.h"
#include "ui/reports/report_document.h"
#include "workbench/design/definition.h"

class QSplitter;

namespace hookworks {

class ComponentPalette;
class EmptyPage;
class OutlinePane;
class PagePane;
class PartForm;

/// A report of components: outline and palette at the left, the page in the middle, what can be set of the
/// chosen part at the right. All show one choice.
class TreeDesign final : public DesignView
{
    Q_OBJECT
public:
    /// Both must outlive it.
    TreeDesign(ReportDocument& document, const ProviderProfile& profile, QWidget* parent = nullptr);

    void refresh() override;
    void setProblems(const QList<DesignProblem>& problems) override;
    bool goTo(const QString& path) override;
    void select(const JsonPath& path) override;
    void setBeside(bool beside) override;
    QList<QAction*> exportActions() const override;

private:
    void connectParts();
    void showChosen();
    void add(const QString& typeName);
    void move(const JsonPath& part, const JsonPath& beside, bool behind);
    QHash<QString, QString> themeColours() const;

    ReportDocument& m_document;
    const ProviderProfile& m_profile;
    OutlinePane* m_outline;
    ComponentPalette* m_palette;
    PartForm* m_form;
    PagePane* m_page;
    QSplitter* m_splitter;
    EmptyPage* m_noJson;
    QList<DesignProblem> m_problems;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/design_view.h"
#include "ui/reports/outline.h"
#include "ui/reports/property_form.h"
#include "workbench/design/designer.h"

class QSplitter;
class QStackedLayout;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace hookworks {

/// The document as a tree of its parts and the properties of the chosen one. A document of one part has no
/// tree; one that is no JSON has nothing to fill in, which is said instead.
class ReportForm final : public DesignView
{
    Q_OBJECT
public:
    ReportForm(ReportDocument& document, PropertyForm::Now now, QWidget* parent = nullptr);

    void refresh() override;
    void setProblems(const QList<DesignProblem>& problems) override;
    bool goTo(const QString& path) override;

private:
    QWidget* makeTree();
    void connectTree();
    void fillTree(const OutlineNode& outline);
    void addItems(QTreeWidgetItem& parent, const OutlineNode& node);
    JsonPath currentPath() const;
    bool choose(const JsonPath& path);
    void updateButtons();
    void addEntry();
    void duplicateEntry();
    void moveEntry(qsizetype by);
    void removeEntry();

    ReportDocument& m_document;
    QTreeWidget* m_tree;
    QSplitter* m_splitter;
    QStackedLayout* m_stack;
    QWidget* m_left = nullptr;
    PropertyForm* m_form;
    QToolButton* m_add = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_remove = nullptr;
    std::optional<OutlineNode> m_outline;
};

} // namespace hookworks

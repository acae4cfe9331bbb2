// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/design_view.h"

#include "ui/reports/report_form.h"
#include "ui/reports/task_form.h"
#include "ui/reports/tree_design.h"

namespace hookworks {

DesignView* makeDesignView(const Providers& providers, const ProviderInfo& provider, ReportDocument& document,
                           const DesignView::Now& now, QWidget* parent)
{
    const ProviderProfile* profile = definitionOf(providers, provider.key);
    if (profile && provider.definition == DefinitionKind::Tree)
        return new TreeDesign(document, *profile, parent);
    if (provider.task.isTask())
        return new TaskForm(document, provider.task, now, parent);
    return new ReportForm(document, now, parent);
}

} // namespace hookworks

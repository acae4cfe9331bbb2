// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/design_view.h"

#include "ui/reports/report_form.h"

namespace hookworks {

DesignView* makeDesignView(DefinitionKind kind, ReportDocument& document, const DesignView::Now& now,
                           QWidget* parent)
{
    switch (kind) {
    case DefinitionKind::Tree:
    case DefinitionKind::Task:
        break;
    }
    return new ReportForm(document, now, parent);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/new_report_menu.h"

#include "workbench/design/definition.h"

#include <QAction>

namespace hookworks {

NewReportMenu::NewReportMenu(const Providers& providers, QWidget* parent)
    : QMenu(parent)
{
    const auto all = providers.all();
    for (const ProviderInfo& provider : all) {
        QAction* action = addAction(tr("New %1 report").arg(provider.title));
        action->setProperty("menu", QStringLiteral("file"));
        connect(action, &QAction::triggered, this, [this, key = provider.key] { emit wanted(key, {}, {}); });
        m_emptyOnes << action;
    }
    for (const ProviderInfo& provider : all) {
        const ProviderProfile* definition = definitionOf(providers, provider.key);
        for (const DocumentTemplate& one : definition ? definition->templates : QList<DocumentTemplate>()) {
            if (&one == &definition->templates.first())
                addSeparator();
            QAction* action = addAction(tr("From the template: %1").arg(one.title));
            connect(action, &QAction::triggered, this,
                    [this, key = provider.key, one] { emit wanted(key, one.document, one.title); });
            m_fromTemplates << action;
        }
    }
    addSeparator();
}

} // namespace hookworks

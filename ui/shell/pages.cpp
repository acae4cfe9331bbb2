// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/captures/captures_page.h"
#include "ui/deliveries/deliveries_page.h"
#include "ui/reports/reports_page.h"
#include "ui/simulate/simulate_page.h"
#include "ui/webhooks/webhooks_page.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

template <class Widget>
Page page(const QString& key, const QString& title, const QString& icon, const WorkbenchSource& workbench)
{
    return {key, title, icon,
            [workbench](QWidget* parent) -> PageWidget* { return new Widget(workbench(), parent); }};
}

QString titleOf(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

} // namespace

QList<Page> pagesOf(const WorkbenchSource& workbench)
{
    Page captures =
        page<CapturesPage>(QStringLiteral("captures"), titleOf(QT_TRANSLATE_NOOP("hookworks", "Captures")),
                           QStringLiteral("mail-receive"), workbench);
    captures.places = {
        {titleOf(QT_TRANSLATE_NOOP("hookworks", "Reply &rules")),
         titleOf(QT_TRANSLATE_NOOP("hookworks", "What the listener answers, and when")), placeOfRules()},
        {titleOf(QT_TRANSLATE_NOOP("hookworks", "&Add a reply rule")),
         titleOf(QT_TRANSLATE_NOOP("hookworks", "One more answer of the listener")), placeOfNewRule()}};
    return {
        page<ReportsPage>(QStringLiteral("reports"), titleOf(QT_TRANSLATE_NOOP("hookworks", "Reports")),
                          QStringLiteral("x-office-document"), workbench),
        page<WebhooksPage>(QStringLiteral("webhooks"), titleOf(QT_TRANSLATE_NOOP("hookworks", "Webhooks")),
                           QStringLiteral("insert-link"), workbench),
        page<SimulatePage>(QStringLiteral("simulate"), titleOf(QT_TRANSLATE_NOOP("hookworks", "Simulate")),
                           QStringLiteral("system-run"), workbench),
        page<DeliveriesPage>(QStringLiteral("deliveries"),
                             titleOf(QT_TRANSLATE_NOOP("hookworks", "Deliveries")),
                             QStringLiteral("document-send"), workbench),
        captures};
}

QList<Page> pagesOf(Workbench& workbench)
{
    return pagesOf([&workbench]() -> Workbench& { return workbench; });
}

} // namespace hookworks

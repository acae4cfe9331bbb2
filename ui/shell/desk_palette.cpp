// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/readable_text.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/state_mark.h"
#include "workbench/captures.h"
#include "workbench/deliveries.h"
#include "workbench/designer.h"
#include "workbench/workbench.h"

namespace hookworks {

namespace {

constexpr int mostOfAKind = 20;

QString titled(const QString& id, const QString& name)
{
    return id + QStringLiteral("  ") + name;
}

} // namespace

void Desk::wirePalette()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds(120));
    connect(&m_typing, &QTimer::timeout, this, [this] {
        findDeliveries(m_query);
        findCaptures(m_query);
    });
    connect(&m_window, &MainWindow::paletteQueried, this, [this](const QString& query) {
        m_query = query.trimmed();
        if (query.isEmpty()) {
            findReports();
            findWebhooks();
        }
        m_typing.start();
    });
}

PaletteEntry Desk::jump(const QString& id, const QString& name, const QString& detail, const QIcon& icon,
                        const QString& page)
{
    return {titled(id, name), detail, icon, [this, page, id] { m_window.go(page, {id}); }};
}

void Desk::findReports()
{
    m_workbench.designer().reports().then(this, [this](const Result<QList<Report>>& reports) {
        QList<PaletteEntry> entries;
        for (const Report& report : reports.value_or(QList<Report>()))
            entries.append(jump(report.id.toString(), report.name, tr("Report"),
                                themedIcon(QStringLiteral("x-office-document")), QStringLiteral("reports")));
        m_window.addToPalette(entries);
    });
}

void Desk::findWebhooks()
{
    m_workbench.designer().webhooks().then(this, [this](const Result<QList<Webhook>>& webhooks) {
        QList<PaletteEntry> entries;
        for (const Webhook& webhook : webhooks.value_or(QList<Webhook>()))
            entries.append(jump(webhook.id.toString(), webhook.name, webhook.url,
                                themedIcon(QStringLiteral("insert-link")), QStringLiteral("webhooks")));
        m_window.addToPalette(entries);
    });
}

/// What arrives for an older query is dropped: another question is on its way.
void Desk::findDeliveries(const QString& query)
{
    DeliveryFilter filter;
    filter.text = query;
    filter.limit = mostOfAKind;
    m_workbench.deliveries().list(filter).then(this, [this, query](const Result<QList<Delivery>>& found) {
        if (query != m_query)
            return;
        QList<PaletteEntry> entries;
        for (const Delivery& delivery : found.value_or(QList<Delivery>()))
            entries.append(
                jump(delivery.id.toString(), delivery.event,
                     QStringLiteral("%1, %2").arg(delivery.webhookName, stateWords(delivery.state)),
                     stateIcon(stateKind(delivery.state)), QStringLiteral("deliveries")));
        m_window.setPaletteFinds(QStringLiteral("deliveries"), entries);
    });
}

void Desk::findCaptures(const QString& query)
{
    CaptureQuery question;
    question.filter.text = query;
    question.filter.limit = mostOfAKind;
    m_workbench.captures().list(question).then(this, [this, query](const Result<QList<Capture>>& found) {
        if (query != m_query)
            return;
        QList<PaletteEntry> entries;
        for (const Capture& capture : found.value_or(QList<Capture>()))
            entries.append(
                jump(capture.id.toString(), readableText(capture.method + ' ' + capture.target),
                     capture.responseStatus > 0 ? QString::number(capture.responseStatus) : capture.fault,
                     themedIcon(QStringLiteral("mail-receive")), QStringLiteral("captures")));
        m_window.setPaletteFinds(QStringLiteral("captures"), entries);
    });
}

} // namespace hookworks

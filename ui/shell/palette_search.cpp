// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_search.h"

#include "domain/readable_text.h"
#include "domain/shown_secrets.h"
#include "query/parser.h"
#include "ui/lists/saved_filters.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_palette.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/state_mark.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"
#include "workbench/session/workbench.h"
#include "workbench/session/workspace_settings.h"

namespace hookworks {

namespace {

constexpr int mostOfAKind = 20;

QString titled(const QString& id, const QString& name)
{
    return id + QStringLiteral("  ") + name;
}

/// What is no filter, such as an address, is looked for as it stands.
Query paletteQuery(const QString& text)
{
    const auto query = readQuery(text);
    return query ? *query : Query::of({std::nullopt, QueryOperator::Contains, text});
}

} // namespace

PaletteSearch::PaletteSearch(MainWindow& window, Workbench& workbench, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_workbench(workbench)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds(120));
    connect(&m_typing, &QTimer::timeout, this, [this] {
        m_running = 2;
        const Query query = paletteQuery(m_query);
        findDeliveries(m_query, {.where = query, .limit = mostOfAKind}, {});
        findCaptures(m_query, {.where = query, .limit = mostOfAKind}, {});
    });
    connect(&m_window.windowPalette(), &WindowPalette::queried, this, [this](const QString& query) {
        m_query = query.trimmed();
        if (query.isEmpty()) {
            findReports();
            findWebhooks();
            findSavedFilters(QStringLiteral("deliveries"), tr("Deliveries"));
            findSavedFilters(QStringLiteral("captures"), tr("Captures"));
        }
        m_window.windowPalette().setSearching(!m_query.isEmpty());
        m_typing.start();
    });
}

PaletteEntry PaletteSearch::jump(const QString& id, const QString& name, const QString& detail,
                                 const QIcon& icon, const QString& page)
{
    return {titled(id, name), detail, icon, [this, page, id] { m_window.go(page, {id}); }};
}

/// One of the searches for that query has found all that it will.
void PaletteSearch::end(const QString& query)
{
    if (query == m_query && --m_running <= 0)
        m_window.windowPalette().setSearching(false);
}

void PaletteSearch::findReports()
{
    m_workbench.designer().reports().then(this, [this](const Result<QList<Report>>& reports) {
        QList<PaletteEntry> entries;
        for (const Report& report : reports.value_or(QList<Report>()))
            entries.append(jump(report.id.toString(), report.name, tr("Report"),
                                themedIcon(QStringLiteral("x-office-document")), QStringLiteral("reports")));
        m_window.windowPalette().add(entries);
    });
}

void PaletteSearch::findWebhooks()
{
    m_workbench.designer().webhooks().then(this, [this](const Result<QList<Webhook>>& webhooks) {
        QList<PaletteEntry> entries;
        for (const Webhook& webhook : webhooks.value_or(QList<Webhook>()))
            entries.append(jump(webhook.id.toString(), webhook.name, urlForShowing(webhook.url),
                                themedIcon(QStringLiteral("insert-link")), QStringLiteral("webhooks")));
        m_window.windowPalette().add(entries);
    });
}

void PaletteSearch::findSavedFilters(const QString& page, const QString& title)
{
    m_workbench.settings()
        .value(savedFiltersKey(page))
        .then(this, [this, page, title](const Result<QString>& text) {
            QList<PaletteEntry> entries;
            for (const SavedFilter& filter : savedFiltersFromText(text.value_or(QString())))
                entries.append({tr("%1: %2").arg(title, filter.name), filter.text,
                                themedIcon(QStringLiteral("view-filter")), [this, page, text = filter.text] {
                                    m_window.go(page, placeOfFilter(text));
                                }});
            m_window.windowPalette().add(entries);
        });
}

/// What arrives for an older query is dropped: another question is on its way.
void PaletteSearch::findDeliveries(const QString& query, DeliveryFilter filter, const QList<Delivery>& before)
{
    m_workbench.deliveries().find(filter).then(
        this, [this, query, filter, before](const Result<DeliveryRecordPage>& page) mutable {
            if (query != m_query || !page)
                return end(query);
            QList<Delivery> found = before;
            for (const DeliveryRecord& record : page->rows)
                found << record.delivery;
            QList<PaletteEntry> entries;
            for (const Delivery& delivery : std::as_const(found))
                entries.append(
                    jump(delivery.id.toString(), delivery.event,
                         QStringLiteral("%1, %2").arg(delivery.webhookName, stateWords(delivery.state)),
                         stateIcon(stateKind(delivery.state)), QStringLiteral("deliveries")));
            m_window.windowPalette().setFinds(QStringLiteral("deliveries"), entries);
            filter.before = page->next;
            filter.limit = mostOfAKind - static_cast<int>(found.size());
            if (page->next && filter.limit > 0)
                findDeliveries(query, filter, found);
            else
                end(query);
        });
}

void PaletteSearch::findCaptures(const QString& query, CaptureFilter filter, const QList<Capture>& before)
{
    m_workbench.captures().find(filter).then(
        this, [this, query, filter, before](const Result<CapturePage>& page) mutable {
            if (query != m_query || !page)
                return end(query);
            const QList<Capture> found = before + page->rows;
            QList<PaletteEntry> entries;
            for (const Capture& capture : found)
                entries.append(jump(
                    capture.id.toString(), urlForShowing(readableText(capture.method + ' ' + capture.target)),
                    capture.responseStatus > 0 ? QString::number(capture.responseStatus) : capture.fault,
                    themedIcon(QStringLiteral("mail-receive")), QStringLiteral("captures")));
            m_window.windowPalette().setFinds(QStringLiteral("captures"), entries);
            filter.before = page->next;
            filter.limit = mostOfAKind - static_cast<int>(found.size());
            if (page->next && filter.limit > 0)
                findCaptures(query, filter, found);
            else
                end(query);
        });
}

} // namespace hookworks

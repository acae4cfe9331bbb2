// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/design_changes.h"

#include "provider/catalogue.h"
#include "provider/document_webhooks.h"
#include "workbench/design/default_names.h"
#include "workbench/design/provider_side.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

namespace hookworks {

namespace {

using Listed = QList<DocumentWebhook>;

/// Null pointer: the provider's documents list no webhooks.
const ProviderProfile* listingProfile(const ProviderCatalogue& providers, const QString& provider)
{
    const ProviderProfile* profile = providers.find(provider);
    return profile && !profile->hooks.path.isEmpty() ? profile : nullptr;
}

/// A document that lists webhooks (their addresses and tokens), or one that cannot be read for them, lies on
/// the disk sealed.
DocumentForm formOf(const ProviderCatalogue& providers, const Report& report)
{
    const ProviderProfile* profile = providers.find(report.provider);
    const auto listed = profile ? documentWebhooks(*profile, report.document)
                                : Result<Listed>(fail(ErrorCode::BadInput, QString()));
    return listed && listed->isEmpty() ? DocumentForm::Plain : DocumentForm::Sealed;
}

template <class IsFree>
QString firstFree(const QString& wish, IsFree isFree)
{
    const QString base = looksLikeId(wish) ? wish + QLatin1Char('_') : wish;
    QString name = base;
    for (int number = 2; !isFree(name); ++number)
        name = QStringLiteral("%1 %2").arg(base).arg(number);
    return name;
}

Webhook rowFor(const Report& report, const DocumentWebhook& listed, int position, RealTime now)
{
    Webhook row;
    row.provider = report.provider;
    row.report = report.id;
    row.url = listed.url;
    row.token = listed.token;
    row.position = position;
    row.createdAt = now;
    return row;
}

/// The row that an entry of the document was before, taken out of `rows`.
std::optional<Webhook> takeRow(QList<Webhook>& rows, const auto& fits)
{
    const auto found = std::ranges::find_if(rows, fits);
    if (found == rows.end())
        return std::nullopt;
    Webhook row = *found;
    rows.erase(found);
    return row;
}

/// Which row each entry is: the same one, else one of the same address, else what is left, in order.
QList<std::optional<Webhook>> pairedRows(const Listed& listed, QList<Webhook>& rows)
{
    QList<std::optional<Webhook>> paired(listed.size());
    for (int round = 0; round < 3; ++round) {
        for (qsizetype i = 0; i < listed.size(); ++i) {
            if (paired[i])
                continue;
            paired[i] = takeRow(rows, [&](const Webhook& row) {
                return (round > 1 || row.url == listed[i].url) && (round > 0 || row.token == listed[i].token);
            });
        }
    }
    return paired;
}

Result<void> putRow(Writer& writer, Webhook row, bool known)
{
    if (known)
        return writer.updateWebhook(row);
    row.name = freeWebhookName(writer, webhookNameFromUrl(row.url));
    return writer.addWebhook(row).map([](WebhookId) {});
}

/// Makes the report's rows what its document lists. A document that is no JSON leaves them as they are.
Result<void> rowsFromDocument(Writer& writer, const ProviderCatalogue& providers, const Report& report,
                              RealTime now)
{
    const ProviderProfile* profile = listingProfile(providers, report.provider);
    const auto listed = profile ? documentWebhooks(*profile, report.document)
                                : Result<Listed>(fail(ErrorCode::BadInput, QString()));
    if (!listed)
        return {};
    auto rows = writer.webhooksOf(report.id);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    const auto paired = pairedRows(*listed, *rows);
    for (const Webhook& row : *rows) {
        if (auto removed = writer.removeWebhook(row.id); !removed)
            return tl::unexpected<Error>(removed.error());
    }
    for (qsizetype i = 0; i < listed->size(); ++i) {
        Webhook row = paired[i].value_or(rowFor(report, listed->at(i), 0, now));
        row.url = listed->at(i).url;
        row.token = listed->at(i).token;
        row.position = static_cast<int>(i);
        if (auto put = row == paired[i] ? Result<void>() : putRow(writer, row, paired[i].has_value()); !put)
            return put;
    }
    return {};
}

/// Makes the report's document list exactly these rows.
Result<void> documentFromRows(Writer& writer, const ProviderCatalogue& providers, ReportId id,
                              const QList<Webhook>& rows, RealTime now)
{
    auto report = writer.report(id);
    if (!report)
        return tl::unexpected<Error>(report.error());
    const ProviderProfile* profile = listingProfile(providers, report->provider);
    if (!profile)
        return {};
    Listed listed;
    for (const Webhook& row : rows)
        listed.append({row.url, row.token});
    auto document = withDocumentWebhooks(*profile, report->document, listed);
    if (!document)
        return tl::unexpected<Error>(document.error());
    if (*document == report->document)
        return {};
    report->document = std::move(*document);
    report->changedAt = now;
    return writer.updateReport(*report, formOf(providers, *report));
}

Result<void> renumber(Writer& writer, QList<Webhook>& rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const int position = static_cast<int>(i);
        if (rows[i].position == position)
            continue;
        rows[i].position = position;
        if (auto updated = writer.updateWebhook(rows[i]); !updated)
            return updated;
    }
    return {};
}

/// After a row of the report came, changed or went.
Result<void> followRows(Writer& writer, const ProviderCatalogue& providers, ReportId report, RealTime now)
{
    auto rows = writer.webhooksOf(report);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    return renumber(writer, *rows).and_then([&] {
        return documentFromRows(writer, providers, report, *rows, now);
    });
}

Result<void> roomFor(Writer& writer, const ProviderCatalogue& providers, const Webhook& webhook)
{
    const ProviderProfile* profile = listingProfile(providers, webhook.provider);
    const auto rows = writer.webhooksOf(*webhook.report);
    if (!profile || !rows || profile->hooks.max == 0)
        return {};
    const bool counted = std::ranges::any_of(*rows, [&](const Webhook& row) { return row.id == webhook.id; });
    if (counted || rows->size() < profile->hooks.max)
        return {};
    return fail(ErrorCode::BadInput,
                QCoreApplication::translate(
                    "hookworks", "A report of %1 has at most %2 webhooks; this one has %3 already.")
                    .arg(profile->title)
                    .arg(profile->hooks.max)
                    .arg(rows->size()));
}

Result<void> placeInReport(Writer& writer, const ProviderCatalogue& providers, Webhook& webhook)
{
    const auto report = writer.report(*webhook.report);
    if (!report)
        return tl::unexpected<Error>(report.error());
    webhook.provider = report->provider;
    if (auto room = roomFor(writer, providers, webhook); !room)
        return room;
    if (!webhook.id)
        webhook.position = static_cast<int>(writer.webhooksOf(report->id).value_or(QList<Webhook>()).size());
    return {};
}

/// A new report: its document has ids and a title of its own, its schedule is meant in the zone one is in.
void beginReport(Writer& writer, const ProviderProfile& profile, Report& report, RealTime now)
{
    const QString title =
        report.name.isEmpty()
            ? freeReportName(writer, QCoreApplication::translate("hookworks", "%1 report").arg(profile.title))
            : report.name;
    const QByteArray zone = QTimeZone::systemTimeZoneId();
    report.document = newDocument(profile, title, now, zone);
    if (profile.task.isTask() && report.schedule.zone.isEmpty())
        report.schedule.zone = zone;
}

Result<Webhook> stored(Writer& writer, const Webhook& webhook)
{
    const auto id = webhook.id ? writer.updateWebhook(webhook).map([&] { return webhook.id; })
                               : writer.addWebhook(webhook);
    return id.and_then([&](WebhookId known) { return writer.webhook(known); });
}

} // namespace

QString freeReportName(Writer& writer, const QString& wish)
{
    return firstFree(wish, [&](const QString& name) { return !writer.reportNamed(name); });
}

QString freeWebhookName(Writer& writer, const QString& wish)
{
    return firstFree(wish, [&](const QString& name) { return !writer.webhookNamed(name); });
}

Result<Report> saveReport(Writer& writer, const ProviderCatalogue& providers, Report report, RealTime now)
{
    const ProviderProfile* profile = providers.find(report.provider);
    if (!profile)
        return fail(
            ErrorCode::BadInput,
            QCoreApplication::translate("hookworks", "There is no provider \"%1\".").arg(report.provider));
    report.name = report.name.trimmed();
    if (!report.id && report.document.isEmpty()) // one that was emptied stays so
        beginReport(writer, *profile, report, now);
    if (report.name.isEmpty()) {
        const QString title = titleOf(providers, report.provider, report.document);
        report.name = freeReportName(
            writer, title.isEmpty()
                        ? QCoreApplication::translate("hookworks", "%1 report").arg(profile->title)
                        : title);
    }
    report.changedAt = now;
    if (!report.id)
        report.createdAt = now;
    const DocumentForm form = formOf(providers, report);
    const auto id = report.id ? writer.updateReport(report, form).map([&] { return report.id; })
                              : writer.addReport(report, form);
    if (!id)
        return tl::unexpected<Error>(id.error());
    report.id = *id;
    return rowsFromDocument(writer, providers, report, now).and_then([&] {
        return writer.report(report.id);
    });
}

Result<Report> duplicateReport(Writer& writer, const ProviderCatalogue& providers, ReportId id, RealTime now)
{
    auto report = writer.report(id);
    if (!report)
        return report;
    report->id = ReportId();
    report->name =
        freeReportName(writer, QCoreApplication::translate("hookworks", "%1 copy").arg(report->name));
    return saveReport(writer, providers, *report, now);
}

Result<Webhook> saveWebhook(Writer& writer, const ProviderCatalogue& providers, Webhook webhook, RealTime now)
{
    if (webhook.report) {
        if (auto placed = placeInReport(writer, providers, webhook); !placed)
            return tl::unexpected<Error>(placed.error());
    }
    if (!providers.find(webhook.provider))
        return fail(
            ErrorCode::BadInput,
            QCoreApplication::translate("hookworks", "There is no provider \"%1\".").arg(webhook.provider));
    webhook.name = webhook.name.trimmed();
    if (webhook.name.isEmpty())
        webhook.name = freeWebhookName(writer, webhookNameFromUrl(webhook.url));
    auto before = webhook.id ? writer.webhook(webhook.id) : Result<Webhook>(Webhook());
    if (!before)
        return before;
    if (!webhook.id)
        webhook.createdAt = now;
    if (webhook.enabled)
        webhook.disabledReason.clear();
    auto saved = stored(writer, webhook);
    if (!saved)
        return saved;
    if (saved->enabled && !before->enabled) {
        if (auto forgotten = writer.setFailingSince(saved->id, std::nullopt); !forgotten)
            return tl::unexpected<Error>(forgotten.error());
    }
    for (const auto& report : {before->report, saved->report}) {
        if (!report)
            continue;
        if (auto followed = followRows(writer, providers, *report, now); !followed)
            return tl::unexpected<Error>(followed.error());
    }
    return writer.webhook(saved->id);
}

Result<Webhook> setWebhookEnabled(Writer& writer, WebhookId id, bool enabled)
{
    auto webhook = writer.webhook(id);
    if (!webhook)
        return webhook;
    const bool switchedOn = enabled && !webhook->enabled;
    webhook->enabled = enabled;
    webhook->disabledReason.clear();
    return writer.updateWebhook(*webhook)
        .and_then([&] { return switchedOn ? writer.setFailingSince(id, std::nullopt) : Result<void>(); })
        .map([&] { return *webhook; });
}

Result<Webhook> duplicateWebhook(Writer& writer, const ProviderCatalogue& providers, WebhookId id,
                                 RealTime now)
{
    auto webhook = writer.webhook(id);
    if (!webhook)
        return webhook;
    webhook->id = WebhookId();
    webhook->name =
        freeWebhookName(writer, QCoreApplication::translate("hookworks", "%1 copy").arg(webhook->name));
    return saveWebhook(writer, providers, *webhook, now);
}

Result<Webhook> removeWebhook(Writer& writer, const ProviderCatalogue& providers, WebhookId id, RealTime now)
{
    auto removed = writer.removeWebhook(id);
    if (!removed || !removed->report)
        return removed;
    return followRows(writer, providers, *removed->report, now).map([&] { return *removed; });
}

Result<Webhook> restoreWebhook(Writer& writer, const ProviderCatalogue& providers, const Webhook& removed,
                               RealTime now)
{
    if (removed.report) {
        if (auto room = roomFor(writer, providers, removed); !room)
            return tl::unexpected<Error>(room.error());
        for (Webhook row : writer.webhooksOf(*removed.report).value_or(QList<Webhook>())) {
            if (row.position < removed.position)
                continue;
            ++row.position;
            if (auto moved = writer.updateWebhook(row); !moved)
                return tl::unexpected<Error>(moved.error());
        }
    }
    const auto id = writer.addWebhook(removed);
    if (!id)
        return tl::unexpected<Error>(id.error());
    if (removed.report) {
        if (auto followed = followRows(writer, providers, *removed.report, now); !followed)
            return tl::unexpected<Error>(followed.error());
    }
    return writer.webhook(*id);
}

} // namespace hookworks

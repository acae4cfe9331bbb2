// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"

#include "json/values_task.h"
#include "store/answers.h"
#include "store/packed.h"
#include "store/value_text.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

/// Puts what loadBody gives into `field`.
Result<void> fill(QByteArray& field, SqlConnection& connection, const StoredBody& body)
{
    auto bytes = loadBody(connection, body);
    if (!bytes)
        return tl::unexpected(bytes.error());
    field = std::move(*bytes);
    return {};
}

} // namespace

QByteArray selectDeliveries(RowParts parts, const QByteArray& end)
{
    return "SELECT " + Records<DeliveryColumns>::names(parts) + ", " +
           Records<DeliveryRequestColumns>::names(parts) +
           " FROM deliveries JOIN delivery_requests ON delivery = id " + end;
}

QByteArray selectDeliverySummaries(const QByteArray& end)
{
    return "SELECT " + Records<DeliveryColumns>::names() +
           ", plan FROM deliveries JOIN delivery_requests ON delivery = id " + end;
}

RemovedReport toStoredReport(Rows& row)
{
    RemovedReport stored;
    QString zone, cycle;
    Records<ReportColumns>::read(row, wholeRow, stored.report, stored.sealed, zone, cycle);
    stored.report.schedule.zone = zone.toUtf8();
    stored.report.schedule.cycle = cycleFromJson(cycle.toUtf8());
    return stored;
}

Result<Report> toReport(Rows& row, const SecretBox& secrets)
{
    RemovedReport stored = toStoredReport(row);
    if (!stored.sealed)
        return stored.report;
    return secrets.open(stored.report.document).map([&](QByteArray document) {
        stored.report.document = std::move(document);
        return stored.report;
    });
}

Result<Webhook> toWebhook(Rows& row, const SecretBox& secrets)
{
    Webhook webhook;
    SealedWebhook sealed;
    Records<WebhookColumns>::read(row, wholeRow, webhook, sealed);
    const auto url = secrets.open(sealed.url);
    const auto token = secrets.open(sealed.token);
    const auto fields = secrets.open(sealed.headers);
    const auto passphrase = secrets.open(sealed.certificatePassphrase);
    for (const auto* opened : {&url, &token, &fields, &passphrase}) {
        if (!*opened)
            return tl::unexpected<Error>(opened->error());
    }
    webhook.url = QString::fromUtf8(*url);
    webhook.token = *token;
    webhook.headers = unpackedHeaders(*fields).value_or(HeaderList());
    webhook.clientCertificate.passphrase = *passphrase;
    return webhook;
}

SealedWebhook sealed(const Webhook& webhook, const SecretBox& secrets)
{
    return {secrets.seal(webhook.url.toUtf8()), secrets.seal(webhook.token),
            secrets.seal(packed(webhook.headers)), secrets.seal(webhook.clientCertificate.passphrase)};
}

Result<ListenerConfig> toListener(Rows& row, const SecretBox& secrets)
{
    StoredListener stored;
    Records<ListenerColumns>::read(row, wholeRow, stored);
    auto listener = secrets.open(stored.sealedConfig).and_then(&listenerFromText);
    const auto passphrase = secrets.open(stored.sealedPassphrase);
    if (!listener || !passphrase)
        return tl::unexpected<Error>(listener ? passphrase.error() : listener.error());
    listener->id = stored.id;
    listener->passphrase = *passphrase;
    return listener;
}

StoredListener sealed(const ListenerConfig& listener, const SecretBox& secrets)
{
    return {listener.id, listener.name, secrets.seal(listenerText(listener)),
            secrets.seal(listener.passphrase)};
}

Result<Event> toEvent(Rows& row, SqlConnection& connection)
{
    Event event;
    StoredBody payload;
    Records<EventColumns>::read(row, wholeRow, event.id, event, payload);
    return fill(event.payload, connection, payload).map([&] { return event; });
}

DeliverySummary toDeliverySummary(Rows& row)
{
    DeliverySummary delivery;
    Records<DeliveryColumns>::read(row, wholeRow, delivery.id, delivery, delivery.url);
    fromSql(row, delivery.plan);
    return delivery;
}

Result<Delivery> toDelivery(Rows& row, SqlConnection& connection, RowParts parts)
{
    Delivery delivery;
    StoredBody body;
    Records<DeliveryColumns>::read(row, parts, delivery.id, delivery, delivery.request.url);
    Records<DeliveryRequestColumns>::read(row, parts, delivery.id, delivery, body);
    return fill(delivery.request.body, connection, body).map([&] { return delivery; });
}

Result<Attempt> toAttempt(Rows& row, SqlConnection& connection, RowParts parts)
{
    Attempt attempt;
    StoredBody body;
    Records<AttemptColumns>::read(row, parts, attempt, body);
    return fill(attempt.responseBody, connection, body).map([&] { return attempt; });
}

CaptureSummary toCaptureSummary(Rows& row)
{
    CaptureSummary capture;
    Records<CaptureSummaryColumns>::read(row, wholeRow, capture.id, capture);
    return capture;
}

Result<Capture> toCapture(Rows& row, SqlConnection& connection, RowParts parts)
{
    Capture capture;
    StoredParts stored;
    Records<CaptureColumns>::read(row, parts, capture.id, capture, stored);
    const bool headSaysIt = stored.headers.fields.isEmpty() && capture.valid;
    capture.headers = headSaysIt ? fieldsOfHead(capture.head) : stored.headers;
    auto response = loadAnswer(connection, stored.answer);
    if (!response)
        return tl::unexpected(response.error());
    capture.response = std::move(*response);
    return fill(capture.body, connection, stored.body)
        .and_then([&] { return fill(capture.wireBody, connection, stored.wireBody); })
        .map([&] { return capture; });
}

tl::unexpected<Error> notThere(const QString& what)
{
    return fail(ErrorCode::NotFound, QCoreApplication::translate("hookworks", "There is no %1.").arg(what));
}

} // namespace hookworks

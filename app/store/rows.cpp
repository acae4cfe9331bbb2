// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"

#include "store/answers.h"
#include "store/packed.h"
#include "store/value_text.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

constexpr char listSeparator = '\n'; ///< event names hold none

StoredBody takeBody(Rows& row)
{
    StoredBody body;
    body.bytes = row.bytes();
    body.body = row.maybeInteger();
    return body;
}

/// Puts what loadBody gives into `field`.
Result<void> fill(QByteArray& field, SqlConnection& connection, const StoredBody& body)
{
    auto bytes = loadBody(connection, body);
    if (!bytes)
        return tl::unexpected(bytes.error());
    field = std::move(*bytes);
    return {};
}

QString bodyColumns(const char* column, bool bodies)
{
    return bodies ? QStringLiteral("%1, %1_body").arg(QLatin1String(column)) : QStringLiteral("x'', NULL");
}

FlowLimits takeFlow(Rows& row)
{
    FlowLimits flow;
    flow.maxInFlight = row.number(1);
    flow.ratePerMinute = row.number(0);
    flow.strictOrder = row.flag();
    flow.circuitOpensAfter = row.number(0);
    return flow;
}

AttemptTimings takeAttemptTimings(Rows& row)
{
    AttemptTimings timings;
    for (auto* phase :
         {&timings.queue, &timings.connect, &timings.tls, &timings.send, &timings.wait, &timings.receive})
        *phase = row.maybeMicros();
    return timings;
}

CaptureTimings takeCaptureTimings(Rows& row)
{
    CaptureTimings timings;
    for (auto* phase : {&timings.accept, &timings.read, &timings.think, &timings.write})
        *phase = row.maybeMicros();
    return timings;
}

} // namespace

QString deliveryColumns(bool bodies)
{
    return QStringLiteral("id, message_id, event_id, provider, event, report, webhook, webhook_name, url, "
                          "state, created_at, "
                          "next_due_at, next_origin, attempts, replay_of, method, headers, exact_head, "
                          "transport, policy, "
                          "seed, plan, ") +
           bodyColumns("body", bodies);
}

QString attemptColumns(bool bodies)
{
    return QStringLiteral(
               "delivery, number, origin, due_at, started_clock, started_at, finished_at, outcome, status, "
               "error, "
               "truncated, local, remote, exchange, queue, connect, tls, send, wait, receive, capture, "
               "proxy, client_certificate, sent_again, ") +
           (bodies ? QStringLiteral("sent_head, response_head, ") : QStringLiteral("x'', x'', ")) +
           QStringLiteral("response_headers, ") + bodyColumns("response_body", bodies);
}

QString captureColumns(bool heads, bool bodies)
{
    const QString heavy = heads ? QStringLiteral("head, headers, trailers, response, ")
                                : QStringLiteral("x'', x'', x'', x'', ");
    const QString answerBody = bodies ? QStringLiteral("response_body, ") : QStringLiteral("NULL, ");
    return QStringLiteral("id, listener, received_at, local, remote, connection, exchange, tls, valid, "
                          "problem, problem_offset, "
                          "method, target, version, body_bytes, wire_bytes, rule, response_status, fault, "
                          "accept, read, think, "
                          "write, delivery, attempt_number, forwarded_to, forward_error, forwarding, "
                          "response_sent, ") +
           heavy + answerBody + bodyColumns("body", bodies) + QStringLiteral(", ") +
           bodyColumns("wire_body", bodies);
}

RemovedReport toStoredReport(Rows& row)
{
    RemovedReport stored;
    stored.report.id = ReportId{row.integer()};
    stored.report.provider = row.text();
    stored.report.name = row.text();
    stored.sealed = row.flag();
    stored.report.document = row.bytes();
    stored.report.createdAt = row.realTime();
    stored.report.changedAt = row.realTime();
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
    webhook.id = WebhookId{row.integer()};
    webhook.provider = row.text();
    webhook.name = row.text();
    auto url = secrets.open(row.bytes());
    webhook.events = row.text().split(QLatin1Char(listSeparator), Qt::SkipEmptyParts);
    auto token = secrets.open(row.bytes());
    auto fields = secrets.open(row.bytes());
    for (auto* opened : {&url, &token, &fields}) {
        if (!*opened)
            return tl::unexpected(opened->error());
    }
    webhook.url = QString::fromUtf8(*url);
    webhook.token = std::move(*token);
    webhook.headers = unpackedHeaders(*fields).value_or(HeaderList());
    webhook.policy = row.text();
    webhook.timeout = row.maybeMicros();
    webhook.enabled = row.flag();
    webhook.disabledReason = row.text();
    webhook.report = row.maybeId<ReportId>();
    webhook.position = row.number(0);
    webhook.flow = takeFlow(row);
    webhook.createdAt = row.realTime();
    webhook.flow.circuitPause = row.duration();
    webhook.flow.circuitPauseCap = row.duration();
    webhook.clientCertificate.file = row.text();
    webhook.clientCertificate.keyFile = row.text();
    auto passphrase = secrets.open(row.bytes());
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    webhook.clientCertificate.passphrase = std::move(*passphrase);
    return webhook;
}

Result<Event> toEvent(Rows& row, SqlConnection& connection)
{
    Event event;
    event.id = EventId{row.integer()};
    event.provider = row.text();
    event.name = row.text();
    event.report = row.maybeId<ReportId>();
    const StoredBody payload = takeBody(row);
    event.createdAt = row.realTime();
    return fill(event.payload, connection, payload).map([&] { return event; });
}

Result<Delivery> toDelivery(Rows& row, SqlConnection& connection)
{
    Delivery delivery;
    delivery.id = DeliveryId{row.integer()};
    delivery.messageId = row.text();
    delivery.eventId = EventId{row.integer()};
    delivery.provider = row.text();
    delivery.event = row.text();
    delivery.report = row.maybeId<ReportId>();
    delivery.webhook = row.maybeId<WebhookId>();
    delivery.webhookName = row.text();
    delivery.request.url = row.text();
    delivery.state = row.word(&deliveryStateFromString);
    delivery.createdAt = row.realTime();
    delivery.nextDueAt = row.maybeWorkTime();
    delivery.nextOrigin = row.word(&originFromString);
    delivery.attempts = row.number(0);
    delivery.replayOf = row.text();
    delivery.request.method = row.bytes();
    delivery.request.headers = row.packed(&unpackedHeaders);
    delivery.request.exactHead = row.bytes();
    delivery.request.bare = row.flag();
    auto policy = policyFromText(row.text());
    if (!policy)
        return tl::unexpected(policy.error());
    delivery.policy = std::move(*policy);
    delivery.seed = static_cast<quint32>(row.integer());
    delivery.plan = row.word(&unpackedPlan);
    return fill(delivery.request.body, connection, takeBody(row)).map([&] { return delivery; });
}

Result<Attempt> toAttempt(Rows& row, SqlConnection& connection)
{
    Attempt attempt;
    attempt.delivery = DeliveryId{row.integer()};
    attempt.number = row.number(0);
    attempt.origin = row.word(&originFromString);
    attempt.dueAt = row.workTime();
    attempt.startedClock = row.workTime();
    attempt.startedAt = row.realTime();
    attempt.finishedAt = row.maybeRealTime();
    attempt.outcome = row.maybeWord(&outcomeFromString);
    attempt.status = row.number(0);
    attempt.error = row.text();
    attempt.truncated = row.flag();
    attempt.local = row.text();
    attempt.remote = row.text();
    attempt.exchange = row.number(0);
    attempt.timings = takeAttemptTimings(row);
    attempt.capture = row.maybeId<CaptureId>();
    attempt.proxy = row.text();
    attempt.clientCertificate = row.text();
    attempt.sentAgain = row.flag();
    attempt.sentHead = row.bytes();
    attempt.responseHead = row.bytes();
    attempt.responseHeaders = row.packed(&unpackedHeaders);
    return fill(attempt.responseBody, connection, takeBody(row)).map([&] { return attempt; });
}

Result<Capture> toCapture(Rows& row, SqlConnection& connection)
{
    Capture capture;
    capture.id = CaptureId{row.integer()};
    capture.listener = ListenerId{row.integer()};
    capture.receivedAt = row.realTime();
    capture.local = row.text();
    capture.remote = row.text();
    capture.connection = row.integer();
    capture.exchange = row.number(0);
    capture.tls = unpackedTls(row.text());
    capture.valid = row.flag();
    capture.problem = row.text();
    capture.problemOffset = row.maybeInteger();
    capture.method = row.bytes();
    capture.target = row.bytes();
    capture.version = row.bytes();
    capture.bodyBytes = row.integer();
    capture.wireBytes = row.integer();
    capture.rule = row.text();
    capture.responseStatus = row.number(0);
    capture.fault = row.text();
    capture.timings = takeCaptureTimings(row);
    capture.delivery = row.maybeId<DeliveryId>();
    capture.attemptNumber = row.number(0);
    capture.forwardedTo = row.text();
    capture.forwardError = row.text();
    capture.forwarding = row.word(&unpackedForwarding);
    capture.responseSent = row.maybeInteger();
    capture.head = row.bytes();
    capture.headers = row.packed(&unpackedHeaders);
    if (capture.headers.fields.isEmpty() && capture.valid)
        capture.headers = fieldsOfHead(capture.head);
    capture.trailers = row.packed(&unpackedHeaders);
    const StoredBody answer = takeBody(row);
    const StoredBody body = takeBody(row);
    const StoredBody wireBody = takeBody(row);
    auto response = loadAnswer(connection, answer);
    if (!response)
        return tl::unexpected(response.error());
    capture.response = std::move(*response);
    return fill(capture.body, connection, body)
        .and_then([&] { return fill(capture.wireBody, connection, wireBody); })
        .map([&] { return capture; });
}

tl::unexpected<Error> notThere(const QString& what)
{
    return fail(ErrorCode::NotFound, QCoreApplication::translate("hookworks", "There is no %1.").arg(what));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/clock_state.h"
#include "domain/delivery.h"
#include "domain/report.h"
#include "domain/rule_progress.h"
#include "domain/sample_body.h"
#include "domain/webhook.h"
#include "store/records.h"
#include "store/sqlite/bodies.h"

namespace hookworks {

// The columns of each table, each written down once: see store/records.h. A new column needs a step in
// schemaSteps(), its line here, and a value in tests/store/tables_test.cpp. Values that lie sealed, or in
// another form than the domain's, come with the value as what they are in the row.

/// `sealed`: whether the document is; `cycle`: the values of its filter cycle, a JSON array.
struct ReportColumns
{
    static constexpr const char* name = "reports";
    static constexpr int keys = 1;
    using Row = std::tuple<Report, bool, QString, QString>;
    static void columns(const auto& column, auto& report, auto& sealed, auto& zone, auto& cycle)
    {
        column("id", report.id);
        column("provider", report.provider);
        column("name", report.name);
        column("sealed", sealed);
        column("document", report.document);
        column("created_at", report.createdAt);
        column("changed_at", report.changedAt);
        column("zone", zone);
        column("cycle", cycle);
    }
};

/// What of a webhook lies sealed.
struct SealedWebhook
{
    QByteArray url, token, headers, certificatePassphrase;
};

struct WebhookColumns
{
    static constexpr const char* name = "webhooks";
    static constexpr int keys = 1;
    using Row = std::tuple<Webhook, SealedWebhook>;
    static void columns(const auto& column, auto& webhook, auto& sealed)
    {
        column("id", webhook.id);
        column("provider", webhook.provider);
        column("name", webhook.name);
        column("sealed_url", sealed.url);
        column("events", webhook.events);
        column("token", sealed.token);
        column("sealed_headers", sealed.headers);
        column("policy", webhook.policy);
        column("timeout", webhook.timeout);
        column("enabled", webhook.enabled);
        column("disabled_reason", webhook.disabledReason);
        column("report", webhook.report);
        column("position", webhook.position);
        column(StoredColumn("max_in_flight").within(1, 1e9), webhook.flow.maxInFlight);
        column("rate_per_minute", webhook.flow.ratePerMinute);
        column("strict_order", webhook.flow.strictOrder);
        column("circuit_opens_after", webhook.flow.circuitOpensAfter);
        column("circuit_pause", webhook.flow.circuitPause);
        column("circuit_pause_cap", webhook.flow.circuitPauseCap);
        column("created_at", webhook.createdAt);
        column("certificate_file", webhook.clientCertificate.file);
        column("certificate_key_file", webhook.clientCertificate.keyFile);
        column("certificate_passphrase", sealed.certificatePassphrase);
    }
};

struct FailingWebhookColumns
{
    static constexpr const char* name = "failing_webhooks";
    static constexpr int keys = 1;
    using Row = std::tuple<WebhookId, WorkTime>;
    static void columns(const auto& column, auto& webhook, auto& since)
    {
        column("webhook", webhook);
        column("since", since);
    }
};

struct EventColumns
{
    static constexpr const char* name = "events";
    static constexpr int keys = 1;
    using Row = std::tuple<EventId, Event, StoredBody>;
    static void columns(const auto& column, auto& id, auto& event, auto& payload)
    {
        column("id", id);
        column("provider", event.provider);
        column("name", event.name);
        column("report", event.report);
        column("payload", payload.bytes);
        column("payload_body", payload.body);
        column("created_at", event.createdAt);
    }
};

/// Also those of its request that a list shows.
struct DeliveryColumns
{
    static constexpr const char* name = "deliveries";
    static constexpr int keys = 1;
    using Row = std::tuple<DeliveryId, Delivery, QString>;
    static void columns(const auto& column, auto& id, auto& delivery, auto& url)
    {
        column("id", id);
        column("message_id", delivery.messageId);
        column("event_id", delivery.eventId);
        column("provider", delivery.provider);
        column("event", delivery.event);
        column("report", delivery.report);
        column("webhook", delivery.webhook);
        column("webhook_name", delivery.webhookName);
        column("url", url);
        column("state", delivery.state);
        column("created_at", delivery.createdAt);
        column("next_due_at", delivery.nextDueAt);
        column("next_origin", delivery.nextOrigin);
        column("attempts", delivery.attempts);
        column("replay_of", delivery.replayOf);
        column("replay_root", delivery.basis.root);
        column("compared_with", delivery.basis.comparedWith);
        column("compared_passed", delivery.basis.passed);
        column("mark", delivery.mark);
    }
};

/// What of a delivery never changes.
struct DeliveryRequestColumns
{
    static constexpr const char* name = "delivery_requests";
    static constexpr int keys = 1;
    using Row = std::tuple<DeliveryId, Delivery, StoredBody>;
    static void columns(const auto& column, auto& id, auto& delivery, auto& body)
    {
        column("delivery", id);
        column("plan", delivery.plan);
        column({"method", RowPart::Heads}, delivery.request.method);
        column({"headers", RowPart::Heads}, delivery.request.headers);
        column({"exact_head", RowPart::Heads}, delivery.request.exactHead);
        column({"transport", RowPart::Heads}, delivery.request.bare);
        column({"policy", RowPart::Heads}, delivery.policy);
        column({"seed", RowPart::Heads}, delivery.seed);
        column({"body", RowPart::Bodies}, body.bytes);
        column({"body_body", RowPart::Bodies}, body.body);
    }
};

struct AttemptColumns
{
    static constexpr const char* name = "attempts";
    static constexpr int keys = 2;
    using Row = std::tuple<Attempt, StoredBody>;
    static void columns(const auto& column, auto& attempt, auto& responseBody)
    {
        column("delivery", attempt.delivery);
        column("number", attempt.number);
        column("origin", attempt.origin);
        column("due_at", attempt.dueAt);
        column("started_clock", attempt.startedClock);
        column("started_at", attempt.startedAt);
        column("finished_at", attempt.finishedAt);
        column("outcome", attempt.outcome);
        column("status", attempt.status);
        column("error", attempt.error);
        column("truncated", attempt.truncated);
        column("local", attempt.local);
        column("remote", attempt.remote);
        column("exchange", attempt.exchange);
        column("queue", attempt.timings.queue);
        column("connect", attempt.timings.connect);
        column("tls", attempt.timings.tls);
        column("send", attempt.timings.send);
        column("wait", attempt.timings.wait);
        column("receive", attempt.timings.receive);
        column(StoredColumn("capture").staying(), attempt.capture);
        column("proxy", attempt.proxy);
        column("client_certificate", attempt.clientCertificate);
        column("sent_again", attempt.sentAgain);
        column("response_headers", attempt.responseHeaders);
        column({"sent_head", RowPart::Heads}, attempt.sentHead);
        column({"response_head", RowPart::Heads}, attempt.responseHead);
        column({"response_body", RowPart::Bodies}, responseBody.bytes);
        column({"response_body_body", RowPart::Bodies}, responseBody.body);
    }
};

/// What of a capture lies in another form.
struct StoredParts
{
    StoredBody answer, body, wireBody;
    HeaderList headers;     ///< none where the head says the same
    qint64 storedBytes = 0; ///< that count for the quota
};

/// What a list shows of a capture.
struct CaptureSummaryColumns
{
    static constexpr const char* name = "captures";
    static constexpr int keys = 1;
    using Row = std::tuple<CaptureId, CaptureSummary>;
    static void columns(const auto& column, auto& id, auto& capture)
    {
        column("id", id);
        column("listener", capture.listener);
        column("received_at", capture.receivedAt);
        column("local", capture.local);
        column("remote", capture.remote);
        column("connection", capture.connection);
        column("exchange", capture.exchange);
        column("tls", capture.tls);
        column("valid", capture.valid);
        column("problem", capture.problem);
        column("problem_offset", capture.problemOffset);
        column("method", capture.method);
        column("target", capture.target);
        column("version", capture.version);
        column("body_bytes", capture.bodyBytes);
        column("wire_bytes", capture.wireBytes);
        column("rule", capture.rule);
        column("rule_hit", capture.ruleHit);
        column("rule_times", capture.ruleTimes);
        column("response_status", capture.responseStatus);
        column("response_sent", capture.responseSent);
        column("fault", capture.fault);
        column("accept", capture.timings.accept);
        column("read", capture.timings.read);
        column("think", capture.timings.think);
        column("write", capture.timings.write);
        column("delivery", capture.delivery);
        column("attempt_number", capture.attemptNumber);
        column("forwarded_to", capture.forwardedTo);
        column("forward_error", capture.forwardError);
        column("forwarding", capture.forwarding);
        column("mark", capture.mark);
    }
};

struct CaptureColumns
{
    static constexpr const char* name = "captures";
    static constexpr int keys = 1;
    using Row = std::tuple<CaptureId, Capture, StoredParts>;
    static void columns(const auto& column, auto& id, auto& capture, auto& parts)
    {
        CaptureSummaryColumns::columns(column, id, capture);
        column({"stored_bytes", RowPart::Upkeep}, parts.storedBytes);
        column({"head", RowPart::Heads}, capture.head);
        column({"headers", RowPart::Heads}, parts.headers);
        column({"trailers", RowPart::Heads}, capture.trailers);
        column({"response", RowPart::Heads}, parts.answer.bytes);
        column({"response_body", RowPart::Bodies}, parts.answer.body);
        column({"body", RowPart::Bodies}, parts.body.bytes);
        column({"body_body", RowPart::Bodies}, parts.body.body);
        column({"wire_body", RowPart::Bodies}, parts.wireBody.bytes);
        column({"wire_body_body", RowPart::Bodies}, parts.wireBody.body);
    }
};

struct PolicyColumns
{
    static constexpr const char* name = "policies";
    static constexpr int keys = 1;
    using Row = std::tuple<RetryPolicy>;
    static void columns(const auto& column, auto& policy)
    {
        column("name", policy.name);
        column("policy", policy);
    }
};

/// A listener as it lies there; its name is in the configuration, too.
struct StoredListener
{
    ListenerId id;
    QString name;
    QByteArray sealedConfig, sealedPassphrase;
};

struct ListenerColumns
{
    static constexpr const char* name = "listeners";
    static constexpr int keys = 1;
    using Row = std::tuple<StoredListener>;
    static void columns(const auto& column, auto& listener)
    {
        column("id", listener.id);
        column("name", listener.name);
        column("sealed_config", listener.sealedConfig);
        column("passphrase", listener.sealedPassphrase);
    }
};

struct RuleProgressColumns
{
    static constexpr const char* name = "rule_progress";
    static constexpr int keys = 2;
    using Row = std::tuple<ListenerId, int, RuleProgress>;
    static void columns(const auto& column, auto& listener, auto& place, auto& progress)
    {
        column("listener", listener);
        column(StoredColumn("place").within(0, ReplyRulesMost::rules - 1), place);
        column("hits", progress.hits);
        column("next", progress.next);
        column("draws", progress.draws);
        column("since", progress.since);
        column("unjudged", progress.unjudged);
        column("unjudged_reason", progress.unjudgedReason);
    }
};

constexpr double fastestClock = 1e6; ///< a stored one may be this fast; the screens offer less

/// The one row of its table.
struct ClockColumns
{
    static constexpr const char* name = "clock";
    static constexpr int keys = 1;
    using Row = std::tuple<qint64, ClockState>;
    static void columns(const auto& column, auto& id, auto& clock)
    {
        column("id", id);
        column("anchor", clock.anchor);
        column("since", clock.since);
        column(StoredColumn("speed").within(0, fastestClock), clock.speed);
    }
};

struct SettingColumns
{
    static constexpr const char* name = "settings";
    static constexpr int keys = 1;
    using Row = std::tuple<QString, QString>;
    static void columns(const auto& column, auto& key, auto& value)
    {
        column("key", key);
        column("value", value);
    }
};

struct DraftColumns
{
    static constexpr const char* name = "drafts";
    static constexpr int keys = 1;
    using Row = std::tuple<QString, QByteArray>;
    static void columns(const auto& column, auto& key, auto& sealedDraft)
    {
        column("key", key);
        column("draft", sealedDraft);
    }
};

/// The last id of each kind, and totals: see Ledger.
struct CounterColumns
{
    static constexpr const char* name = "counters";
    static constexpr int keys = 1;
    using Row = std::tuple<QString, qint64>;
    static void columns(const auto& column, auto& kind, auto& value)
    {
        column("kind", kind);
        column("value", value);
    }
};

struct SampleColumns
{
    static constexpr const char* name = "samples";
    static constexpr int keys = 1;
    using Row = std::tuple<SampleBody, StoredBody>;
    static void columns(const auto& column, auto& sample, auto& body)
    {
        column("name", sample.name);
        column("provider", sample.provider);
        column("event", sample.event);
        column("content_type", sample.contentType);
        column("created_at", sample.createdAt);
        column({"body", RowPart::Bodies}, body.bytes);
        column({"body_body", RowPart::Bodies}, body.body);
    }
};

/// Deliveries that a command made, from the first to the last; one that makes some at a time has more than one
/// such row.
struct MadeBy
{
    QString command;
    DeliveryId first, last;
    RealTime madeAt;
};

struct MadeByColumns
{
    static constexpr const char* name = "command_deliveries";
    static constexpr int keys = 2;
    using Row = std::tuple<MadeBy>;
    static void columns(const auto& column, auto& made)
    {
        column("command", made.command);
        column("first", made.first);
        column("last", made.last);
        column("made_at", made.madeAt);
    }
};

} // namespace hookworks

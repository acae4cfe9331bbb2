// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "store/connection.h"
#include "store/ledger.h"
#include "store/packed.h"
#include "store/rows.h"
#include "store/value_text.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

/// That a name is no id and that nothing else has it. `sql` finds another row of that name.
Result<void> checkName(SqlConnection& connection, const char* sql, const QString& name, qint64 id)
{
    if (name.trimmed().isEmpty())
        return fail(ErrorCode::BadInput, QCoreApplication::translate("hookworks", "A name is needed."));
    if (looksLikeId(name))
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "\"%1\" looks like an id. Choose another name.")
                        .arg(name));
    const auto other = first(connection.ask(sql, name, id), [](Rows& row) { return row.integer(); });
    if (!other)
        return tl::unexpected(other.error());
    if (other->has_value())
        return fail(ErrorCode::Conflict,
                    QCoreApplication::translate("hookworks", "The name \"%1\" is taken. Choose another name.")
                        .arg(name));
    return {};
}

/// The id to store under: a new one, or the value's own when it is put back.
template <class IdType>
IdType idFor(IdType wanted, Ledger& ledger, Ledger::Kind kind)
{
    if (!wanted)
        return IdType{ledger.next(kind)};
    ledger.seen(kind, wanted.number);
    return wanted;
}

/// NotFound where a change met no row.
Result<void> met(const Result<int>& rows, const QString& what)
{
    if (rows && *rows == 0)
        return notThere(what);
    return done(rows);
}

constexpr const char* otherReport = "SELECT id FROM reports WHERE name = ? AND id <> ?";
constexpr const char* otherWebhook = "SELECT id FROM webhooks WHERE name = ? AND id <> ?";
constexpr const char* otherListener = "SELECT id FROM listeners WHERE name = ? AND id <> ?";

} // namespace

Writer::Writer(SqlConnection& connection, const SecretBox& secrets, const BodyReading& reading,
               Ledger& ledger)
    : Reader(connection, secrets, reading)
    , m_ledger(&ledger)
{
}

Result<ReportId> Writer::addReport(const Report& report, DocumentForm form)
{
    if (auto free = checkName(connection(), otherReport, report.name, report.id.number); !free)
        return tl::unexpected(free.error());
    const ReportId id = idFor(report.id, *m_ledger, Ledger::Kind::Report);
    const bool sealed = form == DocumentForm::Sealed;
    const auto added = connection().run(
        "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?)", id, report.provider, report.name, sealed,
        sealed ? secrets().seal(report.document) : report.document, report.createdAt, report.changedAt);
    m_ledger->changes().reports.insert(id);
    return added.map([&](int) { return id; });
}

Result<void> Writer::updateReport(const Report& report, DocumentForm form)
{
    if (auto free = checkName(connection(), otherReport, report.name, report.id.number); !free)
        return free;
    const bool sealed = form == DocumentForm::Sealed;
    m_ledger->changes().reports.insert(report.id);
    return met(connection().run(
                   "UPDATE reports SET provider = ?, name = ?, sealed = ?, document = ?, created_at = ?, "
                   "changed_at = ? WHERE id = ?",
                   report.provider, report.name, sealed,
                   sealed ? secrets().seal(report.document) : report.document, report.createdAt,
                   report.changedAt, report.id),
               QStringLiteral("report ") + report.id.toString());
}

Result<RemovedReport> Writer::removeReport(ReportId id)
{
    const auto stored = report(id);
    const auto sealed = isSealed(id);
    const auto hooks = webhooksOf(id);
    if (!stored || !sealed || !hooks)
        return tl::unexpected(!stored ? stored.error() : !sealed ? sealed.error() : hooks.error());
    for (const Webhook& hook : *hooks) {
        if (auto removed = removeWebhook(hook.id); !removed)
            return tl::unexpected(removed.error());
    }
    m_ledger->changes().reports.insert(id);
    return connection().run("DELETE FROM reports WHERE id = ?", id).map([&](int) {
        return RemovedReport{*stored, *sealed, *hooks};
    });
}

Result<void> Writer::restoreReport(const RemovedReport& removed)
{
    if (auto added = addReport(removed.report, removed.sealed ? DocumentForm::Sealed : DocumentForm::Plain);
        !added)
        return tl::unexpected(added.error());
    for (const Webhook& hook : removed.webhooks) {
        if (auto added = addWebhook(hook); !added)
            return tl::unexpected(added.error());
    }
    return {};
}

Result<WebhookId> Writer::addWebhook(const Webhook& hook)
{
    if (auto free = checkName(connection(), otherWebhook, hook.name, hook.id.number); !free)
        return tl::unexpected(free.error());
    const WebhookId id = idFor(hook.id, *m_ledger, Ledger::Kind::Webhook);
    m_ledger->changes().webhooks.insert(id);
    const auto added = connection().run(
        "INSERT INTO webhooks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, hook.provider, hook.name, secrets().seal(hook.url.toUtf8()), hook.events.join(u'\n'),
        secrets().seal(hook.token), secrets().seal(packed(hook.headers)), hook.policy, hook.timeout,
        hook.enabled, hook.disabledReason, hook.report, hook.position, hook.flow.maxInFlight,
        hook.flow.ratePerMinute, hook.flow.strictOrder, hook.flow.circuitOpensAfter, hook.createdAt,
        hook.flow.circuitPause, hook.flow.circuitPauseCap, hook.clientCertificate.file,
        hook.clientCertificate.keyFile, secrets().seal(hook.clientCertificate.passphrase));
    return added.map([&](int) { return id; });
}

Result<void> Writer::updateWebhook(const Webhook& hook)
{
    if (auto free = checkName(connection(), otherWebhook, hook.name, hook.id.number); !free)
        return free;
    m_ledger->changes().webhooks.insert(hook.id);
    return met(
        connection().run(
            "UPDATE webhooks SET provider = ?, name = ?, sealed_url = ?, events = ?, token = ?, "
            "sealed_headers = ?, policy "
            "= ?, "
            "timeout = ?, enabled = ?, disabled_reason = ?, report = ?, position = ?, max_in_flight = ?, "
            "rate_per_minute = ?, strict_order = ?, circuit_opens_after = ?, created_at = ?, circuit_pause = "
            "?, "
            "circuit_pause_cap = ?, certificate_file = ?, certificate_key_file = ?, certificate_passphrase = "
            "? WHERE id = ?",
            hook.provider, hook.name, secrets().seal(hook.url.toUtf8()), hook.events.join(u'\n'),
            secrets().seal(hook.token), secrets().seal(packed(hook.headers)), hook.policy, hook.timeout,
            hook.enabled, hook.disabledReason, hook.report, hook.position, hook.flow.maxInFlight,
            hook.flow.ratePerMinute, hook.flow.strictOrder, hook.flow.circuitOpensAfter, hook.createdAt,
            hook.flow.circuitPause, hook.flow.circuitPauseCap, hook.clientCertificate.file,
            hook.clientCertificate.keyFile, secrets().seal(hook.clientCertificate.passphrase), hook.id),
        QStringLiteral("webhook ") + hook.id.toString());
}

Result<Webhook> Writer::removeWebhook(WebhookId id)
{
    auto stored = webhook(id);
    if (!stored)
        return stored;
    m_ledger->changes().webhooks.insert(id);
    return connection().run("DELETE FROM webhooks WHERE id = ?", id).map([&](int) { return *stored; });
}

Result<void> Writer::setFailingSince(WebhookId id, std::optional<WorkTime> since)
{
    if (!since)
        return done(connection().run("DELETE FROM failing_webhooks WHERE webhook = ?", id));
    return done(connection().run(
        "INSERT OR REPLACE INTO failing_webhooks SELECT id, ? FROM webhooks WHERE id = ?", *since, id));
}

Result<EventId> Writer::addEvent(const Event& event)
{
    const EventId id = idFor(event.id, *m_ledger, Ledger::Kind::Event);
    const auto payload = storeBody(connection(), *m_ledger, event.payload);
    if (!payload)
        return tl::unexpected(payload.error());
    m_ledger->changes().events.insert(id);
    return connection()
        .run("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", id, event.provider, event.name, event.report,
             payload->bytes, payload->body, event.createdAt)
        .map([&](int) { return id; });
}

Result<ForgetPortion> Writer::forget(const SecretWritings& secrets, const ForgetPlace& place)
{
    return forgetPortion(connection(), *m_ledger, secrets, place);
}

Result<void> Writer::putPolicy(const RetryPolicy& policy)
{
    if (auto named = checkName(connection(), "SELECT 1 WHERE ? = '' AND ? = 1", policy.name, 0); !named)
        return named;
    m_ledger->changes().policies = true;
    return done(connection().run(
        "INSERT INTO policies VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET policy = excluded.policy",
        policy.name, policyText(policy)));
}

Result<RetryPolicy> Writer::removePolicy(const QString& name)
{
    auto stored = policy(name);
    if (!stored)
        return stored;
    m_ledger->changes().policies = true;
    return connection().run("DELETE FROM policies WHERE name = ?", name).map([&](int) { return *stored; });
}

Result<ListenerId> Writer::addListener(const ListenerConfig& listener)
{
    if (auto free = checkName(connection(), otherListener, listener.name, listener.id.number); !free)
        return tl::unexpected(free.error());
    const ListenerId id = idFor(listener.id, *m_ledger, Ledger::Kind::Listener);
    m_ledger->changes().listeners = true;
    return connection()
        .run("INSERT INTO listeners VALUES (?, ?, ?, ?)", id, listener.name,
             secrets().seal(listenerText(listener)), secrets().seal(listener.passphrase))
        .map([&](int) { return id; });
}

Result<void> Writer::updateListener(const ListenerConfig& listener)
{
    if (auto free = checkName(connection(), otherListener, listener.name, listener.id.number); !free)
        return free;
    const auto before = this->listener(listener.id);
    const auto progress = ruleProgressOf(listener.id);
    if (!before || !progress)
        return tl::unexpected(before ? progress.error() : before.error());
    m_ledger->changes().listeners = true;
    if (before->rules != listener.rules) {
        const auto carried = carriedOver(before->rules, *progress, listener.rules);
        if (auto stored = setRuleProgress(listener.id, carried); !stored)
            return stored;
    }
    return met(
        connection().run("UPDATE listeners SET name = ?, sealed_config = ?, passphrase = ? WHERE id = ?",
                         listener.name, secrets().seal(listenerText(listener)),
                         secrets().seal(listener.passphrase), listener.id),
        QStringLiteral("listener ") + listener.id.toString());
}

Result<ListenerConfig> Writer::removeListener(ListenerId id)
{
    auto stored = listener(id);
    if (!stored)
        return stored;
    m_ledger->changes().listeners = true;
    return connection().run("DELETE FROM listeners WHERE id = ?", id).map([&](int) { return *stored; });
}

void Writer::rulesStepped(ListenerId listener, const QList<RuleStep>& steps)
{
    for (const RuleStep& step : steps)
        m_ledger->ruleStepped(listener, step);
}

Result<void> Writer::setRuleProgress(ListenerId listener, const QList<RuleProgress>& progress)
{
    return m_ledger->saveRuleSteps(connection()).and_then([&] {
        return replaceRuleProgress(connection(), listener, progress);
    });
}

Result<QList<RuleProgress>> Writer::ruleProgressOf(ListenerId listener)
{
    return m_ledger->saveRuleSteps(connection())
        .and_then([&] { return ruleProgress(); })
        .map([&](const auto& all) { return all.value(listener); });
}

Result<void> Writer::resetRules(ListenerId listener, std::optional<int> place)
{
    auto progress = ruleProgressOf(listener);
    if (!progress)
        return tl::unexpected(progress.error());
    m_ledger->changes().listeners = true;
    if (!place)
        progress->clear();
    else if (*place < progress->size())
        (*progress)[*place] = RuleProgress();
    return setRuleProgress(listener, *progress);
}

Result<void> Writer::setClock(const ClockState& clock)
{
    m_ledger->changes().clock = true;
    return done(connection().run("INSERT OR REPLACE INTO clock VALUES (1, ?, ?, ?)", clock.anchor,
                                 clock.since, clock.speed));
}

Result<void> Writer::setSetting(const QString& key, const QString& value)
{
    m_ledger->changes().settings = true;
    return done(connection().run(
        "INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key,
        value));
}

Result<void> Writer::setSealedSetting(const QString& key, const QByteArray& value)
{
    return setSetting(key, QString::fromLatin1(secrets().seal(value).toBase64()));
}

Result<void> Writer::putDraft(const QString& key, const QByteArray& draft)
{
    return done(connection().run("INSERT OR REPLACE INTO drafts VALUES (?, ?)", key, secrets().seal(draft)));
}

Result<void> Writer::removeDraft(const QString& key)
{
    return done(connection().run("DELETE FROM drafts WHERE key = ?", key));
}

} // namespace hookworks

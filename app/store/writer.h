// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/forgetting.h"
#include "store/reader.h"
#include "store/store_changes.h"

namespace hookworks {

class Ledger;
struct AnswerPlace;
struct StoredBody;

/// How a report's document lies on the disk.
enum class DocumentForm
{
    Plain,
    Sealed
};

/// Changes a workspace, and sees its own changes. Given to the closures of Store::write, and only valid
/// inside them, on the store's thread. A value with id 0 gets a new id; ids count up per kind and are never
/// given twice. A value with an id is put back with it (undo of remove); Conflict where that id or name is
/// taken, BadInput where a name has an id's form, NotFound where there is nothing to change.
class Writer : public Reader
{
public:
    Writer(SqlConnection& connection, const SecretBox& secrets, const BodyReading& reading, Ledger& ledger);

    Result<ReportId> addReport(const Report& report, DocumentForm form = DocumentForm::Plain);
    Result<void> updateReport(const Report& report, DocumentForm form = DocumentForm::Plain);
    /// With its own webhooks. What was delivered stays.
    Result<RemovedReport> removeReport(ReportId id);
    Result<void> restoreReport(const RemovedReport& removed);

    /// The token is sealed.
    Result<WebhookId> addWebhook(const Webhook& webhook);
    Result<void> updateWebhook(const Webhook& webhook);
    Result<Webhook> removeWebhook(WebhookId id);
    /// Since when everything of the webhook has failed; nullopt: not any more. A webhook that is gone is no
    /// failure.
    Result<void> setFailingSince(WebhookId id, std::optional<WorkTime> since);

    Result<EventId> addEvent(const Event& event);

    Result<DeliveryId> addDelivery(const Delivery& delivery);
    Result<QList<DeliveryId>> addDeliveries(const QList<Delivery>& deliveries);
    /// Deliveries that this closure added for a command (see Reader::madeBy), from the first to the last.
    /// What is older than a week is forgotten.
    Result<void> setMadeBy(const QString& command, DeliveryId first, DeliveryId last, RealTime now);
    /// Everything but the request's body, which is never changed.
    Result<void> updateDelivery(const Delivery& delivery);
    Result<void> setDeliveryStep(DeliveryId id, const DeliveryStep& step);
    Result<RemovedDelivery> removeDelivery(DeliveryId id);
    Result<void> restoreDelivery(const RemovedDelivery& removed);
    /// Moves the due time of everything that has one, and since when webhooks have been failing.
    Result<void> shiftWaiting(Micros by);

    /// Stores the attempt before it connects, and how the delivery stands now; the delivery's `attempts`
    /// becomes at least its number. The same number again replaces an attempt of which no byte had left.
    Result<void> attemptStarted(const Attempt& attempt, const DeliveryStep& step);
    /// Stores the outcome, how the delivery goes on, and ties the attempt to its capture where that is there
    /// already.
    Result<void> attemptFinished(const Attempt& attempt, const DeliveryStep& step);
    /// Takes back an attempt that was stored as started and never began; the delivery has `attempts` again.
    Result<void> attemptWithdrawn(const AttemptKey& attempt, int attempts, const DeliveryStep& step);

    /// Ties it to its attempt where that is there already. Conflict, before anything is changed, where the
    /// quota has no room for a new one; one that is put back is taken.
    Result<CaptureId> addCapture(const Capture& capture);
    /// The same with bodies that were written before; `capture`'s own are empty then, and `wire` may be none.
    Result<CaptureId> addCapture(const Capture& capture, BodyId body, BodyId wire = {});
    Result<void> captureAnswered(CaptureId id, const CaptureAnswer& answer);
    Result<Capture> removeCapture(CaptureId id);
    /// From this group on. The oldest that it has no room for go by themselves: see store/quota.h.
    Result<void> setCaptureQuota(const CaptureQuota& quota);

    /// A body that arrives piece by piece, each in its own closure. What no capture took is gone when the
    /// workspace is next opened. Conflict where the quota has no room for it.
    Result<BodyId> beginBody();
    Result<void> appendBody(BodyId id, const QByteArray& piece);
    /// At most `most` bytes from its start.
    Result<QByteArray> bodySoFar(BodyId id, qint64 most);
    Result<void> dropBody(BodyId id);

    /// See forgetPortion(); from the default place until the end.
    Result<ForgetPortion> forget(const SecretWritings& secrets, const ForgetPlace& place);

    /// Adds, or replaces the one of that name.
    Result<void> putPolicy(const RetryPolicy& policy);
    Result<RetryPolicy> removePolicy(const QString& name);

    Result<ListenerId> addListener(const ListenerConfig& listener);
    /// Its rules go on from those that they were; see carriedOver().
    Result<void> updateListener(const ListenerConfig& listener);
    Result<ListenerConfig> removeListener(ListenerId id);

    /// What rules have come to with a capture; stored with its group.
    void rulesStepped(ListenerId listener, const QList<RuleStep>& steps);
    Result<void> setRuleProgress(ListenerId listener, const QList<RuleProgress>& progress);
    /// With what the group at work has come to.
    Result<QList<RuleProgress>> ruleProgressOf(ListenerId listener);
    /// Begins the rule at that place anew, or all of the listener.
    Result<void> resetRules(ListenerId listener, std::optional<int> place);

    Result<void> setClock(const ClockState& clock);
    Result<void> setSetting(const QString& key, const QString& value);
    /// What may hold a secret.
    Result<void> setSealedSetting(const QString& key, const QByteArray& value);
    /// Stored sealed; replaces the one of that key.
    Result<void> putDraft(const QString& key, const QByteArray& draft);
    /// No failure where there is none.
    Result<void> removeDraft(const QString& key);

private:
    Result<CaptureId> addCaptureRow(const Capture& capture, const StoredBody& body,
                                    const StoredBody& wireBody, const AnswerPlace& answer, qint64 bodyBytes);
    Result<void> replaceAnswer(CaptureId id, const AnswerBytes& answer);
    Result<void> beginAttempt(const Attempt& attempt, const DeliveryStep& step);
    Result<void> tie(const AttemptKey& attempt, CaptureId capture);
    Result<std::optional<CaptureId>> captureOf(const Attempt& attempt);
    Result<std::optional<AttemptKey>> attemptBehind(const Capture& capture);

    Ledger* m_ledger;
};

} // namespace hookworks

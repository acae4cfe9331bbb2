// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/listen/forgetting.h"

#include "domain/shown_secrets.h"
#include "domain/words.h"
#include "workbench/deliver/bulk.h"
#include "workbench/session/session.h"

#include <QLocale>

#include <algorithm>

namespace hookworks {

namespace {

DeliveryFilter openOnesOf(WebhookId webhook)
{
    DeliveryFilter filter;
    filter.states = {DeliveryState::Waiting, DeliveryState::Sending, DeliveryState::Retrying,
                     DeliveryState::Held};
    filter.webhook = webhook;
    return filter;
}

/// Where nothing is sent, nobody but the store knows of them.
Result<void> cancelStored(Writer& writer, const QList<DeliveryId>& ids)
{
    for (const DeliveryId id : ids) {
        if (auto set = writer.setDeliveryStep(id, {DeliveryState::Cancelled, std::nullopt, Origin::Plan});
            !set)
            return set;
    }
    return {};
}

} // namespace

QString wordsFor(const ForgottenSecrets& forgotten)
{
    const Forgotten& rows = forgotten.rows;
    const QLocale locale;
    QStringList sentences{rows == Forgotten()
                              ? tr("Its secrets were found nowhere in what was sent and received.")
                              : tr("Its secrets were overwritten with * in %1 URLs, %2 requests, %3 "
                                   "attempts, %4 captures, %5 events, %6 samples "
                                   "and %7 pieces of long bodies.")
                                    .arg(locale.toString(rows.urls), locale.toString(rows.requests),
                                         locale.toString(rows.attempts), locale.toString(rows.captures),
                                         locale.toString(rows.events), locale.toString(rows.samples),
                                         locale.toString(rows.bodyPieces))};
    if (forgotten.cancelled > 0)
        sentences << tr("%1 deliveries that had attempts before them were cancelled.")
                         .arg(locale.toString(forgotten.cancelled));
    if (forgotten.tooShort > 0)
        sentences << tr("%1 values of fewer than %2 characters were not looked for.")
                         .arg(forgotten.tooShort)
                         .arg(SecretWritings::shortest);
    return sentences.join(u' ');
}

ForgettingRun::ForgettingRun(Session& session, const Webhook& webhook, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_webhook(webhook.id)
    , m_secrets(secretsOf(webhook))
{
    const auto secrets = secretsOf(webhook);
    m_forgotten.tooShort = static_cast<int>(std::ranges::count_if(
        secrets, [](const QByteArray& secret) { return secret.size() < SecretWritings::shortest; }));
    m_forgotten.values = static_cast<int>(secrets.size()) - m_forgotten.tooShort;
    m_promise.start();
    cancelOpen();
}

/// What waits would be sent with stars.
void ForgettingRun::cancelOpen()
{
    m_session.store()
        .read([filter = openOnesOf(m_webhook)](Reader& reader) { return reader.deliveryIds(filter); })
        .then(this, [this](const Result<QList<DeliveryId>>& ids) {
            if (!ids)
                return end(tl::unexpected<Error>(ids.error()));
            m_forgotten.cancelled = ids->size();
            if (m_session.isStarted()) {
                for (const DeliveryId id : *ids)
                    actOn(m_session, BulkAction::Cancel, id);
                return cancelled(*ids);
            }
            m_session.store()
                .write([ids = *ids](Writer& writer) { return cancelStored(writer, ids); })
                .then(this, [this](const Result<void>& set) {
                    set ? overwriteNext() : end(tl::unexpected<Error>(set.error()));
                });
        });
}

/// One in flight ends by itself.
void ForgettingRun::cancelled(const QList<DeliveryId>& ids)
{
    auto* const wait = new FinalWait(m_session, ids, this);
    wait->answer().then(this, [this](const Result<QList<DeliveryRecord>>& ended) {
        ended ? overwriteNext() : end(tl::unexpected<Error>(ended.error()));
    });
}

void ForgettingRun::overwriteNext()
{
    if (m_secrets.isEmpty() || m_place.isEnd)
        return end(m_forgotten);
    m_session.store()
        .write(
            [secrets = m_secrets, place = m_place](Writer& writer) { return writer.forget(secrets, place); })
        .then(this, [this](const Result<ForgetPortion>& portion) {
            if (!portion)
                return end(tl::unexpected<Error>(portion.error()));
            m_place = portion->next;
            m_forgotten.rows += portion->forgotten;
            overwriteNext();
        });
}

void ForgettingRun::end(const Result<ForgottenSecrets>& result)
{
    m_promise.addResult(result);
    m_promise.finish();
    deleteLater();
}

} // namespace hookworks

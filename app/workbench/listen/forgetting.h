// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"
#include "store/forgetting.h"
#include "workbench/session/answer.h"

#include <QObject>
#include <QPromise>

namespace hookworks {

class Session;

/// What came of forgetting a webhook's secrets.
struct ForgottenSecrets
{
    Forgotten rows;
    int values = 0;       ///< that were looked for
    int tooShort = 0;     ///< values that were not, see SecretWritings::shortest
    qint64 cancelled = 0; ///< deliveries of the webhook that had attempts before them
    bool operator==(const ForgottenSecrets&) const = default;
};

/// In a sentence or two.
QString wordsFor(const ForgottenSecrets& forgotten);

/// Overwrites a webhook's secrets in all that was sent and received, a portion at a time; deletes itself
/// then.
class ForgettingRun final : public QObject
{
    Q_OBJECT

public:
    ForgettingRun(Session& session, const Webhook& webhook, QObject* parent);
    Answer<ForgottenSecrets> answer() const { return m_promise.future(); }

private:
    void cancelOpen();
    void cancelled(const QList<DeliveryId>& ids);
    void overwriteNext();
    void end(const Result<ForgottenSecrets>& result);

    Session& m_session;
    WebhookId m_webhook;
    SecretWritings m_secrets;
    ForgetPlace m_place;
    ForgottenSecrets m_forgotten;
    QPromise<Result<ForgottenSecrets>> m_promise;
};

} // namespace hookworks

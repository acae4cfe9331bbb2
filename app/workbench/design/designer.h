// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queries.h"
#include "workbench/design/providers.h"
#include "workbench/listen/forgetting.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;
struct StoreChanges;

/// Reports and webhooks. What is stored always holds the rules of names; documents and webhooks may have
/// problems (they are shown), but for what would break the workspace: a webhook more than a report may have,
/// a name that is taken. A report whose provider lists webhooks in the document and that report's webhooks
/// are the same data: saving one changes the other.
class Designer final : public QObject
{
    Q_OBJECT

public:
    explicit Designer(Session& session);
    ~Designer() override;

    /// By name.
    Answer<QList<Report>> reports();
    Answer<Report> report(ReportId id);
    /// By id or unique name; NotFound names what there is.
    Answer<Report> findReport(const QString& idOrName);
    /// With id 0 a new one; an empty name is made from what is known. Conflict, BadInput as in the class.
    Answer<Report> saveReport(const Report& report);
    /// Name and document of another, with its webhooks.
    Answer<Report> duplicateReport(ReportId id);
    /// With its own webhooks; restoreReport() brings all back with the same ids.
    Answer<RemovedReport> removeReport(ReportId id);
    Answer<Report> restoreReport(const RemovedReport& removed);
    /// An empty provider is recognised from the document; BadInput where that fails or it is no JSON.
    Answer<Report> importReport(const QByteArray& document, const QString& provider = {},
                                const QString& name = {});
    /// The document with its tokens.
    Answer<QByteArray> exportReport(ReportId id);

    /// By name.
    Answer<QList<Webhook>> webhooks();
    Answer<Webhook> webhook(WebhookId id);
    Answer<Webhook> findWebhook(const QString& idOrName);
    /// With id 0 a new one. One with a report becomes (or is) an entry of that report's document.
    Answer<Webhook> saveWebhook(const Webhook& webhook);
    Answer<Webhook> duplicateWebhook(WebhookId id);
    /// Also from its report's document; restoreWebhook() brings it back with the same id, in its place.
    Answer<Webhook> removeWebhook(WebhookId id);
    Answer<Webhook> restoreWebhook(const Webhook& removed);
    /// Overwrites what secretsOf(webhook) gives in all that was sent and received, whoever sent it; there is
    /// no way back. Its deliveries that are not final are cancelled first. Another delivery under way that
    /// holds the same secret is left as it is.
    Answer<ForgottenSecrets> forgetSecrets(const Webhook& webhook);
    Answer<void> setWebhookEnabled(WebhookId id, bool enabled);

    /// See workbench/design/sample.h.
    Answer<bool> makeSample();

Q_SIGNALS:
    /// After the commit; ids that cannot be read any more were removed.
    void reportsChanged(const QList<hookworks::ReportId>& ids);
    void webhooksChanged(const QList<hookworks::WebhookId>& ids);

private:
    Session* m_session;
};

} // namespace hookworks

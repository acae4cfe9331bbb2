// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/task_definition.h"
#include "domain/webhook.h"
#include "json/text_edit.h"
#include "store/queries.h"
#include "workbench/listen/forgetting.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;
struct StoreChanges;

enum class ProblemLevel
{
    Error,
    Warning,
    Note
};

/// `error`, `warning`, `note`.
QString toString(ProblemLevel level);

/// One thing that is wrong with a report's document or a webhook, at its place.
struct DesignProblem
{
    ProblemLevel level = ProblemLevel::Error;
    QString path;    ///< JSON path in the document: `$.config.webhooks[3].url`; a webhook's: its field, `url`
    QString message; ///< one sentence
    QString rule;    ///< a short key: `webhooks.max`
    QString provenance;            ///< `documented`, `assumed`, …; empty: a rule of Hookworks
    int line = 0, column = 0;      ///< from 1; 0: no place in the text
    std::optional<Mend> mend = {}; ///< of the text that was checked
    bool operator==(const DesignProblem&) const = default;
};

/// What a report document is: a tree of components on pages, or the fields of one task.
enum class DefinitionKind
{
    Tree,
    Task
};

struct EventInfo
{
    QString name;         ///< `postReportTask`
    QString title;        ///< in words
    QStringList outcomes; ///< `success`, `failure`; empty: the event has none
    QString errorPrefix;  ///< `Report task failed due to `; empty: no error is sent
    bool operator==(const EventInfo&) const = default;
};

/// A provider as the screens need it.
struct ProviderInfo
{
    QString key;   ///< `hybiscus`
    QString title; ///< `Hybiscus`
    QList<EventInfo> events;
    int maxWebhooksPerReport = 0; ///< 0: no limit is known
    QString authLabel;            ///< what its token is called: `Authorization token`; empty: it sends none
    QString authHeader;           ///< the field that carries it: `Authorization`
    QString authScheme;           ///< what stands before it there: `Bearer`; empty: nothing
    bool webhooksInDocument = false; ///< a report's document lists its own webhooks
    DefinitionKind definition = DefinitionKind::Task;
    TaskDefinition task;                       ///< where its documents are scheduled tasks
    QByteArray newDocument;                    ///< to start a report from; its ids are new at each call
    QString policy;                            ///< its retries in words
    QString policyProvenance;                  ///< `documented`, `assumed`
    Micros timeout = std::chrono::seconds(30); ///< of an attempt
    QString timeoutProvenance;                 ///< likewise
    QString successProvenance;                 ///< likewise: that 2xx counts as delivered
    QString page;                              ///< the vendor's page
    bool operator==(const ProviderInfo&) const = default;
};

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

    /// At once; in the order of the profiles.
    static QList<ProviderInfo> providers();
    static std::optional<ProviderInfo> provider(const QString& key);

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

    /// Pure, for while one types. An empty list: nothing is wrong.
    static QList<DesignProblem> checkDocument(const QString& provider, const QByteArray& document);
    static QList<DesignProblem> checkWebhook(const Webhook& webhook);
    /// The document with `***` for the tokens of the webhooks that it lists, and for what their URLs hold of
    /// secrets; every other byte stays.
    static QByteArray documentForShowing(const Report& report);
    /// The provider whose document this is; empty: none, or no JSON.
    static QString recognise(const QByteArray& document);
    /// Why that cannot be a name; empty: it can (if it is not taken).
    static QString problemOfName(const QString& name);

Q_SIGNALS:
    /// After the commit; ids that cannot be read any more were removed.
    void reportsChanged(const QList<hookworks::ReportId>& ids);
    void webhooksChanged(const QList<hookworks::WebhookId>& ids);

private:
    Session* m_session;
};

} // namespace hookworks

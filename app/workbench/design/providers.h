// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/task_definition.h"
#include "domain/webhook.h"
#include "json/text_edit.h"

#include <memory>
#include <optional>

namespace hookworks {

class ProviderCatalogue;

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
    QString key;      ///< `hybiscus`
    QString title;    ///< `Hybiscus`
    QString revision; ///< a hash of its profile, by which a case knows it again
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

/// What is known of the report platforms, and what their rules say of a document or a webhook. A value; all
/// of it is pure and at once, for while one types, on any thread.
class Providers
{
public:
    explicit Providers(std::shared_ptr<const ProviderCatalogue> catalogue);

    /// In the order of their keys.
    QList<ProviderInfo> all() const;
    QStringList keys() const;
    std::optional<ProviderInfo> find(const QString& key) const;

    /// An empty list: nothing is wrong.
    QList<DesignProblem> checkDocument(const QString& provider, const QByteArray& document) const;
    QList<DesignProblem> checkWebhook(const Webhook& webhook) const;
    /// The document with `***` for the tokens of the webhooks that it lists, and for all else that is named
    /// as a secret, also in addresses (a link to upload to); every other byte stays.
    QByteArray documentForShowing(const Report& report) const;
    /// The provider whose document this is; empty: none, or no JSON.
    QString recognise(const QByteArray& document) const;

    const ProviderCatalogue& catalogue() const { return *m_catalogue; }

private:
    std::shared_ptr<const ProviderCatalogue> m_catalogue;
};

/// Why that cannot be the name of a report or a webhook; empty: it can (if it is not taken).
QString problemOfDesignName(const QString& name);

} // namespace hookworks

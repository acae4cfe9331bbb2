// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/webhooks/webhook_draft.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace hookworks {

class Drafts;

/// What was typed about webhooks and not saved, by what it is of (no id: a new one), after a restart too.
class WebhookDrafts final : public QObject
{
    Q_OBJECT
public:
    /// `drafts` must outlive it.
    explicit WebhookDrafts(Drafts& drafts, QObject* parent = nullptr);

    /// Reads those of an earlier run; loaded() follows.
    void load();
    /// As soon as it is known which webhooks there are: those of others are dropped.
    void keepThose(const std::function<bool(WebhookId)>& exists);
    void keep(WebhookId id, const WebhookDraft& draft);
    void drop(WebhookId id);
    std::optional<WebhookDraft> of(WebhookId id) const;
    bool has(WebhookId id) const { return m_drafts.contains(id); }
    QSet<WebhookId> ids() const;

signals:
    void loaded();
    void changed();

private:
    Drafts& m_store;
    QMap<QString, QByteArray> m_found; ///< of an earlier run, as they were stored
    QHash<WebhookId, WebhookDraft> m_drafts;
};

} // namespace hookworks

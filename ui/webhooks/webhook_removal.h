// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

#include <QObject>

class QWidget;

namespace hookworks {

class Designer;
class UndoBar;

/// Deletes a webhook, with undo; one with secrets asks first whether what was sent shall forget them.
class WebhookRemoval final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it; `page` is what a question stands over.
    WebhookRemoval(Designer& designer, UndoBar& undo, QWidget& page);

    void begin(const Webhook& webhook);

signals:
    void removed(hookworks::WebhookId id);
    void broughtBack(hookworks::WebhookId id);
    void said(const QString& sentence);
    void failed(const QString& message);

private:
    void forgetAndRemove(const Webhook& webhook);
    void remove(const Webhook& webhook, const QString& forgotten);
    void offerUndo(const Webhook& webhook);

    Designer& m_designer;
    UndoBar& m_undo;
    QWidget& m_page;
};

} // namespace hookworks

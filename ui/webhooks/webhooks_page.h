// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"
#include "ui/widgets/page_widget.h"

#include <QSet>
#include <QTimer>

#include <optional>

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace hookworks {

struct DeliveryChanges;
struct DeliveryRecord;
class UndoBar;
struct WebhookDraft;
class WebhookDrafts;
class WebhookEditor;
class WebhookHead;
class WebhookRemoval;
class WebhookTable;
class WebhooksModel;
class Workbench;

/// The subscriptions: a table, and the editor of the chosen one. What is typed and not saved stays with its
/// row, after a restart too.
class WebhooksPage final : public PageWidget
{
    Q_OBJECT
public:
    /// `workbench` must outlive it.
    explicit WebhooksPage(Workbench& workbench, QWidget* parent = nullptr);

    /// `w3` selects.
    void go(const PagePlace& place) override;
    QList<QAction*> pageActions() const override;
    PageBarContent barContent() override;
    void focusFilter() override;
    void startNew() override;

private:
    struct Actions
    {
        QAction *create, *test, *duplicate, *remove, *policies;
    };

    Actions makeActions();
    void arrange();
    void watch();
    void keepDraft();
    void showDrafts();
    void reload();
    void takeWebhooks(const QList<Webhook>& webhooks);
    void takeDeliveries(const DeliveryChanges& changes);
    void showCircuits();
    void showCurrent();
    void edit(const Webhook& stored);
    void save();
    void keepTypedSince(WebhookId edited, const WebhookDraft& sent, const Webhook& saved);
    void revert();
    void sendTest(const QString& event);
    void tellOfTest(const DeliveryRecord& record);
    void showPolicies(const QString& name);
    void duplicateCurrent();
    void updateActions();

    Workbench& m_workbench;
    WebhooksModel* m_model;
    WebhookTable* m_table;
    Actions m_actions;
    WebhookHead* m_head;
    WebhookEditor* m_editor;
    WebhookDrafts* m_drafts;
    UndoBar* m_undo;
    WebhookRemoval* m_removal;
    QLineEdit* m_filter;
    QStackedWidget *m_stack, *m_right;
    QTimer m_countdown;       ///< while a circuit is open
    QSet<DeliveryId> m_tests; ///< sent, and nothing came of them yet
    Webhook m_shown;
    std::optional<WebhookId> m_wanted; ///< to be selected when it is there
    bool m_creating = false;
    bool m_saving = false;
};

} // namespace hookworks

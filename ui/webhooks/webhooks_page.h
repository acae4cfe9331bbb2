// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"
#include "ui/webhooks/webhook_draft.h"
#include "ui/widgets/page_widget.h"

#include <QHash>
#include <QMap>
#include <QTimer>

class QLineEdit;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace hookworks {

struct DeliveryChanges;
struct DeliveryRecord;
class PoliciesDialog;
class UndoBar;
class WebhookEditor;
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
    QList<QAction*> pageActions() const override { return m_actions; }
    void focusFilter() override;
    void startNew() override;

private:
    QWidget* makeTools();
    QWidget* makeList();
    void makeTable();
    void makeActions();
    QAction* addAction(const QString& text, const QString& icon, const QKeySequence& keys,
                       void (WebhooksPage::*deed)());
    void loadDrafts();
    void takeDrafts();
    void keepDraft();
    void dropDraft(WebhookId id);
    void showDrafts();
    void reload();
    void takeWebhooks(const QList<Webhook>& webhooks);
    void loadLastResults(const QList<Webhook>& webhooks);
    void takeDeliveries(const DeliveryChanges& changes);
    void showCircuits();
    void select(WebhookId id);
    void showCurrent();
    void edit(const Webhook& stored);
    std::optional<Webhook> current() const;
    void save();
    void revert();
    void sendTest();
    void tellOfTest(const DeliveryRecord& record);
    void showPolicies(const QString& name);
    void duplicateCurrent();
    void removeCurrent();
    void forgetAndRemove(const Webhook& webhook);
    void remove(const Webhook& webhook, const QString& forgotten);
    void offerUndo(const Webhook& removed);
    void updateActions();

    Workbench& m_workbench;
    WebhooksModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QTableView* m_table;
    WebhookEditor* m_editor;
    UndoBar* m_undo;
    PoliciesDialog* m_policies = nullptr; ///< made when it is first wanted
    QLineEdit* m_filter;
    QStackedWidget* m_stack;
    QStackedWidget* m_right;
    QList<QAction*> m_actions;
    QAction* m_new = nullptr;
    QAction* m_test = nullptr;
    QAction* m_duplicate = nullptr;
    QAction* m_remove = nullptr;
    QTimer m_countdown;                      ///< while a circuit is open
    QMap<QString, QByteArray> m_found;       ///< drafts of an earlier run, as they were stored
    QHash<WebhookId, WebhookDraft> m_drafts; ///< by what they are of; no id: a new one
    QHash<ReportId, QString> m_reportNames;
    QSet<DeliveryId> m_tests; ///< sent, and nothing came of them yet
    Webhook m_shown;
    std::optional<WebhookId> m_wanted; ///< to be selected when it is there
    bool m_creating = false;
};

} // namespace hookworks

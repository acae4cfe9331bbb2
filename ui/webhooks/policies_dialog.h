// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/retry_policy.h"
#include "domain/webhook.h"

#include <QDialog>
#include <QHash>

class QListWidget;
class QPushButton;
class QToolButton;

namespace hookworks {

class InlineMessage;
class PaneHeader;
class PolicyForm;
class TextLabel;
class UndoBar;
class Workbench;

/// The workspace's own retry policies: a list, and the form of the chosen one. What is typed and not saved
/// stays with its policy, after a restart too.
class PoliciesDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `workbench` must outlive it.
    explicit PoliciesDialog(Workbench& workbench, QWidget* parent = nullptr);
    /// Selects it as soon as it is there.
    void go(const QString& name);

private:
    QWidget* makeList();
    QWidget* makeEditor();
    QWidget* makeFoot();
    QToolButton* addButton(const QString& text, const QString& icon, void (PoliciesDialog::*act)());
    void loadDrafts();
    void dropDraft(const QString& name);
    void reload();
    void take(const QList<RetryPolicy>& policies);
    void showCurrent();
    void edit(const RetryPolicy& policy, const QString& storedName);
    void showUsers();
    bool isChanged() const;
    void say(const Error& error);
    void updateButtons();
    std::optional<RetryPolicy> current() const;
    QString freeName(const QString& wish) const;
    void startNew();
    void duplicate();
    void remove();
    void save();
    void revert();

    Workbench& m_workbench;
    QListWidget* m_list;
    PolicyForm* m_form;
    PaneHeader* m_head;
    TextLabel* m_users;
    InlineMessage* m_problem;
    UndoBar* m_undo;
    QToolButton *m_duplicate = nullptr, *m_remove = nullptr;
    QPushButton *m_save = nullptr, *m_revert = nullptr;
    QList<RetryPolicy> m_policies;
    QList<Webhook> m_webhooks;
    QHash<QString, RetryPolicy> m_drafts; ///< by the stored name; empty: the new one
    QString m_stored;                     ///< name of the one in the form; empty: a new one
    QString m_wanted;                     ///< to be selected when it is there
};

} // namespace hookworks

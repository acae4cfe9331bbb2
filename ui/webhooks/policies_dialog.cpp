// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/policies_dialog.h"

#include "json/values_policy.h"
#include "ui/webhooks/policy_form.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/form.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/design/designer.h"
#include "workbench/design/drafts.h"
#include "workbench/design/policies.h"
#include "workbench/session/workbench.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr double shareOfScreen = 0.9;
const QString policyDrafts = QStringLiteral("policy/");

RetryPolicy usualPolicy()
{
    RetryPolicy policy;
    policy.name = PoliciesDialog::tr("My policy");
    policy.kind = RetryPolicy::Kind::Exponential;
    policy.firstGap = 30s;
    policy.count = 5;
    return policy;
}

} // namespace

PoliciesDialog::PoliciesDialog(Workbench& workbench, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_list(new QListWidget)
    , m_form(new PolicyForm)
    , m_head(new PaneHeader({}))
    , m_users(new TextLabel({}, Face::Body))
    , m_problem(new InlineMessage)
    , m_undo(new UndoBar)
{
    setObjectName(QStringLiteral("policies"));
    m_users->setObjectName(QStringLiteral("policyUsers"));
    m_problem->setObjectName(QStringLiteral("policyProblem"));
    setWindowTitle(tr("Own retry policies"));
    auto* halves = new QSplitter;
    halves->setChildrenCollapsible(false);
    halves->addWidget(makeList());
    halves->addWidget(makeEditor());
    halves->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(halves, 1);
    column->addWidget(m_undo);
    resize(QSize(scaled(760), scaled(600))
               .boundedTo((parent ? parent->window()->size() : screen()->availableSize()) * shareOfScreen));
    connect(m_list, &QListWidget::currentRowChanged, this, &PoliciesDialog::showCurrent);
    connect(m_form, &PolicyForm::edited, this, [this] {
        m_drafts[m_stored] = m_form->policy();
        m_workbench.drafts().put(policyDrafts + m_stored, compactJson(policyJson(m_form->policy())));
        m_problem->clear();
        showUsers();
        updateButtons();
    });
    connect(&workbench.policies(), &Policies::changed, this, &PoliciesDialog::reload);
    connect(&workbench.designer(), &Designer::webhooksChanged, this, &PoliciesDialog::reload);
    m_save->setDefault(true); // once it is the dialog's
    edit(usualPolicy(), {});
    m_form->focusName();
    loadDrafts();
}

void PoliciesDialog::loadDrafts()
{
    m_workbench.drafts()
        .startingWith(policyDrafts)
        .then(this, [this](const Result<QMap<QString, QByteArray>>& drafts) {
            for (const auto& [key, text] : drafts.value_or(QMap<QString, QByteArray>()).asKeyValueRange()) {
                if (const auto policy = policyFromJson(text, JsonSource::Program))
                    m_drafts.insert(key.sliced(policyDrafts.size()), *policy);
            }
            if (m_stored.isEmpty() && m_drafts.contains({}))
                m_form->show(m_drafts[{}]);
            reload();
        });
}

void PoliciesDialog::dropDraft(const QString& name)
{
    m_drafts.remove(name);
    m_workbench.drafts().remove(policyDrafts + name);
}

QToolButton* PoliciesDialog::addButton(const QString& text, const QString& icon,
                                       void (PoliciesDialog::*act)())
{
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, act);
    return button;
}

QWidget* PoliciesDialog::makeList()
{
    m_list->setObjectName(QStringLiteral("policyList"));
    m_list->setAccessibleName(tr("Own retry policies"));
    m_list->setFrameShape(QFrame::NoFrame);
    auto* fresh = addButton(tr("New policy"), QStringLiteral("list-add"), &PoliciesDialog::startNew);
    fresh->setObjectName(QStringLiteral("newPolicy"));
    m_duplicate =
        addButton(tr("Duplicate policy"), QStringLiteral("edit-duplicate"), &PoliciesDialog::duplicate);
    m_duplicate->setObjectName(QStringLiteral("duplicatePolicy"));
    m_remove = addButton(tr("Delete policy"), QStringLiteral("edit-delete"), &PoliciesDialog::remove);
    m_remove->setObjectName(QStringLiteral("deletePolicy"));
    auto* head = new PaneHeader(tr("Policies"));
    for (QToolButton* button : {fresh, m_duplicate, m_remove})
        head->addWidget(button);
    auto* side = new QWidget;
    side->setMinimumWidth(scaled(200));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_list, 1);
    return side;
}

QWidget* PoliciesDialog::makeEditor()
{
    auto* inside = new QWidget;
    auto* padded = new QVBoxLayout(inside);
    padded->setContentsMargins(space::broad, space::wide, space::broad, space::wide);
    padded->addWidget(m_form);
    padded->addStretch(1);
    auto* scroll = scrolling(inside);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* editor = new QWidget;
    auto* column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(scroll, 1);
    column->addWidget(new Hairline);
    column->addWidget(makeFoot());
    return editor;
}

QWidget* PoliciesDialog::makeFoot()
{
    m_revert = new QPushButton(tr("Re&vert"));
    m_save = new QPushButton(tr("Sa&ve"));
    m_save->setObjectName(QStringLiteral("savePolicy"));
    setLook(*m_save, ButtonLook::Primary);
    auto* close = new QPushButton(tr("Close"));
    for (QPushButton* button : {m_revert, close})
        button->setAutoDefault(false);
    connect(m_revert, &QPushButton::clicked, this, &PoliciesDialog::revert);
    connect(m_save, &QPushButton::clicked, this, &PoliciesDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::normal);
    buttons->addWidget(m_revert);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(close);
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(space::broad, space::wide, space::broad, space::wide);
    column->setSpacing(space::wide);
    column->addWidget(m_problem);
    column->addWidget(m_users);
    column->addLayout(buttons);
    return foot;
}

void PoliciesDialog::go(const QString& name)
{
    m_wanted = name;
    reload();
}

void PoliciesDialog::reload()
{
    m_workbench.designer().webhooks().then(this, [this](const Result<QList<Webhook>>& webhooks) {
        m_webhooks = webhooks.value_or(QList<Webhook>());
        showUsers();
    });
    m_workbench.policies().own().then(this, [this](const Result<QList<RetryPolicy>>& policies) {
        if (policies)
            take(*policies);
    });
}

void PoliciesDialog::take(const QList<RetryPolicy>& policies)
{
    m_policies = policies;
    for (const QString& name : m_drafts.keys()) {
        if (!name.isEmpty() && std::ranges::find(policies, name, &RetryPolicy::name) == policies.end())
            dropDraft(name);
    }
    const QString chosen = m_wanted.isEmpty() ? m_stored : m_wanted;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const RetryPolicy& policy : policies)
        m_list->addItem(policy.name);
    const auto found = std::ranges::find(policies, chosen, &RetryPolicy::name);
    if (found != policies.end()) {
        m_wanted.clear();
        m_list->setCurrentRow(static_cast<int>(found - policies.begin()));
        return showCurrent();
    }
    if (!m_stored.isEmpty() && !policies.isEmpty()) {
        m_list->setCurrentRow(0);
        return showCurrent();
    }
    if (!m_stored.isEmpty())
        return startNew();
    updateButtons();
}

void PoliciesDialog::showCurrent()
{
    const auto policy = current();
    if (policy && (policy->name != m_stored || !m_drafts.contains(policy->name)))
        edit(m_drafts.value(policy->name, *policy), policy->name);
    updateButtons();
}

void PoliciesDialog::edit(const RetryPolicy& policy, const QString& storedName)
{
    if (std::exchange(m_stored, storedName) != storedName)
        m_problem->clear(); // else it is about this one still
    m_form->show(policy);
    showUsers();
    updateButtons();
}

/// Which webhooks it is for, and what saving it means for them.
void PoliciesDialog::showUsers()
{
    QStringList names;
    for (const Webhook& webhook : std::as_const(m_webhooks)) {
        if (!m_stored.isEmpty() && webhook.policy == m_stored)
            names.append(webhook.name);
    }
    const QString users = names.join(QStringLiteral(", "));
    m_users->setText(
        m_stored.isEmpty() ? tr("A webhook follows it once you choose it there.")
        : names.isEmpty()  ? tr("No webhook uses it.")
        : isChanged()
            ? tr("Used by %1: new deliveries will follow it, those under way keep their plan.").arg(users)
            : tr("Used by %1.").arg(users));
}

bool PoliciesDialog::isChanged() const
{
    const auto stored = current();
    return m_stored.isEmpty() || (stored && m_form->policy() != *stored);
}

void PoliciesDialog::say(const Error& error)
{
    m_problem->tell(error.message, Severity::Error, {}, false);
}

void PoliciesDialog::updateButtons()
{
    const auto stored = current();
    m_duplicate->setEnabled(stored.has_value());
    m_remove->setEnabled(stored.has_value());
    const bool changed = isChanged();
    m_head->setTitle(m_stored.isEmpty() ? tr("New policy") : m_stored);
    m_head->setNote(changed && !m_stored.isEmpty() ? tr("changed") : QString());
    m_save->setEnabled(changed);
    m_save->setText(m_stored.isEmpty() ? tr("&Create policy") : tr("Sa&ve"));
    m_revert->setEnabled(changed && (!m_stored.isEmpty() || !m_policies.isEmpty()));
}

std::optional<RetryPolicy> PoliciesDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_policies.size() ? std::optional(m_policies[row]) : std::nullopt;
}

QString PoliciesDialog::freeName(const QString& wish) const
{
    QString name = wish;
    for (int number = 2; std::ranges::find(m_policies, name, &RetryPolicy::name) != m_policies.end();
         ++number)
        name = QStringLiteral("%1 %2").arg(wish).arg(number);
    return name;
}

void PoliciesDialog::startNew()
{
    RetryPolicy fresh = usualPolicy();
    fresh.name = freeName(fresh.name);
    m_list->setCurrentRow(-1);
    edit(m_drafts.value(QString(), fresh), {});
    m_form->focusName();
}

void PoliciesDialog::duplicate()
{
    auto copy = current();
    if (!copy)
        return;
    copy->name = freeName(tr("%1 copy").arg(copy->name));
    m_workbench.policies().save({}, *copy).then(this, [this, name = copy->name](const Result<void>& saved) {
        if (!saved)
            return say(saved.error());
        go(name);
    });
}

void PoliciesDialog::remove()
{
    const auto policy = current();
    if (!policy)
        return;
    m_workbench.policies().remove(policy->name).then(this, [this](const Result<RetryPolicy>& removed) {
        if (!removed)
            return say(removed.error());
        dropDraft(removed->name);
        m_undo->offer(tr("%1 deleted").arg(removed->name), [this, policy = *removed] {
            m_workbench.policies().save({}, policy).then(this, [this, policy](const Result<void>& restored) {
                if (!restored)
                    return say(restored.error());
                go(policy.name);
            });
        });
    });
}

void PoliciesDialog::save()
{
    if (!m_form->insist())
        return;
    const RetryPolicy policy = m_form->policy();
    m_workbench.policies()
        .save(m_stored, policy)
        .then(this, [this, policy, before = m_stored](const Result<void>& saved) {
            if (!saved)
                return say(saved.error());
            m_problem->clear();
            dropDraft(before);
            m_stored = policy.name;
            go(policy.name);
        });
}

void PoliciesDialog::revert()
{
    dropDraft(m_stored);
    if (const auto policy = current())
        return edit(*policy, policy->name);
    if (!m_policies.isEmpty())
        m_list->setCurrentRow(0);
}

} // namespace hookworks

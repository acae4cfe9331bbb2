// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rule_editor.h"

#include "domain/forward_address.h"
#include "ui/captures/rule_access_form.h"
#include "ui/captures/rule_fields.h"
#include "ui/captures/rule_reply_form.h"
#include "ui/captures/rule_when_form.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

RuleEditor::RuleEditor(QWidget* parent)
    : QScrollArea(parent)
    , m_when(new RuleWhenForm)
    , m_then(new RuleReplyForm)
    , m_access(new RuleAccessForm)
    , m_accessFold(new FoldSection(tr("Access"), m_access))
    , m_replies(new QComboBox)
    , m_more(new QPushButton(tr("Add")))
    , m_less(new QPushButton(tr("Remove")))
    , m_repeat(new QCheckBox(tr("Begin again after the last answer")))
    , m_forward(ruleLine(QStringLiteral("http://127.0.0.1:3000")))
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::wide, space::normal, space::wide, space::wide);
    column->setSpacing(space::normal);
    column->addWidget(m_when);
    column->addWidget(makeThen());
    column->addWidget(m_then);
    column->addWidget(m_accessFold);
    column->addStretch();
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Reply rule"));
    connectFields();
}

QWidget* RuleEditor::makeThen()
{
    auto* answers = new QWidget;
    auto* row = new QHBoxLayout(answers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::normal);
    row->addWidget(m_replies, 1);
    row->addWidget(m_more);
    row->addWidget(m_less);
    answers->setFocusProxy(m_replies);
    m_replies->setAccessibleName(tr("Answers in order"));
    auto* form = new Form;
    form->addHeading(tr("Then"));
    auto* problem =
        form->addRow(tr("Forward to"), m_forward,
                     tr("Passes the request on and gives its answer back. Empty: it answers itself."));
    m_forwardCheck = new FieldCheck(*m_forward, *problem, [](const QString& url) {
        const auto parts = forwardAddress(url);
        return url.trimmed().isEmpty() || parts ? QString() : parts.error().message;
    });
    form->addRow(tr("Answers"), answers);
    form->addWide(m_repeat);
    return form;
}

void RuleEditor::connectFields()
{
    connect(m_when, &RuleWhenForm::edited, this, &RuleEditor::changed);
    connect(m_then, &RuleReplyForm::edited, this, &RuleEditor::changed);
    connect(m_access, &RuleAccessForm::edited, this, &RuleEditor::changed);
    connect(m_forward, &QLineEdit::textEdited, this, &RuleEditor::changed);
    connect(m_repeat, &QCheckBox::toggled, this, &RuleEditor::changed);
    connect(m_replies, &QComboBox::activated, this, &RuleEditor::showReply);
    connect(m_more, &QPushButton::clicked, this, &RuleEditor::addReply);
    connect(m_less, &QPushButton::clicked, this, &RuleEditor::removeReply);
}

void RuleEditor::changed()
{
    m_accessFold->setSummary(m_access->summary());
    if (!m_setting)
        emit edited();
}

void RuleEditor::addReply()
{
    m_rule = rule();
    m_rule.replies << Reply();
    fillReplies();
    m_setting = true;
    showReply(static_cast<int>(m_rule.replies.size()) - 1);
    m_setting = false;
    emit edited();
}

void RuleEditor::removeReply()
{
    m_rule = rule();
    m_rule.replies.removeAt(m_reply);
    fillReplies();
    m_setting = true;
    showReply(m_reply - 1);
    m_setting = false;
    emit edited();
}

void RuleEditor::setRule(const ReplyRule& rule)
{
    if (rule == m_rule && !m_rule.replies.isEmpty())
        return;
    m_setting = true;
    m_rule = rule;
    if (m_rule.replies.isEmpty())
        m_rule.replies << Reply();
    m_when->show(rule);
    m_repeat->setChecked(rule.repeat);
    m_access->show(rule.require);
    m_accessFold->setSummary(m_access->summary());
    m_forward->setText(rule.forwardTo);
    m_forwardCheck->reset();
    fillReplies();
    showReply(0);
    m_setting = false;
}

void RuleEditor::fillReplies()
{
    const bool before = std::exchange(m_setting, true);
    m_replies->clear();
    for (qsizetype i = 0; i < m_rule.replies.size(); ++i)
        m_replies->addItem(tr("Answer %1 of %2").arg(i + 1).arg(m_rule.replies.size()));
    m_replies->addItem(tr("No credentials"));
    m_repeat->setEnabled(m_rule.replies.size() > 1);
    m_setting = before;
}

void RuleEditor::showReply(int index)
{
    if (!m_setting)
        m_rule = rule();
    const bool before = std::exchange(m_setting, true);
    m_reply = std::clamp(index, 0, static_cast<int>(m_rule.replies.size()));
    m_replies->setCurrentIndex(m_reply);
    m_less->setEnabled(m_rule.replies.size() > 1 && m_reply < m_rule.replies.size());
    m_then->show(storedReply());
    m_setting = before;
}

/// The one that is shown, as it was before it was edited.
Reply RuleEditor::storedReply() const
{
    if (m_reply < m_rule.replies.size())
        return m_rule.replies.at(m_reply);
    return m_rule.otherwise.value_or(unauthorized(m_rule.require.value_or(RequiredAuth())));
}

ReplyRule RuleEditor::rule() const
{
    ReplyRule rule = m_rule;
    m_when->applyTo(rule);
    rule.repeat = m_repeat->isChecked();
    rule.require = m_access->require();
    rule.forwardTo = m_forward->text().trimmed();
    const Reply shown = m_then->reply();
    const Reply usual = unauthorized(rule.require.value_or(RequiredAuth()));
    if (m_reply < rule.replies.size())
        rule.replies[m_reply] = shown;
    else
        rule.otherwise = shown == usual ? std::nullopt : std::optional(shown);
    return rule;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rule_editor.h"

#include "domain/forward_address.h"
#include "ui/captures/rule_access_form.h"
#include "ui/captures/rule_fields.h"
#include "ui/captures/rule_reply_form.h"
#include "ui/captures/rule_when_form.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

enum Part
{
    When,
    Then,
    Faults,
    Access
};

QWidget* pageOf(QWidget* part)
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::wide, 0, space::wide, space::wide);
    column->addWidget(part);
    column->addStretch();
    auto* scroll = scrolling(page);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

} // namespace

RuleEditor::RuleEditor(QWidget* parent)
    : QWidget(parent)
    , m_name(ruleLine())
    , m_parts(new SegmentedControl(tr("Part of the rule"), SegmentedControl::Height::SubBar))
    , m_pages(new QStackedLayout)
    , m_when(new RuleWhenForm)
    , m_then(new RuleReplyForm(this))
    , m_access(new RuleAccessForm)
    , m_replies(new QComboBox)
    , m_more(new QPushButton(tr("Add")))
    , m_less(new QPushButton(tr("Remove")))
    , m_repeat(new QCheckBox(tr("Begin again after the last answer")))
    , m_forward(ruleLine(QStringLiteral("http://127.0.0.1:3000")))
{
    setAccessibleName(tr("Reply rule"));
    setFocusProxy(m_name);
    arrange();
    connectFields();
    showPart(When);
}

void RuleEditor::arrange()
{
    auto* name = new Form;
    name->addRow(tr("Name"), m_name);
    for (const QString& words : {tr("When"), tr("Then"), tr("Faults"), tr("Access")})
        m_parts->addSegment(words);
    m_parts->setObjectName(QStringLiteral("ruleParts"));
    m_answers = makeAnswers();
    for (QWidget* part :
         {static_cast<QWidget*>(m_when), makeThen(), m_then->makeFaults(), static_cast<QWidget*>(m_access)})
        m_pages->addWidget(pageOf(part));
    auto* parts = new QHBoxLayout;
    parts->addWidget(m_parts);
    parts->addStretch(1);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(space::wide, space::normal, space::wide, 0);
    head->setSpacing(space::normal);
    head->addWidget(name);
    head->addLayout(parts);
    head->addWidget(m_answers);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::normal);
    column->addLayout(head);
    column->addLayout(m_pages, 1);
}

QWidget* RuleEditor::makeAnswers()
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
    form->addRow(tr("Answer"), answers);
    return form;
}

QWidget* RuleEditor::makeThen()
{
    auto* form = new Form;
    auto* problem =
        form->addRow(tr("Forward to"), m_forward,
                     tr("Passes the request on and gives its answer back. Empty: it answers itself."));
    m_forwardCheck = new FieldCheck(*m_forward, *problem, [](const QString& url) {
        const auto parts = forwardAddress(url);
        return url.trimmed().isEmpty() || parts ? QString() : parts.error().message;
    });
    form->addWide(m_repeat);
    auto* then = new QWidget;
    auto* column = new QVBoxLayout(then);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::normal);
    column->addWidget(m_then->makeAnswer());
    column->addWidget(form);
    return then;
}

void RuleEditor::showPart(int part)
{
    m_parts->setCurrent(part);
    m_pages->setCurrentIndex(part);
    m_answers->setVisible(part == Then || part == Faults);
}

/// What a part holds is told without opening it.
void RuleEditor::countParts()
{
    const ReplyRule shown = rule();
    const auto number = [](qsizetype count) {
        return count > 0 ? std::optional(static_cast<int>(count)) : std::nullopt;
    };
    const ReplyMatch& match = shown.match;
    m_parts->setCount(When, number((match.method.isEmpty() ? 0 : 1) + (match.path.isEmpty() ? 0 : 1) +
                                   match.query.size() + match.header.size() + match.body.size()));
    m_parts->setCount(Then, number(shown.replies.size() > 1 ? shown.replies.size() : 0));
    m_parts->setCount(Faults, number(std::ranges::count_if(shown.replies, [](const Reply& reply) {
                          return reply.fault.has_value();
                      })));
    m_parts->setCount(Access, number(shown.require ? 1 : 0));
}

void RuleEditor::connectFields()
{
    connect(m_parts, &SegmentedControl::chosen, this, &RuleEditor::showPart);
    connect(m_name, &QLineEdit::textEdited, this, &RuleEditor::changed);
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
    if (m_setting)
        return;
    countParts();
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
    changed();
}

void RuleEditor::removeReply()
{
    m_rule = rule();
    m_rule.replies.removeAt(m_reply);
    fillReplies();
    m_setting = true;
    showReply(m_reply - 1);
    m_setting = false;
    changed();
}

void RuleEditor::setRule(const ReplyRule& rule)
{
    if (rule == m_rule && !m_rule.replies.isEmpty())
        return;
    m_setting = true;
    m_rule = rule;
    if (m_rule.replies.isEmpty())
        m_rule.replies << Reply();
    m_name->setText(rule.name);
    m_when->show(rule);
    m_repeat->setChecked(rule.repeat);
    m_access->show(rule.require);
    m_forward->setText(rule.forwardTo);
    m_forwardCheck->reset();
    fillReplies();
    showReply(0);
    m_setting = false;
    countParts();
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
    rule.name = m_name->text().trimmed();
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

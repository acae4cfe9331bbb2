// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rule_editor.h"

#include "domain/forward_address.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace hookworks {

namespace {

using Pairs = QList<std::pair<QString, QString>>;

Pairs pairsOf(const QString& lines)
{
    Pairs pairs;
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype equals = line.indexOf(u'=');
        pairs.append({line.left(equals).trimmed(), equals < 0 ? QString() : line.mid(equals + 1).trimmed()});
    }
    return pairs;
}

QString linesOfPairs(const Pairs& pairs)
{
    QStringList lines;
    for (const auto& [name, value] : pairs)
        lines << name + u'=' + value;
    return lines.join(u'\n');
}

QSpinBox* number(int least, int most, const QString& suffix = {}, const QString& least_words = {})
{
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setSuffix(suffix);
    box->setSpecialValueText(least_words);
    return box;
}

} // namespace

RuleEditor::RuleEditor(QWidget* parent)
    : QScrollArea(parent)
{
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setContentsMargins(8, 0, 8, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = line(*form, tr("Name"));
    addMatch(*form);
    addAnswer(*form);
    addRest(*form);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Reply rule"));
    connectFields();
}

QLineEdit* RuleEditor::line(QFormLayout& form, const QString& name, const QString& hint)
{
    auto* field = new QLineEdit;
    field->setPlaceholderText(hint);
    form.addRow(name, field);
    return field;
}

QPlainTextEdit* RuleEditor::lines(QFormLayout& form, const QString& name, const QString& hint)
{
    auto* field = new QPlainTextEdit;
    field->setPlaceholderText(hint);
    field->setTabChangesFocus(true);
    field->setLineWrapMode(QPlainTextEdit::NoWrap);
    field->setFixedHeight(field->fontMetrics().height() * 3 + 14);
    setMonospace(*field);
    form.addRow(name, field);
    return field;
}

void RuleEditor::addMatch(QFormLayout& form)
{
    m_method = line(form, tr("Method"), tr("any"));
    m_path = line(form, tr("Path"), tr("any; * stands for any characters"));
    m_query = lines(form, tr("Query"), tr("name=value, one a line"));
    m_header = lines(form, tr("Headers"), tr("X-Tenant=a*, one a line"));
    m_body = lines(form, tr("Body"), tr("$.event=report.failed, one a line;\nholds for bodies up to 16 MiB"));
    m_times = number(0, 1'000'000, {}, tr("always"));
    form.addRow(tr("How often"), m_times);
    m_forSeconds = new QDoubleSpinBox;
    m_forSeconds->setRange(0, 31'536'000);
    m_forSeconds->setDecimals(3);
    m_forSeconds->setSuffix(tr(" s"));
    m_forSeconds->setSpecialValueText(tr("always"));
    m_forSeconds->setToolTip(tr("From the rule's first request on, on the workbench's clock"));
    form.addRow(tr("For how long"), m_forSeconds);
}

void RuleEditor::addAnswer(QFormLayout& form)
{
    m_replies = new QComboBox;
    auto* more = new QPushButton(tr("Add"));
    m_less = new QPushButton(tr("Remove"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_replies, 1);
    row->addWidget(more);
    row->addWidget(m_less);
    form.addRow(tr("Answers"), row);
    m_replies->setAccessibleName(tr("Answers in order"));
    m_repeat = new QCheckBox(tr("Begin again after the last answer"));
    form.addRow({}, m_repeat);
    m_fault = new QComboBox;
    m_fault->addItem(tr("Answer"));
    for (const Fault fault :
         {Fault::Reset, Fault::Close, Fault::Hang, Fault::Drip, Fault::Truncate, Fault::Garbage, Fault::Drop})
        m_fault->addItem(tr("Fault: %1").arg(toString(fault)), static_cast<int>(fault));
    form.addRow(tr("Does"), m_fault);
    m_status = number(200, 599);
    form.addRow(tr("Status"), m_status);
    m_replyHeaders = lines(form, tr("Headers"), tr("Retry-After: 2"));
    m_replyBody = lines(form, tr("Body"), {});
    m_bodyFile = line(form, tr("Body from file"));
    m_delayMin = number(0, 3'600'000, tr(" ms"));
    m_delayMax = number(0, 3'600'000, tr(" ms"));
    form.addRow(tr("Delay from"), m_delayMin);
    form.addRow(tr("Delay to"), m_delayMax);
    connect(m_replies, &QComboBox::activated, this, &RuleEditor::showReply);
    connect(more, &QPushButton::clicked, this, [this] {
        m_rule = rule();
        m_rule.replies << Reply();
        fillReplies();
        m_setting = true;
        showReply(static_cast<int>(m_rule.replies.size()) - 1);
        m_setting = false;
        emit edited();
    });
    connect(m_less, &QPushButton::clicked, this, [this] {
        m_rule = rule();
        m_rule.replies.removeAt(m_reply);
        fillReplies();
        m_setting = true;
        showReply(m_reply - 1);
        m_setting = false;
        emit edited();
    });
}

void RuleEditor::addRest(QFormLayout& form)
{
    m_probability = new QDoubleSpinBox;
    m_probability->setRange(0, 100);
    m_probability->setSuffix(tr(" %"));
    form.addRow(tr("Probability"), m_probability);
    m_seed = number(0, 1'000'000'000);
    form.addRow(tr("Seed"), m_seed);
    m_bearer = line(form, tr("Needs bearer"), tr("a token"));
    m_user = line(form, tr("Needs user"));
    m_password = line(form, tr("Password"));
    m_forward = line(form, tr("Forward to"), tr("http://127.0.0.1:3000"));
    auto* problem = new ProblemLabel;
    form.addRow(QString(), problem);
    m_forwardCheck = new FieldCheck(*m_forward, *problem, [](const QString& url) {
        const auto parts = forwardAddress(url);
        return url.trimmed().isEmpty() || parts ? QString() : parts.error().message;
    });
}

void RuleEditor::connectFields()
{
    for (QLineEdit* field : findChildren<QLineEdit*>()) {
        if (!qobject_cast<QAbstractSpinBox*>(field->parent()))
            connect(field, &QLineEdit::textEdited, this, &RuleEditor::changed);
    }
    for (QPlainTextEdit* field : findChildren<QPlainTextEdit*>())
        connect(field, &QPlainTextEdit::textChanged, this, &RuleEditor::changed);
    for (QSpinBox* field : findChildren<QSpinBox*>())
        connect(field, &QSpinBox::valueChanged, this, &RuleEditor::changed);
    for (QDoubleSpinBox* field : {m_probability, m_forSeconds})
        connect(field, &QDoubleSpinBox::valueChanged, this, &RuleEditor::changed);
    connect(m_fault, &QComboBox::currentIndexChanged, this, &RuleEditor::changed);
    connect(m_repeat, &QCheckBox::toggled, this, &RuleEditor::changed);
}

void RuleEditor::changed()
{
    if (!m_setting)
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
    m_name->setText(rule.name);
    m_method->setText(rule.match.method);
    m_path->setText(rule.match.path);
    m_query->setPlainText(linesOfPairs(rule.match.query));
    m_header->setPlainText(linesOfPairs(rule.match.header));
    m_body->setPlainText(linesOfPairs(rule.match.body));
    m_times->setValue(rule.times.value_or(0));
    m_forSeconds->setValue(seconds(rule.forTime.value_or(Micros(0))));
    m_repeat->setChecked(rule.repeat);
    m_probability->setValue(rule.probability.value_or(1) * 100);
    m_seed->setValue(static_cast<int>(rule.seed));
    const RequiredAuth require = rule.require.value_or(RequiredAuth());
    m_bearer->setText(require.bearer);
    m_user->setText(require.basicUser);
    m_password->setText(require.basicPassword);
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
    const Reply reply = storedReply();
    m_replies->setCurrentIndex(m_reply);
    m_less->setEnabled(m_rule.replies.size() > 1 && m_reply < m_rule.replies.size());
    m_fault->setCurrentIndex(reply.fault ? m_fault->findData(static_cast<int>(*reply.fault)) : 0);
    m_status->setValue(reply.status);
    m_replyHeaders->setPlainText(linesOf(reply.headers));
    m_replyBody->setPlainText(QString::fromUtf8(reply.body));
    m_bodyAsShown = m_replyBody->toPlainText();
    m_bodyFile->setText(reply.bodyFile);
    m_delayMin->setValue(static_cast<int>(milliseconds(reply.delay.min)));
    m_delayMax->setValue(static_cast<int>(milliseconds(reply.delay.max)));
    m_setting = before;
}

/// The one that is shown, as it was before it was edited.
Reply RuleEditor::storedReply() const
{
    if (m_reply < m_rule.replies.size())
        return m_rule.replies.at(m_reply);
    return m_rule.otherwise.value_or(unauthorized(m_rule.require.value_or(RequiredAuth())));
}

Reply RuleEditor::shownReply() const
{
    Reply reply;
    if (m_fault->currentData().isValid())
        reply.fault = static_cast<Fault>(m_fault->currentData().toInt());
    reply.status = m_status->value();
    reply.headers = headersFromLines(m_replyHeaders->toPlainText());
    const QString body = m_replyBody->toPlainText();
    reply.body = body == m_bodyAsShown ? storedReply().body : body.toUtf8();
    reply.bodyFile = m_bodyFile->text().trimmed();
    reply.delay.min = std::chrono::milliseconds(m_delayMin->value());
    reply.delay.max = std::chrono::milliseconds(std::max(m_delayMin->value(), m_delayMax->value()));
    return reply;
}

/// The field shows milliseconds; what is finer stays while it is not edited.
std::optional<Micros> RuleEditor::shownTime() const
{
    const Micros stored = m_rule.forTime.value_or(Micros(0));
    const Micros shown = microsFromSeconds(m_forSeconds->value());
    const Micros time = std::chrono::abs(shown - stored) < std::chrono::milliseconds(1) ? stored : shown;
    return time > Micros(0) ? std::optional(time) : std::nullopt;
}

ReplyRule RuleEditor::rule() const
{
    ReplyRule rule = m_rule;
    rule.name = m_name->text().trimmed();
    rule.match = {m_method->text().trimmed(), m_path->text().trimmed(), pairsOf(m_query->toPlainText()),
                  pairsOf(m_header->toPlainText()), pairsOf(m_body->toPlainText())};
    rule.times = m_times->value() > 0 ? std::optional(m_times->value()) : std::nullopt;
    rule.forTime = shownTime();
    rule.repeat = m_repeat->isChecked();
    rule.probability =
        m_probability->value() < 100 ? std::optional(m_probability->value() / 100) : std::nullopt;
    rule.seed = static_cast<quint32>(m_seed->value());
    const RequiredAuth require{m_bearer->text(), m_user->text(), m_password->text()};
    rule.require = require == RequiredAuth() ? std::nullopt : std::optional(require);
    rule.forwardTo = m_forward->text().trimmed();
    const Reply shown = shownReply();
    if (m_reply < rule.replies.size())
        rule.replies[m_reply] = shown;
    else
        rule.otherwise = shown == unauthorized(require) ? std::nullopt : std::optional(shown);
    return rule;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rule_when_form.h"

#include "ui/captures/rule_fields.h"
#include "ui/widgets/form.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hookworks {

RuleWhenForm::RuleWhenForm(QWidget* parent)
    : QWidget(parent)
    , m_method(ruleLine(tr("any")))
    , m_path(ruleLine(tr("any; * stands for any characters")))
    , m_query(ruleLines(tr("name=value, one a line")))
    , m_header(ruleLines(tr("X-Tenant=a*, one a line")))
    , m_body(ruleLines(tr("$.event=report.failed, one a line")))
    , m_times(ruleNumber(0, 1'000'000, {}, tr("always")))
    , m_seed(ruleNumber(0, 1'000'000'000))
    , m_forSeconds(new QDoubleSpinBox)
    , m_probability(new QDoubleSpinBox)
{
    arrange();
    for (QLineEdit* field : {m_method, m_path})
        connect(field, &QLineEdit::textEdited, this, &RuleWhenForm::edited);
    for (QPlainTextEdit* field : {m_query, m_header, m_body})
        connect(field, &QPlainTextEdit::textChanged, this, &RuleWhenForm::edited);
    for (QSpinBox* field : {m_times, m_seed})
        connect(field, &QSpinBox::valueChanged, this, &RuleWhenForm::edited);
    for (QDoubleSpinBox* field : {m_forSeconds, m_probability})
        connect(field, &QDoubleSpinBox::valueChanged, this, &RuleWhenForm::edited);
}

void RuleWhenForm::arrange()
{
    m_forSeconds->setRange(0, 31'536'000);
    m_forSeconds->setDecimals(3);
    m_forSeconds->setSuffix(tr(" s"));
    m_forSeconds->setSpecialValueText(tr("always"));
    m_probability->setRange(0, 100);
    m_probability->setSuffix(tr(" %"));
    auto* form = new Form;
    form->addRow(tr("Method"), m_method);
    form->addRow(tr("Path"), m_path);
    form->addRow(tr("Query"), m_query);
    form->addRow(tr("Headers"), m_header);
    form->addRow(tr("Body"), m_body, tr("Paths into the JSON. Bodies up to 16 MiB are looked at."));
    form->addRow(tr("How often"), m_times);
    form->addRow(tr("For how long"), m_forSeconds,
                 tr("From the rule's first request on, on the workbench's clock."));
    form->addRow(tr("Probability"), m_probability);
    form->addRow(tr("Seed"), m_seed, tr("The same seed draws the same requests again."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(form);
}

void RuleWhenForm::show(const ReplyRule& rule)
{
    const QSignalBlocker quiet(this);
    m_method->setText(rule.match.method);
    m_path->setText(rule.match.path);
    m_query->setPlainText(linesOfPairs(rule.match.query));
    m_header->setPlainText(linesOfPairs(rule.match.header));
    m_body->setPlainText(linesOfPairs(rule.match.body));
    m_times->setValue(rule.times.value_or(0));
    m_forSeconds->setValue(seconds(rule.forTime.value_or(Micros(0))));
    m_probability->setValue(rule.probability.value_or(1) * 100);
    m_seed->setValue(static_cast<int>(rule.seed));
}

std::optional<Micros> RuleWhenForm::shownTime(const std::optional<Micros>& stored) const
{
    const Micros before = stored.value_or(Micros(0));
    const Micros shown = microsFromSeconds(m_forSeconds->value());
    const Micros time = std::chrono::abs(shown - before) < std::chrono::milliseconds(1) ? before : shown;
    return time > Micros(0) ? std::optional(time) : std::nullopt;
}

void RuleWhenForm::applyTo(ReplyRule& rule) const
{
    rule.match = {m_method->text().trimmed(), m_path->text().trimmed(), pairsOf(m_query->toPlainText()),
                  pairsOf(m_header->toPlainText()), pairsOf(m_body->toPlainText())};
    rule.times = m_times->value() > 0 ? std::optional(m_times->value()) : std::nullopt;
    rule.forTime = shownTime(rule.forTime);
    rule.probability =
        m_probability->value() < 100 ? std::optional(m_probability->value() / 100) : std::nullopt;
    rule.seed = static_cast<quint32>(m_seed->value());
}

} // namespace hookworks

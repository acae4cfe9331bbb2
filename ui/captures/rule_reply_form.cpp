// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rule_reply_form.h"

#include "domain/faults.h"
#include "ui/captures/rule_fields.h"
#include "ui/inspect/header_lines.h"
#include "ui/widgets/form.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int longestDelay = 3'600'000; ///< milliseconds

QString faultWords(Fault fault)
{
    switch (fault) {
    case Fault::Reset:
        return RuleReplyForm::tr("Breaks the connection (RST) once the request is there.");
    case Fault::Close:
        return RuleReplyForm::tr("Closes the connection in order, without an answer.");
    case Fault::Hang:
        return RuleReplyForm::tr("Never answers, and keeps the connection open.");
    case Fault::Drip:
        return RuleReplyForm::tr("Answers one byte at a time, with the delay between two.");
    case Fault::Truncate:
        return RuleReplyForm::tr("Sends fewer bytes than it announces.");
    case Fault::Garbage:
        return RuleReplyForm::tr("Answers with bytes that are no HTTP.");
    case Fault::Drop:
        break;
    }
    return RuleReplyForm::tr("Accepts the connection and closes it before reading.");
}

} // namespace

RuleReplyForm::RuleReplyForm(QObject* parent)
    : QObject(parent)
    , m_fault(new QComboBox)
    , m_faultWords(quietLabel({}))
    , m_status(ruleNumber(200, 599))
    , m_delayMin(ruleNumber(0, longestDelay, tr(" ms")))
    , m_delayMax(ruleNumber(0, longestDelay, tr(" ms")))
    , m_headers(ruleLines(tr("Retry-After: 2")))
    , m_body(ruleLines({}))
    , m_bodyFile(ruleLine())
{
    m_fault->addItem(tr("None"));
    for (const Fault fault : allFaults())
        m_fault->addItem(toString(fault), static_cast<int>(fault));
    connect(m_fault, &QComboBox::currentIndexChanged, this, &RuleReplyForm::sayFault);
    connect(m_fault, &QComboBox::currentIndexChanged, this, &RuleReplyForm::edited);
    for (QSpinBox* field : {m_status, m_delayMin, m_delayMax})
        connect(field, &QSpinBox::valueChanged, this, &RuleReplyForm::edited);
    for (QPlainTextEdit* field : {m_headers, m_body})
        connect(field, &QPlainTextEdit::textChanged, this, &RuleReplyForm::edited);
    connect(m_bodyFile, &QLineEdit::textEdited, this, &RuleReplyForm::edited);
}

QWidget* RuleReplyForm::makeAnswer()
{
    auto* form = new Form;
    form->addRow(tr("Status"), m_status);
    form->addRow(tr("Headers"), m_headers);
    form->addRow(tr("Body"), m_body);
    form->addRow(tr("Body from file"), m_bodyFile);
    return form;
}

QWidget* RuleReplyForm::makeFaults()
{
    auto* form = new Form;
    form->addRow(tr("Fault"), stackedUp(m_fault, m_faultWords));
    form->addRow(tr("Delay from"), m_delayMin);
    form->addRow(tr("Delay to"), m_delayMax,
                 tr("Drawn between the two, and waited before the answer or the fault."));
    sayFault();
    return form;
}

void RuleReplyForm::sayFault()
{
    const QVariant fault = m_fault->currentData();
    m_faultWords->setText(fault.isValid() ? faultWords(static_cast<Fault>(fault.toInt()))
                                          : tr("The answer under Then is given."));
}

void RuleReplyForm::show(const Reply& reply)
{
    const QSignalBlocker quiet(this); // its own signal; the fields' words follow
    m_fault->setCurrentIndex(reply.fault ? m_fault->findData(static_cast<int>(*reply.fault)) : 0);
    m_status->setValue(reply.status);
    m_headers->setPlainText(linesOf(reply.headers));
    m_body->setPlainText(QString::fromUtf8(reply.body));
    m_bytes = reply.body;
    m_bodyAsShown = m_body->toPlainText();
    m_bodyFile->setText(reply.bodyFile);
    m_delayMin->setValue(static_cast<int>(milliseconds(reply.delay.min)));
    m_delayMax->setValue(static_cast<int>(milliseconds(reply.delay.max)));
}

Reply RuleReplyForm::reply() const
{
    Reply reply;
    if (m_fault->currentData().isValid())
        reply.fault = static_cast<Fault>(m_fault->currentData().toInt());
    reply.status = m_status->value();
    reply.headers = headersFromLines(m_headers->toPlainText());
    const QString body = m_body->toPlainText();
    reply.body = body == m_bodyAsShown ? m_bytes : body.toUtf8();
    reply.bodyFile = m_bodyFile->text().trimmed();
    reply.delay.min = std::chrono::milliseconds(m_delayMin->value());
    reply.delay.max = std::chrono::milliseconds(std::max(m_delayMin->value(), m_delayMax->value()));
    return reply;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhook_editor.h"

#include "ui/webhooks/auth_fields.h"
#include "ui/webhooks/certificate_fields.h"
#include "ui/webhooks/flow_fields.h"
#include "ui/webhooks/retry_fields.h"
#include "ui/webhooks/target_fields.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/form.h"
#include "ui/widgets/headers_field.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/text_label.h"
#include "workbench/design/designer.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hookworks {

WebhookEditor::WebhookEditor(const Providers& providers, Policies& policies, QWidget* parent)
    : QWidget(parent)
    , m_providers(providers)
    , m_message(new InlineMessage)
    , m_offReason(new ProblemLabel)
    , m_target(new TargetFields(providers))
    , m_auth(new AuthFields(providers))
    , m_retries(new RetryFields(providers, policies))
    , m_flow(new FlowFields)
    , m_certificate(new CertificateFields)
    , m_headers(new HeadersField)
    , m_headersProblem(new ProblemLabel)
    , m_saveProblem(new ProblemLabel)
    , m_revert(new QPushButton(tr("Revert")))
    , m_save(new QPushButton(tr("&Save")))
{
    auto* scroll = scrolling(makeFields());
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_foot = makeFoot();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(scroll, 1);
    column->addWidget(m_foot);
    setFocusProxy(m_target);
    m_target->checkBy([this](const QString& field) { return messagesAt(field, true).value(0); });
    watch();
}

QWidget* WebhookEditor::makeFields()
{
    m_offReason->setObjectName(QStringLiteral("offReason"));
    m_headers->setObjectName(QStringLiteral("webhookHeaders"));
    m_headers->setAccessibleName(tr("Headers"));
    auto* headers = new QWidget;
    auto* lines = new QVBoxLayout(headers);
    lines->setContentsMargins(0, 0, 0, space::normal);
    lines->setSpacing(space::tight);
    lines->addWidget(m_headers);
    lines->addWidget(m_headersProblem);
    lines->addWidget(
        quietLabel(tr("One a line. One that the provider sends too, such as Content-Type, is sent "
                      "instead of the provider's.")));
    m_headersSection = new FoldSection(tr("Headers"), headers);
    m_headersSection->setObjectName(QStringLiteral("headersSection"));
    m_flowSection = new FoldSection(tr("Flow"), m_flow);
    m_flowSection->setObjectName(QStringLiteral("flowSection"));
    m_certificateSection = new FoldSection(tr("Client certificate"), m_certificate);
    m_certificateSection->setObjectName(QStringLiteral("certificateSection"));
    auto* fields = new QWidget;
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::tight);
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_offReason, m_target, m_auth, m_retries, m_flowSection, m_certificateSection, m_headersSection})
        column->addWidget(part);
    column->addStretch();
    return fields;
}

QWidget* WebhookEditor::makeFoot()
{
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(space::wide, space::normal, space::wide, space::normal);
    column->addWidget(m_saveProblem);
    auto* row = new QHBoxLayout;
    m_save->setObjectName(QStringLiteral("save"));
    setLook(*m_save, ButtonLook::Primary);
    row->addWidget(new ElidedLabel(tr("Not saved yet"), Face::Caption, Colour::Quiet), 1);
    row->addWidget(m_revert);
    row->addWidget(m_save);
    column->addLayout(row);
    return foot;
}

void WebhookEditor::watch()
{
    connect(m_target, &TargetFields::edited, this, &WebhookEditor::onEdited);
    connect(m_target, &TargetFields::left, this, &WebhookEditor::checkHeaders);
    connect(m_target, &TargetFields::reportWanted, this, &WebhookEditor::reportWanted);
    connect(m_target, &TargetFields::providerChanged, m_auth, &AuthFields::setProvider);
    connect(m_target, &TargetFields::providerChanged, m_retries, &RetryFields::setProvider);
    connect(m_auth, &AuthFields::edited, this, &WebhookEditor::onEdited);
    connect(m_auth, &AuthFields::left, this, &WebhookEditor::checkHeaders);
    connect(m_auth, &AuthFields::headersWanted, this, [this] {
        m_headersSection->setOpen(true);
        m_headers->setFocus(Qt::OtherFocusReason);
    });
    connect(m_retries, &RetryFields::edited, this, &WebhookEditor::onEdited);
    connect(m_retries, &RetryFields::policiesWanted, this, &WebhookEditor::policiesWanted);
    connect(m_flow, &FlowFields::edited, this, &WebhookEditor::onEdited);
    connect(m_certificate, &CertificateFields::edited, this, &WebhookEditor::onEdited);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &WebhookEditor::onEdited);
    connect(m_headers, &HeadersField::left, this, &WebhookEditor::checkHeaders);
    connect(m_revert, &QPushButton::clicked, this, &WebhookEditor::revertWanted);
    connect(m_save, &QPushButton::clicked, this, &WebhookEditor::saveWanted);
}

void WebhookEditor::setReports(const QList<Report>& reports)
{
    m_target->setReports(reports);
}

/// Whether it is on is switched in the list and at once: a draft has no say in it.
void WebhookEditor::show(const Webhook& stored, const WebhookDraft& draft)
{
    const bool another = stored.id != m_stored.id;
    m_stored = stored;
    m_filling = true;
    m_target->show(draft.webhook);
    m_auth->show(draft.webhook);
    m_retries->show(draft.webhook);
    m_flow->show(draft.webhook.flow);
    m_certificate->show(draft.webhook.clientCertificate);
    m_headers->setLines(draft.headerLines);
    m_filling = false;
    if (another) {
        m_message->clear();
        m_flowSection->setOpen(false);
        m_certificateSection->setOpen(false);
        m_headersSection->setOpen(false);
    }
    m_saveProblem->setProblem({});
    const QString reason = stored.enabled ? QString() : stored.disabledReason;
    m_offReason->setProblem(reason.isEmpty() ? reason : tr("Switched off: %1").arg(reason),
                            Severity::Warning);
    m_save->setText(stored.id ? tr("&Save") : tr("&Create"));
    m_revert->setText(stored.id ? tr("Revert") : tr("&Cancel"));
    checkHeaders();
    m_auth->setProblem({});
    showSummaries();
    showFoot();
}

Webhook WebhookEditor::webhook() const
{
    Webhook typed = m_retries->applied(m_target->applied(m_stored));
    typed.token = m_auth->token();
    if (const auto headers = m_headers->headers())
        typed.headers = *headers;
    typed.flow = m_flow->applied(m_stored.flow);
    typed.clientCertificate = m_certificate->certificate();
    return typed;
}

WebhookDraft WebhookEditor::draft() const
{
    return {webhook(), m_headers->lines()};
}

bool WebhookEditor::isChanged() const
{
    return webhook() != m_stored || !m_headers->headers();
}

bool WebhookEditor::insist()
{
    checkHeaders();
    const QString token = messagesAt(QStringLiteral("token"), true).value(0);
    m_auth->setProblem(token);
    if (!m_certificate->problem().isEmpty())
        m_certificateSection->setOpen(true);
    return m_target->insist() && token.isEmpty() && headersProblem().isEmpty() &&
           m_retries->problem().isEmpty() && m_certificate->problem().isEmpty();
}

void WebhookEditor::focusUrl()
{
    m_target->focusUrl();
}

void WebhookEditor::tellProblem(const QString& message)
{
    m_saveProblem->setProblem(message);
    showFoot();
}

void WebhookEditor::tell(const QString& sentence, bool good, const QString& remedy, std::function<void()> act)
{
    m_message->tell(sentence, good ? Severity::Note : Severity::Warning, {remedy, std::move(act)});
}

void WebhookEditor::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && m_save->isEnabled())
        return emit saveWanted();
    if (event->key() == Qt::Key_Escape && m_revert->isEnabled())
        return emit revertWanted();
    QWidget::keyPressEvent(event);
}

void WebhookEditor::onEdited()
{
    if (m_filling)
        return;
    m_saveProblem->setProblem({});
    showSummaries();
    showFoot();
    emit edited();
}

void WebhookEditor::showSummaries()
{
    m_flowSection->setSummary(m_flow->summary());
    m_certificateSection->setSummary(m_certificate->summary());
    const auto headers = m_headers->headers();
    QStringList names;
    for (const Header& field : headers ? headers->fields : QList<Header>())
        names << QString::fromUtf8(field.name);
    m_headersSection->setSummary(!headers          ? headers.error().message
                                 : names.isEmpty() ? tr("none of your own")
                                                   : names.join(QStringLiteral(", ")));
}

void WebhookEditor::showFoot()
{
    const bool changed = !m_stored.id || isChanged();
    const bool stays = changed || !m_saveProblem->problem().isEmpty();
    if (!stays && m_foot->isAncestorOf(QApplication::focusWidget()))
        focusUrl(); // the button that was pressed goes
    m_save->setEnabled(changed);
    m_revert->setEnabled(changed);
    m_foot->setVisible(stays);
}

QString WebhookEditor::headersProblem() const
{
    const auto headers = m_headers->headers();
    return headers ? messagesAt(QStringLiteral("headers"), true).value(0) : headers.error().message;
}

/// What hinders saving, else what should be known: which header takes another's place, and the one that a
/// user in the URL becomes. Either opens the section that says it.
void WebhookEditor::checkHeaders()
{
    const QString problem = headersProblem();
    const QStringList notes =
        messagesAt(QStringLiteral("headers"), false) + messagesAt(QStringLiteral("url"), false);
    m_headersProblem->setProblem(problem.isEmpty() ? notes.join(u'\n') : problem,
                                 problem.isEmpty() ? Severity::Warning : Severity::Error);
    if (!problem.isEmpty() || !notes.isEmpty())
        m_headersSection->setOpen(true);
}

QStringList WebhookEditor::messagesAt(const QString& field, bool errors) const
{
    QStringList messages;
    for (const DesignProblem& problem : m_providers.checkWebhook(webhook())) {
        if ((problem.level == ProblemLevel::Error) == errors && problem.path.startsWith(field))
            messages << problem.message;
    }
    return messages;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/auth_fields.h"

#include "domain/shown_secrets.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "workbench/design/designer.h"

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

AuthFields::AuthFields(const Providers& providers, QWidget* parent)
    : QWidget(parent)
    , m_providers(providers)
    , m_form(new Form)
    , m_kind(new SegmentedControl(tr("Authorization")))
    , m_token(new QLineEdit)
    , m_noToken(quietLabel({}))
{
    m_kind->addSegment(tr("None"));
    m_kind->addSegment(tr("Token"));
    m_kind->addSegment(tr("Own headers"));
    m_token->setObjectName(QStringLiteral("token"));
    m_token->setEchoMode(QLineEdit::Password);
    QAction* reveal =
        m_token->addAction(themedIcon(QStringLiteral("view-reveal")), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setToolTip(tr("Show the token"));
    connect(reveal, &QAction::toggled, m_token,
            [this](bool on) { m_token->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    m_form->addSection(tr("Authorization"));
    m_form->addRow(tr("Kind"), stackedUp(m_kind, m_noToken));
    m_problem = m_form->addRow(tr("To&ken"), m_token, tr("Stored sealed."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    connect(m_kind, &SegmentedControl::chosen, this, &AuthFields::choose);
    connect(m_token, &QLineEdit::textEdited, this, &AuthFields::edited);
    connect(m_token, &QLineEdit::editingFinished, this, &AuthFields::left);
}

void AuthFields::show(const Webhook& webhook)
{
    m_token->setText(QString::fromUtf8(webhook.token));
    setProvider(webhook.provider);
    const bool own = std::ranges::any_of(webhook.headers.fields,
                                         [](const Header& field) { return namesSecret(field.name); });
    m_kind->setCurrent(!webhook.token.isEmpty() ? Token : own ? OwnFields : None);
    showKind();
}

QByteArray AuthFields::token() const
{
    return m_kind->current() == Token ? m_token->text().toUtf8() : QByteArray();
}

void AuthFields::setProvider(const QString& provider)
{
    const auto info = m_providers.find(provider);
    m_header = info ? info->authHeader : QString();
    m_scheme = info ? info->authScheme : QString();
    m_kind->setSegmentEnabled(Token, !m_header.isEmpty() || !m_token->text().isEmpty());
    m_token->setPlaceholderText(m_header.isEmpty()   ? QString()
                                : m_scheme.isEmpty() ? tr("Sent as %1: …").arg(m_header)
                                                     : tr("Sent as %1: %2 …").arg(m_header, m_scheme));
    m_token->setToolTip(m_token->placeholderText());
    m_noToken->setText(
        tr("%1 has no field for a token. Own headers can carry one.").arg(info ? info->title : provider));
    m_noToken->setVisible(m_header.isEmpty());
}

void AuthFields::setProblem(const QString& problem)
{
    m_problem->setProblem(problem);
}

/// A token that was typed is kept until another webhook is shown, for whoever comes back to it.
void AuthFields::choose(int kind)
{
    showKind();
    if (kind == Token)
        m_token->setFocus(Qt::OtherFocusReason);
    emit edited();
    if (kind == OwnFields)
        emit headersWanted();
}

void AuthFields::showKind()
{
    m_form->setRowVisible(m_token, m_kind->current() == Token);
}

} // namespace hookworks

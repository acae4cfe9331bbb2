// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rule_access_form.h"

#include "ui/captures/rule_fields.h"
#include "ui/widgets/form.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace hookworks {

RuleAccessForm::RuleAccessForm(QWidget* parent)
    : QWidget(parent)
    , m_bearer(ruleLine(tr("a token")))
    , m_user(ruleLine())
    , m_password(ruleLine())
{
    auto* form = new Form;
    form->addRow(tr("Needs bearer"), m_bearer);
    form->addRow(tr("Needs user"), m_user);
    form->addRow(tr("Password"), m_password,
                 tr("Without them a request gets the answer “No credentials”, 401 unless you change it."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(form);
    for (QLineEdit* field : {m_bearer, m_user, m_password})
        connect(field, &QLineEdit::textEdited, this, &RuleAccessForm::edited);
}

void RuleAccessForm::show(const std::optional<RequiredAuth>& require)
{
    const RequiredAuth shown = require.value_or(RequiredAuth());
    m_bearer->setText(shown.bearer);
    m_user->setText(shown.basicUser);
    m_password->setText(shown.basicPassword);
}

std::optional<RequiredAuth> RuleAccessForm::require() const
{
    const RequiredAuth shown{m_bearer->text(), m_user->text(), m_password->text()};
    return shown == RequiredAuth() ? std::nullopt : std::optional(shown);
}

} // namespace hookworks

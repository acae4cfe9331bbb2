// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/removal_question.h"

#include <QCheckBox>
#include <QPushButton>

namespace hookworks {

RemovalQuestion::RemovalQuestion(const Webhook& webhook, QWidget* parent)
    : QMessageBox(Question, tr("Delete webhook"), QString(), Cancel, parent)
    , m_forget(new QCheckBox(tr("&Forget its secrets in what was sent and received; this cannot be undone")))
{
    setObjectName(QStringLiteral("removeWebhook"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setText(
        tr("Delete %1? What was sent with it keeps its secrets, unless they are forgotten there: they are "
           "overwritten with *, and its deliveries that are not final are cancelled.")
            .arg(webhook.name));
    setCheckBox(m_forget);
    setDefaultButton(Cancel);
    const auto* const remove = addButton(tr("&Delete"), DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_forget->isChecked()); });
}

} // namespace hookworks

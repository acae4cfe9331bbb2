// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/everything_question.h"

#include <QPushButton>

namespace hookworks {

EverythingQuestion::EverythingQuestion(const QString& sentence, const QString& verb,
                                       const std::function<void()>& act, QWidget* parent)
    : QMessageBox(Question, tr("No filter is set"), sentence, Cancel, parent)
{
    setObjectName(QStringLiteral("everythingQuestion"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setDefaultButton(Cancel);
    const auto* const button = addButton(verb, DestructiveRole);
    connect(button, &QPushButton::clicked, this, act);
}

} // namespace hookworks

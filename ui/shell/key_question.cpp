// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_question.h"

#include "ui/widgets/file_dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

KeyQuestion::KeyQuestion(const Error& error, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("keyQuestion"));
    setWindowTitle(QStringLiteral("Hookworks"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::section, space::section, space::section, space::broad);
    column->setSpacing(space::normal);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::wide);
    head->addWidget(new IconMark(scaled(24), stateIcon(StateKind::Failed)));
    head->addWidget(new TextLabel(tr("The workspace's secrets cannot be opened"), Face::Title), 1);
    column->addLayout(head);
    column->addWidget(new TextLabel(error.message, Face::Body));
    if (!error.detail.isEmpty())
        column->addWidget(quietLabel(error.detail));
    column->addWidget(
        quietLabel(tr("With a new key, the tokens, passphrases and reports with webhooks that were "
                      "stored before cannot be read; everything else is there.")));
    column->addStretch();
    auto* quit = new QPushButton(tr("&Quit"));
    auto* fresh = new QPushButton(tr("Use a &new key"));
    auto* file = new QPushButton(tr("Choose a &key file…"));
    auto* again = new QPushButton(tr("&Try again"));
    fresh->setObjectName(QStringLiteral("newKey"));
    again->setObjectName(QStringLiteral("again"));
    again->setDefault(true);
    auto* row = new QHBoxLayout;
    row->addWidget(quit);
    row->addStretch();
    for (QPushButton* button : {fresh, file, again})
        row->addWidget(button);
    column->addSpacing(space::broad);
    column->addLayout(row);
    again->setFocus();
    setMinimumWidth(sized(Size::DialogWidth));
    connect(quit, &QPushButton::clicked, this, &QWidget::close);
    connect(fresh, &QPushButton::clicked, this, &KeyQuestion::newKeyWanted);
    connect(file, &QPushButton::clicked, this, &KeyQuestion::chooseFile);
    connect(again, &QPushButton::clicked, this, &KeyQuestion::againWanted);
}

void KeyQuestion::chooseFile()
{
    askForFile(*this, {tr("Choose a key file"), false, tr("All files (*)"), {}, {}},
               [this](const QString& file) { emit fileChosen(file); });
}

} // namespace hookworks

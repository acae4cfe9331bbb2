// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_question.h"

#include "ui/widgets/file_dialog.h"

#include <QPushButton>

namespace hookworks {

KeyQuestion::KeyQuestion(const Error& error, QWidget* parent)
    : ProblemWindow(tr("The workspace's secrets cannot be opened"), parent)
{
    setObjectName(QStringLiteral("keyQuestion"));
    say(error.message);
    if (!error.detail.isEmpty())
        sayQuietly(error.detail);
    sayQuietly(tr("With a new key, the tokens, passphrases and reports with webhooks that were "
                  "stored before cannot be read; everything else is there."));
    auto* fresh = new QPushButton(tr("Use a &new key"));
    auto* file = new QPushButton(tr("Choose a &key file…"));
    auto* again = new QPushButton(tr("&Try again"));
    fresh->setObjectName(QStringLiteral("newKey"));
    again->setObjectName(QStringLiteral("again"));
    offer({fresh, file, again});
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

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_field.h"

#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hookworks {

KeyField::KeyField(KeyRoom room, QWidget* parent)
    : QWidget(parent)
    , m_place(new ElidedLabel({}, Face::Body))
    , m_move(new QPushButton)
    , m_what(quietLabel({}))
    , m_problem(new ProblemLabel)
{
    m_place->setObjectName(QStringLiteral("settingsKeyPlace"));
    m_move->setObjectName(QStringLiteral("settingsMoveKey"));
    m_move->setAutoDefault(false);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::normal);
    line->addWidget(m_place, 1);
    line->addWidget(m_move);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addLayout(line);
    column->addWidget(m_problem);
    column->addWidget(m_what);
    setFocusProxy(m_move);
    connect(m_move, &QPushButton::clicked, this, &KeyField::move);
    show(room);
}

void KeyField::show(const KeyRoom& room)
{
    m_room = room;
    m_place->setText(room.place);
    m_move->setVisible(room.other != KeyRoom::Other::None);
    m_move->setEnabled(true);
    switch (room.other) {
    case KeyRoom::Other::Keyring:
        m_move->setText(tr("Move to the keyring"));
        m_what->setText(
            tr("Moving it writes it into the system's keyring, reads it back, and only then removes "
               "the file. Hookworks then needs the keyring to be unlocked."));
        break;
    case KeyRoom::Other::File:
        m_move->setText(tr("Move to a file"));
        m_what->setText(
            tr("Moving it writes it to %1, which only you can read, and only then takes it out of "
               "the keyring.")
                .arg(room.file));
        break;
    case KeyRoom::Other::None:
        m_what->setText(tr("HOOKWORKS_KEY_FILE names its file, so it stays there."));
        break;
    }
    emit changed();
}

/// The keyring may ask to be unlocked meanwhile.
void KeyField::move()
{
    if (!m_room.move)
        return;
    const bool focused = m_move->hasFocus();
    m_move->setEnabled(false);
    m_problem->setProblem({});
    m_room.move().then(this, [this, focused](const Result<KeyRoom>& room) {
        m_problem->setProblem(room ? QString()
                                   : (room.error().message + u' ' + room.error().detail).trimmed());
        show(room ? *room : m_room);
        if (focused)
            m_move->setFocus(Qt::OtherFocusReason); // it went on while the button was off
    });
}

} // namespace hookworks

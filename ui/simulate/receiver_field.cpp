// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/receiver_field.h"

#include "ui/widgets/form.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int leastReceiverLetters = 8;

} // namespace

ReceiverField::ReceiverField(QWidget* parent)
    : QWidget(parent)
    , m_choice(new QComboBox)
    , m_help(quietLabel({}))
{
    m_choice->setObjectName(QStringLiteral("simulateReceiver"));
    m_choice->setAccessibleName(tr("Receiver"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(leastReceiverLetters);
    for (const ReceiverChoice& choice : receiverChoices())
        m_choice->addItem(choice.name, static_cast<int>(choice.behaviour));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addWidget(m_choice);
    column->addWidget(m_help);
    setFocusProxy(m_choice);
    setFocusPolicy(Qt::ClickFocus); // a label's key goes on to the field
    connect(m_choice, &QComboBox::activated, this, [this] {
        showHelp();
        emit chosen();
    });
    showHelp();
}

ReceiverBehaviour ReceiverField::behaviour() const
{
    return m_choice->isEnabled() ? static_cast<ReceiverBehaviour>(m_choice->currentData().toInt())
                                 : ReceiverBehaviour::AsItIs;
}

void ReceiverField::setPossible(const QString& problem, const QString& note)
{
    m_choice->setEnabled(problem.isEmpty());
    m_note = problem.isEmpty() ? note : problem;
    showHelp();
}

void ReceiverField::showHelp()
{
    const QList<ReceiverChoice> choices = receiverChoices();
    const auto chosenOne = std::ranges::find(choices, behaviour(), &ReceiverChoice::behaviour);
    QStringList words{chosenOne->detail, m_note};
    words.removeAll(QString());
    m_help->setText(words.join(u' '));
    m_help->setVisible(!words.isEmpty());
}

} // namespace hookworks

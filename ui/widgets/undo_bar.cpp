// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undo_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <chrono>
#include <utility>

namespace hookworks {

namespace {
constexpr std::chrono::seconds shownFor{12};
}

UndoBar::UndoBar(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Midlight);
    m_sentence->setTextFormat(Qt::PlainText);
    auto* undo = new QPushButton(tr("&Undo"));
    undo->setObjectName(QStringLiteral("undo"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(m_sentence);
    row->addSpacing(8);
    row->addWidget(undo);
    row->addStretch();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &UndoBar::dismiss);
    connect(undo, &QPushButton::clicked, this, &UndoBar::undo);
    hide();
}

void UndoBar::offer(const QString& sentence, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_sentence->setText(sentence);
    m_timer.start(shownFor);
    show();
}

void UndoBar::undo()
{
    const auto deed = std::exchange(m_undo, nullptr);
    dismiss();
    if (deed)
        deed();
}

void UndoBar::dismiss()
{
    m_undo = nullptr;
    m_timer.stop();
    hide();
}

void UndoBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    QWidget::keyPressEvent(event);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undo_bar.h"

#include <QAction>
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

void UndoBar::listenIn(QWidget& page)
{
    m_key = new QAction(tr("Undo"), this);
    m_key->setShortcut(QKeySequence::Undo);
    m_key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_key->setEnabled(false);
    page.addAction(m_key);
    connect(m_key, &QAction::triggered, this, &UndoBar::undo);
}

void UndoBar::offer(const QString& sentence, std::function<void()> undo, std::function<void()> lapse)
{
    dismiss();
    m_undo = std::move(undo);
    m_lapse = std::move(lapse);
    if (m_key)
        m_key->setEnabled(true);
    m_sentence->setText(sentence);
    m_timer.start(shownFor);
    show();
}

void UndoBar::undo()
{
    const auto act = std::exchange(m_undo, nullptr);
    m_lapse = nullptr;
    dismiss();
    if (act)
        act();
}

void UndoBar::dismiss()
{
    m_undo = nullptr;
    m_timer.stop();
    if (m_key)
        m_key->setEnabled(false);
    hide();
    if (const auto lapse = std::exchange(m_lapse, nullptr))
        lapse();
}

void UndoBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    QWidget::keyPressEvent(event); // Escape goes back to the list, too
}

} // namespace hookworks

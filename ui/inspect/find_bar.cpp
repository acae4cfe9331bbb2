// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/find_bar.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace hookworks {

namespace {

QToolButton* arrowButton(Qt::ArrowType arrow, const QString& words)
{
    auto* button = new QToolButton;
    button->setArrowType(arrow);
    button->setToolTip(words);
    button->setAccessibleName(words);
    setLook(*button, ButtonLook::Quiet);
    return button;
}

} // namespace

FindBar::FindBar(Find find, std::function<void()> restart, QWidget* parent)
    : QWidget(parent)
    , m_find(std::move(find))
    , m_restart(std::move(restart))
    , m_text(new QLineEdit)
    , m_result(new ElidedLabel({}, Face::Caption, Colour::Quiet))
{
    m_text->setObjectName(QStringLiteral("findInside"));
    m_text->setPlaceholderText(tr("Find"));
    m_text->setAccessibleName(tr("Find inside"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    QToolButton* before = arrowButton(Qt::UpArrow, tr("Place before (Shift+Enter)"));
    QToolButton* next = arrowButton(Qt::DownArrow, tr("Next place (Enter)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    row->setSpacing(space::tight);
    row->addWidget(m_text, 1);
    row->addWidget(m_result);
    row->addWidget(before);
    row->addWidget(next);
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        m_restart();
        seek(true);
    });
    connect(before, &QToolButton::clicked, this, [this] { seek(false); });
    connect(next, &QToolButton::clicked, this, [this] { seek(true); });
    hide();
}

void FindBar::open()
{
    if (QWidget* const before = QApplication::focusWidget(); before && !isAncestorOf(before))
        m_before = before;
    show();
    m_text->setFocus();
    m_text->selectAll();
}

void FindBar::seek(bool forward)
{
    const QString text = m_text->text();
    m_result->setText(text.isEmpty() || m_find(text, forward) ? QString() : tr("Not found"));
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            seek(!(key->modifiers() & Qt::ShiftModifier));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::close()
{
    hide();
    const bool isBack = m_before && m_before->isVisible();
    if (isBack)
        m_before->setFocus(Qt::OtherFocusReason);
    m_before.clear();
    emit closed(isBack);
}

} // namespace hookworks

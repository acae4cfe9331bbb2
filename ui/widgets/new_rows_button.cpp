// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/new_rows_button.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QScrollBar>

namespace hookworks {

NewRowsButton::NewRowsButton(QAbstractItemView& view)
    : QPushButton(&view)
    , m_view(view)
    , m_viewport(view.viewport())
{
    setObjectName(QStringLiteral("newRows"));
    setAutoDefault(false);
    hide();
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    connect(this, &QPushButton::clicked, this, [this] {
        emit releaseWanted();
        m_view.scrollToTop();
        m_view.setFocus();
    });
}

/// A list that is empty, or shown to nobody, has nothing to move.
bool NewRowsButton::isRead() const
{
    if (!m_view.isVisible() || m_view.model()->rowCount() == 0)
        return false;
    const QScrollBar& bar = *m_view.verticalScrollBar();
    return bar.value() > bar.minimum() || m_view.viewport()->underMouse();
}

void NewRowsButton::setHeld(int held)
{
    m_held = held;
    if (held > 0 && !isRead()) {
        emit releaseWanted();
        return;
    }
    setVisible(held > 0);
    if (held == 0)
        return;
    setText(tr("%n new", nullptr, held));
    setAccessibleName(tr("Show %n new rows", nullptr, held));
    place();
    raise();
}

void NewRowsButton::place()
{
    adjustSize();
    const QRect room = m_view.viewport()->geometry();
    move(room.left() + (room.width() - width()) / 2, room.top() + 8);
}

bool NewRowsButton::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    else if (watched == m_viewport && event->type() == QEvent::Leave && m_held > 0 && !isRead())
        emit releaseWanted();
    return QPushButton::eventFilter(watched, event);
}

} // namespace hookworks

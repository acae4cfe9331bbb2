// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_actions.h"

#include "ui/timeline/timeline_painter.h"

#include <QKeyEvent>
#include <QMenu>

namespace hookworks {

void TimelineActions::open(const TimelineLane& lane, const TimelineMark* mark)
{
    if (mark && !mark->planned)
        emit attemptRequested(lane.delivery, mark->number);
}

bool TimelineActions::takeKey(const QKeyEvent& event, const TimelineLane& lane, const TimelineMark* mark,
                              WorkTime now)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool asks = modifiers == Qt::ShiftModifier && event.key() == Qt::Key_R;
    if (modifiers != Qt::NoModifier && !asks)
        return false;
    switch (event.key()) {
    case Qt::Key_R:
        emit replayRequested(lane.delivery, asks);
        return true;
    case Qt::Key_T:
        emit retryRequested(lane.delivery);
        return true;
    case Qt::Key_C:
        emit cancelRequested(lane.delivery);
        return true;
    case Qt::Key_Delete:
        emit removalRequested(lane.delivery);
        return true;
    case Qt::Key_D:
        if (!mark || !mark->planned)
            emit comparisonRequested(lane.delivery, mark ? mark->number : 0);
        return true;
    case Qt::Key_H:
        emit holdRequested(lane.delivery);
        return true;
    case Qt::Key_J:
        if (mark && mark->at > now)
            emit jumpRequested(mark->at);
        return true;
    case Qt::Key_O:
        if (mark && mark->capture)
            emit captureRequested(*mark->capture);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open(lane, mark);
        return true;
    default:
        return false;
    }
}

void TimelineActions::fill(QMenu& menu, const TimelineLane& lane, const TimelineMark* mark, WorkTime at,
                           WorkTime now)
{
    const DeliveryId delivery = lane.delivery;
    const bool open = !isFinal(lane.state);
    menu.addAction(tr("Retry now") + QStringLiteral("\tT"), this,
                   [this, delivery] { emit retryRequested(delivery); });
    menu.addAction(lane.state == DeliveryState::Held ? tr("Release") + QStringLiteral("\tH")
                                                     : tr("Hold") + QStringLiteral("\tH"),
                   this, [this, delivery] { emit holdRequested(delivery); })
        ->setEnabled(open);
    menu.addAction(tr("Cancel") + QStringLiteral("\tC"), this,
                   [this, delivery] { emit cancelRequested(delivery); })
        ->setEnabled(open);
    menu.addAction(tr("Replay now") + QStringLiteral("\tR"), this,
                   [this, delivery] { emit replayRequested(delivery, false); });
    menu.addAction(tr("Replay…") + QStringLiteral("\tShift+R"), this,
                   [this, delivery] { emit replayRequested(delivery, true); });
    menu.addSeparator();
    menu.addAction(tr("Jump the clock to %1").arg(clockWords(at)) + QStringLiteral("\tJ"), this,
                   [this, at] { emit jumpRequested(at); })
        ->setEnabled(at > now);
    menu.addSeparator();
    const int number = mark ? mark->number : 0;
    menu.addAction(tr("Open the attempt") + QStringLiteral("\tEnter"), this,
                   [this, delivery, number] { emit attemptRequested(delivery, number); })
        ->setEnabled(mark && !mark->planned);
    const std::optional<CaptureId> capture = mark ? mark->capture : std::nullopt;
    menu.addAction(tr("Open its capture") + QStringLiteral("\tO"), this,
                   [this, capture] { emit captureRequested(*capture); })
        ->setEnabled(capture.has_value());
    menu.addAction(number > 1 ? tr("Compare with the attempt before") + QStringLiteral("\tD")
                              : tr("Compare…") + QStringLiteral("\tD"),
                   this, [this, delivery, number] { emit comparisonRequested(delivery, number); })
        ->setEnabled(!mark || !mark->planned);
    menu.addSeparator();
    menu.addAction(tr("Remove") + QStringLiteral("\tDel"), this,
                   [this, delivery] { emit removalRequested(delivery); });
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_card.h"

#include "ui/timeline/timeline_painter.h"
#include "ui/widgets/text_views.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

/// A first line that stays a line: an error may be long and may have breaks.
QString oneLine(const QString& text, int most)
{
    const QString line = text.simplified();
    return line.size() <= most ? line : line.left(most - 1) + QChar(0x2026);
}

QString resultWords(const TimelineMark& mark)
{
    if (mark.planned)
        return {};
    if (!mark.outcome)
        return TimelineCard::tr("sending");
    const QString status = mark.status > 0 ? QString::number(mark.status) + u' ' : QString();
    const QString words = status + outcomeWords(*mark.outcome);
    return mark.error.isEmpty() ? words : words + QStringLiteral(": ") + oneLine(mark.error, 90);
}

QString timeWords(const TimelineMark& mark, WorkTime now)
{
    if (!mark.planned) {
        const QString at = TimelineCard::tr("at %1").arg(clockWords(mark.at));
        return mark.outcome ? TimelineCard::tr("%1, took %2").arg(at, durationWords(mark.duration)) : at;
    }
    QString due = TimelineCard::tr("due at %1").arg(clockWords(mark.at));
    if (mark.at <= now)
        return due;
    return TimelineCard::tr("%1, in %2")
        .arg(due, durationWords(std::chrono::ceil<std::chrono::seconds>(mark.at - now)));
}

} // namespace

TimelineCard::TimelineCard(QWidget* parent)
    : QFrame(parent)
    , m_title(plainLabel(this))
    , m_result(plainLabel(this))
    , m_times(plainLabel(this))
{
    setObjectName(QStringLiteral("timelineCard"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::normal, space::close, space::normal, space::close);
    column->setSpacing(space::hair);
    for (QLabel* label : {m_title, m_result, m_times}) {
        label->setForegroundRole(QPalette::ToolTipText);
        column->addWidget(label);
    }
    hide();
}

void TimelineCard::showMark(const TimelineLane& lane, int index, WorkTime now, const QRect& rect)
{
    const TimelineMark& mark = lane.marks[index];
    const auto count = lane.marks.size();
    const QString made =
        mark.origin == Origin::Manual ? tr("Attempt %1 of %2, by hand") : tr("Attempt %1 of %2");
    m_title->setText(made.arg(mark.number).arg(count));
    m_result->setText(resultWords(mark));
    m_result->setVisible(!m_result->text().isEmpty());
    m_times->setText(timeWords(mark, now));
    adjustSize();
    const QRect room = parentWidget()->rect();
    int top = rect.bottom() + space::tight;
    if (top + height() > room.bottom() && rect.top() - space::tight - height() >= 0)
        top = rect.top() - space::tight - height();
    const int left = std::clamp(rect.center().x() - width() / 2, space::tight,
                                std::max<int>(space::tight, room.width() - width() - space::tight));
    move(left, top);
    show();
    raise();
}

} // namespace hookworks

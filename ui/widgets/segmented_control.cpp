// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented_control.h"

#include "ui/widgets/style_painting.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace hookworks {

namespace {

class Segment final : public QAbstractButton
{
public:
    Segment(const QString& text, bool low)
        : m_low(low)
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setAccessibleName(text);
    }

    void setCount(std::optional<int> count, bool alert)
    {
        m_count = count ? QLocale().toString(*count) : QString();
        m_alert = alert;
        setAccessibleName(m_count.isEmpty() ? text() : text() + u' ' + m_count);
        updateGeometry();
        update();
    }

    void setEnds(bool first, bool last)
    {
        m_first = first;
        m_last = last;
        update();
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(fontOf(Face::Strong)); // so that nothing moves when another is chosen
        const int count = m_count.isEmpty() ? 0 : metrics.horizontalAdvance(m_count) + space::tight;
        return {metrics.horizontalAdvance(text()) + count + 2 * space::wide,
                sized(m_low ? Size::SubControl : Size::Control)};
    }

    QSize minimumSizeHint() const override
    {
        return {std::min(sizeHint().width(), scaled(36)), sizeHint().height()};
    }

private:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ToolTip || width() >= sizeHint().width() || !toolTip().isEmpty())
            return QAbstractButton::event(event);
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(accessibleName()),
                           this);
        return true;
    }

    /// The arrow keys are the control's.
    void keyPressEvent(QKeyEvent* event) override
    {
        switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
            return event->ignore();
        default:
            QAbstractButton::keyPressEvent(event);
        }
    }

    QPainterPath outline() const
    {
        const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, m_last ? -0.5 : 0.5, -0.5);
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        const double radius = shape::radius;
        path.addRoundedRect(frame, radius, radius);
        if (!m_first)
            path.addRect(QRectF(frame.left(), frame.top(), radius, frame.height()));
        if (!m_last)
            path.addRect(QRectF(frame.right() - radius, frame.top(), radius, frame.height()));
        return path.simplified();
    }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool touched = underMouse() && isEnabled() && !isChecked();
        painter.setPen(controlBorder(palette()));
        painter.setBrush(colour(isChecked() ? Colour::Surface
                                : touched   ? Colour::Hover
                                            : Colour::Well,
                                palette()));
        painter.drawPath(outline());
        paintWords(painter);
        if (hasFocus())
            paintFocusRing(painter, rect(), palette());
    }

    void paintWords(QPainter& painter) const
    {
        painter.setFont(fontOf(isChecked() ? Face::Strong : Face::Body));
        const QFontMetrics metrics = painter.fontMetrics();
        const int count = m_count.isEmpty() ? 0 : metrics.horizontalAdvance(m_count) + space::tight;
        const QString words = metrics.elidedText(text(), Qt::ElideRight, width() - count - 2 * space::normal);
        const int wide = metrics.horizontalAdvance(words) + count;
        const QRect room((width() - wide) / 2, 0, wide + 1, height());
        painter.setPen(colour(!isEnabled()  ? Colour::Faint
                              : isChecked() ? Colour::Text
                                            : Colour::Quiet,
                              palette()));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, words);
        if (m_alert)
            painter.setPen(stateColour(StateKind::Failed, palette()));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, m_count);
    }

    QString m_count;
    bool m_low;
    bool m_alert = false;
    bool m_first = true;
    bool m_last = true;
};

Segment& segmentOf(QAbstractButton* button)
{
    return *static_cast<Segment*>(button);
}

} // namespace

SegmentedControl::SegmentedControl(const QString& name, Height height, QWidget* parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_height(height)
{
    setAccessibleName(name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int index) {
        setFocusProxy(m_buttons->button(index));
        emit chosen(index);
    });
}

int SegmentedControl::addSegment(const QString& text)
{
    const int index = count();
    auto* segment = new Segment(text, m_height == Height::SubBar);
    m_buttons->addButton(segment, index);
    layout()->addWidget(segment);
    if (index == 0) {
        segment->setChecked(true);
        setFocusProxy(segment);
    }
    markEnds();
    return index;
}

void SegmentedControl::markEnds()
{
    for (int i = 0; i < count(); ++i)
        segmentOf(m_buttons->button(i)).setEnds(i == 0, i == count() - 1);
}

void SegmentedControl::setCount(int index, std::optional<int> count, bool alert)
{
    segmentOf(m_buttons->button(index)).setCount(count, alert);
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled)
{
    m_buttons->button(index)->setEnabled(enabled);
}

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton* button = m_buttons->button(index)) {
        button->setChecked(true);
        setFocusProxy(button);
    }
}

int SegmentedControl::current() const
{
    return m_buttons->checkedId();
}

int SegmentedControl::count() const
{
    return static_cast<int>(m_buttons->buttons().size());
}

void SegmentedControl::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_Right:
    case Qt::Key_Down:
        return step(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SegmentedControl::step(int by)
{
    for (int i = current() + by; i >= 0 && i < count(); i += by) {
        QAbstractButton* next = m_buttons->button(i);
        if (!next->isEnabled())
            continue;
        next->setFocus(Qt::TabFocusReason);
        next->click();
        return;
    }
}

} // namespace hookworks

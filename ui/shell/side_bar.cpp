// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_bar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

namespace hookworks {

namespace {

/// A flat entry: the current one on a tinted ground with an accent at its left.
class PageButton final : public QAbstractButton
{
public:
    PageButton(const QString& title, const QString& iconName)
    {
        setText(title);
        setIcon(themedIcon(iconName));
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(title);
    }

    QSize sizeHint() const override
    {
        const int text = fontMetrics().horizontalAdvance(text_());
        return {text + 16 + 12 + 8 + 16, std::max(32, fontMetrics().height() + 14)};
    }

private:
    QString text_() const { return text(); }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRect body = rect().adjusted(4, 1, -4, -1);
        paintGround(painter, body);
        const QRect picture(body.left() + 10, body.center().y() - 7, 16, 16);
        icon().paint(&painter, picture);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(body.adjusted(34, 0, -4, 0), Qt::AlignVCenter | Qt::TextSingleLine, text());
        if (hasFocus()) {
            painter.setPen(QPen(stateColour(StateKind::Sending, palette()), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(body).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
        }
    }

    void paintGround(QPainter& painter, const QRect& body)
    {
        if (!isChecked() && !underMouse())
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(isChecked() ? QPalette::Highlight : QPalette::Midlight));
        painter.drawRoundedRect(body, 4, 4);
    }
};

} // namespace

PageBar::PageBar(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_buttons(new QButtonGroup(this))
{
    m_column->setContentsMargins(4, 8, 5, 8);
    m_column->setSpacing(2);
    m_column->addStretch();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setAccessibleName(tr("Pages"));
    connect(m_buttons, &QButtonGroup::idClicked, this, &PageBar::chosen);
}

void PageBar::addPage(const QString& title, const QString& iconName)
{
    const int index = static_cast<int>(m_buttons->buttons().size());
    auto* button = new PageButton(title, iconName);
    button->setToolTip(tr("%1 (Alt+%2)").arg(title).arg(index + 1));
    m_buttons->addButton(button, index);
    m_column->insertWidget(index, button);
}

void PageBar::setCurrent(int index)
{
    if (QAbstractButton* button = m_buttons->button(index))
        button->setChecked(true);
}

void PageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(lineColour(palette()));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

void PageBar::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    QAbstractButton* next = m_buttons->button(m_buttons->checkedId() + step);
    if (step == 0 || !next)
        return QWidget::keyPressEvent(event);
    next->setFocus(Qt::TabFocusReason);
    next->click();
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include "ui/widgets/style_painting.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>

namespace hookworks {

ActionButton::ActionButton(QAction& action, ButtonLook look, QWidget* parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    setLook(*this, look);
    follow(action);
    connect(&action, &QAction::changed, this, [this, &action] { follow(action); });
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QObject::destroyed, this, &QObject::deleteLater);
}

void ActionButton::follow(const QAction& action)
{
    setText(action.text());
    setEnabled(action.isEnabled());
    setToolTip(actionToolTip(action));
    setAccessibleName(action.text().remove(u'&'));
    if (menu() != action.menu())
        setMenu(action.menu());
}

ElidedButton::ElidedButton(QWidget* parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

/// Qt adds the width of two blanks, which stand behind the text here.
QSize ElidedButton::sizeHint() const
{
    return QToolButton::sizeHint() - QSize(2 * fontMetrics().horizontalAdvance(u' '), 0);
}

QSize ElidedButton::minimumSizeHint() const
{
    const QSize size = sizeHint();
    return {std::min(size.width(), sized(Size::Icon) + fontMetrics().averageCharWidth() * 10), size.height()};
}

bool ElidedButton::isCut() const
{
    return width() < sizeHint().width();
}

bool ElidedButton::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QToolButton::event(event);
    const QString whole = isCut() ? text() + u'\n' + toolTip() : toolTip();
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(whole), this);
    return true;
}

void ElidedButton::paintEvent(QPaintEvent*)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width() + space::tight;
    option.text = fontMetrics().elidedText(text(), Qt::ElideMiddle, width() - icon - 2 * space::tight);
    QPainter painter(this);
    style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
}

MoreButton::MoreButton(QWidget* parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setAccessibleName(tr("More"));
    setToolTip(tr("More"));
    setMinimumWidth(sized(Size::Control));
    setMinimumHeight(sized(Size::Control));
}

void MoreButton::paintEvent(QPaintEvent*)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    QPainter painter(this);
    paintToolButton(painter, option, ButtonLook::Quiet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(buttonTextColour(option, ButtonLook::Quiet));
    const double radius = scaled(1.4);
    for (const int offset : {-1, 0, 1})
        painter.drawEllipse(QRectF(rect()).center() + QPointF(offset * scaled(5), 0), radius, radius);
}

QString actionToolTip(const QAction& action)
{
    QString words = action.toolTip().isEmpty() ? action.text() : action.toolTip();
    words.remove(u'&').remove(u'…');
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return plainToolTip(keys.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, keys));
}

QList<QAction*> inGroups(const QList<QList<QAction*>>& groups, QObject* parent)
{
    QList<QAction*> all;
    for (const QList<QAction*>& group : groups) {
        if (!all.isEmpty() && !group.isEmpty()) {
            all << new QAction(parent);
            all.last()->setSeparator(true);
        }
        all << group;
    }
    return all;
}

} // namespace hookworks

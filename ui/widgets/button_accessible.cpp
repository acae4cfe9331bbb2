// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button_accessible.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace hookworks {

namespace {

QMenu* menuOf(const QAbstractButton& button)
{
    if (const auto* push = qobject_cast<const QPushButton*>(&button))
        return push->menu();
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    return tool ? tool->menu() : nullptr;
}

/// Whether it can be checked and has a menu may change while it lives, so both are asked each time.
class AccessibleButton final : public QAccessibleWidget
{
public:
    explicit AccessibleButton(QAbstractButton* button)
        : QAccessibleWidget(button, QAccessible::PushButton)
    {
    }

    QAccessible::Role role() const override
    {
        if (menuOf(*button()))
            return QAccessible::ButtonMenu;
        if (!button()->isCheckable())
            return QAccessible::PushButton;
        const bool exclusive =
            button()->autoExclusive() || (button()->group() && button()->group()->exclusive());
        return exclusive ? QAccessible::RadioButton : QAccessible::CheckBox;
    }

    QString text(QAccessible::Text kind) const override
    {
        const QString said = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && said.isEmpty() ? ownName() : said;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = button()->isCheckable();
        state.checked = button()->isChecked();
        state.pressed = button()->isDown();
        state.hasPopup = menuOf(*button()) != nullptr;
        if (const auto* box = qobject_cast<QCheckBox*>(button()))
            state.checkStateMixed = box->checkState() == Qt::PartiallyChecked;
        return state;
    }

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (button()->isEnabled())
            names.prepend(ownAction());
        return names;
    }

    void doAction(const QString& name) override
    {
        if (name != ownAction())
            return QAccessibleWidget::doAction(name);
        if (auto* tool = qobject_cast<QToolButton*>(button()); tool && tool->menu())
            QMetaObject::invokeMethod(tool, &QToolButton::showMenu,
                                      Qt::QueuedConnection); // it waits for the menu
        else if (menuOf(*button()))
            button()->animateClick();
        else
            button()->click();
    }

private:
    QAbstractButton* button() const { return static_cast<QAbstractButton*>(object()); }

    /// Of a button that shows an icon only, what its action says.
    QString ownName() const
    {
        QString words = button()->text();
        const auto* tool = qobject_cast<QToolButton*>(button());
        if (words.isEmpty() && tool && tool->defaultAction())
            words = tool->defaultAction()->toolTip();
        return words.remove(u'&');
    }

    const QString& ownAction() const
    {
        if (menuOf(*button()))
            return showMenuAction();
        return button()->isCheckable() ? toggleAction() : pressAction();
    }
};

} // namespace

QAccessibleInterface* accessibleButton(const QString&, QObject* object)
{
    auto* button = qobject_cast<QAbstractButton*>(object);
    return button ? new AccessibleButton(button) : nullptr;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colour_field.h"

#include "ui/widgets/painted_icon.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"

#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr int columns = 6;

QIcon swatch(const QColor& colour)
{
    return QIcon(new PaintedIcon([colour](QPainter& painter, const QRect& rect, QIcon::Mode) {
        painter.setPen(controlBorder(QGuiApplication::palette()));
        painter.setBrush(colour.isValid() ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), shape::smallRadius,
                                shape::smallRadius);
    }));
}

/// The swatches in a grid, and a line for any other colour.
class ColourPopup final : public QFrame
{
public:
    ColourPopup(const QList<NamedColour>& offered, const QColor& present, std::function<void(QColor)> choose,
                QWidget* parent)
        : QFrame(parent, Qt::Popup)
        , m_choose(std::move(choose))
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setFrameShape(QFrame::StyledPanel);
        setBackgroundRole(QPalette::Base);
        setAutoFillBackground(true);
        setAccessibleName(QObject::tr("Colours"));
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(space::normal, space::normal, space::normal, space::normal);
        m_grid = new QGridLayout;
        m_grid->setSpacing(space::hair);
        column->addLayout(m_grid);
        for (const NamedColour& one : offered)
            addSwatch(one, present);
        column->addWidget(otherField(present));
    }

private:
    void addSwatch(const NamedColour& one, const QColor& present)
    {
        auto* button = new QToolButton;
        button->setAutoRaise(true);
        button->setIcon(swatch(one.colour));
        button->setToolTip(one.name);
        button->setAccessibleName(one.name);
        button->setFocusPolicy(Qt::StrongFocus);
        const int at = m_grid->count();
        m_grid->addWidget(button, at / columns, at % columns);
        connect(button, &QToolButton::clicked, this, [this, colour = one.colour] { finish(colour); });
        if (one.colour == present || at == 0)
            button->setFocus();
    }

    QWidget* otherField(const QColor& present)
    {
        auto* field = new QLineEdit(present.isValid() ? present.name() : QString());
        field->setFont(fontOf(Face::Code));
        field->setPlaceholderText(QStringLiteral("#rrggbb"));
        field->setMaxLength(7);
        field->setAccessibleName(QObject::tr("Another colour"));
        connect(field, &QLineEdit::returnPressed, this, [this, field] {
            const QString typed = field->text().trimmed();
            const QColor colour(typed.startsWith(u'#') ? typed : u'#' + typed);
            if (colour.isValid())
                finish(colour);
        });
        return field;
    }

    void finish(const QColor& colour)
    {
        const auto choose = m_choose;
        close();
        choose(colour);
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        const int step = event->key() == Qt::Key_Right  ? 1
                         : event->key() == Qt::Key_Left ? -1
                         : event->key() == Qt::Key_Down ? columns
                         : event->key() == Qt::Key_Up   ? -columns
                                                        : 0;
        const int at = m_grid->indexOf(focusWidget());
        if (step == 0 || at < 0)
            return QFrame::keyPressEvent(event);
        if (QLayoutItem* next = m_grid->itemAt(at + step))
            next->widget()->setFocus(Qt::TabFocusReason);
    }

    std::function<void(QColor)> m_choose;
    QGridLayout* m_grid;
};

} // namespace

ColourField::ColourField(QList<NamedColour> offered, QWidget* parent)
    : QPushButton(parent)
    , m_offered(std::move(offered))
{
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &ColourField::open);
    setColour({});
}

void ColourField::setColour(const QColor& colour)
{
    m_colour = colour;
    const auto known = std::ranges::find(m_offered, colour, &NamedColour::colour);
    const QString name = known != m_offered.end() ? known->name
                         : colour.isValid()       ? colour.name()
                                                  : tr("Not set");
    setText(name);
    setIcon(swatch(colour));
    setAccessibleDescription(name);
}

/// It chooses as a combo box does, so it looks like one.
void ColourField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.frame = true;
    style()->drawComplexControl(QStyle::CC_ComboBox, &option, &painter, this);
    const QRect room = rect().adjusted(shape::fieldPadding, 0, -scaled(24), 0);
    const int side = sized(Size::StateShape);
    icon().paint(&painter, QRect(room.left(), room.center().y() - side / 2, side, side));
    painter.setPen(hookworks::colour(isEnabled() ? Colour::Text : Colour::Faint, palette()));
    painter.drawText(room.adjusted(side + space::close, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                     text());
}

void ColourField::open()
{
    auto* popup = new ColourPopup(
        m_offered, m_colour, [this](const QColor& colour) { take(colour); }, this);
    popup->adjustSize();
    popup->move(mapToGlobal(QPoint(0, height() + space::hair)));
    popup->show();
}

void ColourField::take(const QColor& colour)
{
    if (colour == m_colour)
        return;
    setColour(colour);
    emit chosen(colour);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/side_bar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/style_painting.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace hookworks {

namespace {

/// A flat entry: icon, title, count; the current one on the selection's ground.
class SideEntry final : public QAbstractButton
{
public:
    SideEntry(const QString& title, const QString& iconName)
    {
        setText(title);
        setIcon(themedIcon(iconName));
        setCheckable(true);
        setAutoExclusive(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(title);
    }

    void setCount(std::optional<qint64> count)
    {
        m_count = count ? QLocale().toString(*count) : QString();
        setAccessibleDescription(m_count);
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const int title = QFontMetrics(fontOf(Face::Strong)).horizontalAdvance(text());
        const int count = m_count.isEmpty() ? 0
                                            : QFontMetrics(fontOf(Face::Caption)).horizontalAdvance(m_count) +
                                                  space::normal;
        return {space::normal + sized(Size::Icon) + space::normal + title + count + space::normal,
                sized(Size::SideEntry)};
    }

private:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (isChecked() || underMouse())
            paintRounded(painter, rect(), colour(isChecked() ? Colour::Selection : Colour::Hover, palette()),
                         {}, false, palette());
        const int side = sized(Size::Icon);
        icon().paint(&painter, QRect(space::normal, (height() - side) / 2, side, side));
        const QRect room = rect().adjusted(2 * space::normal + side, 0, -space::normal, 0);
        painter.setPen(colour(Colour::Text, palette()));
        painter.setFont(fontOf(isChecked() ? Face::Strong : Face::Body));
        painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, text());
        painter.setPen(colour(Colour::Quiet, palette()));
        painter.setFont(fontOf(Face::Caption));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, m_count);
        if (hasFocus())
            paintFocusRing(painter, rect(), palette());
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
            event->ignore(); // the bar's
        else
            QAbstractButton::keyPressEvent(event);
    }

    QString m_count;
};

/// A smaller entry, indented, that never widens the bar.
class PlaceEntry final : public QAbstractButton
{
public:
    explicit PlaceEntry(const NamedPlace& place)
    {
        setText(place.name);
        setToolTip(plainToolTip(place.name + u'\n' + place.tip));
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(place.name);
    }

    QSize sizeHint() const override { return {0, sized(Size::SubControl)}; }

private:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (underMouse())
            paintRounded(painter, rect(), colour(Colour::Hover, palette()), {}, false, palette());
        const QRect room = rect().adjusted(2 * space::normal + sized(Size::Icon), 0, -space::normal, 0);
        const QFont font = fontOf(Face::Caption);
        painter.setFont(font);
        painter.setPen(colour(Colour::Text, palette()));
        painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(text(), Qt::ElideMiddle, room.width()));
        if (hasFocus())
            paintFocusRing(painter, rect(), palette());
    }
};

} // namespace

SideBar::SideBar(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_buttons(new QButtonGroup(this))
{
    m_column->setContentsMargins(space::normal, space::normal, space::normal + shape::line, space::normal);
    m_column->setSpacing(space::hair);
    m_column->addStretch();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setMinimumWidth(sized(Size::SideBar));
    setAccessibleName(tr("Pages"));
    connect(m_buttons, &QButtonGroup::idClicked, this, &SideBar::chosen);
}

void SideBar::addPage(const QString& title, const QString& iconName)
{
    const int index = static_cast<int>(m_buttons->buttons().size());
    auto* entry = new SideEntry(title, iconName);
    entry->setToolTip(tr("%1 (Alt+%2)").arg(title).arg(index + 1));
    m_buttons->addButton(entry, index);
    m_column->insertWidget(index, entry);
}

void SideBar::setCurrent(int index)
{
    if (QAbstractButton* button = m_buttons->button(index))
        button->setChecked(true);
}

void SideBar::setCount(int index, std::optional<qint64> count)
{
    if (QAbstractButton* button = m_buttons->button(index))
        static_cast<SideEntry*>(button)->setCount(count);
}

void SideBar::showPlaces(int index, const QList<NamedPlace>& places)
{
    constexpr qsizetype most = 12;
    for (QWidget* place : std::exchange(m_places, {}))
        place->deleteLater();
    const int below = m_column->indexOf(m_buttons->button(index)) + 1;
    for (const NamedPlace& place : places.first(std::min(places.size(), most))) {
        auto* entry = new PlaceEntry(place);
        m_column->insertWidget(below + static_cast<int>(m_places.size()), entry);
        m_places << entry;
        connect(entry, &QAbstractButton::clicked, this,
                [this, index, to = place.place] { emit placeChosen(index, to); });
    }
}

void SideBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(colour(Colour::Line, palette()));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

void SideBar::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    QAbstractButton* next = m_buttons->button(m_buttons->checkedId() + step);
    if (step == 0 || !next)
        return QWidget::keyPressEvent(event);
    next->setFocus(Qt::TabFocusReason);
    next->click();
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/component_palette.h"

#include "ui/reports/outline_model.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QApplication>
#include <QDrag>
#include <QGridLayout>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStyleOptionToolButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

/// A drawing with its name below; a drag carries the component as JSON.
class ComponentTile final : public QToolButton
{
public:
    explicit ComponentTile(const ComponentType& type)
        : m_json(prettyJson(newComponent(type)))
    {
        setText(type.title);
        setObjectName(QStringLiteral("add-") + type.name);
        setIcon(themedIcon(QStringLiteral("component-") + type.look));
        setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        setToolTip(type.title + QStringLiteral("\n") + type.name + QStringLiteral(" · ") + type.group);
        setAccessibleName(tr("Add %1").arg(type.title));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFocusPolicy(Qt::ClickFocus);
    }
    QSize sizeHint() const override { return {scaled(62), scaled(52)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QStyleOptionButton ground;
        ground.initFrom(this);
        ground.state.setFlag(QStyle::State_Sunken, isDown());
        style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &ground, &painter, this);
        const int side = scaled(22);
        icon().paint(&painter, QRect((width() - side) / 2, space::close, side, side), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
        painter.setFont(fontOf(Face::Caption));
        painter.setPen(colour(isEnabled() ? Colour::Quiet : Colour::Faint, palette()));
        const QRect room = rect().adjusted(0, space::close + side, 0, -space::hair);
        painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QToolButton::keyPressEvent(event);
    }

    void mousePressEvent(QMouseEvent* event) override
    {
        m_pressed = event->pos();
        QToolButton::mousePressEvent(event);
    }

    void mouseMoveEvent(QMouseEvent* event) override
    {
        const bool far = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
        if (!(event->buttons() & Qt::LeftButton) || !far)
            return QToolButton::mouseMoveEvent(event);
        setDown(false);
        auto* drag = new QDrag(this);
        auto* mime = new QMimeData;
        mime->setData(QString::fromLatin1(componentMime), m_json);
        mime->setText(QString::fromUtf8(m_json));
        drag->setMimeData(mime);
        drag->setPixmap(icon().pixmap(scaled(22)));
        drag->exec(Qt::CopyAction);
    }

    QByteArray m_json;
    QPoint m_pressed;
};

} // namespace

ComponentPalette::ComponentPalette(const ProviderProfile& profile, QWidget* parent)
    : QWidget(parent)
    , m_profile(profile)
    , m_title(new ElidedLabel(tr("Add"), Face::Strong, Colour::Quiet))
    , m_choice(new QToolButton)
    , m_tiles(new QWidget)
    , m_grid(new QGridLayout(m_tiles))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new PaneHeader({});
    head->addWidget(m_title, 1);
    m_choice->setPopupMode(QToolButton::InstantPopup);
    m_choice->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_choice->setAccessibleName(tr("Which components are offered"));
    setLook(*m_choice, ButtonLook::Quiet);
    auto* menu = new QMenu(m_choice);
    for (const bool all : {false, true}) {
        menu->addAction(all ? tr("All %1").arg(profile.components.size()) : tr("Usual"), this, [this, all] {
            m_all = all;
            arrange();
        });
    }
    m_choice->setMenu(menu);
    head->addWidget(m_choice);
    column->addWidget(head);
    m_grid->setContentsMargins(space::normal, space::normal, space::normal, space::normal);
    m_grid->setSpacing(space::close);
    for (const ComponentType& type : profile.components)
        m_buttons << makeTile(type);
    column->addWidget(scrolling(m_tiles), 1);
    arrange();
}

QToolButton* ComponentPalette::makeTile(const ComponentType& type)
{
    auto* tile = new ComponentTile(type);
    tile->setParent(m_tiles);
    tile->installEventFilter(this);
    connect(tile, &QToolButton::clicked, this, [this, name = type.name] { emit wanted(name); });
    return tile;
}

void ComponentPalette::setPlace(const InsertPlace& place)
{
    if (place == m_place)
        return;
    const bool same = place.only == m_place.only;
    m_place = place;
    m_title->setText(tr("Add to %1").arg(place.into.toLower()));
    if (!same)
        arrange();
}

bool ComponentPalette::isOffered(const ComponentType& type) const
{
    return (m_place.only.isEmpty() || m_place.only.contains(type.name)) && (m_all || type.group != u"older");
}

int ComponentPalette::columnsThatFit() const
{
    if (m_buttons.isEmpty())
        return 1;
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int room = width() - bar - 2 * space::normal + space::close;
    return std::max(1, room / (m_buttons.first()->sizeHint().width() + space::close));
}

QList<QToolButton*> ComponentPalette::offered() const
{
    QList<QToolButton*> tiles;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (isOffered(m_profile.components[i]))
            tiles << m_buttons[i];
    }
    return tiles;
}

/// One of them is what Tab comes to: the last one that had the focus, or the first.
void ComponentPalette::setStop(QToolButton* stop)
{
    for (QToolButton* button : std::as_const(m_buttons))
        button->setFocusPolicy(button == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

bool ComponentPalette::eventFilter(QObject* watched, QEvent* event)
{
    auto* tile = static_cast<QToolButton*>(watched);
    if (event->type() == QEvent::FocusIn)
        setStop(tile);
    return (event->type() == QEvent::KeyPress && go(*tile, static_cast<QKeyEvent*>(event)->key())) ||
           QWidget::eventFilter(watched, event);
}

/// False: the key is none that goes from tile to tile.
bool ComponentPalette::go(QToolButton& from, int key)
{
    const QList<QToolButton*> tiles = offered();
    const qsizetype at = tiles.indexOf(&from), last = tiles.size() - 1;
    const QHash<int, qsizetype> steps{{Qt::Key_Left, -1},       {Qt::Key_Right, 1},
                                      {Qt::Key_Up, -m_columns}, {Qt::Key_Down, m_columns},
                                      {Qt::Key_Home, -at},      {Qt::Key_End, last - at}};
    if (!steps.contains(key))
        return false;
    const qsizetype to = at + steps.value(key);
    if (to >= 0 && to <= last)
        tiles[to]->setFocus(Qt::TabFocusReason);
    return true;
}

void ComponentPalette::arrange()
{
    m_choice->setText(m_all ? tr("All %1").arg(m_profile.components.size()) : tr("Usual"));
    m_columns = columnsThatFit();
    int place = 0;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_grid->removeWidget(m_buttons[i]);
        const bool offered = isOffered(m_profile.components[i]);
        m_buttons[i]->setVisible(offered);
        if (!offered)
            continue;
        m_grid->addWidget(m_buttons[i], place / m_columns, place % m_columns);
        ++place;
    }
    m_grid->setRowStretch(place / m_columns + 1, 1);
    const QList<QToolButton*> tiles = offered();
    const bool hasStop = std::ranges::any_of(
        tiles, [](const QToolButton* tile) { return tile->focusPolicy() == Qt::StrongFocus; });
    if (!hasStop && !tiles.isEmpty())
        setStop(tiles.first());
}

void ComponentPalette::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_columns != columnsThatFit())
        arrange();
    m_tiles->setMinimumHeight(m_grid->sizeHint().height());
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fold_section.h"

#include "ui/widgets/style_painting.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

namespace hookworks {

namespace {

class FoldHead final : public QAbstractButton
{
public:
    explicit FoldHead(const QString& heading)
    {
        setText(heading);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setAccessibleName(heading);
    }

    void setSummary(const QString& summary)
    {
        m_summary = summary;
        setAccessibleDescription(summary);
        update();
    }
    const QString& summary() const { return m_summary; }

    QSize sizeHint() const override
    {
        const int heading = QFontMetrics(fontOf(Face::Strong)).horizontalAdvance(text());
        const int summary = QFontMetrics(fontOf(Face::Caption)).horizontalAdvance(m_summary);
        return {chevron() + heading + space::normal + summary, sized(Size::PaneHeader)};
    }

    QSize minimumSizeHint() const override
    {
        const int heading = QFontMetrics(fontOf(Face::Strong)).horizontalAdvance(text());
        return {chevron() + heading, sized(Size::PaneHeader)};
    }

private:
    static int chevron() { return scaled(16) + space::tight; }

    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ToolTip || width() >= sizeHint().width() || isChecked())
            return QAbstractButton::event(event);
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(m_summary), this);
        return true;
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(colour(Colour::Line, palette()));
        painter.drawLine(0, 0, width(), 0);
        paintChevron(painter, QRect(0, 0, scaled(16), height()), isChecked() ? Qt::DownArrow : Qt::RightArrow,
                     colour(Colour::Quiet, palette()));
        QRect room = rect().adjusted(chevron(), 0, 0, 0);
        painter.setFont(fontOf(Face::Strong));
        painter.setPen(colour(isEnabled() ? Colour::Text : Colour::Faint, palette()));
        painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, text());
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(text()) + space::normal);
        if (!isChecked()) {
            painter.setFont(fontOf(Face::Caption));
            painter.setPen(colour(Colour::Quiet, palette()));
            painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                             painter.fontMetrics().elidedText(m_summary, Qt::ElideRight, room.width()));
        }
        if (hasFocus())
            paintFocusRing(painter, rect().adjusted(0, space::hair, 0, 0), palette());
    }

    QString m_summary;
};

FoldHead& headOf(QAbstractButton* button)
{
    return *static_cast<FoldHead*>(button);
}

} // namespace

FoldSection::FoldSection(const QString& heading, QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_head(new FoldHead(heading))
    , m_content(content)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addWidget(m_head);
    column->addWidget(m_content);
    m_content->hide();
    setFocusProxy(m_head);
    connect(m_head, &QAbstractButton::toggled, this, [this](bool open) {
        m_content->setVisible(open);
        emit toggled(open);
    });
}

void FoldSection::setSummary(const QString& summary)
{
    headOf(m_head).setSummary(summary);
}

QString FoldSection::summary() const
{
    return headOf(m_head).summary();
}

void FoldSection::setOpen(bool open)
{
    m_head->setChecked(open);
}

bool FoldSection::isOpen() const
{
    return m_head->isChecked();
}

} // namespace hookworks

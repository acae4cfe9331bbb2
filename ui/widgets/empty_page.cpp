// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_page.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

EmptyPage::EmptyPage(const QString& iconName, const QString& sentence, const QString& step, QWidget* parent)
    : QWidget(parent)
    , m_picture(new IconMark(scaled(40), themedIcon(iconName), QIcon::Disabled))
    , m_heading(new TextLabel({}, Face::Title))
    , m_sentence(new TextLabel(sentence, Face::Body, Colour::Quiet))
{
    m_heading->setAlignment(Qt::AlignHCenter);
    m_heading->hide();
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setMaximumWidth(fontMetrics().averageCharWidth() * 46);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::broad, space::broad, space::broad, space::broad);
    column->setSpacing(space::normal);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_heading);
    auto* row = new QHBoxLayout; // a label that is centred in a column gets the height of one line
    row->addStretch();
    row->addWidget(m_sentence, 1000);
    row->addStretch();
    column->addLayout(row);
    if (!step.isEmpty()) {
        m_step = new QPushButton(step);
        setLook(*m_step, ButtonLook::Primary);
        column->addSpacing(space::tight);
        column->addWidget(m_step, 0, Qt::AlignHCenter);
        connect(m_step, &QPushButton::clicked, this, &EmptyPage::stepWanted);
        setFocusProxy(m_step);
    }
    column->addStretch(3);
}

/// Where the page is low, its words are what one needs.
QSize EmptyPage::minimumSizeHint() const
{
    int height = 2 * space::broad + m_sentence->heightForWidth(m_sentence->maximumWidth()) + space::normal;
    if (!m_heading->isHidden())
        height += m_heading->sizeHint().height() + space::normal;
    if (m_step)
        height += m_step->sizeHint().height() + space::normal + space::tight;
    return {QWidget::minimumSizeHint().width(), height};
}

void EmptyPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_picture->setVisible(height() >= minimumSizeHint().height() + m_picture->height() + space::normal);
}

void EmptyPage::setHeading(const QString& heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
}

void EmptyPage::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
}

} // namespace hookworks

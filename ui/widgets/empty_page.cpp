// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_page.h"

#include "ui/widgets/icons.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

EmptyPage::EmptyPage(const QString& iconName, const QString& sentence, const QString& step, QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(sentence))
{
    auto* picture = new QLabel;
    picture->setPixmap(themedIcon(iconName).pixmap(QSize(40, 40), QIcon::Disabled));
    picture->setAlignment(Qt::AlignHCenter);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setFixedWidth(fontMetrics().averageCharWidth() * 46);
    setSentence(sentence);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(picture);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    if (!step.isEmpty()) {
        m_step = new QPushButton(step);
        column->addWidget(m_step, 0, Qt::AlignHCenter);
        connect(m_step, &QPushButton::clicked, this, &EmptyPage::stepWanted);
        setFocusProxy(m_step);
    }
    column->addStretch(3);
}

void EmptyPage::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
    // A centred label gets the height of one line from its layout.
    m_sentence->setFixedHeight(m_sentence->heightForWidth(m_sentence->maximumWidth()));
}

} // namespace hookworks

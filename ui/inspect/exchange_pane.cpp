// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/exchange_pane.h"

#include "ui/widgets/hairline.h"
#include "ui/widgets/message_colours.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_views.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace hookworks {

namespace {

MonospaceView* namedView(const QString& name)
{
    auto* view = new MonospaceView;
    view->setAccessibleName(name);
    view->setFrameShape(QFrame::NoFrame);
    view->document()->setDocumentMargin(space::wide);
    view->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    view->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    new MessageColours(*view);
    return view;
}

void showKept(MonospaceView& view, const QString& text)
{
    if (view.toPlainText() != text)
        view.setPlainText(text);
}

} // namespace

ExchangePane::ExchangePane(const QString& requestName, const QString& answerName, QWidget* parent)
    : QWidget(parent)
    , m_head(new QHBoxLayout)
    , m_below(new QHBoxLayout)
    , m_name(nullptr)
    , m_title(new ElidedLabel({}, Face::Strong))
    , m_result(new Badge)
    , m_switch(new SegmentedControl(tr("Show of it"), SegmentedControl::Height::SubBar))
    , m_stack(new QStackedLayout)
    , m_request(namedView(requestName))
    , m_answer(namedView(answerName))
{
    m_name = m_title;
    m_switch->addSegment(tr("Request"));
    m_switch->addSegment(tr("Answer"));
    m_switch->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the title gives way
    m_head->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    m_head->setSpacing(space::normal);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_result);
    m_head->addWidget(m_switch);
    m_below->setContentsMargins(space::wide, 0, space::wide, 0);
    m_stack->addWidget(m_request);
    m_stack->addWidget(m_answer);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addLayout(m_below);
    column->addWidget(new Hairline);
    column->addLayout(m_stack, 1);
    connect(m_switch, &SegmentedControl::chosen, m_stack, &QStackedLayout::setCurrentIndex);
}

void ExchangePane::setHead(QWidget* head)
{
    m_head->insertWidget(0, head, 1);
    m_name = head;
    m_title->hide();
}

void ExchangePane::setTitle(const QString& title)
{
    m_title->setText(title);
    emit headChanged();
}

int ExchangePane::headWidth() const
{
    const QMargins around = m_head->contentsMargins();
    const int result = m_result->isHidden() ? 0 : m_result->sizeHint().width() + m_head->spacing();
    return around.left() + m_name->sizeHint().width() + m_head->spacing() + result +
           m_switch->sizeHint().width() + around.right();
}

void ExchangePane::setSwitchBelow(bool below)
{
    if (below == (m_below->count() > 0))
        return;
    QHBoxLayout* const from = below ? m_head : m_below;
    QHBoxLayout* const to = below ? m_below : m_head;
    from->removeWidget(m_switch);
    to->addWidget(m_switch, 0, Qt::AlignLeft);
    m_below->setContentsMargins(space::wide, 0, space::wide, below ? space::tight : 0);
}

void ExchangePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    emit headChanged();
}

void ExchangePane::setResult(const BadgeLook& result)
{
    m_result->setLook(result);
    emit headChanged();
}

void ExchangePane::setTexts(const QString& request, const QString& answer)
{
    showKept(*m_request, request);
    showKept(*m_answer, answer);
}

} // namespace hookworks

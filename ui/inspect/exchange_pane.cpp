// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/exchange_pane.h"

#include "ui/widgets/hairline.h"
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
    , m_title(new ElidedLabel({}, Face::Strong))
    , m_result(new Badge)
    , m_switch(new SegmentedControl(tr("Show of it"), SegmentedControl::Height::SubBar))
    , m_stack(new QStackedLayout)
    , m_request(namedView(requestName))
    , m_answer(namedView(answerName))
{
    m_switch->addSegment(tr("Request"));
    m_switch->addSegment(tr("Answer"));
    m_switch->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the title gives way
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    row->setSpacing(space::normal);
    row->addWidget(m_title, 1);
    row->addWidget(m_result);
    row->addWidget(m_switch);
    m_stack->addWidget(m_request);
    m_stack->addWidget(m_answer);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(new Hairline);
    column->addLayout(m_stack, 1);
    connect(m_switch, &SegmentedControl::chosen, m_stack, &QStackedLayout::setCurrentIndex);
}

void ExchangePane::setHead(QWidget* head)
{
    auto* row = static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
    row->insertWidget(0, head, 1);
    m_title->hide();
}

void ExchangePane::setTitle(const QString& title)
{
    m_title->setText(title);
}

void ExchangePane::setResult(const BadgeLook& result)
{
    m_result->setLook(result);
}

void ExchangePane::setTexts(const QString& request, const QString& answer)
{
    showKept(*m_request, request);
    showKept(*m_answer, answer);
}

} // namespace hookworks

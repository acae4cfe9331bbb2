// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_chooser.h"

#include "ui/reports/report_list.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"
#include "workbench/design/designer.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace hookworks {

ReportChooser::ReportChooser(const Providers& providers, ProblemLabel& nameProblem, QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_open(new QToolButton)
    , m_popup(new QFrame(this, Qt::Popup))
    , m_filter(new QLineEdit)
    , m_list(new ReportList(providers))
    , m_new(new QToolButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::hair);
    m_name->setObjectName(QStringLiteral("reportName"));
    m_name->setAccessibleName(tr("Name of the report"));
    m_name->setPlaceholderText(tr("Name of the report"));
    m_name->setFont(fontOf(Face::Strong));
    m_name->setMinimumWidth(scaled(12)); // a narrow window shows the start of it
    m_open->setObjectName(QStringLiteral("chooseReport"));
    m_open->setArrowType(Qt::DownArrow);
    m_open->setToolTip(tr("Choose a report (Ctrl+F)"));
    m_open->setAccessibleName(tr("Choose a report"));
    m_open->setFocusPolicy(Qt::StrongFocus);
    setLook(*m_open, ButtonLook::Quiet);
    row->addWidget(m_name, 1);
    row->addWidget(m_open);
    makePopup();
    m_check = new FieldCheck(*m_name, nameProblem,
                             [](const QString& name) { return problemOfDesignName(name.trimmed()); });
    connect(m_name, &QLineEdit::textEdited, this, &ReportChooser::nameEdited);
    connect(m_open, &QToolButton::clicked, this, &ReportChooser::openList);
}

QWidget* ReportChooser::makePopup()
{
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_popup->setBackgroundRole(QPalette::Base);
    m_popup->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(space::normal, space::normal, space::normal, space::normal);
    column->setSpacing(space::close);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the reports"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    m_new->setObjectName(QStringLiteral("newReport"));
    m_new->setText(tr("New report"));
    m_new->setIcon(themedIcon(QStringLiteral("list-add")));
    m_new->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_new->setPopupMode(QToolButton::InstantPopup);
    m_new->setFocusPolicy(Qt::StrongFocus);
    setLook(*m_new, ButtonLook::Quiet);
    column->addWidget(m_new);
    connect(m_filter, &QLineEdit::textChanged, m_list, &ReportList::setFilter);
    connect(m_list, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        if (item->parent())
            closeList();
    });
    connect(m_list, &QTreeWidget::itemActivated, this, &ReportChooser::closeList);
    connect(m_filter, &QLineEdit::returnPressed, this, &ReportChooser::closeList);
    return m_popup;
}

void ReportChooser::setNewMenu(QMenu* menu)
{
    menu->setParent(m_new, menu->windowFlags());
    m_new->setMenu(menu);
    connect(menu, &QMenu::triggered, this, &ReportChooser::closeList);
}

QString ReportChooser::name() const
{
    return m_name->text().trimmed();
}

void ReportChooser::setName(const QString& name)
{
    m_naming = false;
    if (name == m_name->text())
        return;
    m_name->setText(name);
    m_name->setCursorPosition(0);
    m_check->reset();
}

void ReportChooser::typeName(const QString& name)
{
    m_name->setText(name);
    m_check->insist();
}

void ReportChooser::focusName()
{
    m_naming = true;
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void ReportChooser::openList()
{
    m_popup->resize(std::max(width(), sized(Size::Card)), sized(Size::DialogHeight));
    m_popup->move(mapToGlobal(QPoint(0, height() + space::hair)));
    m_filter->clear();
    m_popup->show();
    m_filter->setFocus(Qt::OtherFocusReason);
}

void ReportChooser::closeList()
{
    m_popup->hide();
}

QSize ReportChooser::sizeHint() const
{
    return {scaled(226), sized(Size::Control)};
}

} // namespace hookworks

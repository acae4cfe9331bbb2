// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rules_table.h"

#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>

namespace hookworks {

RulesTable::RulesTable(RulesModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&m_model);
    setAccessibleName(tr("Reply rules"));
    setObjectName(QStringLiteral("rulesTable"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView& header = *horizontalHeader();
    header.setObjectName(QStringLiteral("rulesColumns"));
    header.setHighlightSections(false);
    header.setSectionResizeMode(RulesModel::Match, QHeaderView::Stretch);
    header.setSectionResizeMode(RulesModel::Answer, QHeaderView::Stretch);
    header.resizeSection(RulesModel::Name, 130);
    header.setSectionResizeMode(RulesModel::Hits, QHeaderView::ResizeToContents);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RulesTable::currentRowChanged);
}

template <class Act>
void RulesTable::addButton(QLayout& row, const QString& text, Act act)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, act);
    row.addWidget(button);
}

QWidget* RulesTable::makeTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tight);
    addButton(*row, tr("Add"), [this] { addRule(); });
    addButton(*row, tr("Duplicate"), [this] { duplicateRule(); });
    addButton(*row, tr("Remove"), [this] { removeRule(); });
    addButton(*row, tr("Up"), [this] { moveRule(-1); });
    addButton(*row, tr("Down"), [this] { moveRule(1); });
    row->addStretch();
    QToolButton* const reset = menuButton(tr("Reset hits"));
    reset->menu()->addAction(tr("Of this rule"), this, [this] {
        if (currentRow() >= 0)
            emit resetWanted(currentRow());
    });
    reset->menu()->addAction(tr("Of all rules"), this, [this] { emit resetWanted(std::nullopt); });
    row->addWidget(reset);
    QToolButton* const ready = menuButton(tr("Ready-made"));
    for (const ReadyRules& rules : Listening::readyRules())
        ready->menu()->addAction(rules.name, this, [this, rules] { addReady(rules); });
    row->addWidget(ready);
    return tools;
}

QToolButton* RulesTable::menuButton(const QString& text) const
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMenu(new QMenu(button));
    return button;
}

void RulesTable::addRule()
{
    ReplyRule rule;
    rule.name = tr("Rule %1").arg(m_model.rowCount() + 1);
    rule.replies << Reply();
    const int row = m_model.rowCount();
    m_model.insert(row, {rule});
    selectRow(row);
    emit ruleAdded();
}

void RulesTable::duplicateRule()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_model.insert(row + 1, {m_model.rules()[row]});
    selectRow(row + 1);
}

void RulesTable::removeRule()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const ReplyRule rule = m_model.rules()[row];
    m_model.remove(row);
    emit currentRowChanged();
    emit ruleRemoved(row, rule);
}

void RulesTable::moveRule(int by)
{
    m_model.moveBy(currentRow(), by);
}

/// Before the others: the first rule that matches answers.
void RulesTable::addReady(const ReadyRules& ready)
{
    m_model.insert(0, ready.rules);
    selectRow(0);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rules_table.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>

namespace hookworks {

RulesTable::RulesTable(RulesModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_more(new QMenu(this))
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
    verticalHeader()->setDefaultSectionSize(sized(Size::CompactRow));
    QHeaderView& header = *horizontalHeader();
    header.setObjectName(QStringLiteral("rulesColumns"));
    header.setHighlightSections(false);
    header.setSectionResizeMode(RulesModel::Match, QHeaderView::Stretch);
    header.setSectionResizeMode(RulesModel::Answer, QHeaderView::Stretch);
    header.resizeSection(RulesModel::Name, scaled(130));
    header.setSectionResizeMode(RulesModel::Hits, QHeaderView::ResizeToContents);
    fillMenu();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RulesTable::currentRowChanged);
}

template <class Act>
QAction* RulesTable::addToMenu(const QString& text, const QKeySequence& keys, Act act)
{
    QAction* action = m_more->addAction(text, this, act);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action); // for its keys, and the menu of a right click
    return action;
}

/// The page has actions with the same keys, for its list.
bool RulesTable::event(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QTableView::event(event);
    const QKeySequence keys(static_cast<QKeyEvent*>(event)->keyCombination());
    for (QAction* action : m_more->actions()) {
        if (action->shortcut().isEmpty() || action->shortcut() != keys)
            continue;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            action->trigger();
        return true;
    }
    return QTableView::event(event);
}

/// What is done to the chosen rule.
void RulesTable::fillMenu()
{
    addToMenu(tr("&Duplicate"), Qt::CTRL | Qt::Key_D, [this] { duplicateRule(); });
    addToMenu(tr("Move &up"), Qt::ALT | Qt::Key_Up, [this] { moveRule(-1); });
    addToMenu(tr("Move d&own"), Qt::ALT | Qt::Key_Down, [this] { moveRule(1); });
    addToMenu(tr("&Remove"), QKeySequence::Delete, [this] { removeRule(); });
    m_more->addSeparator();
    addToMenu(tr("Reset &hits of this rule"), {}, [this] {
        if (currentRow() >= 0)
            emit resetWanted(currentRow());
    })->setObjectName(QStringLiteral("resetRule"));
    addToMenu(tr("Reset hits of &all rules"), {}, [this] {
        emit resetWanted(std::nullopt);
    })->setObjectName(QStringLiteral("resetRules"));
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget* RulesTable::makeTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::normal, 0, space::normal, 0);
    row->setSpacing(space::tight);
    auto* add = new QPushButton(tr("Add"));
    add->setAccessibleName(tr("Add a rule"));
    connect(add, &QPushButton::clicked, this, &RulesTable::addRule);
    auto* ready = new QPushButton(tr("Ready-made"));
    ready->setMenu(new QMenu(ready));
    for (const ReadyRules& rules : Listening::readyRules())
        ready->menu()->addAction(rules.name, this, [this, rules] { addReady(rules); });
    auto* trial = new QPushButton(tr("Try on the last request"));
    trial->setObjectName(QStringLiteral("tryRules"));
    trial->setToolTip(tr("Which rule would answer the listener's last request"));
    trial->setAccessibleName(tr("Try the rules on the last request"));
    connect(trial, &QPushButton::clicked, this, &RulesTable::trialWanted);
    auto* more = new MoreButton;
    more->setMenu(m_more);
    for (QWidget* button : std::initializer_list<QWidget*>{add, ready, trial})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(more);
    return tools;
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

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/rules_pane.h"

#include "domain/readable_text.h"
#include "domain/shown_secrets.h"
#include "domain/visible_text.h"
#include "json/object_reader.h"
#include "json/values_rules.h"
#include "ui/captures/rule_editor.h"
#include "ui/captures/rules_table.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/tab_ring.h"
#include "ui/widgets/text_label.h"
#include "workbench/design/drafts.h"
#include "workbench/inspect/inspecting.h"
#include "workbench/session/workbench.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr auto storeWaits = std::chrono::milliseconds(300);
const QString draftsBegin = QStringLiteral("rules/");

QString draftKey(ListenerId listener)
{
    return draftsBegin + QString::number(listener.number);
}

Result<QList<ReplyRule>> rulesFromDraft(const QByteArray& draft)
{
    return readJsonObject(draft, JsonSource::Program,
                          [](ObjectReader& object) { return takeRules(object, u"rules"); });
}

/// A line for the request, and one for each rule that came near.
QString trialWords(const RuleTrial& trial)
{
    constexpr qsizetype longestTarget = 200;
    const CaptureSummary& capture = trial.request;
    const QString request =
        QStringLiteral("%1, %2 %3")
            .arg(capture.id.toString(), visibleText(readableText(capture.method)),
                 visibleText(urlForShowing(readableText(capture.target.left(longestTarget)))));
    if (!trial.rule.isEmpty())
        return RulesPane::tr("%1: the rule “%2” would answer it.").arg(request, trial.rule);
    QStringList lines{RulesPane::tr("%1: no rule would answer it, so that it gets 200.").arg(request)};
    for (const PassedOverRule& rule : trial.nearest)
        lines << QStringLiteral("“%1”: %2.").arg(rule.name, rule.reasons.join(QStringLiteral("; ")));
    return lines.join(u'\n');
}

} // namespace

RulesPane::RulesPane(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_model(new RulesModel(this))
    , m_table(new RulesTable(*m_model))
    , m_editor(new RuleEditor)
    , m_stack(new QStackedWidget)
    , m_problem(new InlineMessage)
    , m_trial(new InlineMessage)
    , m_unjudged(new TextLabel({}, Face::Body))
{
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("rulesSplitter"));
    splitter->setChildrenCollapsible(false);
    constexpr int leastRules = 3;
    m_table->setMinimumHeight(sized(Size::ListHeader) + leastRules * sized(Size::CompactRow));
    splitter->addWidget(m_table);
    splitter->addWidget(m_editor);
    splitter->setStretchFactor(1, 1); // the table keeps its rows
    splitter->setSizes({m_table->minimumHeight(), scaled(600)});
    auto* empty = new EmptyPage(QStringLiteral("view-filter"),
                                tr("Without a rule every request is answered 200."), tr("Add a rule"));
    connect(empty, &EmptyPage::stepWanted, m_table, &RulesTable::addRule);
    m_stack->addWidget(splitter);
    m_stack->addWidget(empty);
    m_unjudged->setObjectName(QStringLiteral("unjudged"));
    m_unjudged->setContentsMargins(space::wide, 0, space::wide, 0);
    m_unjudged->hide();
    m_trial->setObjectName(QStringLiteral("ruleTrial"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::tight, 0, 0);
    column->setSpacing(space::tight);
    column->addWidget(m_table->makeTools());
    column->addWidget(m_problem);
    column->addWidget(m_trial);
    column->addWidget(m_unjudged);
    column->addWidget(m_stack, 1);
    m_storeDelay.setSingleShot(true);
    m_storeDelay.setInterval(storeWaits);
    connect(&m_storeDelay, &QTimer::timeout, this, &RulesPane::store);
    connect(m_model, &RulesModel::edited, this, [this] {
        updateEmptyState();
        m_storeDelay.start();
        emit storedChanged();
    });
    connect(m_editor, &RuleEditor::edited, this, &RulesPane::ruleEdited);
    connect(m_table, &RulesTable::currentRowChanged, this, &RulesPane::currentChanged);
    connect(m_table, &RulesTable::ruleAdded, m_editor,
            [this] { m_editor->setFocus(Qt::TabFocusReason); }); // its name is chosen, to be typed over
    connect(m_table, &RulesTable::ruleRemoved, this, &RulesPane::offerUndo);
    connect(m_table, &RulesTable::resetWanted, this, &RulesPane::resetHits);
    connect(m_table, &RulesTable::trialWanted, this, &RulesPane::tryRules);
    updateEmptyState();
    loadDrafts();
}

void RulesPane::showListener(const std::optional<ListenerView>& listener)
{
    setEnabled(listener && listener->config.id);
    if (!listener)
        return;
    const bool another = !m_listener || m_listener->id != listener->config.id;
    if (another)
        commit();
    else if (!isStored() || m_refused)
        return;
    if (another)
        m_trial->clear();
    const int row = another ? 0 : m_table->currentRow();
    m_listener = listener->config;
    m_model->setRules(listener->config.rules);
    m_model->setProgress(listener->ruleProgress);
    showUnjudged();
    updateEmptyState();
    if (m_model->rowCount() > 0 && m_table->currentRow() < 0)
        m_table->selectRow(std::clamp(row, 0, m_model->rowCount() - 1));
    showDraft();
    if (m_begins)
        begin(*std::exchange(m_begins, std::nullopt));
}

void RulesPane::begin(bool adds)
{
    if (!m_listener)
        m_begins = adds;
    else if (adds)
        m_table->addRule();
    else
        focusFirst(*m_stack->currentWidget());
}

void RulesPane::commit()
{
    if (m_storeDelay.isActive())
        store();
}

void RulesPane::forget(ListenerId listener)
{
    m_drafts.remove(draftKey(listener));
    m_workbench.drafts().remove(draftKey(listener));
}

void RulesPane::loadDrafts()
{
    m_workbench.drafts()
        .startingWith(draftsBegin)
        .then(this, [this](const Result<QMap<QString, QByteArray>>& drafts) {
            m_drafts = drafts.value_or(QMap<QString, QByteArray>());
            showDraft();
        });
}

/// Rules that were refused are there again as they were typed, and are tried again.
void RulesPane::showDraft()
{
    const auto draft = m_listener ? m_drafts.constFind(draftKey(m_listener->id)) : m_drafts.cend();
    if (draft == m_drafts.cend())
        return;
    const auto rules = rulesFromDraft(*draft);
    m_drafts.erase(draft);
    if (!rules)
        return;
    m_model->setRules(*rules);
    updateEmptyState();
    m_refused = true;
    m_storeDelay.start();
    emit storedChanged();
}

void RulesPane::updateEmptyState()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
}

void RulesPane::currentChanged()
{
    const int row = m_table->currentRow();
    m_editor->setEnabled(row >= 0);
    if (row >= 0)
        m_editor->setRule(m_model->rules()[row]);
    showUnjudged();
}

/// Of the chosen rule.
void RulesPane::showUnjudged()
{
    const QString words = unjudgedWords(m_model->progress(m_table->currentRow()));
    m_unjudged->setText(words);
    m_unjudged->setVisible(!words.isEmpty());
}

/// Changes that wait go first, so that the place is the same for the listener.
void RulesPane::resetHits(std::optional<int> row)
{
    if (!m_listener)
        return;
    if (m_storeDelay.isActive())
        store();
    m_workbench.listening().resetRules(m_listener->id, row).then(this, [this](const Result<void>& done) {
        showProblem(done);
    });
}

void RulesPane::showProblem(const Result<void>& done)
{
    if (done)
        m_problem->clear();
    else
        m_problem->tell(done.error().message, Severity::Error);
}

/// As they are typed, with the hits that they have.
void RulesPane::tryRules()
{
    if (!m_listener)
        return;
    QList<RuleProgress> before;
    for (int row = 0; row < m_listener->rules.size(); ++row)
        before << m_model->progress(row);
    const QList<ReplyRule>& rules = m_model->rules();
    m_workbench.inspecting()
        .tryRules(m_listener->id, rules, carriedOver(m_listener->rules, before, rules))
        .then(this, [this](const Result<RuleTrial>& trial) { showTrial(trial); });
}

void RulesPane::showTrial(const Result<RuleTrial>& trial)
{
    if (!trial)
        return m_trial->tell(trial.error().message, Severity::Warning);
    m_trial->tell(trialWords(*trial), trial->rule.isEmpty() ? Severity::Warning : Severity::Note);
}

void RulesPane::ruleEdited()
{
    m_model->replace(m_table->currentRow(), m_editor->rule());
}

void RulesPane::offerUndo(int row, const ReplyRule& rule)
{
    const ListenerId listener = m_listener ? m_listener->id : ListenerId();
    emit ruleRemoved(tr("Rule removed"), [this, row, rule, listener] {
        if (!m_listener || m_listener->id != listener)
            return; // another's rules are shown
        m_model->insert(std::min(row, m_model->rowCount()), {rule});
        m_table->selectRow(row);
    });
}

void RulesPane::store()
{
    m_storeDelay.stop();
    if (!m_listener)
        return emit storedChanged();
    ListenerConfig config = *m_listener;
    config.rules = m_model->rules();
    ++m_storing;
    emit storedChanged();
    m_workbench.listening().update(config).then(
        this, [this, config](const Result<void>& updated) { stored(config, updated); });
}

/// Rules that are refused stay as they were typed, here and in the workspace's drafts.
void RulesPane::stored(const ListenerConfig& config, const Result<void>& updated)
{
    --m_storing;
    const QString key = draftKey(config.id);
    if (updated) {
        m_workbench.drafts().remove(key);
    } else {
        const QByteArray draft = compactJson(rulesJson(config.rules));
        m_workbench.drafts().put(key, draft);
        if (!m_listener || m_listener->id != config.id)
            m_drafts.insert(key, draft);
    }
    emit storedChanged();
    if (!m_listener || m_listener->id != config.id)
        return;
    m_refused = !updated;
    if (updated)
        m_listener->rules = config.rules;
    showProblem(updated);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_editor.h"

#include "ui/reports/problems_bar.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"
#include "workbench/design/definition.h"
#include "workbench/design/provider_files.h"
#include "workbench/design/published.h"

#include <QRegularExpression>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hookworks {

namespace {

Severity problemWeight(ProblemLevel level)
{
    switch (level) {
    case ProblemLevel::Error:
        return Severity::Error;
    case ProblemLevel::Warning:
        return Severity::Warning;
    case ProblemLevel::Note:
        break;
    }
    return Severity::Note;
}

/// What the JSON is completed from, and how a published text that replaces it is read.
void teach(JsonEditor& json, const Providers& providers, const QString& provider)
{
    json.setSchema(providerFile(providers, provider, ProviderFile::DefinitionSchema).value_or(JsonValue()));
    json.setPasteReading([providers, provider](const QByteArray& text, LiteralChoice choice) {
        const auto published = readPublished(providers, text, provider, choice);
        return published && !published->changes.isEmpty()
                   ? std::optional(
                         OfferedJson{published->document, published->changes, published->hasChoices})
                   : std::nullopt;
    });
}

/// The name is the title, or the title with a number because there is a report of that name.
bool isTitleOf(const QString& title, const QString& name)
{
    static const QRegularExpression number(QStringLiteral("^ [0-9]+$"));
    return name.startsWith(title) && (name == title || number.match(name.sliced(title.size())).hasMatch());
}

/// Of the title, and of the HTML that shows it as a heading.
QList<TextEdit> titleEdits(const ReportDocument& document, const JsonValue& title, const QString& name)
{
    QList<TextEdit> edits{valueReplaced(document.text(), title, JsonValue::string(name))};
    const QString before = u'>' + title.text.toHtmlEscaped() + u'<';
    for (const JsonMember& member : document.value()->members) {
        if (!member.value.isString() || title.text.isEmpty() || !member.value.text.contains(before))
            continue;
        QString html = member.value.text;
        html.replace(before, u'>' + name.toHtmlEscaped() + u'<');
        edits << valueReplaced(document.text(), member.value, JsonValue::string(html));
    }
    return edits;
}

} // namespace

ReportEditor::ReportEditor(const Providers& providers, DesignView::Now now, QWidget* parent)
    : QWidget(parent)
    , m_providers(providers)
    , m_now(std::move(now))
    , m_saveProblem(new ProblemLabel)
    , m_sides(new QSplitter)
    , m_designStack(new QStackedWidget)
    , m_jsonPlace(new QWidget)
    , m_problems(new ProblemsBar)
    , m_check(providers, this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_saveProblem);
    m_saveProblem->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    m_sides->setObjectName(QStringLiteral("designAndJson"));
    m_sides->setChildrenCollapsible(false);
    m_sides->addWidget(m_designStack);
    m_sides->addWidget(m_jsonPlace);
    m_sides->setSizes({scaled(600), scaled(540)});
    m_jsonPlace->hide();
    auto* place = new QVBoxLayout(m_jsonPlace);
    place->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sides, 1);
    column->addWidget(m_problems);
    connect(&m_check, &DocumentCheck::found, this, &ReportEditor::take);
    connect(&m_document, &ReportDocument::changed, this, &ReportEditor::onDocumentChanged);
    connect(&m_document, &ReportDocument::historyChanged, this, &ReportEditor::historyChanged);
    connect(m_problems, &ProblemsBar::goWanted, this, &ReportEditor::goTo);
    connect(m_problems, &ProblemsBar::mendWanted, this, &ReportEditor::mend);
}

/// Made when it is first needed.
void ReportEditor::chooseDesign(const QString& provider)
{
    m_design = m_designs.value(provider);
    const auto info = m_providers.find(provider);
    if (!m_design && info) {
        m_design = makeDesignView(m_providers, *info, m_document, m_now);
        m_designs.insert(provider, m_design);
        m_designStack->addWidget(m_design);
        m_design->setBeside(m_view == BothSides);
        connect(m_design, &DesignView::jsonWanted, this, [this] { showView(JsonSide); });
        connect(m_design, &DesignView::chosen, this, [this](const JsonPath& path) {
            m_unrevealed = path;
            revealInJson();
        });
        connect(m_design, &DesignView::scheduleEdited, this, &ReportEditor::edited);
        connect(m_design, &DesignView::said, this, &ReportEditor::said);
    }
    if (m_design) {
        m_designStack->setCurrentWidget(m_design);
        setFocusProxy(m_design);
    }
}

void ReportEditor::show(const Report& report)
{
    m_opening = true;
    m_report = report;
    m_saveProblem->setProblem({});
    chooseDesign(report.provider);
    if (m_json)
        teach(*m_json, m_providers, report.provider);
    m_unrevealed.reset();
    if (m_design)
        m_design->open(report);
    m_document.open(report.id, report.document);
    showShown();
    check();
    m_opening = false;
}

ReportSchedule ReportEditor::schedule() const
{
    return m_design ? m_design->schedule() : m_report.schedule;
}

void ReportEditor::type(const QByteArray& document)
{
    m_document.setText(document, QStringLiteral("typed before"), tr("Typed before"));
    emit edited();
}

void ReportEditor::entitle(const QString& name)
{
    const ProviderProfile* profile = definitionOf(m_providers, m_report.provider);
    const auto path = profile ? JsonPath::parse(QStringLiteral("$.") + profile->nameKey) : std::nullopt;
    const JsonValue* title = path ? m_document.at(*path) : nullptr;
    if (title && title->isString() && isTitleOf(title->text, m_report.name))
        m_document.setText(withEdits(m_document.text(), titleEdits(m_document, *title, name)),
                           path->toString(), tr("Change title"));
    m_report.name = name;
}

void ReportEditor::tellProblem(const QString& message)
{
    m_saveProblem->setProblem(message);
}

void ReportEditor::showView(View view)
{
    const bool jsonAppears = m_view == DesignSide && view != DesignSide;
    m_view = view;
    m_designStack->setVisible(view != JsonSide);
    if (view != DesignSide && !m_json)
        makeJson();
    m_jsonPlace->setVisible(view != DesignSide);
    for (DesignView* design : std::as_const(m_designs))
        design->setBeside(view == BothSides);
    showShown();
    if (jsonAppears) {
        showProblems(); // of the text that is there now
        revealInJson();
    }
    emit viewChanged(view);
}

QList<QAction*> ReportEditor::exportActions() const
{
    return m_design ? m_design->exportActions() : QList<QAction*>();
}

void ReportEditor::onDocumentChanged()
{
    // What takes another thread begins first; what is found here goes to what shows the document already.
    const bool large = DocumentCheck::isLarge(m_document.text());
    if (!m_opening && large)
        check();
    showShown();
    if (m_opening)
        return;
    if (!large)
        check();
    emit edited();
}

/// Only what is seen is brought up to date; the other side is when it is shown.
void ReportEditor::showShown()
{
    if (m_view != JsonSide && m_design)
        m_design->refresh();
    if (m_view != DesignSide)
        m_json->setText(m_document.text());
}

void ReportEditor::makeJson()
{
    m_json = new JsonEditor;
    m_json->setForeignUndo(true);
    m_jsonPlace->layout()->addWidget(m_json);
    teach(*m_json, m_providers, m_report.provider);
    connect(m_json, &JsonEditor::edited, this,
            [this] { m_document.setText(m_json->text(), QStringLiteral("json"), tr("Type in the JSON")); });
    connect(m_json, &JsonEditor::undoWanted, this, [this] { m_document.history().undo(); });
    connect(m_json, &JsonEditor::redoWanted, this, [this] { m_document.history().redo(); });
    connect(m_json, &JsonEditor::cursorMoved, this, &ReportEditor::followCursor);
}

/// Where one reads in the JSON is chosen in the design.
void ReportEditor::followCursor()
{
    if (m_view == BothSides && !m_revealing && m_design && m_document.value() &&
        m_json->isAncestorOf(focusWidget()))
        m_design->select(pathAtByte(*m_document.value(), m_json->cursorByte()));
}

/// What was chosen in the design, once the JSON is shown.
void ReportEditor::revealInJson()
{
    if (m_view == DesignSide || !m_unrevealed)
        return;
    const JsonValue* value = m_document.at(*std::exchange(m_unrevealed, std::nullopt));
    if (!value || value->offset < 0)
        return;
    m_revealing = true;
    m_json->showBytes(value->offset, value->end);
    m_revealing = false;
}

void ReportEditor::check()
{
    m_check.check(m_report.provider, m_document.text());
}

void ReportEditor::take(const QList<DesignProblem>& problems)
{
    m_problems->setProblems(problems);
    showProblems();
}

void ReportEditor::showProblems()
{
    if (m_design)
        m_design->setProblems(m_problems->problems());
    if (!m_json)
        return;
    QList<TextProblem> marks;
    for (const DesignProblem& problem : m_problems->problems()) {
        if (problem.line > 0)
            marks.append({problem.line, problem.column, problemWeight(problem.level), problem.message});
    }
    m_json->setProblems(marks);
}

/// In the design where a field shows it, else at its line.
void ReportEditor::goTo(int index)
{
    if (index < 0 || index >= m_problems->problems().size())
        return;
    const DesignProblem problem = m_problems->problems()[index];
    if (m_view != JsonSide && m_document.value() && m_design && m_design->goTo(problem.path))
        return;
    if (m_view == DesignSide)
        showView(JsonSide);
    m_json->jumpTo(std::max(1, problem.line), std::max(1, problem.column));
}

/// The remedy is of the text that was checked; what was typed since is checked first.
void ReportEditor::mend(int index)
{
    if (m_document.text() != m_check.checked())
        return check();
    if (index < 0 || index >= m_problems->problems().size() || !m_problems->problems()[index].mend)
        return;
    const Mend remedy = *m_problems->problems()[index].mend;
    m_document.apply(remedy.edits, remedy.words);
    check();
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_editor.h"

#include "ui/reports/design_view.h"
#include "ui/reports/preview_html.h"
#include "ui/reports/safe_html_view.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"
#include "workbench/design/designer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr std::chrono::milliseconds checkDelay{150};
enum Tab
{
    FormTab,
    JsonTab,
    PreviewTab
};

Severity severityOf(ProblemLevel level)
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

StateKind markOf(ProblemLevel level)
{
    return level == ProblemLevel::Error     ? StateKind::Failed
           : level == ProblemLevel::Warning ? StateKind::Waiting
                                            : StateKind::Planned;
}

} // namespace

ReportEditor::ReportEditor(PropertyForm::Now now, QWidget* parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_name(new QLineEdit)
    , m_provider(new QLabel)
    , m_saveProblem(new ProblemLabel)
    , m_tabs(new QTabWidget)
    , m_designStack(new QStackedWidget)
    , m_jsonPlace(new QWidget)
    , m_preview(new SafeHtmlView)
    , m_problemsTitle(new QLabel)
    , m_problemList(new QListWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    makeTabs();
    column->addWidget(m_tabs, 1);
    column->addWidget(makeProblems());
    m_checkDelay.setSingleShot(true);
    m_checkDelay.setInterval(checkDelay);
    connect(&m_checkDelay, &QTimer::timeout, this, &ReportEditor::check);
    connect(&m_document, &ReportDocument::changed, this, &ReportEditor::onDocumentChanged);
    connect(&m_document, &ReportDocument::historyChanged, this, &ReportEditor::historyChanged);
    chooseDesign(DefinitionKind::Task);
    setFocusProxy(m_name);
}

QWidget* ReportEditor::makeHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_name->setObjectName(QStringLiteral("reportName"));
    m_name->setAccessibleName(tr("Name of the report"));
    m_name->setPlaceholderText(tr("Name of the report"));
    m_provider->setTextFormat(Qt::PlainText);
    m_provider->setForegroundRole(QPalette::PlaceholderText);
    auto* simulate = new QPushButton(themedIcon(QStringLiteral("system-run")), tr("Simulate"));
    simulate->setToolTip(tr("Make an event of this report"));
    row->addWidget(m_name, 1);
    row->addWidget(m_provider);
    row->addWidget(simulate);
    column->addLayout(row);
    auto* nameProblem = new ProblemLabel;
    column->addWidget(nameProblem);
    column->addWidget(m_saveProblem);
    m_nameCheck = new FieldCheck(*m_name, *nameProblem,
                                 [](const QString& name) { return Designer::problemOfName(name.trimmed()); });
    connect(m_name, &QLineEdit::textEdited, this, &ReportEditor::edited);
    connect(simulate, &QPushButton::clicked, this, &ReportEditor::simulateWanted);
    return head;
}

void ReportEditor::makeTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_designStack, tr("&Form"));
    m_tabs->addTab(m_jsonPlace, tr("&JSON"));
    m_tabs->addTab(m_preview, tr("&Preview"));
    auto* place = new QVBoxLayout(m_jsonPlace);
    place->setContentsMargins(0, 0, 0, 0);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ReportEditor::showShownTab);
}

void ReportEditor::chooseDesign(DefinitionKind kind)
{
    m_form = m_designs.value(static_cast<int>(kind));
    if (!m_form) {
        m_form = makeDesignView(kind, m_document, m_now);
        m_designs.insert(static_cast<int>(kind), m_form);
        m_designStack->addWidget(m_form);
        connect(m_form, &DesignView::jsonWanted, this, [this] { m_tabs->setCurrentIndex(JsonTab); });
    }
    m_designStack->setCurrentWidget(m_form);
}

QWidget* ReportEditor::makeProblems()
{
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_problemsTitle->setContentsMargins(12, 6, 12, 6);
    m_problemList->setObjectName(QStringLiteral("problems"));
    m_problemList->setAccessibleName(tr("Problems"));
    m_problemList->setFrameShape(QFrame::NoFrame);
    m_problemList->setMaximumHeight(fontMetrics().height() * 7);
    m_problemList->setTextElideMode(Qt::ElideRight);
    column->addWidget(m_problemsTitle);
    column->addWidget(m_problemList);
    connect(m_problemList, &QListWidget::itemActivated, this,
            [this] { jumpTo(m_problemList->currentRow()); });
    connect(m_problemList, &QListWidget::itemClicked, this, [this] { jumpTo(m_problemList->currentRow()); });
    return foot;
}

void ReportEditor::show(const Report& report)
{
    m_opening = true;
    const bool renamed = report.id != m_report.id || report.name != name();
    m_report = report;
    if (renamed) {
        m_name->setText(report.name);
        m_nameCheck->reset();
    }
    const auto provider = Designer::provider(report.provider);
    m_provider->setText(provider ? provider->title : report.provider);
    m_saveProblem->setProblem({});
    chooseDesign(provider ? provider->definition : DefinitionKind::Task);
    m_document.open(report.id, report.document);
    check();
    m_opening = false;
}

QString ReportEditor::name() const
{
    return m_name->text().trimmed();
}

void ReportEditor::type(const QString& name, const QByteArray& document)
{
    m_name->setText(name);
    m_nameCheck->insist();
    m_document.setText(document, QStringLiteral("typed before"));
    emit edited();
}

void ReportEditor::tellProblem(const QString& message)
{
    m_saveProblem->setProblem(message);
}

void ReportEditor::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void ReportEditor::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

void ReportEditor::onDocumentChanged()
{
    showShownTab();
    m_checkDelay.start();
    if (!m_opening)
        emit edited();
}

/// Only what is seen is brought up to date; the others are when they are shown.
void ReportEditor::showShownTab()
{
    switch (m_tabs->currentIndex()) {
    case FormTab:
        m_form->refresh();
        break;
    case JsonTab:
        if (!m_json)
            makeJson();
        m_json->setText(m_document.text());
        break;
    default:
        m_preview->show(m_document.value()
                            ? previewHtml(*m_document.value(), quietTextColour(palette()).name())
                            : tr("The document is not valid JSON yet."));
    }
    showProblems();
}

/// The preview is made with the theme's colours.
void ReportEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tabs->currentIndex() == PreviewTab)
        showShownTab();
}

void ReportEditor::makeJson()
{
    m_json = new JsonEditor;
    m_json->setForeignUndo(true);
    m_jsonPlace->layout()->addWidget(m_json);
    connect(m_json, &JsonEditor::edited, this,
            [this] { m_document.setText(m_json->text(), QStringLiteral("json")); });
    connect(m_json, &JsonEditor::undoWanted, this, [this] { m_document.history().undo(); });
    connect(m_json, &JsonEditor::redoWanted, this, [this] { m_document.history().redo(); });
}

void ReportEditor::check()
{
    m_problems = Designer::checkDocument(m_report.provider, m_document.text());
    m_problemList->clear();
    for (const DesignProblem& problem : std::as_const(m_problems)) {
        const QString place =
            problem.path.isEmpty() || problem.path == u"$" ? QString() : problem.path + QStringLiteral("   ");
        auto* item =
            new QListWidgetItem(stateIcon(markOf(problem.level)), place + problem.message, m_problemList);
        item->setToolTip(
            plainToolTip(problem.message + (problem.provenance.isEmpty()
                                                ? QString()
                                                : u'\n' + tr("This rule is %1.").arg(problem.provenance))));
    }
    m_problemsTitle->setText(m_problems.isEmpty()
                                 ? tr("No problems")
                                 : tr("%n problems", nullptr, static_cast<int>(m_problems.size())));
    m_problemsTitle->setForegroundRole(m_problems.isEmpty() ? QPalette::PlaceholderText
                                                            : QPalette::WindowText);
    m_problemList->setVisible(!m_problems.isEmpty());
    showProblems();
}

void ReportEditor::showProblems()
{
    m_form->setProblems(m_problems);
    if (!m_json)
        return;
    QList<TextProblem> marks;
    for (const DesignProblem& problem : std::as_const(m_problems)) {
        if (problem.line > 0)
            marks.append({problem.line, problem.column, severityOf(problem.level), problem.message});
    }
    m_json->setProblems(marks);
}

/// In the form where a field shows it, else at its line.
void ReportEditor::jumpTo(int row)
{
    if (row < 0 || row >= m_problems.size())
        return;
    const DesignProblem problem = m_problems[row];
    if (m_tabs->currentIndex() != JsonTab && m_document.value()) {
        m_tabs->setCurrentIndex(FormTab);
        if (m_form->goTo(problem.path))
            return;
    }
    m_tabs->setCurrentIndex(JsonTab);
    m_json->jumpTo(std::max(1, problem.line), std::max(1, problem.column));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/problems_bar.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

StateKind problemMark(ProblemLevel level)
{
    return level == ProblemLevel::Error     ? StateKind::Failed
           : level == ProblemLevel::Warning ? StateKind::Waiting
                                            : StateKind::Planned;
}

/// `config.webhooks[1].auth_header`: without the root's sign.
QString placeOf(const DesignProblem& problem)
{
    return problem.path.startsWith(u"$.") ? problem.path.sliced(2) : QString();
}

QString sentenceOf(const DesignProblem& problem)
{
    QString words = placeOf(problem).isEmpty() ? problem.message
                                               : placeOf(problem) + QStringLiteral(": ") + problem.message;
    if (!problem.provenance.isEmpty())
        words += QStringLiteral(" (") + problem.provenance + u')';
    return words;
}

} // namespace

ProblemsBar::ProblemsBar(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_mark(new IconMark(sized(Size::StateShape)))
    , m_count(new TextLabel({}, Face::Body))
    , m_message(new ElidedLabel({}, Face::Body, Colour::Quiet))
    , m_mend(makeLink({}, QStringLiteral("mend")))
    , m_go(makeLink(tr("Show"), QStringLiteral("goToProblem")))
    , m_all(makeLink(tr("All"), QStringLiteral("allProblems")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, shape::line, 0, 0);
    column->setSpacing(0);
    m_list->setObjectName(QStringLiteral("problems"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMaximumHeight(sized(Size::Row) * 7);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->hide();
    column->addWidget(m_list);
    column->addWidget(makeLine());
    m_all->setCheckable(true);
    m_all->setToolTip(tr("List all problems"));
    connect(m_all, &QToolButton::toggled, m_list, &QWidget::setVisible);
    connect(m_mend, &QToolButton::clicked, this, [this] { emit mendWanted(m_current); });
    connect(m_go, &QToolButton::clicked, this, [this] { emit goWanted(m_current); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_current = std::max(0, row);
        showCurrent();
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] { emit goWanted(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { emit goWanted(m_list->currentRow()); });
    setProblems({});
}

QToolButton* ProblemsBar::makeLink(const QString& words, const QString& name)
{
    auto* button = new QToolButton;
    button->setText(words);
    button->setObjectName(name);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    setLook(*button, ButtonLook::Link);
    return button;
}

void ProblemsBar::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(0, 0, width(), shape::line, colour(Colour::Line, palette()));
}

QWidget* ProblemsBar::makeLine()
{
    auto* line = new QWidget;
    line->setFixedHeight(sized(Size::Row));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(space::wide, 0, space::wide, 0);
    row->setSpacing(space::normal);
    row->addWidget(m_mark);
    row->addWidget(m_count);
    m_count->setWordWrap(false);
    row->addWidget(m_message, 1);
    row->addWidget(m_mend);
    row->addWidget(m_go);
    row->addWidget(m_all);
    return line;
}

void ProblemsBar::setProblems(const QList<DesignProblem>& problems)
{
    const bool same = problems == m_problems && m_list->count() > 0;
    m_problems = problems;
    if (same)
        return;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const DesignProblem& problem : problems) {
        auto* item = new QListWidgetItem(stateIcon(problemMark(problem.level)), sentenceOf(problem), m_list);
        item->setToolTip(plainToolTip(sentenceOf(problem)));
    }
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(problems.size()) - 1));
    m_list->setCurrentRow(m_current);
    if (problems.isEmpty())
        m_all->setChecked(false);
    showCurrent();
}

void ProblemsBar::showCurrent()
{
    const bool any = m_current < m_problems.size();
    const bool errors = std::ranges::any_of(
        m_problems, [](const DesignProblem& problem) { return problem.level == ProblemLevel::Error; });
    m_mark->setIcon(stateIcon(!any ? StateKind::Delivered : errors ? StateKind::Failed : StateKind::Waiting));
    m_count->setText(any ? countWords() : tr("No problems"));
    m_message->setText(any ? sentenceOf(m_problems[m_current]) : QString());
    const bool mends = any && m_problems[m_current].mend;
    m_mend->setText(mends ? m_problems[m_current].mend->words : QString());
    m_mend->setVisible(mends);
    m_go->setVisible(any);
    m_all->setVisible(m_problems.size() > 1);
}

QString ProblemsBar::countWords() const
{
    const auto errors =
        static_cast<int>(std::ranges::count(m_problems, ProblemLevel::Error, &DesignProblem::level));
    const int warnings = static_cast<int>(m_problems.size()) - errors;
    QStringList words;
    if (errors > 0)
        words << (errors == 1 ? tr("1 error") : tr("%1 errors").arg(errors));
    if (warnings > 0)
        words << (warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(warnings));
    return words.join(QStringLiteral(", "));
}

} // namespace hookworks

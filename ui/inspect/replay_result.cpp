// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/replay_result.h"

#include "domain/readable_text.h"
#include "ui/inspect/replay_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/result_words.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/verdict_badge.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/session/workbench.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qsizetype mostLinesShown = 4;
constexpr qsizetype longestAnswerText = 60;

/// `$.ok: false → true`
QString differenceWords(const DifferenceLine& line)
{
    const QString place = line.place.isEmpty() ? QString() : line.place + QStringLiteral(": ");
    const QString left = shortened(readableText(line.left.toUtf8()), longestAnswerText),
                  right = shortened(readableText(line.right.toUtf8()), longestAnswerText);
    switch (line.kind) {
    case DifferenceLine::Kind::Added:
        return QStringLiteral("+ ") + place + right;
    case DifferenceLine::Kind::Removed:
        return QStringLiteral("− ") + place + left;
    default:
        return place + left + QStringLiteral(" → ") + right;
    }
}

} // namespace

ReplayResult::ReplayResult(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_bar(new QProgressBar)
    , m_counts(new ElidedLabel({}, Face::Body, Colour::Quiet))
    , m_stop(new QPushButton(tr("Stop")))
    , m_compare(new QPushButton(tr("Compare…")))
    , m_show(new QPushButton(tr("Show delivery")))
    , m_verdicts(new QHBoxLayout)
    , m_change(new TextLabel({}, Face::Body))
    , m_lines(new TextLabel({}, Face::Code, Colour::Quiet))
{
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_counts->setObjectName(QStringLiteral("replayCounts"));
    m_change->setObjectName(QStringLiteral("replayChange"));
    m_stop->setObjectName(QStringLiteral("replayStop"));
    m_compare->setObjectName(QStringLiteral("replayCompare"));
    m_verdicts->setSpacing(space::normal);
    auto* top = new QHBoxLayout;
    top->setSpacing(space::normal);
    top->addWidget(m_bar, 1);
    top->addWidget(m_counts, 2);
    top->addWidget(m_stop);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(space::normal);
    bottom->addLayout(m_verdicts);
    bottom->addWidget(m_change, 1);
    bottom->addStretch();
    bottom->addWidget(m_compare);
    bottom->addWidget(m_show);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::close);
    column->addLayout(top);
    column->addLayout(bottom);
    column->addWidget(m_lines);
    for (QPushButton* button : {m_stop, m_compare, m_show})
        button->setAutoDefault(false);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        emit stopWanted();
    });
    connect(m_compare, &QPushButton::clicked, this, [this] { emit comparisonWanted(m_before, m_now); });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const auto id = DeliveryId::parse(m_now))
            emit deliveryWanted(*id);
    });
    begin();
    hide();
}

void ReplayResult::begin()
{
    ++m_question;
    m_before.clear();
    m_now.clear();
    while (QLayoutItem* item = m_verdicts->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (QWidget* widget : {static_cast<QWidget*>(m_change), static_cast<QWidget*>(m_lines),
                            static_cast<QWidget*>(m_compare), static_cast<QWidget*>(m_show)})
        widget->hide();
    m_bar->setRange(0, 0);
    m_bar->show();
    m_stop->show();
    m_stop->setEnabled(true);
    m_counts->setText(tr("Sending"));
    show();
}

void ReplayResult::showProgress(const ReplayProgress& progress)
{
    constexpr int steps = 1000;
    const qint64 all = std::max<qint64>({1, progress.total, progress.made});
    m_bar->setRange(0, steps);
    m_bar->setValue(static_cast<int>(steps * progress.sent / all));
    const QString counts = replayCountWords(progress);
    m_counts->setText(progress.stopped ? tr("Stopping: %1").arg(counts) : counts);
}

void ReplayResult::showEnd(const ReplayProgress& progress, std::optional<DeliveryId> last)
{
    showProgress(progress);
    m_counts->setText(progress.stopped ? tr("Stopped: %1").arg(replayCountWords(progress))
                                       : replayCountWords(progress));
    m_bar->hide();
    m_stop->hide();
    showVerdicts(progress);
    m_show->setVisible(last.has_value());
    m_single = progress.made == 1;
    if (!last)
        return;
    m_now = last->toString();
    m_workbench.deliveries().light({*last}).then(
        this, [this, question = ++m_question](const Result<QList<DeliveryRecord>>& records) {
            if (!records || records->isEmpty() || question != m_question)
                return;
            showOutcome(records->first());
            m_before = records->first().delivery.basis.comparedWith;
            if (m_before.isEmpty())
                return;
            m_workbench.differ()
                .compareAnswers(m_before, m_now)
                .then(this, [this, question](const Result<AnswerChange>& change) {
                    if (change && question == m_question)
                        showChange(*change);
                });
        });
}

/// A single one is worth its own words: what was answered, or why nothing was.
void ReplayResult::showOutcome(const DeliveryRecord& record)
{
    if (!m_single || record.attempts.isEmpty())
        return;
    const Attempt& attempt = record.attempts.last();
    const QString words = attempt.error.isEmpty() ? outcomeWords(attempt) : attempt.error;
    m_counts->setText(tr("%1: %2").arg(m_counts->text(), words));
}

void ReplayResult::showVerdicts(const ReplayProgress& progress)
{
    for (auto each = progress.verdicts.cbegin(); each != progress.verdicts.cend(); ++each) {
        BadgeLook look = verdictBadge(each.key());
        if (progress.made > 1)
            look.words = QStringLiteral("%1 %2").arg(QLocale().toString(each.value()), look.words.toLower());
        auto* badge = new Badge(look);
        badge->setObjectName(QStringLiteral("replayVerdict"));
        m_verdicts->addWidget(badge);
    }
}

void ReplayResult::showChange(const AnswerChange& change)
{
    m_change->setText(answerChangeWords(change));
    m_change->show();
    m_compare->show();
    QStringList lines;
    for (const DifferenceLine& line : change.body.first(std::min(mostLinesShown, change.body.size())))
        lines << differenceWords(line);
    if (change.body.size() > mostLinesShown || change.cut)
        lines << tr("and more");
    m_lines->setText(lines.join(u'\n'));
    m_lines->setVisible(!lines.isEmpty());
}

} // namespace hookworks

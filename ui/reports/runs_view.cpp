// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/runs_view.h"

#include "ui/reports/run_calendar.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr int listedRuns = 5;
constexpr int mostRunsOfMonth = 31 * 25;

/// `Mon 30 Nov 2026, 08:00 +01:00`.
QString runWords(const QDateTime& local)
{
    const int minutes = local.offsetFromUtc() / 60;
    return QLocale::c().toString(local, QStringLiteral("ddd d MMM yyyy, HH:mm ")) +
           QStringLiteral("%1%2:%3")
               .arg(QChar(minutes < 0 ? u'−' : u'+'))
               .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
               .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

QString waitWords(RealTime run, RealTime now)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(run - now).count();
    if (minutes < 2)
        return RunsView::tr("in a minute");
    if (minutes < 120)
        return RunsView::tr("in %L1 minutes").arg(minutes);
    if (minutes < 48 * 60)
        return RunsView::tr("in %L1 hours").arg(minutes / 60);
    return RunsView::tr("in %L1 days").arg(minutes / 60 / 24);
}

} // namespace

RunsView::RunsView(QWidget* parent)
    : QWidget(parent)
    , m_calendar(new RunCalendar)
    , m_monthName(new TextLabel({}, Face::Strong))
    , m_summary(new TextLabel({}, Face::Caption, Colour::Quiet))
{
    auto* flow = new FlowLayout(this); // in a narrow place the list stands below the month
    flow->setSpacing(space::section);
    m_month = makeMonth();
    flow->addWidget(m_month);
    flow->addWidget(makeList());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_calendar, &RunCalendar::moveWanted, this, &RunsView::move);
}

QWidget* RunsView::makeMonth()
{
    auto* month = new QWidget;
    auto* column = new QVBoxLayout(month);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    auto* head = new QHBoxLayout;
    const auto button = [this](Qt::ArrowType arrow, const QString& words, int months) {
        auto* made = new QToolButton;
        made->setArrowType(arrow);
        made->setToolTip(words);
        made->setAccessibleName(words);
        made->setFocusPolicy(Qt::TabFocus);
        setLook(*made, ButtonLook::Quiet);
        connect(made, &QToolButton::clicked, this, [this, months] { move(months); });
        return made;
    };
    m_monthName->setAlignment(Qt::AlignCenter);
    head->addWidget(button(Qt::LeftArrow, tr("Month before"), -1));
    head->addWidget(m_monthName, 1);
    head->addWidget(button(Qt::RightArrow, tr("Next month"), 1));
    column->addLayout(head);
    column->addWidget(m_calendar);
    return month;
}

QWidget* RunsView::makeList()
{
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, space::tight, 0, 0);
    column->setSpacing(space::close);
    m_summary->setMinimumWidth(scaled(280));
    column->addWidget(m_summary);
    m_rows = new QGridLayout;
    m_rows->setHorizontalSpacing(space::section);
    m_rows->setVerticalSpacing(space::close);
    m_rows->setColumnStretch(1, 1);
    for (int i = 0; i < listedRuns; ++i) {
        m_times << new TextLabel({}, Face::Body);
        m_waits << new TextLabel({}, Face::Caption, Colour::Quiet);
        m_times.last()->setWordWrap(false);
        m_rows->addWidget(m_times.last(), i, 0);
        m_rows->addWidget(m_waits.last(), i, 1);
    }
    column->addLayout(m_rows);
    return list;
}

void RunsView::show(const Schedule& schedule, RealTime now, qsizetype each)
{
    const bool other = m_schedule != schedule || m_firstMonth.isNull();
    m_schedule = schedule;
    const QList<RealTime> next = scheduledRuns(schedule, now, 1);
    m_firstMonth = localTime(next.isEmpty() ? schedule.start : next.first(), schedule.zone).date();
    m_month->show();
    updateGeometry();
    showMonth(other ? m_firstMonth : m_calendar->month());
    showList(now, each);
}

void RunsView::tell(const QString& words)
{
    m_schedule.reset();
    m_firstMonth = QDate();
    m_month->hide();
    updateGeometry();
    m_summary->setText(words);
    for (int i = 0; i < listedRuns; ++i) {
        m_times[i]->hide();
        m_waits[i]->hide();
    }
}

void RunsView::move(int months)
{
    if (m_schedule)
        showMonth(months == 0 ? m_firstMonth : m_calendar->month().addMonths(months));
}

void RunsView::showMonth(const QDate& day)
{
    const QDate month(day.year(), day.month(), 1);
    if (!month.isValid() || month.year() < 1 || month.year() > 9998)
        return;
    const RealTime from = fromLocalTime(month, QTime(0, 0), m_schedule->zone);
    const RealTime to = fromLocalTime(month.addMonths(1), QTime(0, 0), m_schedule->zone) - Micros(1);
    QMap<QDate, int> runs;
    for (const RealTime run : scheduledRunsBetween(*m_schedule, from, to, mostRunsOfMonth))
        ++runs[localTime(run, m_schedule->zone).date()];
    m_monthName->setText(QLocale::c().toString(month, QStringLiteral("MMMM yyyy")));
    m_calendar->show(month, runs);
}

QString RunsView::summary(const QList<RealTime>& next, qsizetype each) const
{
    const auto count = countOfRuns(*m_schedule);
    if (count == 0)
        return tr("There is no run: the schedule ends before it begins.");
    const bool isOnce = m_schedule->recurrence.unit == Recurrence::Unit::Once;
    if (next.isEmpty()) {
        const RealTime last = isOnce ? m_schedule->start : m_schedule->end.value_or(m_schedule->start);
        const QString words = runWords(localTime(last, m_schedule->zone));
        return isOnce ? tr("There is no further run: it ran once, on %1.").arg(words)
                      : tr("There is no further run: the schedule ended on %1.").arg(words);
    }
    const QString zone = QString::fromUtf8(m_schedule->zone);
    const QString runs = count == 1 ? tr("One run in all")
                         : count    ? tr("%L1 runs in all").arg(*count)
                                    : tr("Runs without an end");
    const QString clocks = tr("in %1 time").arg(zone);
    return each > 1 ? tr("%1, %L2 tasks at each, %3. Next:").arg(runs).arg(each).arg(clocks)
                    : tr("%1, %2. Next:").arg(runs, clocks);
}

void RunsView::showList(RealTime now, qsizetype each)
{
    const QList<RealTime> next = scheduledRuns(*m_schedule, now, listedRuns);
    m_summary->setText(summary(next, each));
    for (int i = 0; i < listedRuns; ++i) {
        const bool isThere = i < next.size();
        m_times[i]->setVisible(isThere);
        m_waits[i]->setVisible(isThere);
        if (!isThere)
            continue;
        m_times[i]->setText(runWords(localTime(next[i], m_schedule->zone)));
        m_waits[i]->setText(waitWords(next[i], now));
    }
}

} // namespace hookworks

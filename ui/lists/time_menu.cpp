// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/time_menu.h"

#include "query/parser.h"
#include "ui/lists/time_span_dialog.h"

#include <QAction>
#include <QDateTime>
#include <QMenu>

namespace hookworks {

namespace {

struct ReadySpan
{
    QString words;
    TimeSpan span;
};

QList<ReadySpan> readySpans()
{
    const auto startOf = [](const QDate& day) { return day.startOfDay().toUTC().toString(Qt::ISODate); };
    const QDate today = QDate::currentDate();
    return {{TimeMenu::tr("Any time"), {}},
            {TimeMenu::tr("Last 10 minutes"), {QStringLiteral("10m"), {}}},
            {TimeMenu::tr("Last hour"), {QStringLiteral("1h"), {}}},
            {TimeMenu::tr("Today"), {startOf(today), {}}},
            {TimeMenu::tr("Since yesterday"), {startOf(today.addDays(-1)), {}}},
            {TimeMenu::tr("Last 7 days"), {QStringLiteral("7d"), {}}}};
}

bool isTime(const Query& query, QueryName name)
{
    return query.kind == Query::Kind::Term && query.term.field && query.term.field->name == name;
}

std::vector<Query> partsOf(const Query& query)
{
    if (query.isEverything())
        return {};
    return query.kind == Query::Kind::And ? query.parts : std::vector<Query>{query};
}

Query timeTerm(QueryName name, const QString& value)
{
    QueryField field;
    field.name = name;
    return Query::of({field, QueryOperator::Is, value});
}

/// As it stands among others.
QString termText(const Query& part)
{
    const QString text = toString(part);
    return part.kind == Query::Kind::Or ? u'(' + text + u')' : text;
}

} // namespace

QString withTimeSpan(const QString& filter, const TimeSpan& span)
{
    const auto query = readQuery(filter);
    QStringList words;
    if (!query)
        words << filter;
    for (const Query& part : partsOf(query.value_or(Query()))) {
        if (!isTime(part, QueryName::After) && !isTime(part, QueryName::Before))
            words << termText(part);
    }
    if (!span.after.isEmpty())
        words << termText(timeTerm(QueryName::After, span.after));
    if (!span.before.isEmpty())
        words << termText(timeTerm(QueryName::Before, span.before));
    return words.join(u' ');
}

TimeSpan timeSpanOf(const QString& filter)
{
    TimeSpan span;
    const auto query = readQuery(filter);
    if (!query)
        return span;
    for (const Query& part : partsOf(*query)) {
        if (isTime(part, QueryName::After))
            span.after = part.term.value;
        if (isTime(part, QueryName::Before))
            span.before = part.term.value;
    }
    return span;
}

TimeMenu::TimeMenu(std::function<QString()> present, QWidget* parent)
    : QObject(parent)
    , m_present(std::move(present))
    , m_parent(parent)
    , m_action(new QAction(tr("Any time"), this))
    , m_menu(new QMenu(parent))
{
    m_action->setMenu(m_menu);
    m_action->setToolTip(tr("Show what was made or received at a certain time"));
    connect(m_menu, &QMenu::aboutToShow, this, &TimeMenu::fill);
}

void TimeMenu::follow(const QString& filter)
{
    const TimeSpan span = timeSpanOf(filter);
    QString words = tr("Chosen time");
    for (const ReadySpan& ready : readySpans()) {
        if (ready.span == span)
            words = ready.words;
    }
    m_action->setText(words);
}

void TimeMenu::fill()
{
    m_menu->clear();
    const TimeSpan present = timeSpanOf(m_present());
    for (const ReadySpan& ready : readySpans()) {
        QAction* one = m_menu->addAction(ready.words);
        one->setCheckable(true);
        one->setChecked(ready.span == present);
        connect(one, &QAction::triggered, this, [this, span = ready.span] { choose(span); });
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("Between…"), this, &TimeMenu::ask);
}

void TimeMenu::ask()
{
    auto* dialog = new TimeSpanDialog(m_parent);
    connect(dialog, &TimeSpanDialog::chosen, this, &TimeMenu::choose);
    dialog->open();
}

} // namespace hookworks

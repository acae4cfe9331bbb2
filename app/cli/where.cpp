// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/where.h"

#include "cli/command_table.h"
#include "domain/id_texts.h"
#include "query/parser.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/listen/captures.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

template <char Letter>
Result<QStringList> textsOf(const Result<QList<Id<Letter>>>& ids)
{
    if (!ids)
        return tl::unexpected<Error>(ids.error());
    if (ids->isEmpty())
        return hookworks::fail(ErrorCode::NotFound, CliText::tr("--where: nothing matches."));
    return oldestFirst(*ids);
}

bool belongsToDeliveries(QueryName name)
{
    switch (name) {
    case QueryName::State:
    case QueryName::Attempts:
    case QueryName::Verdict:
    case QueryName::Outcome:
    case QueryName::Message:
    case QueryName::Origin:
    case QueryName::Created:
    case QueryName::Url:
        return true;
    default:
        return false;
    }
}

} // namespace

CLI::Option* addWhere(CLI::App& app, QString& target, const QString& description)
{
    return addText(
               app, "--where", target,
               description + u' ' +
                   CliText::tr(
                       "Words and \"phrases\" are looked for in head and body; FIELD OP VALUE compares, with "
                       ": (is), = != ~ "
                       "(contains) < <= > >= on id, method, path, target, query, status, valid, problem, "
                       "remote, "
                       "rule, fault, delivery, listener, size, head, body, received, after, before, "
                       "header.NAME, "
                       "$.JSON.PATH, event, provider, webhook, report, state, attempts, verdict, outcome, "
                       "message, "
                       "origin, "
                       "created, url, note, is:malformed, is:marked, is:replay; joined by and, or, not and "
                       "parentheses; * in a value stands for any characters"))
        ->type_name("EXPR");
}

Result<Query> whereQuery(const QString& text)
{
    return parseQuery(text).map_error([](Error error) {
        error.message.prepend(QStringLiteral("--where: "));
        return error;
    });
}

Result<Query> whereQueryUnless(const QStringList& ids, const QString& text)
{
    auto where = whereQuery(text);
    if (where && ids.isEmpty() == where->isEverything())
        return hookworks::fail(ErrorCode::BadInput, CliText::tr("Name ids, or what matches with --where."));
    return where;
}

RowsChosen rowsChosen(const QString& of, const Query& query)
{
    if (!of.isEmpty())
        return of == QLatin1String("deliveries") ? RowsChosen::Deliveries : RowsChosen::Captures;
    bool deliveries = false;
    eachTerm(query, [&](const QueryTerm& term) {
        deliveries = deliveries || (term.field && belongsToDeliveries(term.field->name));
    });
    return deliveries ? RowsChosen::Deliveries : RowsChosen::Captures;
}

CLI::Option* addOf(CLI::App& app, QString& target)
{
    return addChoice(app, "--of", target, {QStringLiteral("captures"), QStringLiteral("deliveries")},
                     CliText::tr("What --where is asked of: deliveries if it names a field that only they "
                                 "have, else captures, if not "
                                 "given"));
}

Answer<QStringList> idsFound(Workbench& workbench, QObject& home, const Query& query, RowsChosen of)
{
    if (of == RowsChosen::Deliveries)
        return workbench.deliveries()
            .ids({.where = query})
            .then(&home, [](const Result<QList<DeliveryId>>& ids) { return textsOf(ids); });
    return workbench.captures()
        .ids({.where = query, .limit = 0})
        .then(&home, [](const Result<QList<CaptureId>>& ids) { return textsOf(ids); });
}

void tellUnreadable(const Output& output, qint64 count)
{
    if (count > 0)
        output.note(
            CliText::tr("--where: bodies that could not be looked at: %1. They may match.").arg(count));
}

} // namespace hookworks

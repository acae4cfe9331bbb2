// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "query/query.h"
#include "workbench/session/answer.h"

#include <CLI/CLI.hpp>

namespace hookworks {

class Workbench;

/// `--where EXPR`, with what it can say.
CLI::Option* addWhere(CLI::App& app, QString& target, const QString& description);
/// BadInput names the option and the character.
Result<Query> whereQuery(const QString& text);
/// The same for a command that is given ids instead. BadInput where it has neither, or both.
Result<Query> whereQueryUnless(const QStringList& ids, const QString& text);

/// What a command that takes both captures and deliveries acts on.
enum class RowsChosen
{
    Captures,
    Deliveries
};
/// `--of captures|deliveries`; empty: deliveries where the query names a field that only they have, else
/// captures.
RowsChosen rowsChosen(const QString& of, const Query& query);
CLI::Option* addOf(CLI::App& app, QString& target);

class CommandTable;
/// `remove`, below the command that lists these rows.
void addRemoveCommand(CommandTable& table, CLI::App& list, RowsChosen of);

/// `c5`, `d3`, oldest first. NotFound: there is none.
Answer<QStringList> idsFound(Workbench& workbench, QObject& home, const Query& query, RowsChosen of);

/// Says how many rows may belong and could not be looked at.
void tellUnreadable(const Output& output, qint64 count);

} // namespace hookworks

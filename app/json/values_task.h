// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/task_definition.h"
#include "json/value.h"

namespace hookworks {

/// When the task of a document runs, meant in that zone (empty: UTC). BadInput names the member that is
/// missing, that is no time, or whose frequency nobody knows.
Result<Schedule> scheduleFromTask(const TaskDefinition& definition, const JsonValue& document,
                                  const QByteArray& zone);

/// What is wrong with a text that should be a time, as it stands there: `"31.12.2026" cannot be read …`.
QString unreadableTime(const QString& text);

/// The values of a filter cycle as the workspace keeps them: a JSON array on one line; empty: none.
QByteArray cycleToJson(const QStringList& cycle);
QStringList cycleFromJson(QByteArrayView json);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/schedule.h"

#include <QString>

namespace hookworks {

/// A word that a platform has for how often a task runs.
struct TaskFrequency
{
    QString word;
    Recurrence recurrence;
    QString provenance; ///< `documented`, `inferred`, `assumed`
    QString page;       ///< where it is written; empty: nowhere
    bool operator==(const TaskFrequency&) const = default;
};

/// Which members of a document say what of a task that runs on a schedule. Without `start` documents are no
/// such tasks.
struct TaskDefinition
{
    QString title;
    QString run;    ///< the id of one run's record
    QString task;   ///< the id of the task, the same for every run
    QString design; ///< the id of what is filled in
    QString start, end, frequency;
    QString cycle; ///< the id of the filter cycle; null in a document without one
    QString created, saved;
    QString html; ///< what is filled in, as HTML
    QList<TaskFrequency> frequencies;
    bool operator==(const TaskDefinition&) const = default;

    bool isTask() const { return !start.isEmpty(); }
    /// In any case of letters; null pointer: an unknown word.
    const TaskFrequency* frequencyOf(QStringView word) const;
    /// The known word that looks most like it; empty: none does.
    QString nearestFrequency(QStringView word) const;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/task_check.h"

#include "domain/readable_text.h"
#include "json/values_task.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 60;

QString unknownWords(const TaskDefinition& task, const QString& word)
{
    const QString nearest = task.nearestFrequency(word);
    const QString shown = readableText(word.left(mostShown).toUtf8());
    return nearest.isEmpty()
               ? QCoreApplication::translate(
                     "hookworks", "\"%1\" is no frequency that is known; its runs cannot be foreseen.")
                     .arg(shown)
               : QCoreApplication::translate(
                     "hookworks",
                     "\"%1\" is no frequency that is known; its runs cannot be foreseen. Is \"%2\" meant?")
                     .arg(shown, nearest);
}

} // namespace

void nameUnreadableTimes(const ProviderProfile& profile, const JsonValue& root, QList<Problem>& problems)
{
    for (const DocumentField& field : profile.document) {
        const JsonValue* value = field.type.split(u'|').contains(u"time") ? root.find(field.key) : nullptr;
        const auto told = std::ranges::find_if(problems, [&](const Problem& problem) {
            return problem.rule == u"type" && problem.path == u"$."_s + field.key;
        });
        if (!value || !value->isString() || told == problems.end())
            continue;
        told->rule = u"time"_s;
        told->message = unreadableTime(value->text);
    }
}

std::optional<Problem> unknownFrequency(const ProviderProfile& profile, const JsonValue& root)
{
    const TaskDefinition& task = profile.task;
    const JsonValue* word = task.isTask() ? root.find(task.frequency) : nullptr;
    if (!word || !word->isString())
        return std::nullopt;
    const TaskFrequency* known = task.frequencyOf(word->text);
    if (known && known->word == word->text)
        return std::nullopt;
    return Problem{ProblemSeverity::Warning,
                   u"$."_s + task.frequency,
                   unknownWords(task, word->text),
                   u"frequency.unknown"_s,
                   {u"assumed"_s, {}}};
}

} // namespace hookworks

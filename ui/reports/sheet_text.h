// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QStringList>

namespace hookworks {

inline constexpr int mostSheetColumns = 100; ///< what lies beyond is edited in the JSON

/// What a cell shows: an object's content, numbers joined by blanks.
QString cellText(const JsonValue* value);
/// A number as spreadsheets write it, as JSON: `112,400`, `€ 84,5` and `12 %` without what groups and
/// adorns the digits. nullopt: the text is none.
std::optional<JsonValue> numberIn(const QString& text);
/// Lines with tabs between the cells; quotes hold cells of several lines together. At most 200,000 cells.
QList<QStringList> pastedCells(const QString& lines);
/// The same, the other way round.
QString cellsAsLines(const QList<QStringList>& cells);
/// The name that would come next, unlike all of them: `Q4` after `Q3`, `C` after `B`, the next day
/// after two days.
QString nextName(const QStringList& names);

} // namespace hookworks

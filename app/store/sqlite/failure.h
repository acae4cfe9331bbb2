// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

class QSqlError;

namespace hookworks {

/// SQLite's failure in words and remedies; `code` is its own (https://www.sqlite.org/rescode.html), extended
/// or not, `text` its message.
Error toError(int code, const QString& text);
Error toError(const QSqlError& error);

} // namespace hookworks

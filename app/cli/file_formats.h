// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hookworks {

/// What --help says of the files that commands read: each with an example that works as it stands, between an
/// indented `{` and the next blank line.

/// `listen --rules FILE`.
QString rulesFormat();
/// `replay --edit FILE`.
QString editFormat();

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace hookworks {

/// What in this text is against HAR 1.2, as its specification and the JSON schema that other tools check by
/// have it; a line each, with its place. Empty: nothing.
QStringList harProblems(const QByteArray& har);

} // namespace hookworks

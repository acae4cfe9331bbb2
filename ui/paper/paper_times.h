// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace hookworks {

/// A time written in a strftime-like format; `%s` at its end is read as seconds, as the vendor's own default
/// has it. In seconds since 1970, UTC. nullopt: it does not fit.
std::optional<double> secondsOfTime(const QString& text, const QString& format);
/// The other way; codes that are not known stay as they are.
QString timeInFormat(double seconds, const QString& format);

} // namespace hookworks

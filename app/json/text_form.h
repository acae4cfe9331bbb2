// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace hookworks {

/// The UTF-8 of a JSON text in whatever form it came: a byte-order mark is left out, and UTF-16 in either
/// order is turned into UTF-8, known by its mark or by the zero bytes between its first characters. Other
/// bytes are given back as they are, right or wrong. BadInput, without a full stop, where UTF-16 is broken.
Result<QByteArray> jsonUtf8(const QByteArray& text);

} // namespace hookworks

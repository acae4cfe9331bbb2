// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace hookworks {

/// How deep arrays and objects stand in each other in a JSON text; counts brackets outside strings, whether
/// or not the text is valid. Linear, without recursion.
int jsonDepth(QByteArrayView text);

/// The same text with one member or item a line, indented by two spaces; empty arrays and objects stay on
/// their line. Keys, strings and numbers keep their bytes, duplicates and order stay; a text that is no JSON
/// comes out as well as it can. Linear, without recursion; BadInput where the result would have more than
/// `most` bytes (deep nesting makes a text grow without bound).
Result<QByteArray> reindentJson(QByteArrayView text, qsizetype most);

} // namespace hookworks

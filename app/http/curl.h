// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QByteArray>

namespace hookworks {

/// A request as a command for a POSIX shell that, pasted, makes curl send the same method, target, header
/// fields (in order, with their case; none of curl's own) and body, byte for byte. Bodies with NUL or other
/// bytes that a shell word cannot hold come from printf through a pipe.
QByteArray curlCommand(const Request& request);

/// `text` as one word of a POSIX shell; without NUL.
QByteArray shellWord(const QByteArray& text);

} // namespace hookworks

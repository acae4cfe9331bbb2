// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace hookworks {

/// The most bytes of a body that is looked into, decoded or not.
constexpr qint64 longestDecoded = 16 * 1024 * 1024;

/// A body without its content codings (RFC 9110, 8.4): gzip and x-gzip, deflate (with or without zlib's
/// wrapping), br, zstd and identity, stacked in the order of the field, undone from the last.
/// `contentEncoding` is the field's value; of several fields, their values joined by commas. Nowhere on the
/// way are there more than `limit` bytes. BadInput, a clause about the body without a full stop, where it is
/// no such coding, ends early, goes on behind its end, grows beyond the limit, or is coded more than five
/// times.
Result<QByteArray> decoded(const QByteArray& body, const QByteArray& contentEncoding,
                           qint64 limit = longestDecoded);

} // namespace hookworks

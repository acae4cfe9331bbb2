// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace hookworks {

/// Bytes as one reads them: UTF-8 as letters, what one does not see or what turns the direction of a line as
/// `\u001b` (few fonts have pictures of control characters), carriage returns as `\r`, and what is no UTF-8
/// as
/// `\xNN`. Line feeds and tabs stay.
QString visibleBytes(QByteArrayView bytes);

/// Breaks lines of more than `longest` letters, so that a view need not lay out one endless line. True where
/// it broke any.
bool breakLongLines(QString& text, qsizetype longest);

/// `1,204 bytes`, `12.3 MB`.
QString sizeWords(qint64 bytes);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace hookworks {

// Field values, targets and methods are bytes. This is the one rule for showing them: UTF-8 as the characters
// it means, any other byte as `\xNN`. What a person types goes out as UTF-8.

/// Whether readableText() shows exactly these bytes, so that toUtf8() gives them back.
bool isUtf8(QByteArrayView bytes);
/// The bytes as text for people. A byte-order mark stays a character.
QString readableText(QByteArrayView bytes);
/// Its first `most` UTF-16 units and an ellipsis, where it has more; a character is never cut in two.
QString shortened(const QString& text, qsizetype most);

} // namespace hookworks

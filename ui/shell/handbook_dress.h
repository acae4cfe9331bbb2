// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPalette;
class QTextDocument;

namespace hookworks {

/// Gives a document that was read from Markdown the program's faces, distances and colours. Once for each
/// time that it is read: what depends on the font or the palette is written into it.
void dressHandbook(QTextDocument& document, const QPalette& palette);

/// Makes pictures that are wider than `width` (in device-independent pixels) as wide as that.
void fitPictures(QTextDocument& document, int width);

} // namespace hookworks

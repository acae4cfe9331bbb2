// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QsciScintilla;

namespace hookworks {

/// The lines of a code editor as far apart as the tokens have it.
void setCodeLeading(QsciScintilla& editor);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/code_leading.h"

#include "ui/widgets/tokens.h"

#include <QFontMetrics>
#include <Qsci/qsciscintilla.h>

#include <algorithm>

namespace hookworks {

void setCodeLeading(QsciScintilla& editor)
{
    const int more = std::max(0, lineHeight(Face::Code) - QFontMetrics(fontOf(Face::Code)).height());
    editor.SendScintilla(QsciScintilla::SCI_SETEXTRAASCENT, more / 2);
    editor.SendScintilla(QsciScintilla::SCI_SETEXTRADESCENT, more - more / 2);
}

} // namespace hookworks

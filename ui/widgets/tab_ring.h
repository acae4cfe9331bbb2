// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <functional>

class QWidget;

namespace hookworks {

/// Where Tab stops in `window`, in reading order: as layouts and splitters have it, else from top to bottom.
/// What is hidden or disabled is left out; of buttons of which one is chosen, that one stands for all.
QList<QWidget*> tabStops(QWidget& window);

/// Gives the focus to the stop after the one that has it, or before it; from the last to the first. Qt's own
/// chain is in the order of construction, and breaks where widgets change their parent (seen in 6.4: Tab came
/// back to a part of the page, or stayed). False: there is no other stop.
bool moveFocus(QWidget& window, bool forward);

/// Gives the focus to the first stop in `part`, `part` itself included; false: it has none.
bool focusFirst(QWidget& part);

/// An editor that indents with Tab is left with Ctrl+Tab and Ctrl+Shift+Tab, and with Tab alone while it is
/// only read.
void letTabOut(QWidget& editor, std::function<bool()> isReadOnly);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAccessibleInterface;
class QObject;

namespace hookworks {

/// What a screen reader knows of a button. Qt's own answer toggles a button that can be checked when it is
/// asked to act, which only changes how it looks wherever the program waits for a click; this one clicks. A
/// factory for QAccessible::installFactory(); null for anything but a button.
QAccessibleInterface* accessibleButton(const QString& className, QObject* object);

} // namespace hookworks

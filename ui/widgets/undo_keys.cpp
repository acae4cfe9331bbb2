// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undo_keys.h"

#include <QKeyEvent>

namespace hookworks {

std::optional<UndoKey> undoKeyOf(const QEvent& event)
{
    if (event.type() != QEvent::KeyPress && event.type() != QEvent::ShortcutOverride)
        return std::nullopt;
    const auto& key = static_cast<const QKeyEvent&>(event);
    if (key.matches(QKeySequence::Undo))
        return UndoKey::Undo;
    return key.matches(QKeySequence::Redo) ? std::optional(UndoKey::Redo) : std::nullopt;
}

} // namespace hookworks

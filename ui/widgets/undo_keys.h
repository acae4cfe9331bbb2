// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

class QEvent;

namespace hookworks {

enum class UndoKey
{
    Undo,
    Redo
};

/// Which of the two a key asks for, when it is pressed and when shortcuts are asked whether they want it. For
/// event filters of fields whose history is their owner's.
std::optional<UndoKey> undoKeyOf(const QEvent& event);

} // namespace hookworks

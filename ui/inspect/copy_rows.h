// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace hookworks {

/// "Copy" (Ctrl+C) and "Copy with secrets" in the menu of a view; `text` says what is chosen there. What its
/// name calls a secret leaves as it is with the second alone.
void addCopyActions(QWidget& view, const std::function<QString(bool withSecrets)>& text);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace hookworks {

/// What the program is, its version and licence.
void showAbout(QWidget& window);

} // namespace hookworks

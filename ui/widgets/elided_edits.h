// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QEvent;
class QLineEdit;

namespace hookworks {

/// For the style, before a line edit takes an event: a text that does not fit is cut in its middle with an
/// ellipsis while nobody types there, and whole on hover. True: the event has been answered.
bool showCutText(QLineEdit& edit, QEvent& event);
/// Whether a part of its text does not fit.
bool isCut(const QLineEdit& edit);

} // namespace hookworks

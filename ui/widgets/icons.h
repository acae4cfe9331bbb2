// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace hookworks {

/// Our drawing of that freedesktop name (resources/icons), in the palette's text colour at the time it is
/// painted. The same on every desktop: an icon theme has some of the names, in another hand, and looking
/// through it takes a tenth of the time to the first window.
QIcon themedIcon(const QString& name);

} // namespace hookworks

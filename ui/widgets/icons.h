// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace hookworks {

/// The desktop's icon of that freedesktop name, or else our own drawing of it (resources/icons), in the
/// palette's text colour. Both are looked for when the icon is first painted, and again when the palette
/// changes.
QIcon themedIcon(const QString& name);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QPalette>
#include <QPixmap>
#include <QString>
#include <QWidget>

namespace hookworks {

/// Writes what the widget shows into the build folder, `pictures/NAME.png`, to be looked at; true when it was
/// written.
inline bool takePicture(QWidget& widget, const QString& name)
{
    const QString folder = QStringLiteral(HOOKWORKS_BINARY_DIR "/pictures");
    return QDir().mkpath(folder) && widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace hookworks

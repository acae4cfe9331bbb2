// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QStringList>

#include <optional>

namespace hookworks {

/// What `hookworks [OPTIONS] [WORKSPACE] [CASE…]` asks for. Read without an application, so that --help needs
/// no display.
struct StartOptions
{
    QString file;      ///< empty: the user's own workspace
    QStringList cases; ///< to be opened in it
    std::optional<ThemeChoice> theme;
    QString say;        ///< to be printed instead of opening a window: help, version, or what is wrong
    int exitStatus = 0; ///< with `say`: 2 for wrong usage
};

/// A file that is a case is opened in the workspace, any other is the workspace. `arguments` are without the
/// program's name; what Qt itself takes (`-platform` and such) is left alone.
StartOptions readStartOptions(const QStringList& arguments, const QString& version);

} // namespace hookworks

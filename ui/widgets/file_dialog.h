// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace hookworks {

/// Which file is asked for.
struct FileQuestion
{
    QString title;
    bool save = false;     ///< else it must exist
    QString filters;       ///< as Qt writes them: "Workspaces (*.hookworks);;All files (*)"
    QString suffix;        ///< added to a name without one
    QString suggestedName; ///< without a folder
};

/// Opens the desktop's dialog over `parent`, in the user's documents; `chosen` is called with an absolute
/// path, or not at all. Does not wait.
void askForFile(QWidget& parent, const FileQuestion& question,
                const std::function<void(const QString& file)>& chosen);

/// The user's documents, or their home where the desktop names none.
QString documentsFolder();

} // namespace hookworks

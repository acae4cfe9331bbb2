// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "ui/shell/problem_window.h"
#include "ui/widgets/file_dialog.h"

namespace hookworks {

/// Which workspace to open, or where to make a new one.
FileQuestion workspaceQuestion(bool fresh);

/// Instead of the window, where a workspace cannot be opened: why, what to do, and a way to choose another.
/// Nothing was changed on the disk.
class OpenProblem final : public ProblemWindow
{
    Q_OBJECT
public:
    OpenProblem(const QString& file, const Error& error, QWidget* parent = nullptr);

    /// What a person can do about it, in one sentence.
    static QString remedyOf(ErrorCode code);

signals:
    void chosen(const QString& file);
    void againWanted();

private:
    void choose(bool fresh);
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "ui/shell/problem_window.h"

namespace hookworks {

/// Instead of the window, where the key that secrets are sealed with is not to be had: why, and what one can
/// do about it.
class KeyQuestion final : public ProblemWindow
{
    Q_OBJECT
public:
    explicit KeyQuestion(const Error& error, QWidget* parent = nullptr);

signals:
    void againWanted();
    void fileChosen(const QString& file);
    /// What was sealed with the old one stays sealed.
    void newKeyWanted();

private:
    void chooseFile();
};

} // namespace hookworks

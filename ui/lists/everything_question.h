// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

#include <functional>

namespace hookworks {

/// Asks before something is done to all that a list has, where no filter says which. Deletes itself when it
/// is closed; open() it.
class EverythingQuestion final : public QMessageBox
{
    Q_OBJECT
public:
    /// `sentence`: what will happen; `verb`: of the button that does it.
    EverythingQuestion(const QString& sentence, const QString& verb, const std::function<void()>& act,
                       QWidget* parent);
};

} // namespace hookworks

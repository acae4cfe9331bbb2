// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QFuture>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace hookworks {

class ElidedLabel;
class ProblemLabel;

/// Where the key is that secrets are sealed with, and how it is moved from there.
struct KeyRoom
{
    enum class Other
    {
        None, ///< it cannot be moved: the environment names its file
        Keyring,
        File
    };
    QString place; ///< `the key file /home/…/key`
    Other other = Other::None;
    QString file; ///< its path, or the one that it would have
    std::function<QFuture<Result<KeyRoom>>()> move;
};

/// The key's place, the button that moves it to the other one, and what that does. Moves at once: there is a
/// way back.
class KeyField final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyField(KeyRoom room, QWidget* parent = nullptr);

signals:
    /// It says more, or less, than before.
    void changed();

private:
    void show(const KeyRoom& room);
    void move();

    KeyRoom m_room;
    ElidedLabel* m_place;
    QPushButton* m_move;
    QLabel* m_what;
    ProblemLabel* m_problem;
};

} // namespace hookworks

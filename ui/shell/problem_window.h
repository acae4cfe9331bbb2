// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace hookworks {

/// A window in place of the program's, where no workspace could be opened: what went wrong, in words that can
/// be copied, and below it what one can do. Closing it, as *Quit* does, ends what it stands for.
class ProblemWindow : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemWindow(const QString& title, QWidget* parent = nullptr);

protected:
    void say(const QString& words);
    void sayQuietly(const QString& words);
    /// Beside *Quit*, from left to right; the last one is the default and has the focus. Once, after all was
    /// said. Takes them.
    void offer(const QList<QPushButton*>& ways);

private:
    QVBoxLayout* m_column;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>

class QLineEdit;

namespace hookworks {

class ElidedLabel;

/// A line that finds a text in what is shown: Enter the next place, Shift+Enter the one before, Escape closes
/// it and goes back to where one was.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    /// `find` looks for the text, from where it was last; false: it is nowhere.
    using Find = std::function<bool(const QString& text, bool forward)>;

    /// `restart`: the next search begins at the start, as it does after each letter that is typed.
    FindBar(Find find, std::function<void()> restart, QWidget* parent = nullptr);

    /// Shows it, ready to type.
    void open();

signals:
    /// `isBack`: what had the focus before has it again; else it is not shown any more.
    void closed(bool isBack);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void seek(bool forward);
    void close();

    Find m_find;
    std::function<void()> m_restart;
    QLineEdit* m_text;
    ElidedLabel* m_result;
    QPointer<QWidget> m_before; ///< what had the focus when it was opened
};

} // namespace hookworks

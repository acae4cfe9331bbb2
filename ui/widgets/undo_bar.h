// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;

namespace hookworks {

/// "Webhook removed — Undo": a line at the page's foot that takes a deed back. One deed at a time; it goes by
/// itself, with Esc, or when the next deed is offered. Ctrl+Z works while it is shown and no editor wants the
/// key.
class UndoBar final : public QWidget
{
    Q_OBJECT
public:
    explicit UndoBar(QWidget* parent = nullptr);
    void offer(const QString& sentence, std::function<void()> undo);
    bool offering() const { return m_undo != nullptr; }
    void undo();
    void dismiss();

private:
    void keyPressEvent(QKeyEvent* event) override;

    QLabel* m_sentence;
    QTimer m_timer;
    std::function<void()> m_undo;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QLabel;

namespace hookworks {

/// "Webhook removed — Undo": a line at the page's foot that undoes an action. One at a time; it goes by
/// itself, with Esc, or when the next one is offered.
class UndoBar final : public QWidget
{
    Q_OBJECT
public:
    explicit UndoBar(QWidget* parent = nullptr);
    /// `lapse`: called when the action cannot be undone any more.
    void offer(const QString& sentence, std::function<void()> undo, std::function<void()> lapse = {});
    /// Ctrl+Z undoes it while it is offered, wherever in `page` the focus is, unless an editor
    /// wants the key. For a page without an undo stack.
    void listenIn(QWidget& page);
    bool offering() const { return m_undo != nullptr; }
    void undo();
    void dismiss();

private:
    void keyPressEvent(QKeyEvent* event) override;

    QLabel* m_sentence;
    QTimer m_timer;
    std::function<void()> m_undo, m_lapse;
    QAction* m_key = nullptr;
};

} // namespace hookworks

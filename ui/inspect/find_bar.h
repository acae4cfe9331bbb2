// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;

namespace hookworks {

class ElidedLabel;

/// A line that finds a text in what is shown: Enter the next place, Shift+Enter the one before, Escape closes
/// it.
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
    void closed();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void seek(bool forward);

    Find m_find;
    std::function<void()> m_restart;
    QLineEdit* m_text;
    ElidedLabel* m_result;
};

} // namespace hookworks

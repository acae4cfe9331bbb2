// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;

namespace hookworks {

/// A section of a form that is rarely changed: a line above, a heading, and the words that say what it holds
/// ("4 at once, no rate limit") while it is folded. Space, Enter or a click folds and unfolds.
class FoldSection final : public QWidget
{
    Q_OBJECT
public:
    /// Takes `content`. Folded at first.
    FoldSection(const QString& heading, QWidget* content, QWidget* parent = nullptr);
    /// What it holds, in a few words; shown while it is folded.
    void setSummary(const QString& summary);
    QString summary() const;
    void setOpen(bool open);
    bool isOpen() const;

signals:
    void toggled(bool open);

private:
    QAbstractButton* m_head;
    QWidget* m_content;
};

} // namespace hookworks

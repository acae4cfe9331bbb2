// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QsciScintilla;

namespace hookworks {

/// An editor for HTML: colours, folding, tags and attributes completed while one types. Make it only when it
/// is shown. Undo and redo are left to the owner. Light and dark follow the palette.
class HtmlEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit HtmlEditor(QWidget* parent = nullptr);

    QString text() const;
    /// Replaces the text, keeps the place where one reads; does not signal.
    void setText(const QString& text);
    int lines() const;

signals:
    void edited();
    void undoWanted();
    void redoWanted();

private:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void recolour();

    QsciScintilla* m_editor;
    bool m_setting = false;
};

} // namespace hookworks

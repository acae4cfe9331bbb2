// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace hookworks {

class HtmlEditor;
class SafeHtmlView;
class TextLabel;

/// The HTML that a task fills in, and below how it looks, without scripts, links and what lies elsewhere.
class TemplatePane final : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatePane(QWidget* parent = nullptr);
    /// Does not signal. The editor is made with the first text that is shown.
    void setHtml(const QString& html);
    void focusEditor();

signals:
    void edited(const QString& html);
    void undoWanted();
    void redoWanted();

private:
    void showEvent(QShowEvent* event) override;
    void makeEditor();
    void showPreview();
    void countLines();

    QString m_html;
    QWidget* m_place;
    HtmlEditor* m_editor = nullptr;
    SafeHtmlView* m_preview;
    TextLabel* m_lines;
    QTimer m_previewDelay;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace hookworks {

/// Shows HTML of strangers: it loads nothing, from nowhere, and follows no link. Longer texts are cut. What
/// is clicked is told by anchorClicked() alone.
class SafeHtmlView final : public QTextBrowser
{
    Q_OBJECT
public:
    static constexpr qsizetype longest = 512 * 1024;

    explicit SafeHtmlView(QWidget* parent = nullptr);
    void show(const QString& html);
    /// Any HTML in it stays text.
    void showMarkdown(const QString& markdown);
    /// Images that are named by a plain file name come from this folder of the program's own resources
    /// (`:/…`). Any other folder is not taken.
    void setPictures(const QString& folder);
    /// For images one of those pictures or a 1×1 one, nothing for all else.
    QVariant loadResource(int type, const QUrl& name) override;

private:
    QString m_pictures; ///< a folder of the resources; empty: there are none
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace hookworks {

/// Shows HTML of strangers: it loads nothing, from nowhere, and follows no link. Longer texts are cut.
class SafeHtmlView final : public QTextBrowser
{
    Q_OBJECT
public:
    static constexpr qsizetype longest = 512 * 1024;

    explicit SafeHtmlView(QWidget* parent = nullptr);
    void show(const QString& html);
    /// A 1×1 picture for images, nothing for all else.
    QVariant loadResource(int type, const QUrl& name) override;
};

} // namespace hookworks

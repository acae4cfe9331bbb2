// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace hookworks {

/// Colours an HTTP message that a view shows as text: the first word of its first line strong, the names of
/// fields quiet, and a body that is JSON as code. Long lines and long messages stay plain.
class MessageColours final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    /// Belongs to the view.
    explicit MessageColours(QPlainTextEdit& view);

private:
    enum Part
    {
        Nothing = -1, ///< Qt's own: there is no line before
        Head,
        Json,
        Other
    };
    bool eventFilter(QObject* watched, QEvent* event) override;
    void highlightBlock(const QString& line) override;
    Part partOf(const QString& line) const;
    void colourFirst(const QString& line);
    void colourField(const QString& line);
    void colourJson(const QString& line);

    QPlainTextEdit& m_view;
};

} // namespace hookworks

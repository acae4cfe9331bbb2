// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/assist.h"

#include <QObject>

#include <functional>

class QsciScintilla;

namespace hookworks {

/// Completes keys and values in a JSON editor from a JSON Schema, while one types and with Ctrl+Space, and
/// shows what the schema says of what the pointer rests on.
class JsonCompletion final : public QObject
{
    Q_OBJECT
public:
    /// Longer texts are completed with Ctrl+Space only.
    static constexpr qsizetype mostBytesWhileTyping = 256 * 1024;

    /// `problemAt`: what is wrong at a line and column (from 1), told before the schema's help; empty:
    /// nothing.
    using ProblemAt = std::function<QString(int line, int column)>;
    /// Belongs to the editor.
    JsonCompletion(QsciScintilla& editor, ProblemAt problemAt);
    void setSchema(const JsonValue& schema);
    void complete();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void typed(int character);
    void take(const QString& word);
    void help(int position, int x, int y);

    QsciScintilla& m_editor;
    ProblemAt m_problemAt;
    JsonValue m_schema;
    JsonProposals m_offered;
};

} // namespace hookworks

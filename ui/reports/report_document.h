// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "json/path.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>

#include <map>
#include <memory>

namespace hookworks {

/// The one document behind form, JSON and preview, with the one undo history: each report keeps its own while
/// another is open. Any text is a state like any other, no JSON too. Bytes that no edit touches stay as they
/// are.
class ReportDocument final : public QObject
{
    Q_OBJECT
public:
    explicit ReportDocument(QObject* parent = nullptr);

    const QByteArray& text() const { return m_text; }
    /// The parsed text; nullopt: it is no JSON now.
    const std::optional<JsonValue>& value() const { return m_value; }
    /// Another report, with the history that it had; a text that is not the one it was left with (or, of the
    /// report that is open, that came from elsewhere) is one more step of it.
    void open(ReportId report, const QByteArray& text);
    /// An edit of the whole text; edits with the same key that follow closely are one step of the history.
    void setText(const QByteArray& text, const QString& key);
    /// An edit of one value: only its own bytes change.
    void setValue(const JsonPath& path, const JsonValue& value);
    /// An edit of an array: the document is written anew, indented.
    void setArray(const JsonPath& path, const JsonValue& array);
    QUndoStack& history() { return *m_open->second.steps; }

signals:
    /// After each edit, undo and redo, and after open().
    void changed();
    /// history() is another one.
    void historyChanged();

private:
    class Edit;
    struct History
    {
        std::unique_ptr<QUndoStack> steps = std::make_unique<QUndoStack>();
        QByteArray text; ///< where it was left
    };
    void apply(const QByteArray& text);

    QByteArray m_text;
    std::optional<JsonValue> m_value;
    std::map<ReportId, History> m_histories;
    std::map<ReportId, History>::iterator m_open;
    QElapsedTimer m_sinceEdit;
    int m_step = 0;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>

namespace hookworks {

/// The one document behind form, JSON and preview, with the one undo history. Bytes that no edit touches stay
/// as they are.
class ReportDocument final : public QObject
{
    Q_OBJECT
public:
    explicit ReportDocument(QObject* parent = nullptr);

    const QByteArray& text() const { return m_text; }
    /// The parsed text; nullopt: it is no JSON now.
    const std::optional<JsonValue>& value() const { return m_value; }
    /// Another report: the history starts anew.
    void open(const QByteArray& text);
    /// An edit of the whole text; edits with the same key that follow closely are one step of the history.
    void setText(const QByteArray& text, const QString& key);
    /// An edit of one value: only its own bytes change.
    void setValue(const JsonPath& path, const JsonValue& value);
    /// An edit of an array: the document is written anew, indented.
    void setArray(const JsonPath& path, const JsonValue& array);
    QUndoStack& history() { return m_history; }

signals:
    /// After each edit, undo and redo, and after open().
    void changed();

private:
    class Edit;
    void apply(const QByteArray& text);

    QByteArray m_text;
    std::optional<JsonValue> m_value;
    QUndoStack m_history;
    QElapsedTimer m_sinceEdit;
    int m_step = 0;
};

} // namespace hookworks

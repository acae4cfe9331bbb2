// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "json/path.h"
#include "json/text_edit.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>

#include <map>
#include <memory>

namespace hookworks {

/// The one document behind design, JSON and preview, with the one undo history, whose steps have names: each
/// report keeps its own while another is open. Any text is a state like any other, no JSON too. Bytes that no
/// edit touches stay as they are. What an edit cannot find in the document leaves it as it is.
class ReportDocument final : public QObject
{
    Q_OBJECT
public:
    explicit ReportDocument(QObject* parent = nullptr);

    const QByteArray& text() const { return m_text; }
    /// The parsed text; nullopt: it is no JSON now.
    const std::optional<JsonValue>& value() const { return m_value; }
    /// The value there; null pointer: none now.
    const JsonValue* at(const JsonPath& path) const;
    /// Another report, with the history that it had; a text that is not the one it was left with (or, of the
    /// report that is open, that came from elsewhere) is one more step of it.
    void open(ReportId report, const QByteArray& text);

    /// An edit of the whole text; edits with the same key that follow closely are one step of the history.
    void setText(const QByteArray& text, const QString& key, const QString& step = {});
    /// An edit of one value: only its own bytes change.
    void setValue(const JsonPath& path, const JsonValue& value, const QString& step = {});
    /// Sets or adds a member, and the objects on the way to it that are missing; nullopt removes it.
    void setMember(const JsonPath& object, const QString& key, const std::optional<JsonValue>& value,
                   const QString& step);
    /// `item` is JSON; `index` may be the size. Makes the array where its object lacks it.
    void insertItem(const JsonPath& array, qsizetype index, const QByteArray& item, const QString& step);
    void removeItem(const JsonPath& item, const QString& step);
    /// To `index` of an array as it is before the move; the same array or another, not inside the item.
    /// Returns where it stands then; nullopt: nothing was moved.
    std::optional<JsonPath> moveItem(const JsonPath& item, const JsonPath& array, qsizetype index,
                                     const QString& step);
    /// Edits of the text as it is now, as one step.
    void apply(const QList<TextEdit>& edits, const QString& step);

    QUndoStack& history() { return *m_open->second.steps; }

signals:
    /// After each edit, undo and redo, and after open().
    void changed();
    /// After changed(), an edit of a part was undone or done again: what there is to look at now, or stood
    /// there.
    void stepped(const hookworks::JsonPath& place);
    /// history() is another one.
    void historyChanged();

private:
    class Edit;
    struct History
    {
        std::unique_ptr<QUndoStack> steps = std::make_unique<QUndoStack>();
        QByteArray text; ///< where it was left
    };
    /// What there is to look at where an edit is undone, and where it is done again.
    struct Places
    {
        JsonPath undone, redone;
    };
    void push(const QByteArray& text, const QString& key, const QString& step,
              const std::optional<Places>& places);
    void applyAt(const QList<TextEdit>& edits, const QString& step, const Places& places);
    void show(const QByteArray& text);

    QByteArray m_text;
    std::optional<JsonValue> m_value;
    std::map<ReportId, History> m_histories;
    std::map<ReportId, History>::iterator m_open;
    QElapsedTimer m_sinceEdit;
    int m_step = 0;
};

/// The path without its last step, and that step as an index; nullopt: it is none.
JsonPath parentOf(JsonPath path);
std::optional<qsizetype> indexIn(const JsonPath& path);
/// Whether `inner` is `outer` or lies inside it.
bool isWithin(const JsonPath& inner, const JsonPath& outer);

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/session/answer.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <optional>

namespace hookworks {

class Session;

/// What was typed and is not stored where it belongs: a webhook that was not saved, a rule that was refused.
/// Kept in the workspace, sealed, by a key that says what it is of (`webhook/w3`), so that it outlives the
/// program. Main thread.
class Drafts final : public QObject
{
    Q_OBJECT

public:
    explicit Drafts(Session& session);
    /// Stores what waits.
    ~Drafts() override;

    /// By key, as last typed: those whose keys begin so; an empty prefix: all. From then on count() knows
    /// them.
    Answer<QMap<QString, QByteArray>> startingWith(const QString& prefix);
    /// Counts at once; is written a moment later, or by flush().
    void put(const QString& key, const QByteArray& draft);
    /// It was stored where it belongs, or given up.
    void remove(const QString& key);
    int count() const { return static_cast<int>(m_drafts.size()); }
    QStringList keys() const { return m_drafts.keys(); }
    void flush();

Q_SIGNALS:
    /// How many there are.
    void changed(int count);

private:
    using Change = std::optional<QByteArray>; ///< none: removed

    void change(const QString& key, const Change& to);
    void written(const QMap<QString, Change>& changes, const Result<void>& result);

    Session* m_session;
    QMap<QString, QByteArray> m_drafts; ///< as far as they were read or typed
    QMap<QString, Change> m_typed;      ///< of this process: they win over what is read
    QMap<QString, Change> m_waiting;    ///< not written yet
    QTimer m_delay;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/design/drafts.h"

#include "workbench/session/session.h"

namespace hookworks {

namespace {

constexpr auto writeDelay = std::chrono::milliseconds(300);

Result<void> write(Writer& writer, const QMap<QString, std::optional<QByteArray>>& changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        const auto done =
            *change ? writer.putDraft(change.key(), **change) : writer.removeDraft(change.key());
        if (!done)
            return done;
    }
    return {};
}

} // namespace

Drafts::Drafts(Session& session)
    : m_session(&session)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(writeDelay);
    connect(&m_delay, &QTimer::timeout, this, &Drafts::flush);
}

Drafts::~Drafts()
{
    flush();
}

Answer<QMap<QString, QByteArray>> Drafts::startingWith(const QString& prefix)
{
    return m_session->store()
        .read([](Reader& reader) { return reader.drafts(); })
        .then(this, [this, prefix](const Result<QMap<QString, QByteArray>>& stored) {
            if (!stored)
                return stored;
            const int before = count();
            m_drafts = *stored;
            for (auto typed = m_typed.cbegin(); typed != m_typed.cend(); ++typed) {
                if (*typed)
                    m_drafts.insert(typed.key(), **typed);
                else
                    m_drafts.remove(typed.key());
            }
            if (count() != before)
                Q_EMIT changed(count());
            QMap<QString, QByteArray> found;
            for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
                if (draft.key().startsWith(prefix))
                    found.insert(draft.key(), *draft);
            }
            return Result<QMap<QString, QByteArray>>(found);
        });
}

void Drafts::put(const QString& key, const QByteArray& draft)
{
    if (m_drafts.contains(key) && m_drafts[key] == draft)
        return;
    m_drafts.insert(key, draft);
    change(key, draft);
}

void Drafts::remove(const QString& key)
{
    if (m_drafts.remove(key) > 0)
        change(key, std::nullopt);
}

void Drafts::change(const QString& key, const Change& to)
{
    m_typed.insert(key, to);
    m_waiting.insert(key, to);
    if (!m_delay.isActive())
        m_delay.start();
    Q_EMIT changed(count());
}

void Drafts::flush()
{
    m_delay.stop();
    if (m_waiting.isEmpty() || m_session->isReadOnly())
        return;
    const QMap<QString, Change> changes = std::exchange(m_waiting, {});
    m_session->store()
        .write([changes](Writer& writer) { return write(writer, changes); })
        .then(this, [this, changes](const Result<void>& result) { written(changes, result); });
}

/// What could not be written waits for the next change; that the workspace is in trouble is told elsewhere.
void Drafts::written(const QMap<QString, Change>& changes, const Result<void>& result)
{
    if (result)
        return;
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (!m_waiting.contains(change.key()))
            m_waiting.insert(change.key(), *change);
    }
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace_writer.h"

#include "store/keys.h"
#include "store/quota.h"
#include "store/rows.h"

namespace hookworks {

namespace {

constexpr const char* otherListener = "SELECT id FROM listeners WHERE name = ? AND id <> ?";

} // namespace

WorkspaceWriter::WorkspaceWriter(SqlConnection& connection, const SecretBox& secrets, Ledger& ledger)
    : m_connection(&connection)
    , m_secrets(&secrets)
    , m_ledger(&ledger)
    , m_stored(connection, secrets)
{
}

Result<ListenerId> WorkspaceWriter::addListener(const ListenerConfig& listener)
{
    if (auto free = checkName(*m_connection, otherListener, listener.name, listener.id.number); !free)
        return tl::unexpected(free.error());
    StoredListener stored = sealed(listener, *m_secrets);
    stored.id = idFor(listener.id, *m_ledger, Ledger::Kind::Listener);
    m_ledger->changes().listeners = true;
    return Records<ListenerColumns>::insert(*m_connection, stored).map([&](int) { return stored.id; });
}

Result<void> WorkspaceWriter::updateListener(const ListenerConfig& listener)
{
    if (auto free = checkName(*m_connection, otherListener, listener.name, listener.id.number); !free)
        return free;
    const auto before = m_stored.listener(listener.id);
    const auto progress = ruleProgressOf(listener.id);
    if (!before || !progress)
        return tl::unexpected(before ? progress.error() : before.error());
    m_ledger->changes().listeners = true;
    if (before->rules != listener.rules) {
        const auto carried = carriedOver(before->rules, *progress, listener.rules);
        if (auto stored = setRuleProgress(listener.id, carried); !stored)
            return stored;
    }
    return met(Records<ListenerColumns>::update(*m_connection, wholeRow, sealed(listener, *m_secrets)),
               QStringLiteral("listener ") + listener.id.toString());
}

Result<ListenerConfig> WorkspaceWriter::removeListener(ListenerId id)
{
    auto stored = m_stored.listener(id);
    if (!stored)
        return stored;
    m_ledger->changes().listeners = true;
    return m_connection->run("DELETE FROM listeners WHERE id = ?", id).map([&](int) { return *stored; });
}

void WorkspaceWriter::rulesStepped(ListenerId listener, const QList<RuleStep>& steps)
{
    for (const RuleStep& step : steps)
        m_ledger->ruleStepped(listener, step);
}

Result<void> WorkspaceWriter::setRuleProgress(ListenerId listener, const QList<RuleProgress>& progress)
{
    return m_ledger->saveRuleSteps(*m_connection).and_then([&] {
        return replaceRuleProgress(*m_connection, listener, progress);
    });
}

Result<QList<RuleProgress>> WorkspaceWriter::ruleProgressOf(ListenerId listener)
{
    return m_ledger->saveRuleSteps(*m_connection)
        .and_then([&] { return m_stored.ruleProgress(); })
        .map([&](const auto& all) { return all.value(listener); });
}

Result<void> WorkspaceWriter::resetRules(ListenerId listener, std::optional<int> place)
{
    auto progress = ruleProgressOf(listener);
    if (!progress)
        return tl::unexpected(progress.error());
    m_ledger->changes().listeners = true;
    if (!place)
        progress->clear();
    else if (*place < progress->size())
        (*progress)[*place] = RuleProgress();
    return setRuleProgress(listener, *progress);
}

Result<void> WorkspaceWriter::setClock(const ClockState& clock)
{
    constexpr qint64 onlyRow = 1;
    m_ledger->changes().clock = true;
    return done(Records<ClockColumns>::replace(*m_connection, onlyRow, clock));
}

Result<void> WorkspaceWriter::setSetting(const QString& key, const QString& value)
{
    m_ledger->changes().settings = true;
    return done(Records<SettingColumns>::put(*m_connection, key, value));
}

Result<void> WorkspaceWriter::setSealedSetting(const QString& key, const QByteArray& value)
{
    return setSetting(key, QString::fromLatin1(m_secrets->seal(value).toBase64()));
}

Result<void> WorkspaceWriter::setCaptureQuota(const CaptureQuota& quota)
{
    return setSetting(quotaKey(), quotaText(quota)).map([&] { m_ledger->setQuota(quota); });
}

Result<void> WorkspaceWriter::putDraft(const QString& key, const QByteArray& draft)
{
    return done(Records<DraftColumns>::replace(*m_connection, key, m_secrets->seal(draft)));
}

Result<void> WorkspaceWriter::removeDraft(const QString& key)
{
    return done(m_connection->run("DELETE FROM drafts WHERE key = ?", key));
}

} // namespace hookworks

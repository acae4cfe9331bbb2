// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace_reader.h"

#include "store/quota.h"
#include "store/rows.h"

namespace hookworks {

namespace {

Result<qint64> integerOf(SqlConnection& connection, QByteArrayView sql)
{
    return first(connection.ask(sql), [](Rows& row) { return row.integer(); })
        .map([](const std::optional<qint64>& value) { return value.value_or(0); });
}

} // namespace

WorkspaceReader::WorkspaceReader(SqlConnection& connection, const SecretBox& secrets)
    : m_connection(&connection)
    , m_secrets(&secrets)
{
}

Result<QList<ListenerConfig>> WorkspaceReader::listeners()
{
    return flattened(all(m_connection->ask(Records<ListenerColumns>::select("ORDER BY id")),
                         [&](Rows& row) { return toListener(row, *m_secrets); }));
}

Result<ListenerConfig> WorkspaceReader::listener(ListenerId id)
{
    return theOne(first(m_connection->ask(Records<ListenerColumns>::select("WHERE id = ?"), id),
                        [&](Rows& row) { return toListener(row, *m_secrets); }),
                  QStringLiteral("listener ") + id.toString());
}

Result<RuleProgressOf> WorkspaceReader::ruleProgress()
{
    return loadRuleProgress(*m_connection);
}

Result<std::optional<ClockState>> WorkspaceReader::clock()
{
    return first(m_connection->ask(Records<ClockColumns>::select()), [](Rows& row) {
        qint64 id = 0;
        ClockState clock;
        Records<ClockColumns>::read(row, wholeRow, id, clock);
        return clock;
    });
}

Result<QString> WorkspaceReader::setting(const QString& key)
{
    return first(m_connection->ask("SELECT value FROM settings WHERE key = ?", key),
                 [](Rows& row) { return row.text(); })
        .map([](const std::optional<QString>& value) { return value.value_or(QString()); });
}

Result<QByteArray> WorkspaceReader::sealedSetting(const QString& key)
{
    return setting(key).and_then(
        [this](const QString& stored) { return m_secrets->open(QByteArray::fromBase64(stored.toLatin1())); });
}

Result<QMap<QString, QString>> WorkspaceReader::settings()
{
    return mapOf<SettingColumns, QMap<QString, QString>>(*m_connection);
}

Result<QMap<QString, QByteArray>> WorkspaceReader::drafts()
{
    auto drafts = mapOf<DraftColumns, QMap<QString, QByteArray>>(*m_connection);
    if (!drafts)
        return drafts;
    for (QByteArray& sealed : *drafts) {
        auto draft = m_secrets->open(sealed);
        if (!draft)
            return tl::unexpected(draft.error());
        sealed = std::move(*draft);
    }
    return drafts;
}

Result<CaptureQuota> WorkspaceReader::captureQuota()
{
    return setting(quotaKey()).and_then(&quotaFromText);
}

Result<StoreSize> WorkspaceReader::held()
{
    return heldCaptures(*m_connection);
}

Result<StoreSize> WorkspaceReader::size()
{
    auto size = held();
    const auto deliveries = integerOf(*m_connection, "SELECT count(*) FROM deliveries");
    const auto bytes =
        integerOf(*m_connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!size || !deliveries || !bytes)
        return tl::unexpected<Error>(!size ? size.error() : !deliveries ? deliveries.error() : bytes.error());
    size->deliveries = *deliveries;
    size->fileBytes = *bytes;
    return size;
}

} // namespace hookworks

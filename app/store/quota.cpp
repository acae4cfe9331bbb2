// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/quota.h"

#include "domain/words.h"
#include "store/ledger.h"
#include "store/rows.h"
#include "store/sqlite/bodies.h"
#include "store/sqlite/connection.h"
#include "store/value_text.h"

#include <QLocale>

namespace hookworks {

namespace {

constexpr int removedAtOnce = 10'000; ///< so that others can write between

/// Of the columns as captureSize names them.
StoredCapture toStoredCapture(Rows& row)
{
    StoredCapture capture;
    capture.id = CaptureId{row.integer()};
    capture.bytes = row.integer();
    capture.receivedAt = row.realTime();
    capture.body = row.maybeInteger();
    capture.wireBody = row.maybeInteger();
    capture.answerBody = row.maybeInteger();
    capture.delivery = row.maybeId<DeliveryId>();
    capture.attempt = row.number();
    return capture;
}

QString sizeWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

tl::unexpected<Error> tooLarge(qint64 bytes, const CaptureQuota& quota)
{
    return fail(ErrorCode::Conflict, tr("A request of %1 or more with its answer is larger than the quota "
                                        "for all captures, %2. Raise the quota.")
                                         .arg(sizeWords(bytes), sizeWords(quota.bytes)));
}

tl::unexpected<Error> full(const QString& limit)
{
    return fail(ErrorCode::Conflict,
                tr("The quota for captures is reached: %1. Remove captures or raise the quota.").arg(limit));
}

Result<void> checkSize(qint64 held, qint64 more, const CaptureQuota& quota)
{
    return held + more > quota.bytes ? Result<void>(full(sizeWords(quota.bytes))) : Result<void>();
}

Result<void> checkCount(const Ledger& ledger)
{
    const CaptureQuota& quota = ledger.quota();
    if (quota.count && ledger.captureCount() >= *quota.count)
        return full(tr("captures: %1").arg(QLocale().toString(*quota.count)));
    return {};
}

constexpr const char* captureSize = "SELECT id, stored_bytes, received_at, body_body, wire_body_body, "
                                    "response_body, delivery, attempt_number FROM captures WHERE ";

Result<std::optional<StoredCapture>> oldestAfter(SqlConnection& connection, const QByteArray& condition,
                                                 qint64 after)
{
    return first(connection.ask(captureSize + condition + " AND id > ? ORDER BY id LIMIT 1", after),
                 toStoredCapture);
}

/// Where the limit is counted by which this one must go; null: it stays.
qint64* reasonToGo(Ledger& ledger, const StoredCapture& capture, std::optional<RealTime> oldest)
{
    const CaptureQuota& quota = ledger.quota();
    CapturesGone& gone = ledger.changes().gone;
    if (oldest && capture.receivedAt < *oldest)
        return &gone.forAge;
    if (quota.atQuota == AtQuota::Refuse)
        return nullptr;
    if (quota.count && ledger.captureCount() > *quota.count)
        return &gone.forCount;
    return ledger.captureBytes() > quota.bytes ? &gone.forBytes : nullptr;
}

bool isBeyond(const Ledger& ledger)
{
    const CaptureQuota& quota = ledger.quota();
    return quota.atQuota == AtQuota::OldestGo &&
           (ledger.captureBytes() > quota.bytes || (quota.count && ledger.captureCount() > *quota.count));
}

} // namespace

QString quotaKey()
{
    return QStringLiteral("captureQuota");
}

Result<void> loadQuota(SqlConnection& connection, Ledger& ledger)
{
    const auto text = first(connection.ask("SELECT value FROM settings WHERE key = ?", quotaKey()),
                            [](Rows& row) { return row.text(); });
    if (!text)
        return tl::unexpected(text.error());
    CaptureQuota careful;
    careful.atQuota = AtQuota::Refuse;
    ledger.setQuota(quotaFromText(text->value_or(QString())).value_or(careful));
    return {};
}

Result<StoreSize> heldCaptures(SqlConnection& connection)
{
    return theOne(
        first(connection.ask("SELECT coalesce((SELECT value FROM counters WHERE kind = 'captures held'), 0), "
                             "coalesce((SELECT value FROM counters WHERE kind = 'capture bytes held'), 0)"),
              [](Rows& row) {
                  StoreSize size;
                  size.captures = row.integer();
                  size.captureBytes = row.integer();
                  return size;
              }),
        QString());
}

Result<QList<StoredCapture>> storedCaptures(SqlConnection& connection, const QList<CaptureId>& ids)
{
    return all(connection.askOnce(captureSize + QByteArray("id IN (") + numbersOf(ids) + ')'),
               toStoredCapture);
}

Result<void> deleteCapture(SqlConnection& connection, Ledger& ledger, const StoredCapture& capture)
{
    for (const auto& body : {capture.body, capture.wireBody}) {
        if (!body)
            continue;
        if (auto deleted = deleteBody(connection, BodyId{*body}); !deleted)
            return deleted;
    }
    if (capture.answerBody) {
        if (auto released = releaseAnswer(connection, ledger, BodyId{*capture.answerBody}); !released)
            return released;
    }
    return deleteCaptureRow(connection, ledger, capture);
}

Result<void> deleteCaptureRow(SqlConnection& connection, Ledger& ledger, const StoredCapture& capture)
{
    if (capture.delivery) {
        ledger.changes().deliveries.insert(*capture.delivery);
        auto freed = connection.run("UPDATE attempts SET capture = NULL WHERE delivery = ? AND number = ?",
                                    capture.delivery, capture.attempt);
        if (!freed)
            return done(freed);
    }
    ledger.changes().captures.insert(capture.id);
    ledger.changes().removedCaptures.insert(capture.id);
    ledger.capturesAdded(-1, -capture.bytes);
    return done(connection.run("DELETE FROM captures WHERE id = ?", capture.id));
}

Result<void> checkRoom(const Ledger& ledger, qint64 bytes, qint64 loose)
{
    const CaptureQuota& quota = ledger.quota();
    if (bytes > quota.bytes)
        return tooLarge(bytes, quota);
    if (quota.atQuota == AtQuota::OldestGo)
        return {};
    return checkCount(ledger).and_then(
        [&] { return checkSize(ledger.captureBytes() + ledger.looseBytes() - loose, bytes, quota); });
}

Result<void> checkRoomForPiece(const Ledger& ledger, qint64 bytes, qint64 more)
{
    const CaptureQuota& quota = ledger.quota();
    if (bytes > quota.bytes)
        return tooLarge(bytes, quota);
    if (quota.atQuota == AtQuota::OldestGo)
        return checkSize(ledger.looseBytes(), more, quota);
    return checkCount(ledger).and_then(
        [&] { return checkSize(ledger.captureBytes() + ledger.looseBytes(), more, quota); });
}

Result<bool> removeBeyondQuota(SqlConnection& connection, Ledger& ledger, std::optional<RealTime> oldest)
{
    qint64 after = 0; // so that those before it which are marked are not looked through again
    for (int removed = 0; oldest || isBeyond(ledger); ++removed) {
        if (removed == removedAtOnce)
            return true;
        auto next = oldestAfter(connection, "mark = ''", after);
        if (next && !*next && isBeyond(ledger)) { // those are the last to go, and never for their age
            next = oldestAfter(connection, "mark <> ''", 0);
            oldest.reset();
        }
        if (!next)
            return tl::unexpected(next.error());
        qint64* const reason = *next ? reasonToGo(ledger, **next, oldest) : nullptr;
        if (!reason)
            break;
        if (auto deleted = deleteCapture(connection, ledger, **next); !deleted)
            return tl::unexpected(deleted.error());
        after = (*next)->id.number;
        ++*reason;
    }
    return false;
}

} // namespace hookworks

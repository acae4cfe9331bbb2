// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/capture_reader.h"
#include "store/forgetting.h"

namespace hookworks {

class Ledger;
struct AnswerPlace;
struct StoredBody;

/// Stores what is received. A part of Writer, see there.
class CaptureWriter
{
public:
    /// All of them outlive it.
    CaptureWriter(SqlConnection& connection, const BodyReading& reading, Ledger& ledger);

    /// Ties it to its attempt where that is there already. Conflict, before anything is changed, where the
    /// quota has no room for a new one; one that is put back is taken.
    Result<CaptureId> addCapture(const Capture& capture);
    /// The same with bodies that were written before; `capture`'s own are empty then, and `wire` may be none.
    Result<CaptureId> addCapture(const Capture& capture, BodyId body, BodyId wire = {});
    Result<void> captureAnswered(CaptureId id, const CaptureAnswer& answer);
    /// In place of the one it has; an empty one takes it away.
    Result<void> setCaptureMark(CaptureId id, const Mark& mark);

    /// A body that arrives piece by piece, each in its own closure. What no capture took is gone when the
    /// workspace is next opened. Conflict where the quota has no room for it.
    Result<BodyId> beginBody();
    Result<void> appendBody(BodyId id, const QByteArray& piece);
    /// At most `most` bytes from its start.
    Result<QByteArray> bodySoFar(BodyId id, qint64 most);
    Result<void> dropBody(BodyId id);

    /// See forgetPortion(); from the default place until the end.
    Result<ForgetPortion> forget(const SecretWritings& secrets, const ForgetPlace& place);

private:
    Result<CaptureId> addCaptureRow(const Capture& capture, const StoredBody& body,
                                    const StoredBody& wireBody, const AnswerPlace& answer, qint64 bodyBytes);
    Result<void> replaceAnswer(CaptureId id, const AnswerBytes& answer);

    SqlConnection* m_connection;
    Ledger* m_ledger;
    CaptureReader m_stored;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listen_progress.h"

#include <QDataStream>
#include <QIODevice>

namespace hookworks {

void ListenProgress::allPrintedUpTo(CaptureId id)
{
    last = id;
    printed.removeIf([id](CaptureId each) { return each <= id; });
}

QByteArray ListenProgress::toBytes() const
{
    QSet<qint64> later;
    for (const CaptureId id : printed)
        later.insert(id.number);
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << listener.number << port << last.number << later << seen << endsAt.has_value()
           << microsSinceEpoch(endsAt.value_or(RealTime()));
    return bytes;
}

ListenProgress ListenProgress::fromBytes(const QByteArray& bytes)
{
    ListenProgress progress;
    QSet<qint64> later;
    bool ends = false;
    qint64 endsAt = 0;
    QDataStream stream(bytes);
    stream >> progress.listener.number >> progress.port >> progress.last.number >> later >> progress.seen >>
        ends >> endsAt;
    if (stream.status() != QDataStream::Ok)
        return {};
    for (const qint64 number : later)
        progress.printed.insert(CaptureId{number});
    if (ends)
        progress.endsAt = RealTime(Micros(endsAt));
    return progress;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/holder/holder_frames.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

namespace hookworks {

namespace {

constexpr qsizetype headSize = 5;
constexpr quint32 longestContent = 256 * 1024 * 1024;

} // namespace

QByteArray frameBytes(const HolderFrame& frame)
{
    QByteArray bytes(headSize, static_cast<char>(frame.kind));
    qToBigEndian(static_cast<quint32>(frame.content.size()), bytes.data() + 1);
    return bytes + frame.content;
}

Result<std::optional<HolderFrame>> takeFrame(QByteArray& buffer)
{
    if (buffer.size() < headSize)
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(buffer.constData() + 1);
    if (!QByteArrayView("harbwioesf").contains(buffer[0]) || length > longestContent)
        return fail(ErrorCode::BadInput, QStringLiteral("These bytes are no message of Hookworks."));
    if (buffer.size() < headSize + qsizetype(length))
        return std::nullopt;
    HolderFrame frame{static_cast<HolderFrame::Kind>(buffer[0]), buffer.mid(headSize, length)};
    buffer.remove(0, headSize + qsizetype(length));
    return frame;
}

QByteArray commandBytes(const HandedCommand& command)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << command.arguments << command.input << command.folder << command.colour << command.unicode
           << command.terminal << command.progress.run << command.progress.begun << command.progress.state
           << command.progress.printed;
    return bytes;
}

HandedCommand commandFrom(const QByteArray& bytes)
{
    HandedCommand command;
    QDataStream stream(bytes);
    CommandProgress& progress = command.progress;
    stream >> command.arguments >> command.input >> command.folder >> command.colour >> command.unicode >>
        command.terminal >> progress.run >> progress.begun >> progress.state >> progress.printed;
    return command;
}

/// No file's name has a NUL.
QByteArray filesBytes(const QStringList& files)
{
    return files.join(QChar::Null).toUtf8();
}

QStringList filesFrom(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes).split(QChar::Null, Qt::SkipEmptyParts);
}

} // namespace hookworks

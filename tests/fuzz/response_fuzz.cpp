// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/response_reader.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace hookworks;

namespace {

QByteArray told(QByteArrayView bytes, qsizetype piece, const QByteArray& method)
{
    ResponseReader reader(method, {});
    ResponseReader::State state = reader.state();
    for (qsizetype at = 0; at < bytes.size() && state == ResponseReader::State::Reading; at += piece)
        state = reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    if (state == ResponseReader::State::Reading)
        state = reader.finish();
    const QByteArray shown =
        reader.hasHead() ? reader.head() : QByteArray(); // of what is no HTTP, what came at once is kept
    return QByteArray::number(static_cast<int>(state)) + QByteArray::number(reader.status()) + shown +
           reader.body() + reader.problem().toUtf8();
}

} // namespace

/// The first byte is the size of the pieces, its lowest bit the method: the same answer whatever the pieces
/// are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
    const QByteArray method = data[0] % 2 == 0 ? QByteArrayLiteral("POST") : QByteArrayLiteral("HEAD");
    if (told(bytes, bytes.size(), method) != told(bytes, 1 + data[0], method))
        std::abort();
    return 0;
}

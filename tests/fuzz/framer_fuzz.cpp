// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/beast_reading.h"
#include "http/request_framer.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace hookworks;

namespace {

/// What the framer says, in one text.
QByteArray told(QByteArrayView bytes, qsizetype piece)
{
    RequestFramer framer;
    QByteArray text;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        QByteArrayView part = bytes.sliced(at, std::min(piece, bytes.size() - at));
        while (true) {
            const RequestFramer::Step step = framer.next(part);
            part = part.sliced(step.consumed);
            text += step.data;
            if (step.event == RequestFramer::Event::NeedMore)
                break;
            if (step.event != RequestFramer::Event::Data)
                text += static_cast<char>('0' + static_cast<int>(step.event));
            if (step.event == RequestFramer::Event::Refused)
                return text + framer.refusal().reason.toUtf8() + QByteArray::number(framer.refusal().offset);
        }
    }
    return text;
}

} // namespace

/// The first byte is the size of the pieces: the same events whatever it is, and nothing that Beast reads
/// otherwise.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
    if (told(bytes, bytes.size()) != told(bytes, 1 + data[0]) || !disagreement(bytes).isEmpty())
        std::abort();
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/content_decoding.h"

#include "domain/words.h"
#include "http/request_semantics.h"

#include <algorithm>
#include <array>
#include <brotli/decode.h>
#include <limits>
#include <memory>
#include <zlib.h>
#include <zstd.h>

namespace hookworks {

namespace {

constexpr qsizetype mostCodings = 5;
constexpr size_t pieceLength = 64 * 1024;
/// The longest window that a sender of zstd may use over HTTP, 8 MiB (RFC 9659, 3).
constexpr int zstdWindowLog = 23;

tl::unexpected<Error> broken(const QString& coding)
{
    return fail(ErrorCode::BadInput, tr("the body is no valid %1").arg(coding));
}

tl::unexpected<Error> endsEarly(const QString& coding)
{
    return fail(ErrorCode::BadInput, tr("the body ends before its %1 data do").arg(coding));
}

/// What comes out, piece by piece, up to a limit.
class Unpacked
{
public:
    explicit Unpacked(qint64 limit)
        : m_limit(limit)
    {
    }
    char* piece() { return m_piece.data(); }
    /// False: that is too much.
    bool took(size_t bytes)
    {
        if (m_bytes.size() + static_cast<qint64>(bytes) > m_limit)
            return false;
        m_bytes.append(m_piece.data(), static_cast<qsizetype>(bytes));
        return true;
    }
    tl::unexpected<Error> tooLong() const
    {
        return fail(ErrorCode::BadInput,
                    tr("the body has more than %1 bytes once it is decoded").arg(m_limit));
    }
    QByteArray bytes() const { return m_bytes; }

private:
    qint64 m_limit;
    QByteArray m_bytes;
    std::array<char, pieceLength>
        m_piece; // NOLINT(cppcoreguidelines-pro-type-member-init): filled before use
};

/// One stream of zlib's, whatever its wrapping: see inflateInit2's window bits.
class Inflating
{
public:
    Inflating(const QByteArray& body, int windowBits)
        : m_left(body)
    {
        m_good = inflateInit2(&m_stream, windowBits) == Z_OK;
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    }
    ~Inflating() { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Inflating)

    Result<QByteArray> all(qint64 limit, const QString& coding)
    {
        Unpacked outcome(limit);
        bool ended = false;
        while (!ended || m_stream.avail_in > 0 || !m_left.isEmpty()) {
            if (!m_good || (ended && !beginNext()))
                return broken(coding);
            feed();
            const size_t room = pieceLength;
            m_stream.next_out = reinterpret_cast<Bytef*>(outcome.piece());
            m_stream.avail_out = static_cast<uInt>(room);
            const int code = inflate(&m_stream, Z_NO_FLUSH);
            if (!outcome.took(room - m_stream.avail_out))
                return outcome.tooLong();
            ended = code == Z_STREAM_END;
            if (code == Z_BUF_ERROR && m_stream.avail_in == 0 && m_left.isEmpty())
                return endsEarly(coding);
            if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
                return broken(coding);
        }
        return outcome.bytes();
    }

private:
    /// zlib counts in 32 bits.
    void feed()
    {
        if (m_stream.avail_in > 0 || m_left.isEmpty())
            return;
        const qsizetype size = std::min<qsizetype>(m_left.size(), 1 << 30);
        m_stream.avail_in = static_cast<uInt>(size);
        m_left = m_left.sliced(size);
    }
    /// Several streams one after the other are one body (RFC 1952, 2.2).
    bool beginNext() { return inflateReset(&m_stream) == Z_OK; }

    z_stream m_stream{};
    QByteArrayView m_left;
    bool m_good = false;
};

constexpr int gzipBits = MAX_WBITS + 16;
constexpr int zlibBits = MAX_WBITS;
constexpr int bareBits = -MAX_WBITS;

/// RFC 9110 means zlib's format; some senders leave its wrapping out.
Result<QByteArray> inflated(const QByteArray& body, qint64 limit)
{
    const auto first = static_cast<unsigned char>(body.front());
    const auto second = static_cast<unsigned char>(body.size() > 1 ? body[1] : '\0');
    const bool wrapped = (first & 0x0FU) == Z_DEFLATED && (first * 256U + second) % 31 == 0;
    return Inflating(body, wrapped ? zlibBits : bareBits).all(limit, QStringLiteral("deflate"));
}

Result<QByteArray> unpackedBrotli(const QByteArray& body, qint64 limit)
{
    const QString coding = QStringLiteral("br");
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    Unpacked outcome(limit);
    auto left = static_cast<size_t>(body.size());
    const auto* next = reinterpret_cast<const uint8_t*>(body.constData());
    while (true) {
        size_t room = pieceLength;
        auto* out = reinterpret_cast<uint8_t*>(outcome.piece());
        const auto result = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &out, nullptr);
        if (!outcome.took(pieceLength - room))
            return outcome.tooLong();
        if (result == BROTLI_DECODER_RESULT_SUCCESS)
            return left == 0 ? Result<QByteArray>(outcome.bytes()) : broken(coding);
        if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
            return endsEarly(coding);
        if (result == BROTLI_DECODER_RESULT_ERROR)
            return broken(coding);
    }
}

/// Frames one after the other are one body (RFC 8878, 3).
Result<QByteArray> unpackedZstd(const QByteArray& body, qint64 limit)
{
    const QString coding = QStringLiteral("zstd");
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, zstdWindowLog);
    Unpacked outcome(limit);
    ZSTD_inBuffer in{body.constData(), static_cast<size_t>(body.size()), 0};
    size_t wanted = 1; ///< 0: a frame has ended
    bool full = false;
    while (in.pos < in.size || full) {
        ZSTD_outBuffer out{outcome.piece(), pieceLength, 0};
        wanted = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(wanted))
            return broken(coding);
        if (!outcome.took(out.pos))
            return outcome.tooLong();
        full = out.pos == out.size && wanted != 0;
    }
    return wanted == 0 ? Result<QByteArray>(outcome.bytes()) : endsEarly(coding);
}

Result<QByteArray> without(QByteArrayView coding, const QByteArray& body, qint64 limit)
{
    if (body.isEmpty() || sameWord(coding, "identity"))
        return body;
    if (sameWord(coding, "gzip") || sameWord(coding, "x-gzip"))
        return Inflating(body, gzipBits).all(limit, QStringLiteral("gzip"));
    if (sameWord(coding, "deflate"))
        return inflated(body, limit);
    if (sameWord(coding, "br"))
        return unpackedBrotli(body, limit);
    if (sameWord(coding, "zstd"))
        return unpackedZstd(body, limit);
    return fail(ErrorCode::BadInput,
                tr("the body has the content coding \"%1\", which is not known here")
                    .arg(QString::fromUtf8(coding.first(std::min<qsizetype>(coding.size(), 40)))));
}

} // namespace

Result<QByteArray> decoded(const QByteArray& body, const QByteArray& contentEncoding, qint64 limit)
{
    QList<QByteArrayView> codings = listMembers(contentEncoding);
    codings.removeIf([](QByteArrayView coding) { return coding.isEmpty(); });
    if (codings.size() > mostCodings)
        return fail(
            ErrorCode::BadInput,
            tr("the body is coded %1 times; at most %2 are undone").arg(codings.size()).arg(mostCodings));
    if (body.size() > limit)
        return fail(ErrorCode::BadInput, tr("the body has more than %1 bytes").arg(limit));
    Result<QByteArray> bytes = body;
    for (auto coding = codings.crbegin(); bytes && coding != codings.crend(); ++coding)
        bytes = without(*coding, *bytes, limit);
    return bytes;
}

} // namespace hookworks

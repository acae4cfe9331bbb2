// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packed.h"

#include <QStringList>
#include <QtEndian>

#include <array>

namespace hookworks {

namespace {

void appendLength(QByteArray& out, qsizetype length)
{
    char bytes[sizeof(quint32)];
    qToBigEndian(static_cast<quint32>(length), bytes);
    out.append(bytes, sizeof bytes);
}

/// Takes one length and so many bytes from the front; nullopt where they are not there.
std::optional<QByteArray> takePiece(QByteArrayView& rest)
{
    if (rest.size() < qsizetype(sizeof(quint32)))
        return std::nullopt;
    const auto length = qsizetype(qFromBigEndian<quint32>(rest.data()));
    rest = rest.sliced(sizeof(quint32));
    if (rest.size() < length)
        return std::nullopt;
    QByteArray piece = rest.first(length).toByteArray();
    rest = rest.sliced(length);
    return piece;
}

} // namespace

QByteArray packed(const HeaderList& headers)
{
    if (headers.fields.isEmpty())
        return QByteArray("");
    qsizetype size = 0;
    for (const Header& field : headers.fields)
        size += 8 + field.name.size() + field.value.size();
    QByteArray out("");
    out.reserve(size);
    for (const Header& field : headers.fields) {
        appendLength(out, field.name.size());
        out += field.name;
        appendLength(out, field.value.size());
        out += field.value;
    }
    return out;
}

std::optional<HeaderList> unpackedHeaders(const QByteArray& bytes)
{
    HeaderList headers;
    QByteArrayView rest(bytes);
    while (!rest.isEmpty()) {
        auto name = takePiece(rest);
        auto value = takePiece(rest);
        if (!name || !value)
            return std::nullopt;
        headers.append(std::move(*name), std::move(*value));
    }
    return headers;
}

QByteArray packed(const QList<QByteArray>& pieces)
{
    QByteArray out("");
    for (const QByteArray& piece : pieces) {
        appendLength(out, piece.size());
        out += piece;
    }
    return out;
}

std::optional<QList<QByteArray>> unpackedPieces(const QByteArray& bytes)
{
    QList<QByteArray> pieces;
    QByteArrayView rest(bytes);
    while (!rest.isEmpty()) {
        auto piece = takePiece(rest);
        if (!piece)
            return std::nullopt;
        pieces << *std::move(piece);
    }
    return pieces;
}

QString packed(const QList<PlannedAttempt>& plan)
{
    QStringList parts;
    parts.reserve(plan.size());
    for (const PlannedAttempt& attempt : plan)
        parts << QStringLiteral("%1 %2 %3")
                     .arg(attempt.number)
                     .arg(attempt.after.count())
                     .arg(attempt.gap.count());
    return parts.join(u';');
}

std::optional<QList<PlannedAttempt>> unpackedPlan(const QString& text)
{
    QList<PlannedAttempt> plan;
    for (const QStringView part : QStringView(text).split(u';', Qt::SkipEmptyParts)) {
        const auto numbers = part.split(u' ');
        bool good[3] = {};
        if (numbers.size() != 3)
            return std::nullopt;
        plan.append({numbers[0].toInt(&good[0]), Micros(numbers[1].toLongLong(&good[1])),
                     Micros(numbers[2].toLongLong(&good[2]))});
        if (!good[0] || !good[1] || !good[2])
            return std::nullopt;
    }
    return plan;
}

QString packed(const std::optional<TlsInfo>& tls)
{
    return tls ? QStringList{tls->version, tls->cipher, tls->clientSubject}.join(u'\n') : QString();
}

std::optional<TlsInfo> unpackedTls(const QString& text)
{
    if (text.isEmpty())
        return std::nullopt;
    return TlsInfo{text.section(u'\n', 0, 0), text.section(u'\n', 1, 1), text.section(u'\n', 2)};
}

QString packed(const ForwardTimings& t)
{
    if (t == ForwardTimings())
        return {};
    QStringList parts;
    for (const auto& phase : {t.lookUp, t.connect, t.tls, t.send, t.wait, t.receive})
        parts << (phase ? QString::number(phase->count()) : QStringLiteral("-"));
    return parts.join(u' ');
}

std::optional<ForwardTimings> unpackedForwarding(const QString& text)
{
    ForwardTimings timings;
    if (text.isEmpty())
        return timings;
    const auto parts = QStringView(text).split(u' ');
    const std::array phases{&timings.lookUp, &timings.connect, &timings.tls,
                            &timings.send,   &timings.wait,    &timings.receive};
    if (parts.size() != qsizetype(phases.size()))
        return std::nullopt;
    for (size_t i = 0; i < phases.size(); ++i) {
        const QStringView part = parts[static_cast<qsizetype>(i)];
        bool isNumber = part == u"-";
        if (!isNumber)
            *phases[i] = Micros(part.toLongLong(&isNumber));
        if (!isNumber)
            return std::nullopt;
    }
    return timings;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packed.h"

#include <QStringList>
#include <QtEndian>

namespace hookworks {

namespace {

void appendLength(QByteArray& out, qsizetype length)
{
    char bytes[sizeof(quint32)];
    qToBigEndian(static_cast<quint32>(length), bytes);
    out.append(bytes, sizeof bytes);
}

/// Takes one length and so many bytes from the front; empty where they are not there.
QByteArray takePiece(QByteArrayView& rest)
{
    if (rest.size() < qsizetype(sizeof(quint32)))
        return {};
    const auto length = qsizetype(qFromBigEndian<quint32>(rest.data()));
    rest = rest.sliced(sizeof(quint32));
    QByteArray piece = rest.first(qMin(length, rest.size())).toByteArray();
    rest = rest.sliced(piece.size());
    return piece;
}

} // namespace

QByteArray packed(const HeaderList& headers)
{
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

HeaderList unpackedHeaders(const QByteArray& bytes)
{
    HeaderList headers;
    QByteArrayView rest(bytes);
    while (!rest.isEmpty()) {
        QByteArray name = takePiece(rest);
        QByteArray value = takePiece(rest);
        headers.append(std::move(name), std::move(value));
    }
    return headers;
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

QList<PlannedAttempt> unpackedPlan(const QString& text)
{
    QList<PlannedAttempt> plan;
    for (const QStringView part : QStringView(text).split(u';', Qt::SkipEmptyParts)) {
        const auto numbers = part.split(u' ');
        if (numbers.size() == 3)
            plan.append(
                {numbers[0].toInt(), Micros(numbers[1].toLongLong()), Micros(numbers[2].toLongLong())});
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

ForwardTimings unpackedForwarding(const QString& text)
{
    ForwardTimings timings;
    const auto parts = QStringView(text).split(u' ');
    qsizetype next = 0;
    for (auto* phase :
         {&timings.lookUp, &timings.connect, &timings.tls, &timings.send, &timings.wait, &timings.receive}) {
        bool isNumber = false;
        const qint64 micros = next < parts.size() ? parts[next].toLongLong(&isNumber) : 0;
        if (isNumber)
            *phase = Micros(micros);
        ++next;
    }
    return timings;
}

} // namespace hookworks

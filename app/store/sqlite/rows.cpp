// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qint64 latestInstant = 253'402'300'799'999'999; ///< the end of the year 9999, in microseconds
constexpr qint64 longestDuration = 100'000'000'000'000'000;

} // namespace

bool Rows::next()
{
    m_column = 0;
    const bool isThere = m_source->next();
    if (!isThere && m_source->failure())
        ++*m_failures;
    return isThere;
}

std::optional<Error> Rows::failure() const
{
    if (!m_damage.isEmpty())
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate(
                         "hookworks", "The workspace is damaged: it holds a value that no Hookworks "
                                      "wrote. Nothing was changed; restore it from a copy."),
                     m_damage};
    return m_source->failure();
}

void Rows::damaged()
{
    if (m_damage.isEmpty())
        m_damage = QCoreApplication::translate("hookworks", "in \"%1\"").arg(m_source->name(m_column - 1));
}

qint64 Rows::integer()
{
    return orDamage(m_source->integer(m_column++));
}

int Rows::number(int least, int most)
{
    const qint64 value = integer();
    if (value < least || value > most)
        damaged();
    return static_cast<int>(std::clamp<qint64>(value, least, most));
}

double Rows::real(double least, double most)
{
    const double number = orDamage(m_source->real(m_column++));
    if (least <= number && number <= most)
        return number;
    damaged();
    return least;
}

QString Rows::text()
{
    return orDamage(m_source->text(m_column++));
}

QByteArrayView Rows::bytesInPlace()
{
    return orDamage(m_source->bytes(m_column++));
}

qint64 Rows::instant()
{
    const qint64 micros = integer();
    if (-latestInstant <= micros && micros <= latestInstant)
        return micros;
    damaged();
    return 0;
}

Micros Rows::duration()
{
    const qint64 micros = integer();
    if (-longestDuration <= micros && micros <= longestDuration)
        return Micros(micros);
    damaged();
    return Micros(0);
}

bool Rows::skipsNull()
{
    const bool isNull = m_source->isNull(m_column);
    m_column += isNull ? 1 : 0;
    return isNull;
}

std::optional<qint64> Rows::maybeInteger()
{
    return skipsNull() ? std::nullopt : std::optional(integer());
}

} // namespace hookworks

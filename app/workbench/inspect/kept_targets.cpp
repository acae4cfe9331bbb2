// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/kept_targets.h"

#include <algorithm>

namespace hookworks {

namespace {

bool isUnreserved(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           QByteArrayView("-._~").contains(c);
}

bool isCapitalHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
}

/// Every `%` begins an escape in capitals.
bool escapesAreCapital(const QByteArray& text)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        if (at + 2 >= text.size() || !isCapitalHex(text[at + 1]) || !isCapitalHex(text[at + 2]))
            return false;
    }
    return true;
}

bool escapesUnreserved(const QByteArray& text)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        const QByteArray meant =
            QByteArray::fromPercentEncoding(text.sliced(at).first(std::min<qsizetype>(3, text.size() - at)));
        if (meant.size() == 1 && isUnreserved(meant[0]))
            return true;
    }
    return false;
}

/// A `?` with nothing behind it is dropped by all of them.
bool endsInBareQuery(const QByteArray& target)
{
    return target.indexOf('?') == target.size() - 1;
}

bool hasDotSegment(QByteArray path)
{
    path = path.toLower().replace("%2e", ".");
    const QList<QByteArray> segments = path.split('/');
    return segments.contains(".") || segments.contains("..");
}

QByteArray pathOf(const QByteArray& target)
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.first(mark);
}

} // namespace

bool isKeptByUrllib3(const QByteArray& target)
{
    const auto allowed = [](char c) {
        return isUnreserved(c) || QByteArrayView("!$&'()*+,;=:@/?%").contains(c);
    };
    return std::ranges::all_of(target, allowed) && escapesAreCapital(target) && !endsInBareQuery(target) &&
           !target.startsWith("//");
}

bool isKeptByHttpie(const QByteArray& target)
{
    return isKeptByUrllib3(target) && !escapesUnreserved(target.sliced(pathOf(target).size()));
}

bool isKeptByBrowsers(const QByteArray& target)
{
    const QByteArray path = pathOf(target);
    const auto changed = [](char c) { return QByteArrayView("\"<>`{}^\\'|").contains(c); };
    return std::ranges::none_of(target, changed) && !hasDotSegment(path) && !endsInBareQuery(target);
}

} // namespace hookworks

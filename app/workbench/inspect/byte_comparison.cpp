// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/byte_comparison.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace hookworks {

ByteComparison compareBytes(const WireBytes& sent, const WireBytes& received)
{
    const QByteArray left = sent.head + sent.body, right = received.head + received.body;
    ByteComparison comparison{left.size(), right.size(), std::nullopt, false};
    const auto [a, b] = std::mismatch(left.cbegin(), left.cend(), right.cbegin(), right.cend());
    if (a == left.cend() && b == right.cend())
        return comparison;
    comparison.firstDifference = a - left.cbegin();
    comparison.inHead = *comparison.firstDifference < sent.head.size();
    return comparison;
}

QString words(const ByteComparison& comparison)
{
    const QLocale locale;
    if (!comparison.firstDifference)
        return QCoreApplication::translate("ByteComparison", "Same bytes, %1")
            .arg(locale.toString(comparison.sent));
    if (*comparison.firstDifference == comparison.received && comparison.received < comparison.sent)
        return QCoreApplication::translate("ByteComparison", "The last %1 of %2 bytes did not arrive")
            .arg(locale.toString(comparison.sent - comparison.received), locale.toString(comparison.sent));
    const QString place = comparison.inHead ? QCoreApplication::translate("ByteComparison", "in the head")
                                            : QCoreApplication::translate("ByteComparison", "in the body");
    return QCoreApplication::translate("ByteComparison", "Differs from byte %1 on, %2")
        .arg(locale.toString(*comparison.firstDifference + 1), place);
}

} // namespace hookworks

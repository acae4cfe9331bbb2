// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace hookworks {

/// What one program needs to trust a certificate, or to trust it no more.
struct TrustStep
{
    QString where;   ///< `Node.js`; translated
    QString command; ///< to be typed as it is; empty: `words` says what to do
    QString words;   ///< what to choose, or what to know; translated, without a full stop
    bool operator==(const TrustStep&) const = default;
};

/// A line each.
QString toText(const QList<TrustStep>& steps);

} // namespace hookworks

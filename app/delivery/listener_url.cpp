// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/listener_url.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hookworks {

Result<QString> withListener(const QString& url, const std::optional<QString>& listener)
{
    static const QString placeholder = u"{listener}"_s;
    if (!url.contains(placeholder))
        return url;
    if (!listener)
        return fail(
            ErrorCode::NotFound,
            QCoreApplication::translate(
                "hookworks", "The URL \"%1\" needs a listener, and none is running: nothing was sent.")
                .arg(url));
    QString base = *listener;
    if (base.endsWith(u'/'))
        base.chop(1);
    return QString(url).replace(placeholder, base);
}

} // namespace hookworks

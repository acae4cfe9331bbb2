// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/forward_address.h"

#include "domain/words.h"

#include <algorithm>

namespace hookworks {

namespace {

/// Scheme and authority, as they were typed.
QStringView originOf(QStringView url)
{
    qsizetype end = url.indexOf(QLatin1String("://")) + 3;
    while (end < url.size() && !QStringView(u"/?#").contains(url[end]))
        ++end;
    return url.first(end);
}

} // namespace

Result<UrlParts> forwardAddress(const QString& url)
{
    auto parts = splitUrl(url);
    if (!parts)
        return parts;
    const QStringView origin = originOf(url);
    if (url.contains(u'#'))
        return fail(ErrorCode::BadInput,
                    tr("An address to pass requests on to has no fragment (#): leave it out."));
    if (origin.contains(u'@'))
        return fail(ErrorCode::BadInput,
                    tr("An address to pass requests on to has no user and password: what the "
                       "sender gives as Authorization is passed on."));
    if (std::ranges::any_of(origin, [](QChar c) { return c.unicode() > 0x7f; }))
        return fail(ErrorCode::BadInput,
                    tr("Write this host in ASCII: %1.").arg(QString::fromLatin1(parts->hostField)));
    return parts;
}

} // namespace hookworks

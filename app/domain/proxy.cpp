// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/proxy.h"

#include "domain/url_parts.h"
#include "domain/words.h"

namespace hookworks {

namespace {

constexpr qsizetype longestSocksWord = 255;

QString remedy()
{
    return tr("Write it as http://proxy.example:3128 or socks5://proxy.example:1080.");
}

/// The rest of the text behind the scheme; null: the scheme is another.
QString behindScheme(const QString& text, const QString& scheme)
{
    return text.startsWith(scheme, Qt::CaseInsensitive) ? text.mid(scheme.size()) : QString();
}

bool namesPort(const UrlParts& url)
{
    return url.hostField.sliced(url.hostField.lastIndexOf(']') + 1).contains(':');
}

} // namespace

Result<Proxy> proxyFromUrl(const QString& text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return Proxy();
    const QString http = behindScheme(typed, QStringLiteral("http://"));
    const QString socks = behindScheme(typed, QStringLiteral("socks5://"));
    const QString rest = http.isNull() ? socks : http;
    if (rest.isNull())
        return fail(ErrorCode::BadInput,
                    tr("This is no HTTP or SOCKS5 proxy.") + QLatin1Char(' ') + remedy());
    const auto url = splitUrl(QStringLiteral("http://") + rest);
    if (!url)
        return tl::unexpected<Error>(url.error());
    if (!namesPort(*url))
        return fail(ErrorCode::BadInput, tr("The proxy's port is missing.") + QLatin1Char(' ') + remedy());
    if (url->target != "/" && url->target != "/?")
        return fail(ErrorCode::BadInput, tr("A proxy has no path.") + QLatin1Char(' ') + remedy());
    Proxy proxy{http.isNull() ? Proxy::Kind::Socks5 : Proxy::Kind::Http, url->host, url->port, {}, {}};
    const qsizetype colon = url->credentials.indexOf(':');
    proxy.user = url->credentials.left(colon < 0 ? url->credentials.size() : colon);
    proxy.password = colon < 0 ? QByteArray() : url->credentials.sliced(colon + 1);
    if (!http.isNull() ||
        (proxy.user.size() <= longestSocksWord && proxy.password.size() <= longestSocksWord &&
         proxy.host.size() <= longestSocksWord))
        return proxy;
    return fail(ErrorCode::BadInput,
                tr("A SOCKS5 proxy takes a user, a password and a host of at most 255 bytes each."));
}

QString urlOf(const Proxy& proxy)
{
    QString url = toString(proxy);
    if (proxy.user.isEmpty())
        return url;
    QByteArray credentials = proxy.user.toPercentEncoding();
    if (!proxy.password.isEmpty())
        credentials += ':' + proxy.password.toPercentEncoding();
    credentials += '@';
    return url.insert(url.indexOf(QLatin1String("://")) + 3, QString::fromLatin1(credentials));
}

Proxy withoutPassword(Proxy proxy)
{
    proxy.password.clear();
    return proxy;
}

QString toString(const Proxy& proxy)
{
    if (!proxy)
        return {};
    const bool bracketed = proxy.host.contains(':');
    const QString host = QString::fromLatin1(bracketed ? '[' + proxy.host + ']' : proxy.host);
    return (proxy.kind == Proxy::Kind::Http ? QStringLiteral("http://") : QStringLiteral("socks5://")) +
           host + QLatin1Char(':') + QString::number(proxy.port);
}

} // namespace hookworks

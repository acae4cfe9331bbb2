// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/url_parts.h"

#include "domain/words.h"

#include <QStringDecoder>
#include <QUrl>

#include <algorithm>
#include <arpa/inet.h>
#include <array>

using namespace Qt::StringLiterals;

namespace hookworks {

namespace {

constexpr qsizetype longestUrl = 64 * 1024;
constexpr qsizetype longestHost = 253; // RFC 1035, 2.3.4, as text
constexpr qsizetype longestLabel = 63;
constexpr QLatin1String placeholder("{listener}");

tl::unexpected<Error> bad(const QString& words)
{
    return fail(ErrorCode::BadInput, words);
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Percent-encoding undone; nullopt where a `%` is not followed by two hexadecimal digits, or what comes out
/// is not UTF-8.
std::optional<QString> decoded(QStringView text)
{
    const QByteArray encoded = text.toUtf8();
    for (qsizetype at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1)) {
        const QByteArray digits = encoded.mid(at + 1, 2);
        if (digits.size() < 2 || !std::ranges::all_of(digits, isHexDigit))
            return std::nullopt;
    }
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString plain = utf8(QByteArray::fromPercentEncoding(encoded));
    return utf8.hasError() ? std::nullopt : std::optional(plain);
}

bool hasControls(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// Path and query as they go out.
QByteArray targetOf(QStringView text)
{
    QByteArray target;
    for (const char c : text.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f)
            target += c;
        else
            target += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return target.startsWith('/') ? target : '/' + target;
}

Result<QByteArray> credentialsOf(QStringView userInfo)
{
    if (userInfo.isEmpty() || userInfo == u":")
        return QByteArray();
    if (userInfo.contains(u'@'))
        return bad(tr("The URL has more than one @ before its path; write one that belongs to a user name or "
                      "password as %40."));
    const qsizetype colon = userInfo.indexOf(u':');
    const auto user = decoded(colon < 0 ? userInfo : userInfo.first(colon));
    const auto password = decoded(colon < 0 ? QStringView() : userInfo.sliced(colon + 1));
    if (!user || !password)
        return bad(tr("The user name or password in the URL has a % that encodes nothing; write it as %25."));
    if (user->contains(u':'))
        return bad(tr("The user name in the URL has a colon, which basic authentication cannot carry."));
    if (hasControls(*user) || hasControls(*password))
        return bad(tr("The user name or password in the URL has a control character."));
    return user->toUtf8() + ':' + password->toUtf8();
}

Result<quint16> portOf(QStringView text, bool tls)
{
    if (text.isEmpty())
        return tls ? 443 : 80;
    int port = 0;
    for (const QChar c : text) {
        port = isAsciiDigit(c) ? std::min(port * 10 + (c.unicode() - u'0'), 65536) : 65536;
        if (port > 65535)
            break;
    }
    if (port < 1 || port > 65535)
        return bad(tr("The URL's port is not a number from 1 to 65535."));
    return static_cast<quint16>(port);
}

/// The number that WHATWG's URL standard looks for in a host's last label.
bool endsInNumber(const QByteArray& name)
{
    const QByteArray last = withoutRootDot(name).split('.').constLast().toLower();
    const auto all = [](QByteArrayView text, QByteArrayView allowed) {
        return std::ranges::all_of(text, [&](char c) { return allowed.contains(c); });
    };
    return !last.isEmpty() &&
           (all(last, "0123456789") ||
            (last.startsWith("0x") && all(QByteArrayView(last).sliced(2), "0123456789abcdef")));
}

Result<QByteArray> ipv4Of(const QByteArray& name)
{
    in_addr address{};
    std::array<char, INET_ADDRSTRLEN> text{};
    if (::inet_aton(withoutRootDot(name).constData(), &address) == 0)
        return bad(tr("\"%1\" is not an IPv4 address.").arg(QString::fromLatin1(name)));
    ::inet_ntop(AF_INET, &address, text.data(), text.size());
    return QByteArray(text.data());
}

Result<QByteArray> ipv6Of(QStringView text)
{
    if (text.contains(u'%'))
        return bad(
            tr("An IPv6 address with a zone (what follows the %) cannot be sent to; use one without, or a "
               "name."));
    const QByteArray plain = text.toUtf8().toLower();
    in6_addr address{};
    if (::inet_pton(AF_INET6, plain.constData(), &address) != 1)
        return bad(tr("What stands between [ and ] in the URL is not an IPv6 address."));
    return '[' + plain + ']';
}

/// A label that was in its ASCII form already, and had other letters beside, is none (UTS 46, 4.1).
bool isLabel(const QByteArray& label)
{
    return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith("xn--xn--") &&
           std::ranges::all_of(label, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
           });
}

bool isName(const QByteArray& name)
{
    const QByteArray plain = withoutRootDot(name);
    return plain.size() <= longestHost && std::ranges::all_of(plain.split('.'), isLabel);
}

/// As in a Host field, without the port.
Result<QByteArray> hostOf(QStringView text)
{
    if (text.isEmpty())
        return bad(tr("The URL names no host."));
    if (text.startsWith(u'['))
        return ipv6Of(text.sliced(1).chopped(1));
    const auto plain = decoded(text);
    const QByteArray name = plain ? QUrl::toAce(*plain) : QByteArray();
    if (!isName(name))
        return bad(tr("\"%1\" is not a host name.").arg(text.left(longestHost)));
    return endsInNumber(name) ? ipv4Of(name) : Result<QByteArray>(name);
}

/// Where the port begins, with its colon; the end where there is none; nullopt: brackets that do not match,
/// or an IPv6 address without them.
std::optional<qsizetype> endOfHost(QStringView text)
{
    const qsizetype close = text.lastIndexOf(u']');
    const qsizetype colon = text.indexOf(u':', std::max<qsizetype>(0, close));
    const qsizetype end = colon < 0 ? text.size() : colon;
    const bool bracketed = text.startsWith(u'[');
    if (bracketed != (close >= 0) || (bracketed && close + 1 != end) || text.indexOf(u':', end + 1) >= 0)
        return std::nullopt;
    return end;
}

Result<UrlParts> partsOf(QStringView authority, QStringView rest, bool tls)
{
    if (authority.contains(u'\\'))
        return bad(tr("The URL has a backslash before its path; write / instead."));
    const qsizetype at = authority.lastIndexOf(u'@');
    const auto credentials = credentialsOf(authority.first(std::max<qsizetype>(0, at)));
    if (!credentials)
        return tl::unexpected<Error>(credentials.error());
    const QStringView place = authority.sliced(at + 1);
    const auto end = endOfHost(place);
    if (!end)
        return bad(
            tr("The URL's host is not valid: an IPv6 address stands in brackets, as in http://[::1]:8717/."));
    const auto host = hostOf(place.first(*end));
    if (!host)
        return tl::unexpected<Error>(host.error());
    const QStringView portText = place.sliced(std::min(*end + 1, place.size()));
    const auto port = portOf(portText, tls);
    if (!port)
        return tl::unexpected<Error>(port.error());
    UrlParts parts;
    parts.tls = tls;
    parts.host = host->startsWith('[') ? host->sliced(1).chopped(1) : *host;
    parts.port = *port;
    parts.hostField = portText.isEmpty() ? *host : *host + ':' + QByteArray::number(*port);
    parts.target = targetOf(rest);
    parts.credentials = *credentials;
    return parts;
}

} // namespace

Result<UrlParts> splitUrl(const QString& url)
{
    const QStringView text = QStringView(url).trimmed();
    if (text.isEmpty())
        return bad(tr("A URL is needed, such as https://example.org/hook."));
    if (text.size() > longestUrl)
        return bad(tr("The URL is longer than %1 characters.").arg(longestUrl));
    if (hasControls(text) || !text.isValidUtf16())
        return bad(tr("The URL has a control character or half of a character in it."));
    const QStringView whole = text.contains(u'#') ? text.first(text.indexOf(u'#')) : text;
    const qsizetype schemeEnd = std::max<qsizetype>(0, whole.indexOf("://"_L1));
    const QStringView scheme = whole.first(schemeEnd);
    const bool tls = scheme.compare("https"_L1, Qt::CaseInsensitive) == 0;
    if (!tls && scheme.compare("http"_L1, Qt::CaseInsensitive) != 0)
        return bad(tr("A URL begins with http:// or https://."));
    const QStringView behind = whole.sliced(schemeEnd + 3);
    const auto path = std::ranges::find_if(behind, [](QChar c) { return c == u'/' || c == u'?'; });
    const qsizetype split = path - behind.begin();
    return partsOf(behind.first(split), behind.sliced(split), tls);
}

Result<UrlParts> splitTypedUrl(const QString& typed)
{
    const QString text = typed.trimmed();
    if (!text.contains(placeholder))
        return splitUrl(text);
    const QStringView behind = QStringView(text).sliced(text.indexOf(placeholder) + placeholder.size());
    const bool alone = needsListener(text) && !behind.contains(placeholder) &&
                       (behind.isEmpty() || u"/?#"_s.contains(behind.front()));
    if (!alone)
        return bad(tr("{listener} stands for http:// and the listener's address: it is the beginning of a "
                      "URL, and / or "
                      "? follows."));
    return splitUrl(withListener(text, u"http://127.0.0.1:8717"_s));
}

bool needsListener(const QString& typed)
{
    return QStringView(typed).trimmed().startsWith(placeholder);
}

QString withListener(const QString& typed, const QString& baseUrl)
{
    if (!needsListener(typed))
        return typed;
    const QString behind = typed.trimmed().sliced(placeholder.size());
    return (baseUrl.endsWith(u'/') ? baseUrl.chopped(1) : baseUrl) + behind;
}

bool isLocalhost(QByteArrayView host)
{
    const QByteArray name = withoutRootDot(host.toByteArray()).toLower();
    return name == "localhost" || name.endsWith(".localhost");
}

bool isInvalidName(QByteArrayView host)
{
    const QByteArray name = withoutRootDot(host.toByteArray()).toLower();
    return name == "invalid" || name.endsWith(".invalid");
}

QByteArray withoutRootDot(const QByteArray& host)
{
    return host.endsWith('.') ? host.chopped(1) : host;
}

} // namespace hookworks

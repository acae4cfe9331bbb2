// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/forwarded_request.h"

#include "domain/forward_address.h"
#include "http/characters.h"
#include "http/request_semantics.h"
#include "http/request_writer.h"

#include <algorithm>
#include <array>
#include <limits>

namespace hookworks {

namespace {

constexpr const char* mark = "Hookworks-Forwarded";
constexpr const char* forwardsLeft = "Max-Forwards";

/// A target's path, and its query with the question mark where it has one.
struct PathAndQuery
{
    QByteArray path, query;
};

PathAndQuery takenApart(const QByteArray& target)
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? PathAndQuery{target, {}}
                        : PathAndQuery{target.first(question), target.sliced(question)};
}

/// Of an absolute target (RFC 9112, 3.2.2) only path and query count; OPTIONS without either means the server
/// as a whole (3.2.4).
QByteArray originForm(const QByteArray& method, const QByteArray& target)
{
    if (target.startsWith('/') || target == "*")
        return target;
    const qsizetype scheme = target.indexOf("://");
    qsizetype end = scheme < 0 ? target.size() : scheme + 3;
    while (end < target.size() && target[end] != '/' && target[end] != '?')
        ++end;
    const QByteArray rest = target.sliced(end);
    if (rest.isEmpty() && method == "OPTIONS")
        return "*";
    return rest.startsWith('/') ? rest : '/' + rest;
}

/// `?a` and `?b` are `?a&b`.
QByteArray joinedQueries(const QByteArray& base, const QByteArray& own)
{
    if (base.size() <= 1 || own.size() <= 1)
        return base.size() <= 1 && !own.isEmpty() ? own : base;
    return base + '&' + own.sliced(1);
}

/// The base's path is put before the target's, and the base's query before its query.
QByteArray joinedTarget(const QByteArray& base, const QByteArray& target)
{
    if (target == "*")
        return target;
    PathAndQuery joined = takenApart(base);
    const PathAndQuery own = takenApart(target);
    if (joined.path.endsWith('/'))
        joined.path.chop(1);
    return joined.path + own.path + joinedQueries(joined.query, own.query);
}

/// Of OPTIONS and TRACE; nullopt as well where it is no number.
std::optional<quint32> maxForwards(const QByteArray& method, const HeaderList& headers)
{
    const bool limited = method == "OPTIONS" || method == "TRACE";
    const QList<QByteArray> values = limited ? headers.values(forwardsLeft) : QList<QByteArray>();
    bool isNumber = false;
    const qulonglong value = values.size() == 1 ? values.first().toULongLong(&isNumber) : 0;
    if (!isNumber || !isDigit(values.first().front()))
        return std::nullopt;
    return static_cast<quint32>(std::min<qulonglong>(value, std::numeric_limits<quint32>::max()));
}

/// RFC 9110, 9.3.8: what a TRACE must not give back.
bool isCredential(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 3> names{"Authorization", "Proxy-Authorization", "Cookie"};
    return std::ranges::any_of(names, [&](QByteArrayView one) { return sameWord(one, name); });
}

HeaderList forwardedFields(const Capture& capture, const UrlParts& base)
{
    HeaderList headers = capture.headers;
    dropHopFields(headers);
    headers.remove("Content-Length");
    headers.set("Host", base.hostField);
    if (const auto left = maxForwards(capture.method, capture.headers); left && *left > 0)
        headers.set(forwardsLeft, QByteArray::number(*left - 1));
    headers.set(mark, "1");
    headers.append("Connection", "close");
    if (capture.bodyBytes > 0 || capture.headers.contains("Content-Length"))
        headers.append("Content-Length", QByteArray::number(capture.bodyBytes));
    return headers;
}

} // namespace

bool wasForwarded(const HeaderList& headers)
{
    return headers.contains(mark);
}

bool endsHere(const RequestHead& head)
{
    return maxForwards(head.method, head.headers) == 0U;
}

Reply answerHere(const RequestHead& head)
{
    Reply reply;
    if (head.method != "TRACE")
        return reply;
    reply.headers.append("Content-Type", "message/http");
    reply.body = head.method + ' ' + head.target + " HTTP/" + head.version + "\r\n";
    for (const Header& field : head.headers.fields) {
        if (!isCredential(field.name))
            reply.body += field.name + ": " + field.value + "\r\n";
    }
    reply.body += "\r\n";
    return reply;
}

void dropHopFields(HeaderList& headers)
{
    QList<QByteArray> named;
    for (const QByteArray& value : headers.values("Connection")) {
        for (const QByteArray& name : value.split(','))
            named << name.trimmed();
    }
    for (const QByteArray& name : named)
        headers.remove(name);
    for (const char* name :
         {"Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "Proxy-Authenticate",
          "Proxy-Authentication-Info", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect"})
        headers.remove(name);
}

Result<ForwardedRequest> forwardedRequest(const Capture& capture, const QString& baseUrl)
{
    const auto base = forwardAddress(baseUrl);
    if (!base)
        return tl::unexpected<Error>(base.error());
    const QByteArray target = joinedTarget(base->target, originForm(capture.method, capture.target));
    return composeHead(capture.method, target, forwardedFields(capture, *base))
        .map([&](const QByteArray& head) {
            const QByteArray url = (base->tls ? "https://" : "http://") + base->hostField + target;
            return ForwardedRequest{QString::fromLatin1(url), head};
        });
}

} // namespace hookworks

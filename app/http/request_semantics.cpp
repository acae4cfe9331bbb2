// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_semantics.h"

#include "http/characters.h"

#include <algorithm>
#include <arpa/inet.h>
#include <limits>
#include <string>

namespace hookworks {

namespace {

/// Where the fields are that decide on framing.
struct Decisive
{
    qsizetype host = -1, secondHost = -1;
    qsizetype length = -1, secondLength = -1;
    qsizetype coding = -1;
    bool close = false, keepAlive = false, expectsContinue = false;
};

HeadProblem about(FramingFault fault, qsizetype field)
{
    return {fault, field, 0, false};
}

HeadProblem inTarget(FramingFault fault, qint64 offset = 0)
{
    return {fault, -1, offset, true};
}

void note(qsizetype index, qsizetype& first, qsizetype& second)
{
    if (first < 0)
        first = index;
    else if (second < 0)
        second = index;
}

void noteConnection(QByteArrayView value, Decisive& found)
{
    for (const QByteArrayView member : listMembers(value)) {
        found.close |= sameWord(member, "close");
        found.keepAlive |= sameWord(member, "keep-alive");
    }
}

Decisive decisiveFields(const HeaderList& headers)
{
    Decisive found;
    qsizetype unused = -1;
    for (qsizetype i = 0; i < headers.fields.size(); ++i) {
        const Header& field = headers.fields.at(i);
        switch (field.name.size()) {
        case 4:
            if (sameWord(field.name, "Host"))
                note(i, found.host, found.secondHost);
            break;
        case 6:
            found.expectsContinue |= sameWord(field.name, "Expect") && sameWord(field.value, "100-continue");
            break;
        case 10:
            if (sameWord(field.name, "Connection"))
                noteConnection(field.value, found);
            break;
        case 14:
            if (sameWord(field.name, "Content-Length"))
                note(i, found.length, found.secondLength);
            break;
        case 17:
            if (sameWord(field.name, "Transfer-Encoding"))
                note(i, found.coding, unused);
            break;
        default:
            break;
        }
    }
    return found;
}

bool isRegName(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size() || hexValue(text[i + 1]) < 0 || hexValue(text[i + 2]) < 0)
                return false;
            i += 2;
        } else if (!hasClass(text[i], RegNameByte)) {
            return false;
        }
    }
    return true;
}

bool isFutureAddress(QByteArrayView text)
{
    const qsizetype dot = text.indexOf('.');
    if (text.isEmpty() || (text[0] != 'v' && text[0] != 'V') || dot < 2 || dot + 1 == text.size())
        return false;
    return std::ranges::all_of(text.sliced(1, dot - 1), [](char c) { return hexValue(c) >= 0; }) &&
           std::ranges::all_of(text.sliced(dot + 1),
                               [](char c) { return c == ':' || hasClass(c, RegNameByte); });
}

bool isIpLiteral(QByteArrayView text)
{
    in6_addr address{};
    const std::string plain(text.data(), static_cast<size_t>(text.size()));
    return inet_pton(AF_INET6, plain.c_str(), &address) == 1 || isFutureAddress(text);
}

bool isPort(QByteArrayView text)
{
    return text.size() <= 5 && std::ranges::all_of(text, isDigit) &&
           (text.isEmpty() || text.toByteArray().toInt() <= 65535);
}

HeadProblem checkAbsolute(QByteArrayView target, qsizetype schemeEnd)
{
    const QByteArrayView scheme = target.first(schemeEnd);
    if (!sameWord(scheme, "http") && !sameWord(scheme, "https"))
        return inTarget(FramingFault::BadTarget);
    const qsizetype begin = schemeEnd + 3;
    qsizetype end = begin;
    while (end < target.size() && target[end] != '/' && target[end] != '?')
        ++end;
    const QByteArrayView authority = target.sliced(begin, end - begin);
    return authority.isEmpty() || !isHost(authority) ? inTarget(FramingFault::BadTargetHost, begin)
                                                     : HeadProblem();
}

HeadProblem checkTarget(QByteArrayView method, QByteArrayView target)
{
    if (method == "CONNECT") {
        const qsizetype colon = target.lastIndexOf(':');
        const bool valid =
            colon > 0 && colon + 1 < target.size() && isHost(target) && target[colon - 1] != ':';
        return valid ? HeadProblem() : inTarget(FramingFault::ConnectNeedsAuthority);
    }
    if (target[0] == '/')
        return {};
    if (target == "*")
        return method == "OPTIONS" ? HeadProblem() : inTarget(FramingFault::AsteriskNeedsOptions);
    if (const qsizetype end = target.indexOf("://"); end > 0)
        return checkAbsolute(target, end);
    return inTarget(isHost(target) ? FramingFault::AuthorityNeedsConnect : FramingFault::BadTarget);
}

HeadProblem checkHost(const RequestHead& head, const Decisive& found)
{
    if (found.secondHost >= 0)
        return about(FramingFault::SeveralHosts, found.secondHost);
    if (found.host < 0)
        return head.version != "1.0" ? HeadProblem{FramingFault::MissingHost, -1, head.bytes.size(), false}
                                     : HeadProblem();
    return isHost(head.headers.fields.at(found.host).value) ? HeadProblem()
                                                            : about(FramingFault::BadHost, found.host);
}

/// RFC 9112, 6.1 and 6.3: chunked must be the last coding, and be there once; others are not undone here.
FramingFault checkCodings(const HeaderList& headers)
{
    QList<QByteArrayView> codings;
    for (const Header& field : headers.fields) {
        if (sameWord(field.name, "Transfer-Encoding"))
            codings += listMembers(field.value);
    }
    const auto chunked =
        std::ranges::count_if(codings, [](QByteArrayView coding) { return sameWord(coding, "chunked"); });
    if (chunked == 0 || !sameWord(codings.last(), "chunked"))
        return FramingFault::ChunkedNotFinal;
    if (chunked > 1)
        return FramingFault::ChunkedTwice;
    for (const QByteArrayView coding : std::as_const(codings)) {
        if (!isToken(coding.first(
                std::max<qsizetype>(0, coding.indexOf(';') < 0 ? coding.size() : coding.indexOf(';')))))
            return FramingFault::ChunkedNotFinal;
    }
    return codings.size() > 1 ? FramingFault::UnknownTransferCoding : FramingFault::None;
}

HeadProblem checkBody(RequestHead& head, const Decisive& found, qint64 bodyBytes)
{
    if (found.coding >= 0 && head.version == "1.0")
        return about(FramingFault::TransferEncodingIn10, found.coding);
    if (found.coding >= 0 && found.length >= 0)
        return about(FramingFault::ContentLengthAndTransferEncoding, std::max(found.coding, found.length));
    if (found.coding >= 0) {
        head.body = RequestHead::Body::Chunked;
        const FramingFault fault = checkCodings(head.headers);
        return fault == FramingFault::None ? HeadProblem() : about(fault, found.coding);
    }
    if (found.length < 0)
        return {};
    if (found.secondLength >= 0)
        return about(FramingFault::SeveralContentLengths, found.secondLength);
    const auto length = contentLength(head.headers.fields.at(found.length).value);
    if (!length)
        return about(FramingFault::BadContentLength, found.length);
    if (*length > bodyBytes)
        return about(FramingFault::BodyTooLong, found.length);
    head.body = RequestHead::Body::Length;
    head.contentLength = *length;
    return {};
}

} // namespace

HeadProblem interpretHead(RequestHead& head, qint64 bodyBytes)
{
    HeadProblem problem = checkTarget(head.method, head.target);
    if (problem.fault != FramingFault::None)
        return problem;
    const Decisive found = decisiveFields(head.headers);
    problem = checkHost(head, found);
    if (problem.fault != FramingFault::None)
        return problem;
    problem = checkBody(head, found, bodyBytes);
    const bool modern = head.version != "1.0";
    const bool hasBody = head.body == RequestHead::Body::Chunked || head.contentLength > 0;
    head.keepsConnection = !found.close && (modern || found.keepAlive);
    head.wantsContinue = modern && found.expectsContinue && hasBody;
    return problem;
}

bool isHost(QByteArrayView text)
{
    if (text.isEmpty())
        return true;
    qsizetype end = 0;
    if (text[0] == '[') {
        end = text.indexOf(']') + 1;
        if (end == 0 || !isIpLiteral(text.sliced(1, end - 2)))
            return false;
    } else {
        const qsizetype colon = text.indexOf(':');
        end = colon < 0 ? text.size() : colon;
        if (end == 0 || !isRegName(text.first(end)))
            return false;
    }
    return end == text.size() || (text[end] == ':' && isPort(text.sliced(end + 1)));
}

QList<QByteArrayView> listMembers(QByteArrayView value)
{
    QList<QByteArrayView> members;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= value.size(); ++i) {
        if (i < value.size() && value[i] != ',')
            continue;
        members << value.sliced(begin, i - begin).trimmed();
        begin = i + 1;
    }
    return members;
}

std::optional<qint64> contentLength(QByteArrayView value)
{
    if (value.isEmpty() || !std::ranges::all_of(value, isDigit))
        return std::nullopt;
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    qint64 length = 0;
    for (const char c : value) {
        const int digit = c - '0';
        if (length > (most - digit) / 10)
            return most;
        length = length * 10 + digit;
    }
    return length;
}

bool sameWord(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace hookworks

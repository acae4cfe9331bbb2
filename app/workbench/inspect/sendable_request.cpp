// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/sendable_request.h"

#include "domain/readable_text.h"
#include "http/loose_head.h"
#include "workbench/inspect/hand_on_text.h"

#include <algorithm>

namespace hookworks {

namespace {

bool isUrlText(const QByteArray& text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

/// Why nobody can be asked to send it; empty: one can.
QString problemOfLine(const WireRequest& request)
{
    if (!isToken(request.method))
        return HandOnText::tr("its bytes are no request");
    if (request.version != "1.1")
        return HandOnText::tr("it is not HTTP/1.1");
    if (!request.target.startsWith('/'))
        return HandOnText::tr("its target is no path");
    if (!isUrlText(request.target) || request.target.contains('#'))
        return HandOnText::tr("its target has characters that no URL has");
    const QList<QByteArray> hosts = request.headers.values("Host");
    if (hosts.size() != 1 || hosts.first().isEmpty())
        return HandOnText::tr("it does not name one host");
    if (!isUrlText(hosts.first()) || hosts.first().contains('/') || hosts.first().contains('@'))
        return HandOnText::tr("its Host is no host of a URL");
    return {};
}

QString problemOfFields(const WireRequest& request)
{
    for (const Header& field : request.headers.fields) {
        if (!isToken(field.name) || !isFieldValue(field.value))
            return HandOnText::tr("its field “%1” breaks the grammar of HTTP")
                .arg(readableText(field.name.left(80)));
    }
    return {};
}

bool isOfFraming(const QByteArray& name)
{
    static const QList<QByteArray> names{"host", "content-length", "transfer-encoding"};
    return names.contains(name.toLower());
}

} // namespace

tl::expected<SendableRequest, QString> sendableRequest(const WireRequest& request)
{
    QString problem = problemOfLine(request);
    if (problem.isEmpty())
        problem = problemOfFields(request);
    const bool chunked = isChunked(request.headers);
    if (problem.isEmpty() && request.headers.contains("Transfer-Encoding") && !chunked)
        problem = HandOnText::tr("its transfer coding is not chunked");
    if (!problem.isEmpty())
        return tl::unexpected<QString>(problem);
    SendableRequest sendable;
    sendable.method = request.method;
    sendable.url = request.url.toUtf8();
    sendable.target = request.target;
    sendable.body = request.content;
    sendable.hasLength = !request.content.isEmpty() || request.headers.contains("Content-Length") || chunked;
    for (const Header& field : request.headers.fields) {
        if (!isOfFraming(field.name))
            sendable.fields.fields << field;
    }
    return sendable;
}

QByteArray fieldSentTwice(const HeaderList& fields)
{
    QList<QByteArray> seen;
    for (const Header& field : fields.fields) {
        if (seen.contains(field.name.toLower()))
            return field.name;
        seen << field.name.toLower();
    }
    return {};
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/header_words.h"

#include <QCoreApplication>
#include <QHash>

namespace hookworks {

namespace {

struct HeaderText
{
    Q_DECLARE_TR_FUNCTIONS(Headers)
};

QHash<QByteArray, QString> requestWords()
{
    return {
        {"accept", HeaderText::tr("Media types that the client takes for an answer")},
        {"accept-encoding", HeaderText::tr("Compressions that the client can undo")},
        {"accept-language", HeaderText::tr("Languages that the client prefers")},
        {"authorization", HeaderText::tr("Who the sender says it is, and the proof")},
        {"connection", HeaderText::tr("Whether the connection stays open, and which fields end here")},
        {"cookie", HeaderText::tr("What the server asked the client to keep")},
        {"expect", HeaderText::tr("The client waits for a go-ahead before it sends the body")},
        {"forwarded", HeaderText::tr("Whom a proxy forwarded this for (RFC 7239)")},
        {"host", HeaderText::tr("The host and port that the client meant")},
        {"if-match", HeaderText::tr("Only if the resource is still this version")},
        {"if-modified-since", HeaderText::tr("Only if it changed after this time")},
        {"if-none-match", HeaderText::tr("Only if the resource is another version")},
        {"keep-alive", HeaderText::tr("How long and how often the connection may be used")},
        {"origin", HeaderText::tr("The site whose page sent this")},
        {"proxy-authorization", HeaderText::tr("Who the sender is to the proxy")},
        {"range", HeaderText::tr("Only this part is wanted")},
        {"referer", HeaderText::tr("The page that led here")},
        {"te", HeaderText::tr("Transfer codings that the client takes")},
        {"user-agent", HeaderText::tr("The program that sent it")},
        {"x-correlation-id", HeaderText::tr("Ties together requests that belong to one job")},
        {"x-request-id", HeaderText::tr("The request's id, to find it in logs")},
        {"x-forwarded-for", HeaderText::tr("The address that a proxy forwarded this for")},
        {"x-forwarded-host", HeaderText::tr("The host that the client asked the proxy for")},
        {"x-forwarded-proto", HeaderText::tr("The scheme that the client used to the proxy")},
        {"idempotency-key", HeaderText::tr("Marks repetitions of one and the same request")},
        {"traceparent", HeaderText::tr("The trace that this request is a part of (W3C)")},
        {"webhook-id", HeaderText::tr("The message's id, the same in every attempt (Standard Webhooks)")},
        {"webhook-timestamp", HeaderText::tr("When it was sent, in seconds since 1970 (Standard Webhooks)")},
        {"webhook-signature", HeaderText::tr("Signatures of id, time and body (Standard Webhooks)")}};
}

QHash<QByteArray, QString> messageWords()
{
    return {{"age", HeaderText::tr("Seconds since the origin gave this answer")},
            {"allow", HeaderText::tr("Methods that the resource takes")},
            {"cache-control", HeaderText::tr("Whether and how long it may be kept")},
            {"content-disposition", HeaderText::tr("How the body is to be shown or saved")},
            {"content-encoding", HeaderText::tr("How the body is compressed")},
            {"content-language", HeaderText::tr("The language of the body")},
            {"content-length", HeaderText::tr("The body's size in bytes, as the sender counts")},
            {"content-location", HeaderText::tr("Where this body can be had by itself")},
            {"content-md5", HeaderText::tr("A checksum of the body (no longer standard)")},
            {"content-range", HeaderText::tr("Which part of the whole this is")},
            {"content-type", HeaderText::tr("What the body is")},
            {"date", HeaderText::tr("When the message was made")},
            {"digest", HeaderText::tr("A checksum of the body (RFC 3230)")},
            {"etag", HeaderText::tr("The version of the resource")},
            {"expires", HeaderText::tr("When it goes stale")},
            {"last-modified", HeaderText::tr("When the resource last changed")},
            {"location", HeaderText::tr("Where to go instead, or what was made")},
            {"pragma", HeaderText::tr("An old word for no caching")},
            {"retry-after", HeaderText::tr("When to try again: seconds, or a date")},
            {"server", HeaderText::tr("The program that answered")},
            {"set-cookie", HeaderText::tr("What the client is to keep and send back")},
            {"strict-transport-security", HeaderText::tr("Use https only, for so many seconds")},
            {"trailer", HeaderText::tr("Fields that come after the body")},
            {"transfer-encoding", HeaderText::tr("How the body is framed on the wire")},
            {"upgrade", HeaderText::tr("Another protocol is offered for this connection")},
            {"vary", HeaderText::tr("Which request fields the answer depends on")},
            {"via", HeaderText::tr("The proxies on the way")},
            {"warning", HeaderText::tr("A note on the answer (no longer standard)")},
            {"www-authenticate", HeaderText::tr("What the server asks for as proof")},
            {"access-control-allow-origin", HeaderText::tr("Sites whose pages may read the answer")}};
}

} // namespace

QString headerWords(const QByteArray& name)
{
    static const QHash<QByteArray, QString> request = requestWords(), message = messageWords();
    const QByteArray key = name.toLower();
    return request.value(key, message.value(key));
}

} // namespace hookworks

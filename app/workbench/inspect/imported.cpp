// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/imported.h"

#include "http/loose_head.h"
#include "http/request_writer.h"
#include "workbench/inspect/hand_on_text.h"

#include <QHash>

namespace hookworks {

namespace {

/// Behind the blank line, whichever line ends it has.
qsizetype headEnd(const QByteArray& bytes)
{
    return looseHead(bytes).end;
}

} // namespace

QString toString(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Raw:
        return QStringLiteral("raw");
    case ImportFormat::Curl:
        return QStringLiteral("curl");
    case ImportFormat::Http:
        return QStringLiteral("http");
    case ImportFormat::Har:
        return QStringLiteral("har");
    case ImportFormat::Case:
        return QStringLiteral("case");
    case ImportFormat::Postman:
        break;
    }
    return QStringLiteral("postman");
}

std::optional<ImportFormat> importFormatFromString(QStringView text)
{
    for (const ImportFormat format : {ImportFormat::Raw, ImportFormat::Curl, ImportFormat::Http,
                                      ImportFormat::Har, ImportFormat::Postman, ImportFormat::Case}) {
        if (toString(format) == text)
            return format;
    }
    return std::nullopt;
}

ImportFormat guessedFormat(const QString& name, const QByteArray& bytes)
{
    const QString suffix = name.section(u'.', -1).toLower();
    if (looksLikeCase(bytes) || suffix == QLatin1String("hookworks-case"))
        return ImportFormat::Case;
    if (suffix == QLatin1String("http") || suffix == QLatin1String("rest"))
        return ImportFormat::Http;
    if (suffix == QLatin1String("har"))
        return ImportFormat::Har;
    const QByteArray start = bytes.left(4096).trimmed();
    if (start.startsWith('{')) {
        return start.contains("schema.getpostman.com") || start.contains("\"_postman_id\"")
                   ? ImportFormat::Postman
                   : ImportFormat::Har;
    }
    if (start.startsWith("curl ") || start.startsWith("printf '%b' ") || suffix == QLatin1String("sh"))
        return ImportFormat::Curl;
    return start.startsWith("###") ? ImportFormat::Http : ImportFormat::Raw;
}

Capture importedCapture(const QByteArray& head, const QByteArray& wireBody, RealTime at)
{
    const LooseHead loose = looseHead(head);
    const RequestLine line = requestLineOf(loose.line);
    UnframedBody body = unframed(loose.headers, wireBody);
    Capture capture;
    capture.receivedAt = at;
    capture.method = line.method;
    capture.target = line.target;
    capture.version = line.version;
    capture.head = head;
    capture.headers = loose.headers;
    capture.trailers = body.trailers;
    capture.body = body.content;
    if (body.content != wireBody)
        capture.wireBody = wireBody;
    capture.bodyBytes = capture.body.size();
    capture.wireBytes = head.size() + wireBody.size();
    capture.valid = isToken(line.method) && !line.target.isEmpty() && !line.version.isEmpty() && body.whole;
    if (!capture.valid)
        capture.problem = HandOnText::tr("It was imported, and it is no HTTP request.");
    return capture;
}

Result<Capture> importedRequest(const Request& request, RealTime at)
{
    Request whole = request;
    whole.bare = true;            // only what is told, none of this program's own fields
    if (isChunked(whole.headers)) // the body is given without its chunks
        whole.headers.remove("Transfer-Encoding");
    whole.headers.remove("Content-Length");
    return requestHead(whole).map(
        [&](const QByteArray& head) { return importedCapture(head, request.body, at); });
}

Result<Imported> readImport(ImportFormat format, const QByteArray& bytes, RealTime now)
{
    if (bytes.size() > ImportMost::fileBytes)
        return fail(ErrorCode::BadInput, HandOnText::tr("The file is larger than 256 MiB."));
    switch (format) {
    case ImportFormat::Raw: {
        if (bytes.isEmpty())
            return fail(ErrorCode::BadInput, HandOnText::tr("The file is empty."));
        const qsizetype end = headEnd(bytes);
        return Imported{{importedCapture(bytes.first(end), bytes.sliced(end), now)}, {}};
    }
    case ImportFormat::Curl:
        return readCurlLines(bytes, now);
    case ImportFormat::Http:
        return readHttpFile(bytes, now);
    case ImportFormat::Har:
        return readHar(bytes, now);
    case ImportFormat::Case:
        return caseFromText(bytes).map([](CaseFile&& file) { return Imported{{}, {}, std::move(file)}; });
    case ImportFormat::Postman:
        break;
    }
    return readPostman(bytes, now);
}

} // namespace hookworks

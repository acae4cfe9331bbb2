// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/loose_head.h"

#include "http/chunk_decoder.h"
#include "http/request_semantics.h"

#include <limits>

namespace hookworks {

namespace {

/// The line that begins there, without its end; `at` moves behind it.
QByteArrayView nextLine(QByteArrayView text, qsizetype& at)
{
    const qsizetype found = text.indexOf('\n', at);
    const qsizetype end = found < 0 ? text.size() : found;
    QByteArrayView line = text.sliced(at, end - at);
    at = found < 0 ? text.size() : found + 1;
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

void addField(HeaderList& headers, QByteArrayView line)
{
    const bool folded = line.startsWith(' ') || line.startsWith('\t');
    if (folded && !headers.fields.isEmpty()) {
        headers.fields.last().value += ' ' + line.trimmed().toByteArray();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        headers.append(line.first(colon).trimmed().toByteArray(),
                       line.sliced(colon + 1).trimmed().toByteArray());
}

QByteArrayView versionOf(QByteArrayView word)
{
    return word.startsWith("HTTP/") ? word.sliced(5) : QByteArrayView();
}

} // namespace

LooseHead looseHead(QByteArrayView head)
{
    LooseHead loose;
    qsizetype at = 0;
    while (at < head.size() && loose.line.isEmpty())
        loose.line = nextLine(head, at).toByteArray();
    loose.end = head.size();
    while (at < head.size()) {
        const QByteArrayView line = nextLine(head, at);
        if (line.isEmpty()) {
            loose.end = at;
            break;
        }
        addField(loose.headers, line);
    }
    return loose;
}

RequestLine requestLineOf(QByteArrayView line)
{
    RequestLine parts;
    const qsizetype first = line.indexOf(' ');
    parts.method = (first < 0 ? line : line.first(first)).toByteArray();
    QByteArrayView rest = first < 0 ? QByteArrayView() : line.sliced(first + 1).trimmed();
    const qsizetype last = rest.lastIndexOf(' ');
    const QByteArrayView version = versionOf(rest.sliced(last + 1));
    if (!version.isEmpty()) {
        parts.version = version.toByteArray();
        rest = rest.first(std::max<qsizetype>(last, 0)).trimmed();
    }
    parts.target = rest.toByteArray();
    return parts;
}

ResponseLine responseLineOf(QByteArrayView line)
{
    ResponseLine parts;
    const qsizetype space = line.indexOf(' ');
    const QByteArrayView version = versionOf(space < 0 ? line : line.first(space));
    if (version.isEmpty() || space < 0)
        return parts;
    const QByteArrayView rest = line.sliced(space + 1);
    parts.version = version.toByteArray();
    parts.status = rest.first(std::min<qsizetype>(3, rest.size())).toByteArray().toInt();
    parts.reason = rest.size() > 4 ? rest.sliced(4).toByteArray() : QByteArray();
    return parts;
}

bool isChunked(const HeaderList& headers)
{
    const auto codings = headers.values("Transfer-Encoding");
    return !codings.isEmpty() && sameWord(listMembers(codings.last()).last(), "chunked");
}

UnframedBody unframed(const HeaderList& headers, const QByteArray& wire)
{
    if (!isChunked(headers))
        return {wire, {}, true};
    constexpr qint64 most = std::numeric_limits<qint64>::max() / 2;
    ChunkDecoder chunks;
    chunks.restart(0, most, most);
    UnframedBody body;
    QByteArrayView rest(wire);
    while (!rest.isEmpty() && !chunks.done() && chunks.fault() == FramingFault::None) {
        const ChunkDecoder::Step step = chunks.feed(rest);
        body.content += step.data;
        rest = rest.sliced(step.consumed);
    }
    body.whole = chunks.done() && rest.isEmpty();
    body.trailers = chunks.trailers();
    return body;
}

} // namespace hookworks

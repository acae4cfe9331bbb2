// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/prepared_body.h"

#include "http/content_decoding.h"
#include "json/reindent.h"
#include "ui/widgets/byte_text.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

struct BodyWords
{
    Q_DECLARE_TR_FUNCTIONS(Body)
};

void takeJson(PreparedBody& body)
{
    const QByteArray start = body.bytes.left(256).trimmed();
    const bool looksLikeIt = start.startsWith('{') || start.startsWith('[');
    if (!body.saysJson && !looksLikeIt)
        return;
    if (body.bytes.size() > mostTreeBytes) {
        body.treeRefusal =
            BodyWords::tr("There is no tree: the body is larger than %1.").arg(sizeWords(mostTreeBytes));
        return;
    }
    if (jsonDepth(body.bytes) > jsonDepthLimit) {
        body.treeRefusal =
            BodyWords::tr("There is no tree: the body is nested deeper than %L1 levels.").arg(jsonDepthLimit);
        return;
    }
    auto json = readJson(body.bytes);
    if (json)
        body.json = std::move(*json);
    else if (body.saysJson)
        body.problem = json.error();
}

} // namespace

PreparedBody prepareBody(const HeaderList& headers, const QByteArray& body, bool decode)
{
    PreparedBody prepared;
    prepared.bytes = body;
    const QByteArray codings = headers.values("Content-Encoding").join(',');
    if (decode && !codings.isEmpty()) {
        if (auto plain = decoded(body, codings))
            prepared.bytes = std::move(*plain);
        else
            prepared.decodingProblem = plain.error().message;
    }
    const QByteArray type = headers.value("Content-Type").value_or(QByteArray()).toLower();
    const QByteArray kind = type.split(';').first().trimmed();
    prepared.saysJson = kind.endsWith("/json") || kind.endsWith("+json");
    prepared.isImage = kind.startsWith("image/") && kind != "image/svg+xml";
    prepared.isText = prepared.bytes.left(64 * 1024).indexOf('\0') < 0 &&
                      (kind.startsWith("text/") || prepared.saysJson || prepared.bytes.isValidUtf8());
    takeJson(prepared);
    prepared.parts = formParts(headers, prepared.bytes);
    return prepared;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/json_places.h"

#include "json/path.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

Result<HeaderList> headersFrom(const JsonValue& value)
{
    HeaderList headers;
    for (const JsonValue& pair : value.items) {
        if (pair.items.size() != 2 || !pair.items[0].isString() || !pair.items[1].isString())
            return fail(ErrorCode::BadInput,
                        QCoreApplication::translate(
                            "hookworks", "Each header is a pair of texts, [\"Name\", \"value\"]."));
        headers.append(pair.items[0].text.toUtf8(), pair.items[1].text.toUtf8());
    }
    return headers;
}

Result<void> edit(Request& request, const QString& key, const JsonValue& value)
{
    if (key == QLatin1String("headers")) {
        auto headers = headersFrom(value);
        if (!headers)
            return tl::unexpected<Error>(headers.error());
        request.headers = std::move(*headers);
    } else if (key == QLatin1String("method")) {
        request.method = value.text.toUtf8();
    } else if (key == QLatin1String("url")) {
        request.url = value.text;
    } else if (key == QLatin1String("bodyBase64")) {
        request.body = QByteArray::fromBase64(value.text.toLatin1());
    } else if (key == QLatin1String("body")) {
        request.body = value.isString() ? value.text.toUtf8() : compactJson(value);
    } else {
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks",
                                                "An edited request has no \"%1\". There are: method, url, "
                                                "headers, body, bodyBase64.")
                        .arg(key));
    }
    return {};
}

} // namespace

std::optional<QString> textAt(const QByteArray& body, const QString& path)
{
    const auto parsed = JsonPath::parse(path);
    const auto json = parsed ? readJson(body) : tl::unexpected(JsonProblem());
    if (!json)
        return std::nullopt;
    const JsonValue* value = valueAt(*json, *parsed);
    return value ? std::optional(leafText(*value)) : std::nullopt;
}

Result<Request> requestEdited(Request request, const QByteArray& json)
{
    const auto value = parseJson(json);
    if (!value)
        return tl::unexpected<Error>(value.error());
    for (const JsonMember& member : value->members) {
        if (auto edited = edit(request, member.key, member.value); !edited)
            return tl::unexpected<Error>(edited.error());
    }
    return request;
}

} // namespace hookworks

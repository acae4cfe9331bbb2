// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/json_places.h"

#include "domain/url_parts.h"
#include "json/object_reader.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

/// Null would say nothing about a text: what is to stay is left out.
void refuseNulls(ObjectReader& edit)
{
    for (const QStringView key : {u"method", u"url", u"headers", u"bodyBase64"}) {
        if (const JsonValue* value = edit.take(key); value != nullptr && value->isNull())
            edit.refuse(key, QCoreApplication::translate(
                                 "hookworks", "This must not be null; leave it out to keep the original's"));
    }
}

void editMethod(ObjectReader& edit, Request& request)
{
    const auto method = edit.text(u"method");
    if (method && !isToken(method->toUtf8()))
        edit.refuse(u"method", QCoreApplication::translate("hookworks", "This is not an HTTP method"));
    else if (method)
        request.method = method->toUtf8();
}

void editUrl(ObjectReader& edit, Request& request)
{
    const auto url = edit.text(u"url");
    if (!url)
        return;
    if (const auto parts = splitTypedUrl(*url); !parts)
        edit.refuse(u"url", parts.error().message);
    request.url = *url;
}

/// A text is the body's text, any other JSON its compact form.
void editBody(ObjectReader& edit, Request& request)
{
    const JsonValue* body = edit.take(u"body");
    const auto bytes = edit.base64(u"bodyBase64");
    if (body != nullptr && bytes)
        edit.refuse(u"bodyBase64",
                    QCoreApplication::translate(
                        "hookworks", "A body is given as \"body\" or \"bodyBase64\", not as both"));
    else if (body != nullptr)
        request.body = body->isString() ? body->text.toUtf8() : compactJson(*body);
    else if (bytes)
        request.body = *bytes;
}

/// A length that is not the body's, and a transfer coding that is not applied, would leave the receiver
/// waiting.
void editHeaders(ObjectReader& edit, Request& request)
{
    const auto headers = edit.headers(u"headers");
    if (!headers)
        return;
    const QByteArray length = QByteArray::number(request.body.size());
    for (qsizetype i = 0; i < headers->fields.size(); ++i) {
        const Header& field = headers->fields[i];
        const QByteArray name = field.name.toLower();
        if (name == "transfer-encoding" || (name == "content-length" && field.value != length))
            edit.reading().refuse(edit.pathOf(u"headers").child(i),
                                  edit.take(u"headers")->items.at(static_cast<size_t>(i)).offset,
                                  QCoreApplication::translate("hookworks",
                                                              "%1 does not fit the body of %2 bytes; leave "
                                                              "it out, and it is made")
                                      .arg(QString::fromLatin1(field.name), QString::fromLatin1(length)));
    }
    request.headers = *headers;
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
    return readJsonObject(json, JsonSource::Person, [&](ObjectReader& edit) {
        refuseNulls(edit);
        editMethod(edit, request);
        editUrl(edit, request);
        editBody(edit, request);
        editHeaders(edit, request);
        return request;
    });
}

} // namespace hookworks

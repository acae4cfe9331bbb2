// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/request_files.h"

#include "domain/readable_text.h"
#include "http/curl.h"
#include "json/made.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/kept_targets.h"

#include <QRegularExpression>

#include <algorithm>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

tl::unexpected<QString> notCarried(const QString& words)
{
    return tl::unexpected<QString>(words);
}

/// What all of these files share: they are text, and `{{name}}` in them is a variable.
QString problemInFiles(const SendableRequest& request, const QString& tool)
{
    const auto isVariable = [](const QByteArray& text) { return text.contains("{{"); };
    for (const Header& field : request.fields.fields) {
        if (!isPlainText(field.value))
            return HandOnText::tr("its field “%1” is no text").arg(readableText(field.name));
        if (isVariable(field.value))
            return HandOnText::tr("%1 takes the “{{” in its field “%2” for a variable")
                .arg(tool, readableText(field.name));
    }
    if (!isPlainText(request.body))
        return HandOnText::tr("%1 keeps text, and its body is bytes").arg(tool);
    if (isVariable(request.body) || isVariable(request.target))
        return HandOnText::tr("%1 takes “{{” for a variable").arg(tool);
    return {};
}

bool standsAlone(const QByteArray& body)
{
    return body == body.trimmed();
}

JsonValue objectOf(std::initializer_list<std::pair<QString, JsonValue>> members)
{
    JsonValue object = JsonValue::object();
    for (const auto& [key, value] : members)
        object.append(key, value);
    return object;
}

JsonValue textOf(const QByteArray& text)
{
    return JsonValue::string(readableText(text));
}

/// Postman's runtime is kept from adding, following and rewriting.
JsonValue postmanBehaviour(const SendableRequest& request)
{
    JsonValue disabled = JsonValue::object();
    for (const auto& name : {u"user-agent"_s, u"accept"_s, u"accept-encoding"_s, u"cache-control"_s,
                             u"postman-token"_s, u"connection"_s, u"content-type"_s})
        disabled.append(name, JsonValue::boolean(!request.fields.contains(name.toLatin1())));
    return objectOf({{u"followRedirects"_s, JsonValue::boolean(false)},
                     {u"disableBodyPruning"_s, JsonValue::boolean(true)},
                     {u"disableUrlEncoding"_s, JsonValue::boolean(true)},
                     {u"disableCookies"_s, JsonValue::boolean(true)},
                     {u"disabledSystemHeaders"_s, disabled}});
}

QByteArray indented(QByteArray text)
{
    return "  " + text.replace('\n', "\n  ");
}

QByteArray brunoBlock(const QByteArray& name, const QByteArray& lines)
{
    return name + " {\n" + lines + "}\n\n";
}

QString problemInBruno(const SendableRequest& request)
{
    static const QList<QByteArray> methods{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"};
    if (!methods.contains(request.method))
        return HandOnText::tr("Bruno does not send the method %1").arg(readableText(request.method));
    if (const QByteArray twice = fieldSentTwice(request.fields); !twice.isEmpty())
        return HandOnText::tr("Bruno sends one field named %1, not several").arg(readableText(twice));
    for (const Header& field : request.fields.fields) {
        if (!std::ranges::all_of(field.value, [](char c) { return c >= 0x20 && c < 0x7f; }))
            return HandOnText::tr("Bruno would send its field “%1” in another coding")
                .arg(readableText(field.name));
    }
    if (!isKeptByBrowsers(request.target) || !isKeptByUrllib3(request.target))
        return HandOnText::tr("Bruno would change its target");
    if (!standsAlone(request.body))
        return HandOnText::tr("Bruno would cut the blanks around its body");
    return problemInFiles(request, u"Bruno"_s);
}

/// Lines of a body that the tools read as something else.
bool hasLineOfOtherMeaning(const QByteArray& body)
{
    static const QRegularExpression other(u"^(###|<[ @]|>|@[A-Za-z_])"_s,
                                          QRegularExpression::MultilineOption);
    return other.match(QString::fromLatin1(body)).hasMatch();
}

} // namespace

RequestForm httpFileEntry(const QString& name, const SendableRequest& request)
{
    if (const QString problem = problemInFiles(request, u".http"_s); !problem.isEmpty())
        return notCarried(problem);
    if (!standsAlone(request.body) || hasLineOfOtherMeaning(request.body))
        return notCarried(HandOnText::tr(".http files have another meaning for a line or blank of its body"));
    QByteArray text = "### " + name.toUtf8() + "\n# @no-redirect\n# @no-cookie-jar\n";
    text += request.method + ' ' + request.url + " HTTP/1.1\n";
    for (const Header& field : request.fields.fields)
        text += field.name + ": " + field.value + '\n';
    if (!request.body.isEmpty())
        text += '\n' + request.body + '\n';
    return text + '\n';
}

RequestForm brunoFile(const QString& name, const SendableRequest& request)
{
    if (const QString problem = problemInBruno(request); !problem.isEmpty())
        return notCarried(problem);
    const QByteArray body = request.body.isEmpty() ? "none" : "text";
    QByteArray text = brunoBlock("meta", "  name: " + name.toUtf8() + "\n  type: http\n  seq: 1\n") +
                      brunoBlock(request.method.toLower(),
                                 "  url: " + request.url + "\n  body: " + body + "\n  auth: none\n");
    QByteArray fields;
    for (const Header& field : request.fields.fields)
        fields += "  " + field.name + ": " + field.value + '\n';
    if (!fields.isEmpty())
        text += brunoBlock("headers", fields);
    if (!request.body.isEmpty())
        text += brunoBlock("body:text", indented(request.body) + '\n');
    return text;
}

tl::expected<JsonValue, QString> postmanItem(const QString& name, const SendableRequest& request)
{
    if (const QString problem = problemInFiles(request, u"Postman"_s); !problem.isEmpty())
        return notCarried(problem);
    JsonValue fields = JsonValue::array();
    for (const Header& field : request.fields.fields)
        fields.append(objectOf({{u"key"_s, textOf(field.name)}, {u"value"_s, textOf(field.value)}}));
    JsonValue sent = objectOf(
        {{u"method"_s, textOf(request.method)}, {u"header"_s, fields}, {u"url"_s, textOf(request.url)}});
    if (!request.body.isEmpty())
        sent.append(u"body"_s,
                    objectOf({{u"mode"_s, JsonValue::string(u"raw"_s)}, {u"raw"_s, textOf(request.body)}}));
    return objectOf({{u"name"_s, JsonValue::string(name)},
                     {u"protocolProfileBehavior"_s, postmanBehaviour(request)},
                     {u"request"_s, sent},
                     {u"response"_s, JsonValue::array()}});
}

JsonValue postmanCollection(const QList<JsonValue>& items)
{
    const QString schema = u"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"_s;
    return objectOf({{u"info"_s, objectOf({{u"name"_s, JsonValue::string(u"Hookworks"_s)},
                                           {u"schema"_s, JsonValue::string(schema)}})},
                     {u"item"_s, arrayJson(items, [](const JsonValue& item) { return item; })}});
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/value.h"
#include "workbench/handon/handed_json.h"
#include "workbench/inspect/curl_form.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/import_parts.h"

#include <QRegularExpression>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

/// A setting of `auth`: version 2.1 has a list of keys and values, 2.0 an object.
QString authSetting(const JsonValue& auth, const QString& type, QStringView key)
{
    const JsonValue* settings = auth.find(type);
    if (!settings)
        return {};
    for (const JsonValue& each : settings->items) {
        if (textAtKey(each, u"key") == key)
            return textAtKey(each, u"value");
    }
    return textAtKey(*settings, key);
}

/// Of its parts, where it has no `raw`.
QString urlOfParts(const JsonValue& url)
{
    const auto joined = [&url](QStringView key, QChar between) {
        QStringList texts;
        const JsonValue* list = url.find(key);
        for (const JsonValue& each : list ? list->items : std::vector<JsonValue>())
            texts << (each.isString() ? each.text : textAtKey(each, u"value"));
        return list && list->isString() ? list->text : texts.join(between);
    };
    const QString scheme = textAtKey(url, u"protocol"), port = textAtKey(url, u"port");
    QString whole = (scheme.isEmpty() ? u"http"_s : scheme) + u"://"_s + joined(u"host", u'.');
    if (!port.isEmpty())
        whole += u':' + port;
    const QString path = joined(u"path", u'/');
    whole += path.startsWith(u'/') ? path : u'/' + path;
    QStringList pairs;
    for (const Header& pair : fieldsIn(url.find(u"query"), u"key").fields)
        pairs << QString::fromUtf8(pair.name + '=' + pair.value);
    return pairs.isEmpty() ? whole : whole + u'?' + pairs.join(u'&');
}

/// With values in the place of segments such as `:id`.
QString postmanUrl(const JsonValue& url)
{
    if (url.isString())
        return url.text;
    QString whole = textAtKey(url, u"raw");
    if (whole.isEmpty())
        whole = urlOfParts(url);
    const qsizetype query = whole.indexOf(u'?');
    QStringList segments = whole.first(query < 0 ? whole.size() : query).split(u'/');
    for (const Header& variable : fieldsIn(url.find(u"variable"), u"key").fields)
        segments.replaceInStrings(
            QRegularExpression(u"^:"_s + QRegularExpression::escape(QString::fromUtf8(variable.name)) + u'$'),
            QString::fromUtf8(variable.value).replace(u'\\', u"\\\\"_s));
    return segments.join(u'/') + (query < 0 ? QString() : whole.sliced(query));
}

QByteArray typeOfRaw(const JsonValue& body)
{
    const JsonValue* options = body.find(u"options");
    const JsonValue* raw = options ? options->find(u"raw") : nullptr;
    const QString language = raw ? textAtKey(*raw, u"language") : QString();
    if (language == u"json" || language == u"xml" || language == u"javascript")
        return "application/" + language.toLatin1();
    return language == u"html" ? "text/html" : language == u"text" ? "text/plain" : QByteArray();
}

/// The collection's folders and requests, with what they inherit.
class PostmanReading
{
public:
    PostmanReading(const JsonValue& collection, RealTime now)
        : m_now(now)
    {
        const JsonValue* variables = collection.find(u"variable");
        for (const JsonValue& each : variables ? variables->items : std::vector<JsonValue>()) {
            const QString key = textAtKey(each, u"key");
            const JsonValue* value = each.find(u"value");
            m_variables.set(key.isEmpty() ? textAtKey(each, u"id") : key, value ? value->text : QString());
        }
    }

    void read(const JsonValue& holder, const JsonValue* inherited, int depth)
    {
        constexpr int deepest = 50;
        const JsonValue* items = holder.find(u"item");
        for (const JsonValue& item : items&& depth < deepest ? items->items : std::vector<JsonValue>()) {
            if (item.find(u"item"))
                read(item, authOf(item, inherited), depth + 1);
            else if (const JsonValue* request = item.find(u"request"))
                take(*request, authOf(*request, inherited), textAtKey(item, u"name"));
        }
    }

    Imported imported;

private:
    static const JsonValue* authOf(const JsonValue& holder, const JsonValue* inherited)
    {
        const JsonValue* own = holder.find(u"auth");
        return own && own->isObject() ? own : inherited;
    }

    void take(const JsonValue& sent, const JsonValue* auth, const QString& name)
    {
        Request request;
        const JsonValue* url = sent.find(u"url");
        request.method = sent.isString() ? QByteArray("GET") : textAtKey(sent, u"method").toUtf8();
        if (request.method.isEmpty())
            request.method = "GET";
        request.url = sent.isString() ? sent.text : url ? postmanUrl(*url) : QString();
        request.headers = fieldsIn(sent.find(u"header"), u"key");
        if (const JsonValue* body = sent.find(u"body"))
            takeBody(request, *body, name);
        if (auth)
            takeAuth(request, *auth, name);
        request.url = m_variables.filled(request.url);
        for (Header& field : request.headers.fields)
            field = {m_variables.filled(field.name), m_variables.filled(field.value)};
        if (!request.url.contains(u"://"))
            request.url.prepend(u"http://");
        const auto made = importedRequest(request, m_now);
        if (made)
            imported.captures << *made;
        else
            leaveOut(imported, name, made.error().message);
    }

    void takeAuth(Request& request, const JsonValue& auth, const QString& name)
    {
        const QString type = textAtKey(auth, u"type");
        const auto setting = [&](QStringView key) {
            return m_variables.filled(authSetting(auth, type, key));
        };
        if (type == u"bearer" || type == u"oauth2") {
            const QString token = setting(type == u"bearer" ? u"token" : u"accessToken");
            addField(request, "Authorization", "Bearer " + token.toUtf8());
        } else if (type == u"basic") {
            const QString pair = setting(u"username") + u':' + setting(u"password");
            addField(request, "Authorization", "Basic " + pair.toUtf8().toBase64());
        } else if (type == u"apikey" && setting(u"in") == u"query") {
            request.url += (request.url.contains(u'?') ? u'&' : u'?') + setting(u"key") + u'=' +
                           QString::fromLatin1(setting(u"value").toUtf8().toPercentEncoding());
        } else if (type == u"apikey") {
            addField(request, setting(u"key").toUtf8(), setting(u"value").toUtf8());
        } else if (!type.isEmpty() && type != u"noauth") {
            imported.notes << HandOnText::tr("%1: authorization of the kind %2 is left out.").arg(name, type);
        }
    }

    static void addField(Request& request, const QByteArray& name, const QByteArray& value)
    {
        if (!value.isEmpty() && !request.headers.contains(name))
            request.headers.append(name, value);
    }

    void takeBody(Request& request, const JsonValue& body, const QString& name)
    {
        const QString mode = textAtKey(body, u"mode");
        const JsonValue* off = body.find(u"disabled");
        if (off && off->flag)
            return;
        if (mode == u"raw") {
            request.body = m_variables.filled(textAtKey(body, u"raw").toUtf8());
            if (!request.body.isEmpty())
                addField(request, "Content-Type", typeOfRaw(body));
        } else if (mode == u"urlencoded") {
            QByteArrayList pairs;
            for (const Header& pair : fieldsIn(body.find(u"urlencoded"), u"key").fields)
                pairs << m_variables.filled(pair.name).toPercentEncoding() + '=' +
                             m_variables.filled(pair.value).toPercentEncoding();
            request.body = pairs.join('&');
            addField(request, "Content-Type", "application/x-www-form-urlencoded");
        } else if (mode == u"graphql") {
            takeGraphQl(request, body.find(u"graphql"));
        } else if (mode == u"formdata") {
            takeForm(request, body.find(u"formdata"), name);
        } else if (!mode.isEmpty()) {
            imported.notes << HandOnText::tr("%1: a body of the kind %2 is left out.").arg(name, mode);
        }
    }

    void takeGraphQl(Request& request, const JsonValue* graphQl)
    {
        JsonValue body = JsonValue::object();
        if (graphQl)
            body.append(u"query"_s, JsonValue::string(m_variables.filled(textAtKey(*graphQl, u"query"))));
        const QString variables = graphQl ? textAtKey(*graphQl, u"variables") : QString();
        if (const auto value = readJson(m_variables.filled(variables).toUtf8()))
            body.append(u"variables"_s, *value);
        request.body = compactJson(body);
        addField(request, "Content-Type", "application/json");
    }

    void takeForm(Request& request, const JsonValue* fields, const QString& name)
    {
        QList<CurlFormField> parts;
        for (const JsonValue& each : fields ? fields->items : std::vector<JsonValue>()) {
            const JsonValue* off = each.find(u"disabled");
            if (off && off->flag)
                continue;
            const QString key = m_variables.filled(textAtKey(each, u"key"));
            if (textAtKey(each, u"type") == u"file")
                imported.notes << HandOnText::tr("%1: the file of the field %2 is left out.").arg(name, key);
            else
                parts.append({key.toUtf8(),
                              m_variables.filled(textAtKey(each, u"value")).toUtf8(),
                              textAtKey(each, u"contentType").toUtf8().simplified(),
                              {}});
        }
        const QByteArray boundary = boundaryFor(parts);
        request.body = multipartBody(parts, boundary);
        addField(request, "Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    RealTime m_now;
    ImportVariables m_variables;
};

} // namespace

Result<Imported> readPostman(const QByteArray& text, RealTime now)
{
    const auto root = parseHandedJson(text);
    if (!root)
        return tl::unexpected<Error>(root.error());
    if (!root->find(u"item"))
        return fail(ErrorCode::BadInput, HandOnText::tr("$.item is missing: it is no Postman collection."));
    PostmanReading reading(*root, now);
    const JsonValue* auth = root->find(u"auth");
    reading.read(*root, auth && auth->isObject() ? auth : nullptr, 0);
    return unlessEmpty(std::move(reading.imported), HandOnText::tr("The collection has no request."));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/api_documents.h"

#include "provider/new_document.h"
#include "provider/render.h"

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

const QString schemas = u"#/components/schemas/"_s;
const QString receiver = u"127.0.0.1:8717"_s;

/// Grows member by member, in order.
class ObjectMaker
{
public:
    ObjectMaker& add(const QString& key, JsonValue value)
    {
        m_object.append(key, std::move(value));
        return *this;
    }
    ObjectMaker& add(const QString& key, const QString& text) { return add(key, JsonValue::string(text)); }
    ObjectMaker& add(const QString& key, const ObjectMaker& object) { return add(key, object.m_object); }
    const JsonValue& made() const { return m_object; }

private:
    JsonValue m_object = JsonValue::object();
};

JsonValue listOf(const JsonValue& item)
{
    JsonValue list = JsonValue::array();
    list.append(item);
    return list;
}

JsonValue refTo(const QString& place)
{
    return ObjectMaker().add(u"$ref"_s, place).made();
}

QString titles(const ProfileList& profiles)
{
    QStringList all;
    for (const ProviderProfile* profile : profiles)
        all << profile->title;
    return all.join(u" and "_s);
}

QString pages(const ProfileList& profiles)
{
    QStringList all;
    for (const ProviderProfile* profile : profiles)
        all << profile->page;
    return all.join(u", "_s);
}

ObjectMaker infoObject(const ProfileList& profiles)
{
    ObjectMaker info;
    info.add(u"title"_s, u"Webhooks of %1"_s.arg(titles(profiles)))
        .add(u"version"_s, u"1.0.0"_s)
        .add(u"description"_s,
             u"What the platform sends to a webhook, as far as it is published: %1. Not made by the "
             "vendor."_s.arg(pages(profiles)))
        .add(u"contact"_s,
             ObjectMaker().add(u"name"_s, titles(profiles)).add(u"url"_s, profiles.first()->page))
        .add(u"license"_s, ObjectMaker()
                               .add(u"name"_s, u"GPL-3.0-or-later"_s)
                               .add(u"url"_s, u"https://www.gnu.org/licenses/gpl-3.0.html"_s));
    return info;
}

/// `report.failed` → `report_failed`, `postReportTask.success` → `postReportTask_success`.
QString wordOf(QString name)
{
    return name.replace(u'.', u'_');
}

QString idOfSecurity(const ProviderProfile& profile)
{
    return profile.key + u"Token"_s;
}

JsonValue securityScheme(const ProviderProfile& profile)
{
    ObjectMaker scheme;
    if (profile.authScheme.compare(u"Bearer", Qt::CaseInsensitive) == 0)
        scheme.add(u"type"_s, u"http"_s).add(u"scheme"_s, u"bearer"_s);
    else
        scheme.add(u"type"_s, u"apiKey"_s).add(u"in"_s, u"header"_s).add(u"name"_s, profile.authHeader);
    return scheme.add(u"description"_s, u"%1, where the webhook has one."_s.arg(profile.authLabel)).made();
}

/// A body that the platform could send.
JsonValue exampleOf(const ProviderProfile& profile, const ProfileEvent& event, const QString& outcome)
{
    const RealTime now = std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + std::chrono::hours(8);
    const auto uuid = [n = 0]() mutable { return u"0b5e1d3c-7a1f-4c62-9d0e-00000000000%1"_s.arg(++n); };
    EventFacts facts;
    facts.event = event.name;
    facts.outcome = outcome;
    facts.error = u"the data source did not answer"_s;
    facts.taskId = u"d0cbbae7-a4b4-4b44-b348-c614ac418593"_s;
    facts.now = now;
    facts.document =
        newDocumentOf(profile, {u"Weekly sales"_s, now, now, now + std::chrono::days(364), uuid});
    return renderPayload(profile, facts)
        .and_then([](const QByteArray& body) { return parseJson(body); })
        .value_or(JsonValue());
}

QString describedAs(const ProviderProfile& profile, const ProfileEvent& event)
{
    return u"%1: %2 sends it to every webhook that takes the event. It is %3."_s.arg(
        event.title, profile.title, event.provenance.word);
}

/// What stands under `content`: the schemas of the event's outcomes, and an example of each.
ObjectMaker mediaType(const ProviderProfile& profile, const ProfileEvent& event)
{
    JsonValue choices = JsonValue::array();
    ObjectMaker examples;
    const QStringList outcomes = event.outcomes.isEmpty() ? QStringList{QString()} : event.outcomes;
    for (const QString& outcome : outcomes) {
        const QString name = outcome.isEmpty() ? event.name : event.name + u'.' + outcome;
        choices.append(refTo(schemas + name));
        examples.add(wordOf(name), ObjectMaker().add(u"value"_s, exampleOf(profile, event, outcome)));
    }
    ObjectMaker media;
    media.add(u"schema"_s, choices.items.size() == 1 ? choices.items.front()
                                                     : ObjectMaker().add(u"oneOf"_s, choices).made());
    return media.add(u"examples"_s, examples);
}

ObjectMaker responsesOf(const ProviderProfile& profile)
{
    const QString failed = u"It counts as failed. %1."_s.arg(profile.policyWords);
    return ObjectMaker()
        .add(u"2XX"_s, ObjectMaker().add(u"description"_s, u"Taken."_s))
        .add(u"4XX"_s, ObjectMaker().add(u"description"_s, failed))
        .add(u"5XX"_s, ObjectMaker().add(u"description"_s, failed));
}

ObjectMaker operationOf(const ProviderProfile& profile, const ProfileEvent& event)
{
    ObjectMaker operation;
    operation.add(u"operationId"_s, wordOf(event.name))
        .add(u"summary"_s, event.title)
        .add(u"description"_s, describedAs(profile, event))
        .add(u"tags"_s, listOf(JsonValue::string(profile.key)));
    JsonValue security = JsonValue::array();
    if (!profile.authHeader.isEmpty())
        security.append(ObjectMaker().add(idOfSecurity(profile), JsonValue::array()).made());
    security.append(JsonValue::object());
    const auto content = ObjectMaker().add(QString::fromUtf8(profile.contentType), mediaType(profile, event));
    return operation.add(u"security"_s, security)
        .add(u"requestBody"_s,
             ObjectMaker().add(u"required"_s, JsonValue::boolean(true)).add(u"content"_s, content))
        .add(u"responses"_s, responsesOf(profile));
}

void addSchemas(ObjectMaker& all, const ProviderProfile& profile, SchemaMaker& maker)
{
    for (const ProfileEvent& event : profile.events) {
        for (const auto& [name, schema] : maker.payloadSchemas(event))
            all.add(name, schema);
    }
    for (const auto& [name, schema] : maker.takeDefinitions())
        all.add(name, schema);
}

/// Of those that send a token.
ObjectMaker securitySchemes(const ProfileList& profiles)
{
    ObjectMaker schemes;
    for (const ProviderProfile* profile : profiles) {
        if (!profile->authHeader.isEmpty())
            schemes.add(idOfSecurity(*profile), securityScheme(*profile));
    }
    return schemes;
}

QString idOfChannel(const ProviderProfile& profile)
{
    return profile.key + u"Webhook"_s;
}

ObjectMaker messageOf(const ProviderProfile& profile, const ProfileEvent& event, const QString& name)
{
    return ObjectMaker()
        .add(u"name"_s, event.name)
        .add(u"title"_s, event.title)
        .add(u"summary"_s, describedAs(profile, event))
        .add(u"contentType"_s, QString::fromUtf8(profile.contentType))
        .add(u"payload"_s, refTo(schemas + name));
}

QStringList messageNames(const ProfileEvent& event)
{
    QStringList names;
    for (const QString& outcome : event.outcomes)
        names << event.name + u'.' + outcome;
    return names.isEmpty() ? QStringList{event.name} : names;
}

void addMessages(const ProviderProfile& profile, ObjectMaker& channel, ObjectMaker& messages)
{
    ObjectMaker references;
    for (const ProfileEvent& event : profile.events) {
        for (const QString& name : messageNames(event)) {
            references.add(wordOf(name), refTo(u"#/components/messages/"_s + wordOf(name)));
            messages.add(wordOf(name), messageOf(profile, event, name));
        }
    }
    channel.add(u"messages"_s, references);
}

void addOperations(const ProviderProfile& profile, ObjectMaker& operations)
{
    const QString channel = u"#/channels/"_s + idOfChannel(profile);
    for (const ProfileEvent& event : profile.events) {
        JsonValue messages = JsonValue::array();
        for (const QString& name : messageNames(event))
            messages.append(refTo(channel + u"/messages/"_s + wordOf(name)));
        const auto http = ObjectMaker()
                              .add(u"method"_s, QString::fromUtf8(profile.method))
                              .add(u"bindingVersion"_s, u"0.3.0"_s);
        operations.add(u"send_"_s + wordOf(event.name),
                       ObjectMaker()
                           .add(u"action"_s, u"send"_s)
                           .add(u"title"_s, event.title)
                           .add(u"summary"_s, describedAs(profile, event))
                           .add(u"channel"_s, refTo(channel))
                           .add(u"messages"_s, messages)
                           .add(u"bindings"_s, ObjectMaker().add(u"http"_s, http)));
    }
}

JsonValue serverSecurity(const ProfileList& profiles)
{
    JsonValue security = JsonValue::array();
    for (const ProviderProfile* profile : profiles) {
        if (!profile->authHeader.isEmpty())
            security.append(refTo(u"#/components/securitySchemes/"_s + idOfSecurity(*profile)));
    }
    return security;
}

ObjectMaker serverObject(const ProfileList& profiles)
{
    ObjectMaker server;
    server.add(u"host"_s, receiver)
        .add(u"protocol"_s, u"http"_s)
        .add(u"description"_s, u"The receiver: any address that the webhook names."_s);
    const JsonValue security = serverSecurity(profiles);
    return security.items.empty() ? server : server.add(u"security"_s, security);
}

} // namespace

JsonValue openApiDocument(const ProfileList& profiles)
{
    ObjectMaker webhooks, components;
    ObjectMaker all;
    JsonValue tags = JsonValue::array();
    for (const ProviderProfile* profile : profiles) {
        SchemaMaker maker(*profile, schemas, definitionPrefix(*profile, profiles));
        tags.append(ObjectMaker().add(u"name"_s, profile->key).add(u"description"_s, profile->title).made());
        for (const ProfileEvent& event : profile->events)
            webhooks.add(event.name,
                         ObjectMaker().add(profile->method.toLower() == "put" ? u"put"_s : u"post"_s,
                                           operationOf(*profile, event)));
        addSchemas(all, *profile, maker);
    }
    components.add(u"schemas"_s, all).add(u"securitySchemes"_s, securitySchemes(profiles));
    const auto server = ObjectMaker()
                            .add(u"url"_s, u"http://"_s + receiver)
                            .add(u"description"_s, u"The receiver: any address that the webhook names."_s);
    return ObjectMaker()
        .add(u"openapi"_s, u"3.1.0"_s)
        .add(u"info"_s, infoObject(profiles))
        .add(u"jsonSchemaDialect"_s, u"https://json-schema.org/draft/2020-12/schema"_s)
        .add(u"servers"_s, listOf(server.made()))
        .add(u"tags"_s, tags)
        .add(u"webhooks"_s, webhooks)
        .add(u"components"_s, components)
        .made();
}

JsonValue asyncApiDocument(const ProfileList& profiles)
{
    ObjectMaker channels, operations, messages, all;
    for (const ProviderProfile* profile : profiles) {
        SchemaMaker maker(*profile, schemas, definitionPrefix(*profile, profiles));
        ObjectMaker channel;
        channel.add(u"address"_s, u"/"_s)
            .add(u"title"_s, u"%1 webhook"_s.arg(profile->title))
            .add(u"description"_s, u"The URL that the webhook names; it can have any path."_s);
        addMessages(*profile, channel, messages);
        channels.add(idOfChannel(*profile), channel);
        addOperations(*profile, operations);
        addSchemas(all, *profile, maker);
    }
    ObjectMaker components;
    components.add(u"messages"_s, messages).add(u"schemas"_s, all);
    if (const ObjectMaker schemes = securitySchemes(profiles); !schemes.made().members.empty())
        components.add(u"securitySchemes"_s, schemes);
    return ObjectMaker()
        .add(u"asyncapi"_s, u"3.0.0"_s)
        .add(u"info"_s, infoObject(profiles))
        .add(u"defaultContentType"_s, QString::fromUtf8(profiles.first()->contentType))
        .add(u"servers"_s, ObjectMaker().add(u"receiver"_s, serverObject(profiles)))
        .add(u"channels"_s, channels)
        .add(u"operations"_s, operations)
        .add(u"components"_s, components)
        .made();
}

} // namespace hookworks

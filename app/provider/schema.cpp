// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/schema.h"

#include "provider/value_type.h"

#include <algorithm>

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

const QString draft = u"https://json-schema.org/draft/2020-12/schema"_s;

using Members = std::initializer_list<std::pair<QString, JsonValue>>;

JsonValue objectOf(const Members& members)
{
    JsonValue object = JsonValue::object();
    for (const auto& [key, value] : members)
        object.append(key, value);
    return object;
}

JsonValue text(const QString& words)
{
    return JsonValue::string(words);
}

JsonValue texts(const QStringList& words)
{
    JsonValue array = JsonValue::array();
    for (const QString& word : words)
        array.append(text(word));
    return array;
}

JsonValue textOf(const QString& format, const QString& pattern)
{
    return objectOf(
        {{u"type"_s, text(u"string"_s)}, {u"format"_s, text(format)}, {u"pattern"_s, text(pattern)}});
}

/// Formats are hints that most validators pass over; the patterns are what counts.
JsonValue formSchema(const QString& part)
{
    if (part == u"url")
        return objectOf({{u"type"_s, text(u"string"_s)},
                         {u"pattern"_s, text(u"^([Hh][Tt][Tt][Pp][Ss]?://[^\\s/]|\\{listener\\})"_s)}});
    if (part == u"uuid")
        return textOf(part, u"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"_s);
    return textOf(
        u"date-time"_s,
        u"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d{1,9})?)?([Zz]|[+-]\\d{2}:?\\d{2})$"_s);
}

/// `Report task failed due to {error}` as a pattern: what stands around the variables stays.
QString patternOf(const QString& value)
{
    static const QString special = u"\\^$.|?*+()[]{}"_s;
    QString pattern = u"^"_s;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const qsizetype end = value[i] == u'{' ? value.indexOf(u'}', i) : -1;
        if (end > i) {
            pattern += u"[\\s\\S]*"_s;
            i = end;
            continue;
        }
        if (special.contains(value[i]))
            pattern += u'\\';
        pattern += value[i];
    }
    return pattern + u'$';
}

JsonValue withComment(JsonValue schema, const Provenance& provenance)
{
    if (!provenance.word.isEmpty())
        schema.append(u"$comment"_s,
                      text(QStringList{provenance.word, provenance.page}.join(u' ').trimmed()));
    return schema;
}

} // namespace

SchemaMaker::SchemaMaker(const ProviderProfile& profile, const QString& place, const QString& prefix)
    : m_profile(profile)
    , m_place(place)
    , m_prefix(prefix)
    , m_ownerOfHooks(ownerOfHooks())
    , m_open(openStructs())
{
}

QString SchemaMaker::ownerOfHooks() const
{
    QString owner;
    const QList<DocumentField>* fields = &m_profile.document;
    for (const QString& key : m_profile.hooks.path.mid(0, m_profile.hooks.path.size() - 1)) {
        const auto field = std::ranges::find(*fields, key, &DocumentField::key);
        const auto inner = field == fields->end()
                               ? m_profile.structs.cend()
                               : m_profile.structs.constFind(typeAlternatives(field->type).first());
        if (inner == m_profile.structs.cend())
            return {};
        owner = inner.key();
        fields = &*inner;
    }
    return owner;
}

JsonValue SchemaMaker::reference(const QString& name)
{
    if (!m_wanted.contains(name))
        m_wanted << name;
    return objectOf({{u"$ref"_s, text(m_place + m_prefix + name)}});
}

/// `null`, `string`, … are JSON Schema's own; null: it is none of them.
JsonValue SchemaMaker::partSchema(const QString& part)
{
    static const QStringList forms{u"url"_s, u"time"_s, u"uuid"_s};
    if (part == u"any")
        return JsonValue::object();
    if (forms.contains(part))
        return formSchema(part);
    if (part.startsWith(u"array<"))
        return objectOf({{u"type"_s, text(u"array"_s)}, {u"items"_s, typeSchema(part.sliced(6).chopped(1))}});
    return reference(part);
}

JsonValue SchemaMaker::typeSchema(const QString& type)
{
    static const QStringList basics{u"null"_s,    u"boolean"_s, u"number"_s,
                                    u"integer"_s, u"string"_s,  u"object"_s};
    QStringList simple, words;
    JsonValue choices = JsonValue::array();
    for (const QString& part : typeAlternatives(type)) {
        if (basics.contains(part))
            simple << part;
        else if (part.startsWith(u'"'))
            words << part.sliced(1).chopped(1);
        else
            choices.append(partSchema(part));
    }
    if (!words.isEmpty())
        choices.append(objectOf({{u"enum"_s, texts(words)}}));
    if (!simple.isEmpty())
        choices.append(objectOf({{u"type"_s, simple.size() == 1 ? text(simple.first()) : texts(simple)}}));
    return choices.items.size() == 1 ? choices.items.front() : objectOf({{u"anyOf"_s, choices}});
}

/// The entries of an option whose members another option names (`colour_by`) may have any further member.
QStringList SchemaMaker::openStructs() const
{
    QStringList open;
    for (const ComponentType& type : m_profile.components) {
        for (const DocumentField& naming : type.options) {
            const auto named = std::ranges::find(type.options, naming.names, &DocumentField::key);
            if (!naming.names.isEmpty() && named != type.options.end())
                open << typeAlternatives(valueTypeOf(m_profile, named->type).item);
        }
    }
    return open;
}

JsonValue SchemaMaker::componentsSchema(const QStringList& only)
{
    JsonValue choices = JsonValue::array();
    for (const QString& name : only)
        choices.append(reference(u"component."_s + name));
    return objectOf({{u"type"_s, text(u"array"_s)}, {u"items"_s, objectOf({{u"oneOf"_s, choices}})}});
}

JsonValue SchemaMaker::fieldSchema(const DocumentField& field, const QString& owner)
{
    JsonValue schema = field.only.isEmpty() ? typeSchema(field.type) : componentsSchema(field.only);
    const DocumentHooks& hooks = m_profile.hooks;
    if (hooks.max > 0 && owner == m_ownerOfHooks && field.key == hooks.path.last())
        schema.append(u"maxItems"_s, JsonValue::number(qint64(hooks.max)));
    if (const QString words = QStringList{field.title, field.help}.join(u". "_s); words.size() > 2)
        schema.append(u"description"_s, text(field.title.isEmpty()  ? field.help
                                             : field.help.isEmpty() ? field.title
                                                                    : words));
    if (m_profile.task.isTask() && owner.isEmpty() && field.key == m_profile.task.frequency) {
        QStringList words;
        for (const TaskFrequency& frequency : m_profile.task.frequencies)
            words << frequency.word;
        schema.append(u"examples"_s, texts(words));
    }
    return withComment(schema, field.provenance);
}

/// What must be there under one of two spellings.
void SchemaMaker::addChoices(JsonValue& schema, const QList<DocumentField>& fields) const
{
    JsonValue all = JsonValue::array();
    for (const DocumentField& field : fields) {
        if (!field.required || field.alias.isEmpty())
            continue;
        JsonValue spellings = JsonValue::array();
        spellings.append(objectOf({{u"required"_s, texts({field.key})}}));
        spellings.append(objectOf({{u"required"_s, texts({field.alias})}}));
        all.append(objectOf({{u"anyOf"_s, spellings}}));
    }
    if (!all.items.empty())
        schema.append(u"allOf"_s, all);
}

/// `whole`: nothing may be missing.
JsonValue SchemaMaker::objectSchema(const QList<DocumentField>& fields, const QString& owner, bool whole)
{
    JsonValue properties = JsonValue::object();
    QStringList required;
    for (const DocumentField& field : fields) {
        properties.append(field.key, fieldSchema(field, owner));
        if (!field.alias.isEmpty())
            properties.append(field.alias, fieldSchema(field, owner));
        if ((field.required && field.alias.isEmpty()) || whole)
            required << field.key;
    }
    JsonValue schema = objectOf({{u"type"_s, text(u"object"_s)}, {u"properties"_s, properties}});
    if (!required.isEmpty())
        schema.append(u"required"_s, texts(required));
    addChoices(schema, fields);
    schema.append(u"additionalProperties"_s, JsonValue::boolean(m_open.contains(owner)));
    return schema;
}

/// One of them is set, and is not null.
JsonValue SchemaMaker::exactlyOneOf(const QStringList& keys) const
{
    JsonValue choices = JsonValue::array();
    for (const QString& key : keys) {
        const JsonValue isSet = objectOf({{u"not"_s, objectOf({{u"type"_s, text(u"null"_s)}})}});
        choices.append(
            objectOf({{u"required"_s, texts({key})}, {u"properties"_s, objectOf({{key, isSet}})}}));
    }
    return choices;
}

JsonValue SchemaMaker::componentSchema(const ComponentType& type)
{
    JsonValue options = objectSchema(type.options, type.name, false);
    if (!type.exactlyOne.isEmpty())
        options.append(u"oneOf"_s, exactlyOneOf(type.exactlyOne));
    JsonValue properties =
        objectOf({{u"type"_s, objectOf({{u"const"_s, text(type.name)}})}, {u"options"_s, options}});
    JsonValue inner = objectOf({{u"type"_s, text(u"array"_s)}});
    if (type.holdsComponents)
        inner.append(u"items"_s, reference(u"component"_s));
    else
        inner.append(u"maxItems"_s, JsonValue::number(qint64(0)));
    properties.append(u"components"_s, inner);
    return objectOf({{u"type"_s, text(u"object"_s)},
                     {u"properties"_s, properties},
                     {u"required"_s, texts(type.optionsOptional ? QStringList{u"type"_s}
                                                                : QStringList{u"type"_s, u"options"_s})},
                     {u"additionalProperties"_s, JsonValue::boolean(false)}});
}

JsonValue SchemaMaker::definition(const QString& name)
{
    if (m_profile.enums.contains(name))
        return objectOf({{u"enum"_s, texts(m_profile.enums[name])}});
    if (m_profile.structs.contains(name))
        return objectSchema(m_profile.structs[name], name, false);
    if (name == m_profile.key)
        return documentSchema();
    if (name.startsWith(u"component."))
        return componentSchema(*m_profile.component(name.sliced(10)));
    JsonValue choices = JsonValue::array();
    for (const ComponentType& type : m_profile.components)
        choices.append(reference(u"component."_s + type.name));
    return objectOf({{u"oneOf"_s, choices}});
}

QList<std::pair<QString, JsonValue>> SchemaMaker::takeDefinitions()
{
    QList<std::pair<QString, JsonValue>> definitions;
    for (qsizetype i = 0; i < m_wanted.size(); ++i) { // making one may ask for others
        const QString name = m_wanted[i];
        definitions.append({m_prefix + name, definition(name)});
    }
    return definitions;
}

JsonValue SchemaMaker::documentSchema()
{
    return objectSchema(m_profile.document, {}, false);
}

JsonValue SchemaMaker::valueSchema(const PayloadField& field, const QString& event, const QString& outcome)
{
    if (!field.value.isString())
        return objectOf({{u"const"_s, field.value}});
    const QString& value = field.value.text;
    if (value == u"{document}")
        return objectSchema(m_profile.document, {}, m_profile.completes);
    if (value == u"{event}" || value == u"{outcome}")
        return objectOf({{u"const"_s, text(value == u"{event}" ? event : outcome)}});
    if (value == u"{now}")
        return formSchema(u"time"_s);
    if (value == u"{resultUrl}")
        return objectOf({{u"type"_s, text(u"string"_s)},
                         {u"format"_s, text(u"uri"_s)},
                         {u"minLength"_s, JsonValue::number(qint64(1))}});
    if (value == u"{taskId}")
        return objectOf({{u"type"_s, text(u"string"_s)}, {u"minLength"_s, JsonValue::number(qint64(1))}});
    return objectOf({{u"type"_s, text(u"string"_s)}, {u"pattern"_s, text(patternOf(value))}});
}

JsonValue SchemaMaker::payloadSchema(const ProfileEvent& event, const QString& outcome)
{
    JsonValue properties = JsonValue::object();
    QStringList required;
    for (const PayloadField& field : event.fields) {
        if (!field.onlyOutcome.isEmpty() && field.onlyOutcome != outcome)
            continue;
        properties.append(field.key, withComment(valueSchema(field, event.name, outcome), field.provenance));
        required << field.key;
    }
    return objectOf({{u"type"_s, text(u"object"_s)},
                     {u"properties"_s, properties},
                     {u"required"_s, texts(required)},
                     {u"additionalProperties"_s, JsonValue::boolean(false)}});
}

QList<std::pair<QString, JsonValue>> SchemaMaker::payloadSchemas(const ProfileEvent& event)
{
    QList<std::pair<QString, JsonValue>> schemas;
    for (const QString& outcome : event.outcomes)
        schemas.append({event.name + u'.' + outcome, payloadSchema(event, outcome)});
    if (event.outcomes.isEmpty())
        schemas.append({event.name, payloadSchema(event, {})});
    return schemas;
}

namespace {

QString titleOf(const ProfileList& profiles)
{
    QStringList titles;
    for (const ProviderProfile* profile : profiles)
        titles << profile->title;
    return titles.join(u", "_s);
}

JsonValue schemaOf(const QString& title, const JsonValue& choices, const JsonValue& definitions)
{
    JsonValue schema = objectOf({{u"$schema"_s, text(draft)}, {u"title"_s, text(title)}});
    if (choices.items.size() == 1)
        schema.append(u"$ref"_s, *choices.items.front().find(u"$ref"));
    else
        schema.append(u"anyOf"_s, choices);
    schema.append(u"$defs"_s, definitions);
    return schema;
}

} // namespace

QString definitionPrefix(const ProviderProfile& profile, const ProfileList& profiles)
{
    return profiles.size() > 1 ? profile.key + u'.' : QString();
}

JsonValue definitionSchema(const ProfileList& profiles)
{
    JsonValue choices = JsonValue::array();
    JsonValue definitions = JsonValue::object();
    for (const ProviderProfile* profile : profiles) {
        SchemaMaker maker(*profile, u"#/$defs/"_s, definitionPrefix(*profile, profiles));
        choices.append(maker.reference(profile->key));
        for (const auto& [name, schema] : maker.takeDefinitions())
            definitions.append(name, schema);
    }
    return schemaOf(u"%1 report definition"_s.arg(titleOf(profiles)), choices, definitions);
}

JsonValue payloadSchema(const ProfileList& profiles)
{
    JsonValue choices = JsonValue::array();
    JsonValue definitions = JsonValue::object();
    for (const ProviderProfile* profile : profiles) {
        SchemaMaker maker(*profile, u"#/$defs/"_s, definitionPrefix(*profile, profiles));
        for (const ProfileEvent& event : profile->events) {
            for (const auto& [name, schema] : maker.payloadSchemas(event)) {
                choices.append(objectOf({{u"$ref"_s, text(u"#/$defs/"_s + name)}}));
                definitions.append(name, schema);
            }
        }
        for (const auto& [name, schema] : maker.takeDefinitions())
            definitions.append(name, schema);
    }
    return schemaOf(u"%1 webhook payload"_s.arg(titleOf(profiles)), choices, definitions);
}

} // namespace hookworks

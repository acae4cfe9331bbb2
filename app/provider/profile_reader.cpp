// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/profile_reader.h"

#include <QCoreApplication>

namespace hookworks {

using namespace Qt::StringLiterals;

Result<ProviderProfile> ProfileReader::read(const JsonValue& root)
{
    const auto events = [this](const JsonValue& value, const JsonPath& path) {
        array(value, path, [this](const auto& item, const auto& at) { readEvent(item, at); });
    };
    const auto steps = [this](const JsonValue& value, const JsonPath& path) {
        array(value, path, [this](const auto& item, const auto& at) { readStep(item, at); });
    };
    // The page comes first: it is the default of every provenance.
    if (const JsonValue* page = root.find(u"page"))
        m_profile.page = page->text;
    object(root, {},
           {{u"key"_s, text(m_profile.key)},
            {u"title"_s, text(m_profile.title)},
            {u"page"_s, text(m_profile.page)},
            {u"request"_s, [this](const auto& value, const auto& path) { readRequest(value, path); }},
            {u"events"_s, events},
            {u"steps"_s, steps},
            {u"document"_s, [this](const auto& value, const auto& path) { readDocument(value, path); }}});
    if (problem())
        return tl::unexpected<Error>(*problem());
    return m_profile;
}

ProfileReader::Take ProfileReader::provenance(Provenance& target)
{
    return [this, &target](const JsonValue& value, const JsonPath& path) {
        text(target.word)(value, path);
        static const QStringList known{u"documented"_s, u"inferred"_s, u"assumed"_s};
        if (!known.contains(target.word))
            refuse(value, path,
                   QCoreApplication::translate("hookworks", "documented, inferred or assumed belongs here"));
        if (target.page.isEmpty() && target.word == known.first())
            target.page = m_profile.page;
    };
}

ProfileReader::Take ProfileReader::sourced(const QString& key, Take take)
{
    return [this, key, take = std::move(take)](const JsonValue& value, const JsonPath& path) {
        Provenance from;
        object(value, path,
               {{u"value"_s, take}, {u"page"_s, text(from.page)}, {u"from"_s, provenance(from)}});
        if (from.word.isEmpty())
            refuse(value, path, QCoreApplication::translate("hookworks", "\"from\" is missing"));
        m_profile.provenance.insert(key, from);
    };
}

void ProfileReader::readRequest(const JsonValue& value, const JsonPath& path)
{
    const auto bytes = [this](QByteArray& target) {
        return [this, &target](const JsonValue& item, const JsonPath& at) {
            QString read;
            text(read)(item, at);
            target = read.toUtf8();
        };
    };
    const auto timeout = [this](const JsonValue& item, const JsonPath& at) {
        m_profile.policy.timeout = microsFromSeconds(number(item, at));
    };
    const auto optional = [this](QString& target) {
        return [this, &target](const JsonValue& item, const JsonPath& at) {
            if (!item.isNull())
                text(target)(item, at);
        };
    };
    QString success;
    object(value, path,
           {{u"method"_s, sourced(u"method"_s, bytes(m_profile.method))},
            {u"contentType"_s, sourced(u"contentType"_s, bytes(m_profile.contentType))},
            {u"auth"_s, sourced(u"auth"_s, [this](const auto& item, const auto& at) { readAuth(item, at); })},
            {u"messageIdHeader"_s, sourced(u"messageIdHeader"_s, optional(m_profile.messageIdHeader))},
            {u"resultUrl"_s, sourced(u"resultUrl"_s, optional(m_profile.resultUrl))},
            {u"success"_s, sourced(u"success"_s, text(success))},
            {u"timeoutSeconds"_s, sourced(u"timeoutSeconds"_s, timeout)},
            {u"retries"_s,
             sourced(u"retries"_s, [this](const auto& item, const auto& at) { readRetries(item, at); })},
            {u"retryWords"_s, text(m_profile.policyWords)}});
}

void ProfileReader::readAuth(const JsonValue& value, const JsonPath& path)
{
    if (value.isNull())
        return;
    object(value, path,
           {{u"header"_s, text(m_profile.authHeader)},
            {u"scheme"_s, text(m_profile.authScheme)},
            {u"label"_s, text(m_profile.authLabel)}});
}

void ProfileReader::readRetries(const JsonValue& value, const JsonPath& path)
{
    RetryPolicy& policy = m_profile.policy;
    policy.name = u"provider"_s;
    if (value.isNull())
        return;
    policy.kind = RetryPolicy::Kind::Exponential;
    object(
        value, path,
        {{u"firstGapSeconds"_s,
          [&](const auto& item, const auto& at) { policy.firstGap = microsFromSeconds(number(item, at)); }},
         {u"factor"_s, [&](const auto& item, const auto& at) { policy.factor = number(item, at); }},
         {u"count"_s,
          [&](const auto& item, const auto& at) { policy.count = static_cast<int>(number(item, at)); }},
         {u"countIncludesFirst"_s, flag(policy.countIncludesFirst)},
         {u"gapsSeconds"_s, [&](const auto& item, const auto& at) {
              policy.kind = RetryPolicy::Kind::List;
              array(item, at, [&](const JsonValue& gap, const JsonPath& place) {
                  policy.gaps << microsFromSeconds(number(gap, place));
              });
          }}});
}

void ProfileReader::readEvent(const JsonValue& value, const JsonPath& path)
{
    ProfileEvent event;
    const auto fields = [&](const JsonValue& item, const JsonPath& at) {
        array(item, at, [&](const JsonValue& field, const JsonPath& place) {
            event.fields << readPayloadField(field, place);
        });
    };
    object(value, path,
           {{u"name"_s, text(event.name)},
            {u"title"_s, text(event.title)},
            {u"outcomes"_s, words(event.outcomes)},
            {u"errorPrefix"_s, text(event.errorPrefix)},
            {u"page"_s, text(event.provenance.page)},
            {u"from"_s, provenance(event.provenance)},
            {u"fields"_s, fields}});
    m_profile.events << event;
}

PayloadField ProfileReader::readPayloadField(const JsonValue& value, const JsonPath& path)
{
    PayloadField field;
    object(value, path,
           {{u"key"_s, text(field.key)},
            {u"value"_s, [&](const JsonValue& item, const JsonPath&) { field.value = item; }},
            {u"onlyOutcome"_s, text(field.onlyOutcome)},
            {u"page"_s, text(field.provenance.page)},
            {u"from"_s, provenance(field.provenance)}});
    return field;
}

void ProfileReader::readStep(const JsonValue& value, const JsonPath& path)
{
    TaskStep step;
    object(value, path,
           {{u"name"_s, text(step.name)},
            {u"event"_s, text(step.event)},
            {u"onlyOutcome"_s, text(step.onlyOutcome)},
            {u"afterDuration"_s, flag(step.afterDuration)}});
    m_profile.steps << step;
}

void ProfileReader::readDocument(const JsonValue& value, const JsonPath& path)
{
    const auto structs = each([this](const QString& key, const JsonValue& item, const JsonPath& at) {
        m_profile.structs.insert(key, readFields(item, at));
    });
    const auto wordLists = [this](QHash<QString, QStringList>& target) {
        return each([this, &target](const QString& key, const JsonValue& item, const JsonPath& at) {
            words(target[key])(item, at);
        });
    };
    const auto themes = each([this](const QString& theme, const JsonValue& item, const JsonPath& at) {
        each([this, theme](const QString& key, const JsonValue& colour, const JsonPath& place) {
            text(m_profile.themes[theme][key])(colour, place);
        })(item, at);
    });
    const auto templates = [this](const JsonValue& item, const JsonPath& at) {
        array(item, at, [this](const auto& one, const auto& place) { readTemplate(one, place); });
    };
    const auto components = [this](const JsonValue& item, const JsonPath& at) {
        array(item, at, [this](const auto& type, const auto& place) { readComponent(type, place); });
    };
    const auto orders = [this](const JsonValue& item, const JsonPath& at) {
        array(item, at, [this](const JsonValue& pair, const JsonPath& place) {
            QStringList keys;
            words(keys)(pair, place);
            if (keys.size() != 2)
                return refuse(pair, place, QCoreApplication::translate("hookworks", "two keys belong here"));
            m_profile.timeOrders << TimeOrder{keys[0], keys[1]};
        });
    };
    object(value, path,
           {{u"recognisedBy"_s, words(m_profile.recognisedBy)},
            {u"nameKey"_s, text(m_profile.nameKey)},
            {u"completes"_s, flag(m_profile.completes)},
            {u"fields"_s,
             [this](const auto& item, const auto& at) { m_profile.document = readFields(item, at); }},
            {u"structs"_s, structs},
            {u"enums"_s, wordLists(m_profile.enums)},
            {u"palettes"_s, wordLists(m_profile.palettes)},
            {u"themes"_s, themes},
            {u"fonts"_s, wordLists(m_profile.fonts)},
            {u"templates"_s, templates},
            {u"components"_s, components},
            {u"timeOrders"_s, orders},
            {u"task"_s, [this](const auto& item, const auto& at) { readTask(item, at); }},
            {u"webhooks"_s, [this](const auto& item, const auto& at) { readHooks(item, at); }},
            {u"new"_s, [this](const JsonValue& item, const JsonPath&) {
                 m_profile.newDocument = prettyJson(item) + '\n';
             }}});
}

QList<DocumentField> ProfileReader::readFields(const JsonValue& value, const JsonPath& path)
{
    QList<DocumentField> fields;
    array(value, path, [&](const JsonValue& item, const JsonPath& at) { fields << readField(item, at); });
    return fields;
}

DocumentField ProfileReader::readField(const JsonValue& value, const JsonPath& path)
{
    DocumentField field;
    const auto bound = [this](std::optional<double>& target) {
        return [this, &target](const JsonValue& item, const JsonPath& at) { target = number(item, at); };
    };
    object(value, path,
           {{u"key"_s, text(field.key)},
            {u"type"_s, text(field.type)},
            {u"title"_s, text(field.title)},
            {u"help"_s, text(field.help)},
            {u"alias"_s, text(field.alias)},
            {u"editor"_s, text(field.editor)},
            {u"names"_s, text(field.names)},
            {u"only"_s, words(field.only)},
            {u"min"_s, bound(field.min)},
            {u"max"_s, bound(field.max)},
            {u"default"_s, [&](const JsonValue& item, const JsonPath&) { field.standard = item; }},
            {u"required"_s, flag(field.required)},
            {u"missing"_s, [&](const JsonValue& item, const JsonPath&) { field.missing = item; }},
            {u"page"_s, text(field.provenance.page)},
            {u"from"_s, provenance(field.provenance)}});
    return field;
}

void ProfileReader::readComponent(const JsonValue& value, const JsonPath& path)
{
    ComponentType type;
    object(value, path,
           {{u"name"_s, text(type.name)},
            {u"title"_s, text(type.title)},
            {u"look"_s, text(type.look)},
            {u"group"_s, text(type.group)},
            {u"exactlyOne"_s, words(type.exactlyOne)},
            {u"exactlyOnePage"_s, text(type.exactlyOneProvenance.page)},
            {u"initial"_s, [&](const JsonValue& item, const JsonPath&) { type.initialOptions = item; }},
            {u"holdsComponents"_s, flag(type.holdsComponents)},
            {u"optionsOptional"_s, flag(type.optionsOptional)},
            {u"options"_s, [&](const auto& item, const auto& at) { type.options = readFields(item, at); }}});
    if (!type.exactlyOneProvenance.page.isEmpty())
        type.exactlyOneProvenance.word = u"documented"_s;
    m_profile.components << type;
}

void ProfileReader::readTemplate(const JsonValue& value, const JsonPath& path)
{
    DocumentTemplate made;
    object(value, path,
           {{u"title"_s, text(made.title)}, {u"document"_s, [&](const JsonValue& item, const JsonPath&) {
                                                 made.document = prettyJson(item) + '\n';
                                             }}});
    m_profile.templates << made;
}

void ProfileReader::readTask(const JsonValue& value, const JsonPath& path)
{
    TaskDefinition& task = m_profile.task;
    const auto frequencies = [this](const JsonValue& list, const JsonPath& at) {
        array(list, at, [this](const auto& item, const auto& place) { readFrequency(item, place); });
    };
    object(value, path,
           {{u"title"_s, text(task.title)},
            {u"run"_s, text(task.run)},
            {u"task"_s, text(task.task)},
            {u"design"_s, text(task.design)},
            {u"start"_s, text(task.start)},
            {u"end"_s, text(task.end)},
            {u"frequency"_s, text(task.frequency)},
            {u"cycle"_s, text(task.cycle)},
            {u"created"_s, text(task.created)},
            {u"saved"_s, text(task.saved)},
            {u"html"_s, text(task.html)},
            {u"frequencies"_s, frequencies}});
}

void ProfileReader::readFrequency(const JsonValue& value, const JsonPath& path)
{
    TaskFrequency frequency;
    Provenance from;
    QString unit = u"once"_s;
    object(value, path,
           {{u"word"_s, text(frequency.word)},
            {u"every"_s,
             [&](const auto& item, const auto& at) {
                 frequency.recurrence.every = std::max(1, static_cast<int>(number(item, at)));
             }},
            {u"unit"_s, text(unit)},
            {u"page"_s, text(from.page)},
            {u"from"_s, provenance(from)}});
    static const QHash<QString, Recurrence::Unit> units{{u"once"_s, Recurrence::Unit::Once},
                                                        {u"hours"_s, Recurrence::Unit::Hours},
                                                        {u"days"_s, Recurrence::Unit::Days},
                                                        {u"months"_s, Recurrence::Unit::Months}};
    if (!units.contains(unit))
        refuse(value, path,
               QCoreApplication::translate("hookworks", "\"unit\" is once, hours, days or months"));
    frequency.recurrence.unit = units.value(unit);
    frequency.provenance = from.word;
    frequency.page = from.page;
    m_profile.task.frequencies << frequency;
}

void ProfileReader::readHooks(const JsonValue& value, const JsonPath& path)
{
    DocumentHooks& hooks = m_profile.hooks;
    object(value, path,
           {{u"path"_s, words(hooks.path)},
            {u"urlKey"_s, text(hooks.urlKey)},
            {u"tokenKey"_s, text(hooks.tokenKey)},
            {u"max"_s,
             [&](const auto& item, const auto& at) { hooks.max = static_cast<int>(number(item, at)); }},
            {u"page"_s, text(hooks.maxProvenance.page)},
            {u"from"_s, provenance(hooks.maxProvenance)}});
}

} // namespace hookworks

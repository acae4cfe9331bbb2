// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/assist.h"

#include "json/unfinished.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

using Schemas = QList<const JsonValue*>;

constexpr int mostSteps = 64; ///< through references; a circle ends there
constexpr qsizetype mostWordsOfHelp = 12;

const JsonValue* referred(const JsonValue& root, const QString& reference)
{
    const JsonValue* at = reference.startsWith(u"#/") ? &root : nullptr;
    for (const QString& step : reference.mid(2).split(u'/')) {
        if (at)
            at = at->find(step);
    }
    return at;
}

/// Whether the object can be one of that schema, by its members that have only one value.
bool mayBe(const JsonValue& schema, const UnfinishedPart& part)
{
    const JsonValue* properties = schema.find(u"properties");
    if (!properties || !part.isObject)
        return true;
    return std::ranges::all_of(properties->members, [&](const JsonMember& member) {
        const JsonValue* only = member.value.find(u"const");
        const auto written = part.texts.constFind(member.key);
        return !only || !only->isString() || written == part.texts.cend() || *written == only->text;
    });
}

/// The schema without references and alternatives.
void spread(const JsonValue& root, const JsonValue& schema, const UnfinishedPart* part, Schemas& found,
            int steps = 0)
{
    if (steps > mostSteps)
        return;
    if (const JsonValue* reference = schema.find(u"$ref")) {
        if (const JsonValue* target = referred(root, reference->text))
            spread(root, *target, part, found, steps + 1);
        return;
    }
    bool hasChoices = false;
    for (const QStringView key : {u"anyOf", u"oneOf", u"allOf"}) {
        const JsonValue* choices = schema.find(key);
        if (!choices)
            continue;
        hasChoices = true;
        for (const JsonValue& choice : choices->items)
            spread(root, choice, part, found, steps + 1);
    }
    if (!hasChoices && (!part || mayBe(schema, *part)))
        found.append(&schema);
}

Schemas spreadAll(const JsonValue& root, const Schemas& schemas, const UnfinishedPart* part)
{
    Schemas found;
    for (const JsonValue* schema : schemas)
        spread(root, *schema, part, found);
    return found;
}

/// What stands inside a container: of its member of that key, or of any item.
Schemas inside(const Schemas& containers, const UnfinishedPart& part)
{
    Schemas found;
    for (const JsonValue* container : containers) {
        const JsonValue* properties = container->find(u"properties");
        const JsonValue* inner =
            part.isObject ? (properties ? properties->find(part.key) : nullptr) : container->find(u"items");
        if (inner)
            found.append(inner);
    }
    return found;
}

/// Those of the innermost container at the cursor.
Schemas containersAt(const JsonValue& schema, const UnfinishedPlace& place)
{
    Schemas schemas{&schema};
    for (qsizetype i = 0; i < place.parts.size(); ++i) {
        if (i > 0)
            schemas = inside(schemas, place.parts[i - 1]);
        schemas = spreadAll(schema, schemas, &place.parts[i]);
    }
    return schemas;
}

/// Those of the value at the cursor, or of the member whose key is there.
Schemas valuesAt(const JsonValue& schema, const UnfinishedPlace& place)
{
    if (place.parts.isEmpty())
        return spreadAll(schema, {&schema}, nullptr);
    UnfinishedPart part = place.parts.last();
    if (place.isKey)
        part.key = place.word;
    return spreadAll(schema, inside(containersAt(schema, place), part), nullptr);
}

QStringList typesOf(const JsonValue& schema)
{
    QStringList types;
    const JsonValue* type = schema.find(u"type");
    if (type && type->isString())
        types << type->text;
    for (const JsonValue& one : type ? type->items : std::vector<JsonValue>())
        types << one.text;
    return types;
}

void propose(JsonProposals& proposals, const QString& word, const QByteArray& insert)
{
    const bool known =
        std::ranges::any_of(proposals.list, [&](const JsonProposal& one) { return one.word == word; });
    if (!known && word.startsWith(proposals.typed, Qt::CaseInsensitive))
        proposals.list.append({word, insert});
}

void proposeValue(JsonProposals& proposals, const JsonValue& value)
{
    propose(proposals, value.isString() ? value.text : QString::fromUtf8(compactJson(value)),
            compactJson(value));
}

void proposeValues(JsonProposals& proposals, const Schemas& schemas)
{
    for (const JsonValue* schema : schemas) {
        if (const JsonValue* only = schema->find(u"const"))
            proposeValue(proposals, *only);
        for (const QStringView key : {u"enum", u"examples"}) {
            const JsonValue* words = schema->find(key);
            for (const JsonValue& word : words ? words->items : std::vector<JsonValue>())
                proposeValue(proposals, word);
        }
        const QStringList types = typesOf(*schema);
        if (types.contains(u"boolean")) {
            proposeValue(proposals, JsonValue::boolean(true));
            proposeValue(proposals, JsonValue::boolean(false));
        }
        if (types.contains(u"null"))
            proposeValue(proposals, JsonValue());
        if (types.contains(u"array"))
            propose(proposals, QStringLiteral("[]"), "[]");
        if (types.contains(u"object"))
            propose(proposals, QStringLiteral("{}"), "{}");
    }
}

void proposeKeys(JsonProposals& proposals, const JsonValue& root, const UnfinishedPlace& place)
{
    const UnfinishedPart& object = place.parts.last();
    for (const JsonValue* schema : containersAt(root, place)) {
        const JsonValue* properties = schema->find(u"properties");
        for (const JsonMember& member : properties ? properties->members : std::vector<JsonMember>()) {
            if (object.keys.count(member.key) > (member.key == place.word ? 1 : 0))
                continue;
            const QByteArray key = compactJson(JsonValue::string(member.key));
            propose(proposals, member.key, place.hasColon ? key : key + ": ");
        }
    }
}

QString saidOf(const JsonValue& schema)
{
    if (const JsonValue* only = schema.find(u"const"))
        return QString::fromUtf8(compactJson(*only));
    if (const JsonValue* words = schema.find(u"enum")) {
        QStringList all;
        for (const JsonValue& word : words->items)
            all << word.text;
        const bool cut = all.size() > mostWordsOfHelp;
        return QCoreApplication::translate("hookworks", "one of %1")
            .arg(all.mid(0, mostWordsOfHelp).join(QStringLiteral(", ")) +
                 (cut ? QStringLiteral(", …") : QString()));
    }
    const JsonValue* format = schema.find(u"format");
    return typesOf(schema).join(QCoreApplication::translate("hookworks", " or ")) +
           (format ? QStringLiteral(" (%1)").arg(format->text) : QString());
}

} // namespace

JsonProposals proposalsAt(const JsonValue& schema, QByteArrayView text, qint64 offset)
{
    const UnfinishedPlace place = placeIn(text, offset);
    JsonProposals proposals{{}, place.typed, place.from, place.to};
    if (place.isKey && !place.parts.isEmpty())
        proposeKeys(proposals, schema, place);
    else if (place.isValue)
        proposeValues(proposals, valuesAt(schema, place));
    return proposals;
}

QString schemaHelpAt(const JsonValue& schema, QByteArrayView text, qint64 offset)
{
    const UnfinishedPlace place = placeIn(text, offset);
    if (place.word.isEmpty() || (!place.isKey && !place.isValue))
        return {};
    UnfinishedPart part = place.parts.isEmpty() ? UnfinishedPart() : place.parts.last();
    if (place.isKey)
        part.key = place.word;
    QStringList lines, types;
    for (const JsonValue* inner : inside(containersAt(schema, place), part)) {
        for (const QStringView key : {u"description", u"$comment"}) {
            if (const JsonValue* words = inner->find(key); words && !lines.contains(words->text))
                lines << words->text;
        }
    }
    for (const JsonValue* value : valuesAt(schema, place)) {
        if (const QString said = saidOf(*value); !said.isEmpty() && !types.contains(said))
            types << said;
    }
    if (lines.isEmpty() && types.isEmpty())
        return {};
    lines.prepend(part.key + QStringLiteral(": ") +
                  types.join(QCoreApplication::translate("hookworks", " or ")));
    return lines.join(u'\n');
}

} // namespace hookworks

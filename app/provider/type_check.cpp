// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/type_check.h"

#include "domain/readable_text.h"
#include "domain/url_parts.h"
#include "domain/words.h"

#include <QUuid>

#include <algorithm>

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMismatches = 200;
constexpr qsizetype mostQuoted = 60;

const Provenance assumed{u"assumed"_s, {}};

bool isWhole(const JsonValue& value)
{
    return value.isNumber() && !value.text.contains(u'.') && !value.text.contains(u'e', Qt::CaseInsensitive);
}

/// Texts of a form of their own.
bool fitsForm(const JsonValue& value, const QStringList& alternatives)
{
    if (alternatives.contains(u"string") || alternatives.contains(u"any"))
        return true;
    if (alternatives.contains(u"url") && splitTypedUrl(value.text))
        return true;
    if (alternatives.contains(u"time") && realTimeFromIso(value.text))
        return true;
    return alternatives.contains(u"uuid") && value.text.size() == 36 && !QUuid(value.text).isNull();
}

bool fits(const JsonValue& value, const ValueType& type, const QString& written)
{
    switch (value.kind) {
    case JsonValue::Kind::Null:
        return type.takesNull;
    case JsonValue::Kind::Bool:
        return type.boolean;
    case JsonValue::Kind::Number:
        return type.number || (type.integer && isWhole(value));
    case JsonValue::Kind::String:
        return type.words.contains(value.text) || (type.text && fitsForm(value, typeAlternatives(written)));
    case JsonValue::Kind::Array:
        return !type.item.isEmpty();
    case JsonValue::Kind::Object:
        break;
    }
    return type.object || type.component || !type.structName.isEmpty();
}

/// Which texts are meant.
QString textSaid(const QString& written)
{
    const QStringList alternatives = typeAlternatives(written);
    if (alternatives.contains(u"uuid"))
        return tr(QT_TRANSLATE_NOOP("hookworks", "a UUID such as 20cf12d4-4c6f-4212-8510-14ddbbd6ae66"));
    if (alternatives.contains(u"time"))
        return tr(QT_TRANSLATE_NOOP("hookworks", "a time such as 2026-01-31T08:00:00.000Z"));
    return alternatives.contains(u"url") ? tr(QT_TRANSLATE_NOOP("hookworks", "a URL"))
                                         : tr(QT_TRANSLATE_NOOP("hookworks", "a text"));
}

/// `a whole number or null`, `one of left, right, …`. `written`: the type as the profile has it.
QString said(const ValueType& type, const QString& written)
{
    QStringList parts;
    if (type.boolean)
        parts << tr(QT_TRANSLATE_NOOP("hookworks", "true or false"));
    if (type.number)
        parts << tr(QT_TRANSLATE_NOOP("hookworks", "a number"));
    else if (type.integer)
        parts << tr(QT_TRANSLATE_NOOP("hookworks", "a whole number"));
    if (type.text)
        parts << textSaid(written);
    if (type.words.size() == 1)
        parts << u'"' + type.words.first() + u'"';
    else if (!type.words.isEmpty())
        parts << tr(QT_TRANSLATE_NOOP("hookworks", "one of %1"))
                     .arg(type.words.mid(0, 8).join(u", "_s) +
                          (type.words.size() > 8 ? u", …"_s : QString()));
    if (!type.item.isEmpty())
        parts << tr(QT_TRANSLATE_NOOP("hookworks", "an array"));
    if (type.object || type.component || !type.structName.isEmpty())
        parts << tr(QT_TRANSLATE_NOOP("hookworks", "an object"));
    if (type.takesNull)
        parts << u"null"_s;
    return parts.join(tr(QT_TRANSLATE_NOOP("hookworks", " or ")));
}

QString quoted(const QString& text)
{
    return u'"' + shortened(text, mostQuoted) + u'"';
}

/// What the written word may have been meant to be; where it is like none, some of `otherwise`.
QString nearest(const QString& written, const QStringList& known, const QStringList& otherwise)
{
    constexpr qsizetype mostKnown = 8;
    QStringList words = nearestWords(written, known);
    const bool areNear = !words.isEmpty();
    if (!areNear)
        words = otherwise.first(std::min(mostKnown, otherwise.size()));
    for (QString& word : words)
        word = quoted(word);
    if (words.isEmpty())
        return {};
    if (!areNear && otherwise.size() > mostKnown)
        words << tr(QT_TRANSLATE_NOOP("hookworks", "and more"));
    const QString list = words.join(u", "_s);
    return u' ' + (areNear ? tr(QT_TRANSLATE_NOOP("hookworks", "The nearest: %1.")).arg(list)
                           : tr(QT_TRANSLATE_NOOP("hookworks", "Known are %1.")).arg(list));
}

/// The value as it was meant, where its text says it: `"12"` for a number, `"true"` for a truth.
std::optional<JsonValue> meantValue(const JsonValue& value, const ValueType& type)
{
    if (value.isNumber() && type.text)
        return JsonValue::string(value.text);
    if (!value.isString())
        return std::nullopt;
    const auto read = readJson(value.text.trimmed().toUtf8());
    if (!read || value.text.size() > mostQuoted)
        return std::nullopt;
    const bool good = (read->isBool() && type.boolean) || (read->isNumber() && type.number) ||
                      (read->isNumber() && type.integer && isWhole(*read)) ||
                      (read->isNull() && type.takesNull);
    return good ? std::optional(*read) : std::nullopt;
}

const JsonValue* memberOf(const JsonValue& object, const DocumentField& field)
{
    const JsonValue* value = object.find(field.key);
    return value || field.alias.isEmpty() ? value : object.find(field.alias);
}

QStringList keysOf(const QList<DocumentField>& fields)
{
    QStringList keys;
    for (const DocumentField& field : fields) {
        keys << field.key;
        if (!field.alias.isEmpty())
            keys << field.alias;
    }
    return keys;
}

QString holders(const ProviderProfile& profile)
{
    QStringList names;
    for (const ComponentType& type : profile.components) {
        if (type.holdsComponents)
            names << type.name;
    }
    return names.join(tr(QT_TRANSLATE_NOOP("hookworks", " and ")));
}

/// What a missing member may start as.
JsonValue firstValue(const ValueType& type)
{
    if (!type.words.isEmpty())
        return JsonValue::string(type.words.first());
    if (type.text)
        return JsonValue::string({});
    if (!type.item.isEmpty())
        return JsonValue::array();
    if (type.number || type.integer)
        return JsonValue::number(qint64(0));
    return type.boolean ? JsonValue::boolean(false) : JsonValue::object();
}

} // namespace

void TypeCheck::note(const JsonValue& value, const JsonPath& path, const QString& text, const QString& rule,
                     const Provenance& provenance, std::optional<Mend> mend)
{
    if (m_mismatches.size() < mostMismatches)
        m_mismatches << TypeMismatch{path, &value, text, rule, provenance, std::move(mend)};
}

Mend TypeCheck::replacing(const QString& text, const JsonValue& old, const JsonValue& value) const
{
    return {text, {valueReplaced(m_text, old, value)}};
}

void TypeCheck::check(const JsonValue& value, const JsonPath& path, const DocumentField& field)
{
    auto known = m_types.constFind(field.type);
    if (known == m_types.cend())
        known = m_types.insert(field.type, valueTypeOf(m_profile, field.type));
    const ValueType type = *known; // what is inside may make the table grow
    if (!fits(value, type, field.type))
        return checkWrong(value, path, field);
    checkRange(value, path, field);
    checkInside(value, path, type, field);
}

void TypeCheck::checkWrong(const JsonValue& value, const JsonPath& path, const DocumentField& field)
{
    const ValueType type = m_types.value(field.type);
    if (value.isString() && typeAlternatives(field.type).contains(u"url"))
        return note(value, path, splitTypedUrl(value.text).error().message, u"url"_s, field.provenance);
    if (const auto meant = meantValue(value, type))
        return note(
            value, path, tr(QT_TRANSLATE_NOOP("hookworks", "Expected %1.")).arg(said(type, field.type)),
            u"type"_s, field.provenance,
            replacing(tr(QT_TRANSLATE_NOOP("hookworks", "Write %1")).arg(leafText(*meant)), value, *meant));
    if (!value.isString() || type.words.size() < 2)
        return note(value, path,
                    tr(QT_TRANSLATE_NOOP("hookworks", "Expected %1.")).arg(said(type, field.type)), u"type"_s,
                    field.provenance);
    const auto meant = meantWord(value.text, type.words);
    std::optional<Mend> mend;
    if (meant)
        mend = replacing(tr(QT_TRANSLATE_NOOP("hookworks", "Use %1")).arg(quoted(*meant)), value,
                         JsonValue::string(*meant));
    note(value, path,
         tr(QT_TRANSLATE_NOOP("hookworks", "%1 is not known here.")).arg(quoted(value.text)) +
             nearest(value.text, type.words, type.words),
         u"type"_s, field.provenance, mend);
}

void TypeCheck::checkRange(const JsonValue& value, const JsonPath& path, const DocumentField& field)
{
    if (!value.isNumber())
        return;
    const double number = value.text.toDouble();
    if (field.min && number < *field.min)
        note(value, path,
             tr(QT_TRANSLATE_NOOP("hookworks", "The least that is known to work is %1.")).arg(*field.min),
             u"range"_s, field.provenance.word == u"documented" ? assumed : field.provenance,
             replacing(tr(QT_TRANSLATE_NOOP("hookworks", "Write %1")).arg(*field.min), value,
                       JsonValue::number(static_cast<qint64>(*field.min))));
    else if (field.max && number > *field.max)
        note(value, path,
             tr(QT_TRANSLATE_NOOP("hookworks", "The most that is known to work is %1.")).arg(*field.max),
             u"range"_s, field.provenance.word == u"documented" ? assumed : field.provenance,
             replacing(tr(QT_TRANSLATE_NOOP("hookworks", "Write %1")).arg(*field.max), value,
                       JsonValue::number(static_cast<qint64>(*field.max))));
}

void TypeCheck::checkInside(const JsonValue& value, const JsonPath& path, const ValueType& type,
                            const DocumentField& field)
{
    if (value.isArray()) {
        DocumentField item = field;
        item.type = type.item;
        item.min.reset();
        item.max.reset();
        for (qsizetype i = 0; const JsonValue& entry : value.items)
            check(entry, path.child(i++), item);
    } else if (value.isObject() && type.component) {
        checkComponent(value, path, field);
    } else if (value.isObject() && !type.structName.isEmpty()) {
        checkObject(value, path, m_profile.structs[type.structName]);
    }
}

void TypeCheck::checkObject(const JsonValue& value, const JsonPath& path, const QList<DocumentField>& fields)
{
    checkMissing(value, path, fields);
    for (const JsonMember& member : value.members) {
        const auto field = std::ranges::find_if(fields, [&](const DocumentField& known) {
            return known.key == member.key || (!known.alias.isEmpty() && known.alias == member.key);
        });
        if (value.find(member.key) != &member.value)
            note(member.value, path.child(member.key),
                 tr(QT_TRANSLATE_NOOP("hookworks", "%1 is there more than once; the last one counts."))
                     .arg(quoted(member.key)),
                 u"duplicate"_s, {u"documented"_s, u"https://www.rfc-editor.org/rfc/rfc8259#section-4"_s});
        else if (field != fields.end())
            check(member.value, path.child(member.key), *field);
        else if (!m_named.contains(member.key))
            checkUnknown(value, member, path, keysOf(fields));
    }
}

void TypeCheck::checkMissing(const JsonValue& value, const JsonPath& path, const QList<DocumentField>& fields)
{
    for (const DocumentField& field : fields) {
        if (field.required && !memberOf(value, field))
            note(value, path, tr(QT_TRANSLATE_NOOP("hookworks", "%1 is missing.")).arg(quoted(field.key)),
                 u"required"_s, field.provenance,
                 Mend{tr(QT_TRANSLATE_NOOP("hookworks", "Add %1")).arg(quoted(field.key)),
                      {memberAdded(m_text, value, field.key,
                                   firstValue(valueTypeOf(m_profile, field.type)))}});
        if (!field.alias.isEmpty() && value.find(field.key) && value.find(field.alias))
            note(*value.find(field.alias), path.child(field.alias),
                 tr(QT_TRANSLATE_NOOP("hookworks", "%1 is another spelling of %2, which is there too."))
                     .arg(quoted(field.alias), quoted(field.key)),
                 u"alias"_s, assumed);
    }
}

void TypeCheck::checkUnknown(const JsonValue& object, const JsonMember& member, const JsonPath& path,
                             const QStringList& known)
{
    QStringList free;
    for (const QString& key : known) {
        if (!object.find(key))
            free << key;
    }
    std::optional<Mend> mend;
    if (const auto meant = meantWord(member.key, free))
        mend = Mend{tr(QT_TRANSLATE_NOOP("hookworks", "Rename to %1")).arg(quoted(*meant)),
                    {memberRenamed(m_text, member, *meant)}};
    note(member.value, path.child(member.key),
         tr(QT_TRANSLATE_NOOP("hookworks", "%1 is not known here.")).arg(quoted(member.key)) +
             nearest(member.key, free.isEmpty() ? known : free, {}),
         u"unknown-key"_s, assumed, mend);
}

void TypeCheck::checkComponent(const JsonValue& value, const JsonPath& path, const DocumentField& field)
{
    const JsonValue* name = value.find(u"type");
    const ComponentType* type = name && name->isString() ? m_profile.component(name->text) : nullptr;
    if (!name)
        return note(value, path, tr(QT_TRANSLATE_NOOP("hookworks", "A component needs a \"type\".")),
                    u"component"_s, field.provenance);
    if (!type) {
        QStringList known;
        for (const ComponentType& one : m_profile.components)
            known << one.name;
        std::optional<Mend> mend;
        if (const auto meant = meantWord(name->text, known))
            mend = replacing(tr(QT_TRANSLATE_NOOP("hookworks", "Use %1")).arg(quoted(*meant)), *name,
                             JsonValue::string(*meant));
        return note(*name, path.child(u"type"_s),
                    tr(QT_TRANSLATE_NOOP("hookworks", "%1 is no known component."))
                            .arg(name->isString() ? quoted(name->text) : leafText(*name).left(mostQuoted)) +
                        nearest(name->text, known, known),
                    u"component"_s, field.provenance, mend);
    }
    if (!field.only.isEmpty() && !field.only.contains(type->name))
        note(*name, path.child(u"type"_s),
             tr(QT_TRANSLATE_NOOP("hookworks", "%1 is not known to work here; %2 are."))
                 .arg(quoted(type->name), field.only.join(u", "_s)),
             u"nesting"_s, field.provenance);
    checkOptions(value, path, *type, field.provenance);
    checkComponents(value, path, *type, field.provenance);
    static const QStringList parts{u"type"_s, u"options"_s, u"components"_s};
    for (const JsonMember& member : value.members) {
        if (!parts.contains(member.key))
            checkUnknown(value, member, path, parts);
    }
}

void TypeCheck::checkOptions(const JsonValue& value, const JsonPath& path, const ComponentType& type,
                             const Provenance& provenance)
{
    const JsonValue* options = value.find(u"options");
    if (!options || !options->isObject()) {
        if (options || !type.optionsOptional)
            note(options ? *options : value, options ? path.child(u"options"_s) : path,
                 tr(QT_TRANSLATE_NOOP("hookworks", "%1 needs an object \"options\".")).arg(type.name),
                 u"component"_s, provenance);
        return;
    }
    const JsonPath place = path.child(u"options"_s);
    for (const DocumentField& field : type.options) {
        const JsonValue* name = field.names.isEmpty() ? nullptr : options->find(field.key);
        if (name && name->isString()) {
            m_named << name->text;
            checkNamed(*options, place, field);
        }
    }
    checkObject(*options, place, type.options);
    checkExactlyOne(*options, place, type);
    m_named.clear();
}

/// `colour_by`: a member that no entry has colours nothing.
void TypeCheck::checkNamed(const JsonValue& options, const JsonPath& path, const DocumentField& field)
{
    const JsonValue* name = options.find(field.key);
    const JsonValue* entries = options.find(field.names);
    if (!entries || !entries->isArray() || entries->items.empty())
        return;
    const bool any =
        std::ranges::any_of(entries->items, [&](const JsonValue& entry) { return entry.find(name->text); });
    if (!any)
        note(*name, path.child(field.key),
             tr(QT_TRANSLATE_NOOP("hookworks", "No entry of %1 has a member %2."))
                 .arg(quoted(field.names), quoted(name->text)),
             u"named"_s, assumed);
}

void TypeCheck::checkExactlyOne(const JsonValue& options, const JsonPath& path, const ComponentType& type)
{
    QStringList set;
    for (const QString& key : type.exactlyOne) {
        const JsonValue* value = options.find(key);
        if (value && !value->isNull())
            set << key;
    }
    if (type.exactlyOne.isEmpty() || set.size() == 1)
        return;
    const QString choice = type.exactlyOne.join(tr(QT_TRANSLATE_NOOP("hookworks", " or ")));
    if (set.isEmpty())
        note(options, path, tr(QT_TRANSLATE_NOOP("hookworks", "%1 needs %2.")).arg(type.name, choice),
             u"exactly-one"_s, type.exactlyOneProvenance);
    else
        note(*options.find(set.last()), path.child(set.last()),
             tr(QT_TRANSLATE_NOOP("hookworks", "%1 takes only one of %2.")).arg(type.name, set.join(u", "_s)),
             u"exactly-one"_s, type.exactlyOneProvenance);
}

void TypeCheck::checkComponents(const JsonValue& value, const JsonPath& path, const ComponentType& type,
                                const Provenance& provenance)
{
    const JsonValue* inner = value.find(u"components");
    if (!inner)
        return;
    if (!type.holdsComponents && !(inner->isArray() && inner->items.empty()))
        return note(*inner, path.child(u"components"_s),
                    tr(QT_TRANSLATE_NOOP("hookworks", "%1 holds no components; %2 do."))
                        .arg(type.name, holders(m_profile)),
                    u"nesting"_s, provenance);
    DocumentField list;
    list.type = u"array<component>"_s;
    list.provenance = provenance;
    check(*inner, path.child(u"components"_s), list);
}

} // namespace hookworks

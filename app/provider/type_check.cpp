// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/type_check.h"

#include "domain/url_parts.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMismatches = 200;

bool isInteger(const JsonValue& value)
{
    return value.isNumber() && !value.text.contains(u'.') && !value.text.contains(u'e', Qt::CaseInsensitive);
}

bool fitsBasic(const JsonValue& value, const QString& type, bool& known)
{
    static const QHash<QString, bool (*)(const JsonValue&)> basics{
        {u"any"_s, [](const JsonValue&) { return true; }},
        {u"null"_s, [](const JsonValue& v) { return v.isNull(); }},
        {u"boolean"_s, [](const JsonValue& v) { return v.isBool(); }},
        {u"number"_s, [](const JsonValue& v) { return v.isNumber(); }},
        {u"integer"_s, [](const JsonValue& v) { return isInteger(v); }},
        {u"string"_s, [](const JsonValue& v) { return v.isString(); }},
        {u"object"_s, [](const JsonValue& v) { return v.isObject(); }},
        {u"component"_s, [](const JsonValue& v) { return v.isObject(); }},
        {u"url"_s, [](const JsonValue& v) { return v.isString() && splitTypedUrl(v.text); }},
        {u"time"_s, [](const JsonValue& v) { return v.isString() && realTimeFromIso(v.text).has_value(); }},
        {u"uuid"_s,
         [](const JsonValue& v) { return v.isString() && v.text.size() == 36 && !QUuid(v.text).isNull(); }}};
    const auto found = basics.constFind(type);
    known = found != basics.cend();
    return known && (*found)(value);
}

QString keysOf(const QList<DocumentField>& fields)
{
    QStringList keys;
    for (const DocumentField& field : fields)
        keys << field.key;
    return keys.join(u", "_s);
}

} // namespace

QStringList TypeCheck::alternatives(const QString& type)
{
    QStringList parts;
    int depth = 0;
    QString part;
    for (const QChar c : type) {
        depth += c == u'<' ? 1 : c == u'>' ? -1 : 0;
        if (c == u'|' && depth == 0)
            parts << std::exchange(part, {});
        else
            part += c;
    }
    return parts << part;
}

void TypeCheck::note(const JsonValue& value, const JsonPath& path, const QString& words, const QString& rule,
                     const Provenance& provenance)
{
    if (m_mismatches.size() < mostMismatches)
        m_mismatches << TypeMismatch{path, &value, words, rule, provenance};
}

bool TypeCheck::fits(const JsonValue& value, const QString& type) const
{
    bool known = false;
    const bool fitting = fitsBasic(value, type, known);
    if (known)
        return fitting;
    if (type.startsWith(u'"'))
        return value.isString() && value.text == type.sliced(1).chopped(1);
    if (type.startsWith(u"array<"))
        return value.isArray();
    if (m_profile.enums.contains(type))
        return value.isString() && m_profile.enums[type].contains(value.text);
    return value.isObject() && m_profile.structs.contains(type);
}

void TypeCheck::check(const JsonValue& value, const JsonPath& path, const QString& type,
                      const Provenance& provenance)
{
    const QStringList parts = alternatives(type);
    const auto fitting = std::ranges::find_if(parts, [&](const QString& part) { return fits(value, part); });
    if (fitting != parts.end()) {
        checkInside(value, path, *fitting, provenance);
        return;
    }
    if (value.isString() && parts.contains(u"url")) {
        note(value, path, splitTypedUrl(value.text).error().message, u"url"_s, provenance);
        return;
    }
    QStringList allowed = parts;
    if (parts.size() == 1 && m_profile.enums.contains(type))
        allowed = m_profile.enums[type];
    note(value, path, QCoreApplication::translate("hookworks", "Expected %1.").arg(allowed.join(u" or "_s)),
         u"type"_s, provenance);
}

bool TypeCheck::checkInside(const JsonValue& value, const JsonPath& path, const QString& type,
                            const Provenance& provenance)
{
    if (type == u"component") {
        checkComponent(value, path, provenance);
    } else if (type.startsWith(u"array<")) {
        const QString inner = type.sliced(6).chopped(1);
        for (qsizetype i = 0; const JsonValue& item : value.items)
            check(item, path.child(i++), inner, provenance);
    } else if (m_profile.structs.contains(type)) {
        checkObject(value, path, m_profile.structs[type]);
    }
    return true;
}

void TypeCheck::checkObject(const JsonValue& value, const JsonPath& path, const QList<DocumentField>& fields)
{
    for (const DocumentField& field : fields) {
        if (field.required && !value.find(field.key))
            note(value, path, QCoreApplication::translate("hookworks", "\"%1\" is missing.").arg(field.key),
                 u"required"_s, field.provenance);
    }
    for (const JsonMember& member : value.members) {
        const auto field = std::ranges::find(fields, member.key, &DocumentField::key);
        if (field != fields.end())
            check(member.value, path.child(member.key), field->type, field->provenance);
        else
            note(member.value, path.child(member.key),
                 QCoreApplication::translate("hookworks", "\"%1\" is not known here; known are %2.")
                     .arg(member.key.left(80), keysOf(fields)),
                 u"unknown-key"_s, {u"assumed"_s, {}});
    }
}

void TypeCheck::checkComponent(const JsonValue& value, const JsonPath& path, const Provenance& provenance)
{
    const JsonValue* name = value.find(u"type");
    const ComponentType* type = name ? m_profile.component(name->text) : nullptr;
    if (!type) {
        note(name ? *name : value, name ? path.child(u"type"_s) : path,
             name ? QCoreApplication::translate("hookworks", "\"%1\" is no known component.")
                        .arg(name->text.left(80))
                  : QCoreApplication::translate("hookworks", "A component needs a \"type\"."),
             u"component"_s, provenance);
        return;
    }
    const JsonValue* options = value.find(u"options");
    if (options && options->isObject())
        checkObject(*options, path.child(u"options"_s), type->options);
    else if (options || !type->optionsOptional)
        note(options ? *options : value, path,
             QCoreApplication::translate("hookworks", "%1 needs an object \"options\".").arg(type->name),
             u"component"_s, provenance);
    checkComponents(value, path, *type, provenance);
}

void TypeCheck::checkComponents(const JsonValue& value, const JsonPath& path, const ComponentType& type,
                                const Provenance& provenance)
{
    const JsonValue* inner = value.find(u"components");
    if (!inner)
        return;
    if (!type.holdsComponents && !(inner->isArray() && inner->items.empty()))
        note(*inner, path.child(u"components"_s),
             QCoreApplication::translate("hookworks", "%1 holds no components.").arg(type.name),
             u"component"_s, provenance);
    else
        check(*inner, path.child(u"components"_s), u"array<component>"_s, provenance);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/payload_check.h"

#include "domain/time.h"
#include "provider/type_check.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;
using PayloadKind = PayloadProblem::Kind;

constexpr qsizetype mostProblems = 200;

QString kindWords(JsonValue::Kind kind)
{
    switch (kind) {
    case JsonValue::Kind::Null:
        return u"null"_s;
    case JsonValue::Kind::Bool:
        return u"boolean"_s;
    case JsonValue::Kind::Number:
        return u"number"_s;
    case JsonValue::Kind::String:
        return u"string"_s;
    case JsonValue::Kind::Array:
        return u"array"_s;
    case JsonValue::Kind::Object:
        break;
    }
    return u"object"_s;
}

QString expected(const QString& what)
{
    return QCoreApplication::translate("hookworks", "Expected %1.").arg(what);
}

/// One body against one event.
class PayloadCheck
{
public:
    PayloadCheck(const ProviderProfile& profile, const ProfileEvent& event, const QByteArray& body)
        : m_profile(profile)
        , m_event(event)
        , m_body(body)
    {
    }

    void check(const JsonValue& root)
    {
        const QString outcome = outcomeIn(root);
        for (const PayloadField& field : m_event.fields) {
            const JsonPath path = JsonPath().child(field.key);
            const JsonValue* value = root.find(field.key);
            const bool belongs = field.onlyOutcome.isEmpty() || field.onlyOutcome == outcome;
            if (value && belongs)
                checkValue(*value, path, field.value);
            else if (value)
                note(PayloadKind::Extra, path);
            else if (belongs)
                note(PayloadKind::Missing, path);
        }
        for (const JsonMember& member : root.members) {
            if (std::ranges::find(m_event.fields, member.key, &PayloadField::key) == m_event.fields.end())
                note(PayloadKind::Extra, JsonPath().child(member.key));
        }
    }

    void note(PayloadKind kind, const JsonPath& path, const QString& words = {})
    {
        const PayloadProblem problem{kind, path, words};
        if (found.size() < mostProblems && !found.contains(problem))
            found << problem;
    }

    QList<PayloadProblem> found;

private:
    QString outcomeIn(const JsonValue& root) const
    {
        for (const PayloadField& field : m_event.fields) {
            const JsonValue* value = root.find(field.key);
            if (field.value.text == u"{outcome}" && value && value->isString())
                return value->text;
        }
        return {};
    }

    void checkValue(const JsonValue& value, const JsonPath& path, const JsonValue& pattern)
    {
        if (pattern.isString() && pattern.text == u"{document}")
            return checkDocument(value, path);
        if (value.kind != pattern.kind)
            return note(PayloadKind::Mistyped, path, expected(kindWords(pattern.kind)));
        if (pattern.isString())
            checkText(value.text, path, pattern.text);
    }

    void checkText(const QString& text, const JsonPath& path, const QString& pattern)
    {
        const QString fixed = pattern.section(u'{', 0, 0);
        if (pattern == u"{event}" && text != m_event.name)
            note(PayloadKind::Mistyped, path, expected(u'"' + m_event.name + u'"'));
        else if (pattern == u"{outcome}" && !m_event.outcomes.contains(text))
            note(PayloadKind::Mistyped, path, expected(m_event.outcomes.join(u" or "_s)));
        else if (pattern == u"{now}" && !realTimeFromIso(text))
            note(PayloadKind::Mistyped, path, expected(u"time"_s));
        else if (!text.startsWith(fixed))
            note(PayloadKind::Mistyped, path,
                 QCoreApplication::translate("hookworks", "It begins with \"%1\".").arg(fixed));
    }

    void checkDocument(const JsonValue& value, const JsonPath& path)
    {
        if (!value.isObject())
            return note(PayloadKind::Mistyped, path, expected(u"object"_s));
        for (const DocumentField& field : m_profile.document) {
            if (m_profile.completes && !value.find(field.key))
                note(PayloadKind::Missing, path.child(field.key));
        }
        TypeCheck types(m_profile, m_body);
        types.checkObject(value, path, m_profile.document);
        for (const TypeMismatch& mismatch : types.mismatches()) {
            if (mismatch.rule == u"required")
                note(PayloadKind::Missing, mismatch.path, mismatch.words);
            else if (mismatch.rule == u"unknown-key")
                note(PayloadKind::Extra, mismatch.path);
            else
                note(PayloadKind::Mistyped, mismatch.path, mismatch.words);
        }
    }

    const ProviderProfile& m_profile;
    const ProfileEvent& m_event;
    const QByteArray& m_body;
};

} // namespace

QList<PayloadProblem> checkPayload(const ProviderProfile& profile, const ProfileEvent& event,
                                   const QByteArray& body)
{
    PayloadCheck check(profile, event, body);
    const auto root = readJson(body);
    if (!root)
        check.note(PayloadKind::Mistyped, {},
                   QCoreApplication::translate("hookworks", "It is no JSON: %1 (byte %2).")
                       .arg(root.error().words)
                       .arg(root.error().position.offset));
    else if (!root->isObject())
        check.note(PayloadKind::Mistyped, {}, expected(u"object"_s));
    else
        check.check(*root);
    return check.found;
}

} // namespace hookworks

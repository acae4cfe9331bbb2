// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/fresh_request.h"

#include "json/path.h"
#include "json/text_edit.h"

#include <QCoreApplication>

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

bool isNewEachTime(const PayloadField& field)
{
    const QString& text = field.value.text;
    return field.value.isString() &&
           (text.contains(u"{taskId}"_s) || text.contains(u"{resultUrl}"_s) || text.contains(u"{now}"_s));
}

QList<PayloadField> newEachTime(const ProviderProfile& profile, const QString& event)
{
    QList<PayloadField> fields;
    const ProfileEvent* const known = profile.event(event);
    for (const PayloadField& field : known ? known->fields : QList<PayloadField>()) {
        if (isNewEachTime(field))
            fields << field;
    }
    return fields;
}

QString filledAnew(QString text, const ProviderProfile& profile, const FreshFacts& facts)
{
    text.replace(u"{resultUrl}"_s, profile.resultUrl);
    text.replace(u"{taskId}"_s, facts.taskId);
    return text.replace(u"{now}"_s, toIsoMilliseconds(facts.now));
}

Result<QByteArray> freshBody(const ProviderProfile& profile, const QString& event, const QByteArray& body,
                             const FreshFacts& facts)
{
    const QList<PayloadField> fields = newEachTime(profile, event);
    if (fields.isEmpty())
        return body;
    const auto root = readJson(body);
    if (!root || !root->isObject())
        return fail(
            ErrorCode::BadInput,
            QCoreApplication::translate(
                "hookworks", "The body is no JSON object, so the ids and times in it cannot be made anew."));
    QList<TextEdit> edits;
    for (const PayloadField& field : fields) {
        for (const JsonMember& member : root->members) {
            if (member.key == field.key)
                edits << valueReplaced(body, member.value,
                                       JsonValue::string(filledAnew(field.value.text, profile, facts)));
        }
    }
    return withEdits(body, edits);
}

} // namespace

QStringList freshPlaces(const ProviderProfile& profile, const QString& event)
{
    QStringList places;
    if (!profile.messageIdHeader.isEmpty())
        places << profile.messageIdHeader;
    for (const PayloadField& field : newEachTime(profile, event))
        places << JsonPath().child(field.key).toString();
    return places;
}

Result<Request> freshRequest(const ProviderProfile& profile, const QString& event, Request request,
                             const FreshFacts& facts)
{
    const auto body = freshBody(profile, event, request.body, facts);
    if (!body)
        return tl::unexpected<Error>(body.error());
    request.body = *body;
    for (Header& field : request.headers.fields) {
        if (field.name.compare(profile.messageIdHeader.toUtf8(), Qt::CaseInsensitive) == 0)
            field.value = facts.messageId.toUtf8();
    }
    return request;
}

} // namespace hookworks

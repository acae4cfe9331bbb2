// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/render.h"

#include <QCoreApplication>
#include <QSet>

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

/// The texts that `{…}` in a template stand for.
using Variables = QList<std::pair<QString, QString>>;

Variables variablesOf(const ProviderProfile& profile, const EventFacts& facts, const QString& outcome)
{
    Variables variables{{u"{event}"_s, facts.event},
                        {u"{outcome}"_s, outcome},
                        {u"{taskId}"_s, facts.taskId},
                        {u"{now}"_s, toIsoMilliseconds(facts.now)}};
    variables << std::pair(u"{resultUrl}"_s, QString(profile.resultUrl).replace(u"{taskId}"_s, facts.taskId));
    // Last, so that a reason which happens to hold `{now}` goes out as it is.
    variables << std::pair(u"{error}"_s, facts.error);
    return variables;
}

JsonValue filled(JsonValue value, const Variables& variables)
{
    if (value.isString()) {
        for (const auto& [name, text] : variables)
            value.text.replace(name, text);
    }
    return value;
}

Result<JsonValue> documentObject(const EventFacts& facts)
{
    auto document = parseJson(facts.document);
    if (!document)
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "The report's document is no JSON: %1")
                        .arg(document.error().message));
    if (!document->isObject())
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "The report's document is no JSON object."));
    return document;
}

/// Every field of the profile, in its order and filled where the document lacks it, then what else the
/// document has: each of several equal keys, as in the document.
JsonValue completed(const ProviderProfile& profile, const JsonValue& document, const Variables& variables)
{
    if (!profile.completes)
        return document;
    JsonValue whole = JsonValue::object();
    QSet<QString> known;
    for (const DocumentField& field : profile.document) {
        known.insert(field.key);
        if (!document.find(field.key))
            whole.append(field.key, filled(field.missing, variables));
        for (const JsonMember& member : document.members) {
            if (member.key == field.key)
                whole.append(member.key, member.value);
        }
    }
    for (const JsonMember& member : document.members) {
        if (!known.contains(member.key))
            whole.append(member.key, member.value);
    }
    return whole;
}

Result<QString> outcomeOf(const ProfileEvent& event, const QString& asked)
{
    if (asked.isEmpty() || event.outcomes.isEmpty())
        return event.outcomes.isEmpty() ? QString() : event.outcomes.first();
    if (!event.outcomes.contains(asked))
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "%1 has no outcome \"%2\"; it has %3.")
                        .arg(event.name, asked, event.outcomes.join(u", "_s)));
    return asked;
}

QStringList eventNames(const ProviderProfile& profile)
{
    QStringList names;
    for (const ProfileEvent& event : profile.events)
        names << event.name;
    return names;
}

} // namespace

Result<QByteArray> renderPayload(const ProviderProfile& profile, const EventFacts& facts)
{
    const ProfileEvent* event = profile.event(facts.event);
    if (!event)
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "%1 has no event \"%2\"; it has %3.")
                        .arg(profile.title, facts.event, eventNames(profile).join(u", "_s)));
    const auto outcome = outcomeOf(*event, facts.outcome);
    if (!outcome)
        return tl::unexpected<Error>(outcome.error());
    const Variables variables = variablesOf(profile, facts, *outcome);
    JsonValue payload = JsonValue::object();
    for (const PayloadField& field : event->fields) {
        if (!field.onlyOutcome.isEmpty() && field.onlyOutcome != *outcome)
            continue;
        if (field.value.text == u"{document}"_s) {
            const auto document = documentObject(facts);
            if (!document)
                return tl::unexpected<Error>(document.error());
            payload.append(field.key, completed(profile, *document, variables));
        } else {
            payload.append(field.key, filled(field.value, variables));
        }
    }
    return compactJson(payload);
}

Request renderRequest(const ProviderProfile& profile, const Webhook& webhook, const QByteArray& payload,
                      const QString& messageId)
{
    Request request;
    request.method = profile.method;
    request.url = webhook.url;
    request.body = payload;
    HeaderList& headers = request.headers;
    headers.append("Content-Type", profile.contentType);
    if (!webhook.token.isEmpty() && !profile.authHeader.isEmpty()) {
        const QByteArray scheme = profile.authScheme.toUtf8();
        headers.append(profile.authHeader.toUtf8(),
                       scheme.isEmpty() ? webhook.token : scheme + ' ' + webhook.token);
    }
    if (!profile.messageIdHeader.isEmpty())
        headers.append(profile.messageIdHeader.toUtf8(), messageId.toUtf8());
    for (const Header& own : webhook.headers.fields)
        headers.remove(own.name);
    for (const Header& own : webhook.headers.fields) {
        if (!isOfTheConnection(own.name))
            headers.fields << own;
    }
    return request;
}

bool isOfTheConnection(const QByteArray& name)
{
    static const QList<QByteArray> names{"host", "content-length", "transfer-encoding", "connection"};
    return names.contains(name.toLower());
}

Result<QList<TaskStep>> taskSteps(const ProviderProfile& profile, const QString& outcome)
{
    const QString wanted = outcome.isEmpty() ? u"success"_s : outcome;
    if (wanted != u"success" && wanted != u"failure")
        return fail(ErrorCode::BadInput,
                    QCoreApplication::translate("hookworks", "\"%1\" is no outcome: success or failure.")
                        .arg(outcome));
    QList<TaskStep> steps;
    for (const TaskStep& step : profile.steps) {
        if (step.onlyOutcome.isEmpty() || step.onlyOutcome == wanted)
            steps << step;
    }
    return steps;
}

} // namespace hookworks

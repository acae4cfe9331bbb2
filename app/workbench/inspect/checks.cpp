// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/checks.h"

#include "domain/readable_text.h"
#include "domain/visible_text.h"
#include "http/loose_head.h"
#include "json/value.h"
#include "provider/catalogue.h"
#include "provider/payload_check.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace hookworks {

namespace {

struct CheckText
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

Check passed(const QString& name, const QString& words)
{
    return {name, CheckResult::Passed, words, {}};
}

Check failed(const QString& name, const QString& words, const QStringList& details = {})
{
    return {name, CheckResult::Failed, words, details};
}

Check notApplicable(const QString& name, const QString& words)
{
    return {name, CheckResult::NotApplicable, words, {}};
}

/// The scheme in any case, then exactly the credentials (RFC 9110, 11.4).
bool sameCredentials(const QByteArray& wanted, const QByteArray& got)
{
    const qsizetype space = wanted.indexOf(' ');
    if (space <= 0)
        return wanted == got;
    return got.first(std::min(space, got.size())).compare(wanted.first(space), Qt::CaseInsensitive) == 0 &&
           got.sliced(std::min(space, got.size())).trimmed() == wanted.sliced(space).trimmed();
}

QByteArray credentialsOf(const RequiredAuth& auth)
{
    return auth.bearer.isEmpty() ? "Basic " + (auth.basicUser + u':' + auth.basicPassword).toUtf8().toBase64()
                                 : "Bearer " + auth.bearer.toUtf8();
}

Check compareCredentials(const QString& name, const QByteArray& field, const QByteArray& wanted,
                         const HeaderList& fields, const QString& whose)
{
    const QList<QByteArray> values = fields.values(field);
    if (values.isEmpty())
        return failed(name,
                      CheckText::tr("there is no %1, but %2 has a token").arg(readableText(field), whose));
    const bool same =
        std::ranges::all_of(values, [&](const QByteArray& value) { return sameCredentials(wanted, value); });
    return same ? passed(name, CheckText::tr("as %1 has it").arg(whose))
                : failed(name, CheckText::tr("%1 is not as %2 has it").arg(readableText(field), whose));
}

Check authorizationCheck(const ProviderCatalogue& providers, const CheckedRequest& checked)
{
    const QString name = CheckText::tr("Authorization");
    const HeaderList& fields = checked.request.headers;
    if (checked.webhook) {
        const ProviderProfile* profile = providers.find(checked.webhook->provider);
        const QString whose = CheckText::tr("the webhook “%1”").arg(checked.webhook->name);
        if (!profile || profile->authHeader.isEmpty() || checked.webhook->token.isEmpty())
            return notApplicable(name, CheckText::tr("%1 sends no token").arg(whose));
        const QByteArray scheme = profile->authScheme.toUtf8();
        const QByteArray wanted =
            scheme.isEmpty() ? checked.webhook->token : scheme + ' ' + checked.webhook->token;
        return compareCredentials(name, profile->authHeader.toUtf8(), wanted, fields, whose);
    }
    if (checked.required)
        return compareCredentials(name, "Authorization", credentialsOf(*checked.required), fields,
                                  CheckText::tr("the reply rule"));
    return notApplicable(name, fields.contains("Authorization")
                                   ? CheckText::tr("nothing here says which token is right")
                                   : CheckText::tr("none required, and none sent"));
}

QString problemWords(const PayloadProblem& problem)
{
    const QString path = visibleText(problem.path.toString().left(200));
    switch (problem.kind) {
    case PayloadProblem::Kind::Missing:
        return CheckText::tr("%1 is missing").arg(path);
    case PayloadProblem::Kind::Extra:
        return CheckText::tr("%1 does not belong there").arg(path);
    case PayloadProblem::Kind::Mistyped:
        break;
    }
    return QStringLiteral("%1: %2").arg(path, visibleText(problem.words));
}

Check contractCheck(const ProviderCatalogue& providers, const CheckedRequest& checked)
{
    const QString name = CheckText::tr("Body");
    if (!checked.bodyProblem.isEmpty())
        return failed(name, CheckText::tr("it cannot be decoded: %1").arg(checked.bodyProblem));
    if (checked.body.size() > longestChecked)
        return notApplicable(name, CheckText::tr("larger than %1, so it was not looked into")
                                       .arg(QLocale().formattedDataSize(longestChecked, 0)));
    const ProviderProfile* profile = providers.find(checked.provider);
    const ProfileEvent* event = profile ? profile->event(checked.event) : nullptr;
    if (!event)
        return notApplicable(name, CheckText::tr("not an event of a known provider"));
    const QList<PayloadProblem> problems = checkPayload(*profile, *event, checked.body);
    if (problems.isEmpty())
        return passed(name,
                      CheckText::tr("matches %1 of %2, no field missing").arg(event->name, profile->title));
    QStringList details;
    for (const PayloadProblem& problem : problems)
        details << problemWords(problem);
    return failed(
        name,
        CheckText::tr("differs from %1 of %2 (%3)").arg(event->name, profile->title).arg(problems.size()),
        details);
}

QByteArray mediaType(const QByteArray& value)
{
    return value.split(';').first().trimmed().toLower();
}

Check contentTypeCheck(const ProviderCatalogue& providers, const CheckedRequest& checked)
{
    const QString name = CheckText::tr("Content-Type");
    const auto value = checked.request.headers.value("Content-Type");
    const ProviderProfile* profile = providers.find(checked.provider);
    const QByteArray wanted = profile ? profile->contentType : QByteArray();
    if (checked.body.isEmpty() && !value)
        return notApplicable(name, CheckText::tr("there is no body"));
    if (!value)
        return failed(name, CheckText::tr("it is missing"));
    const QString shown = visibleText(readableText(value->left(200)));
    if (!wanted.isEmpty())
        return mediaType(*value) == mediaType(wanted)
                   ? passed(name, shown)
                   : failed(name, CheckText::tr("%1, but %2 sends %3")
                                      .arg(shown, profile->title, readableText(wanted)));
    const QByteArray type = mediaType(*value);
    const bool saysJson = type.endsWith("/json") || type.endsWith("+json");
    if (saysJson && checked.body.size() <= longestChecked && checked.bodyProblem.isEmpty() &&
        !readJson(checked.body))
        return failed(name, CheckText::tr("%1, but the body is no JSON").arg(shown));
    return passed(name, shown);
}

Check contentLengthCheck(const CheckedRequest& checked)
{
    const QString name = CheckText::tr("Content-Length");
    const WireRequest& request = checked.request;
    const QLocale locale;
    const auto value = request.headers.value("Content-Length");
    if (isChunked(request.headers))
        return notApplicable(name, CheckText::tr("the body came in chunks"));
    if (!value)
        return request.body.isEmpty() ? notApplicable(name, CheckText::tr("there is no body"))
                                      : failed(name, CheckText::tr("it is missing"));
    bool isNumber = false;
    const qint64 said = value->toLongLong(&isNumber);
    if (!isNumber)
        return failed(name, CheckText::tr("it is no number"));
    return said == request.body.size()
               ? passed(name, CheckText::tr("%1 bytes, as received").arg(locale.toString(said)))
               : failed(name, CheckText::tr("it says %1 bytes, and %2 came")
                                  .arg(locale.toString(said), locale.toString(request.body.size())));
}

Check messageIdCheck(const ProviderCatalogue& providers, const CheckedRequest& checked)
{
    const QString name = CheckText::tr("Message id");
    const Header id = messageIdOf(providers, checked.request.headers, checked.provider);
    if (id.value.isEmpty())
        return notApplicable(name, CheckText::tr("none was sent"));
    if (!checked.earlier)
        return passed(name, CheckText::tr("%1 was not seen before").arg(readableText(id.name)));
    const QString before = CheckText::tr("seen before: %1, %2")
                               .arg(checked.earlier->capture.toString(), toIso(checked.earlier->receivedAt));
    return checked.earlier->sameBody
               ? passed(name, CheckText::tr("%1, with the same body: a repetition").arg(before))
               : failed(name, CheckText::tr("%1, with another body").arg(before));
}

Check sameBytesCheck(const CheckedRequest& checked)
{
    const QString name = CheckText::tr("Same bytes as sent");
    if (!checked.sent)
        return notApplicable(name, CheckText::tr("no attempt of this workspace caused it"));
    const QLocale locale;
    if (checked.sent->firstDifference)
        return failed(name, words(*checked.sent));
    return passed(
        name, CheckText::tr("%1, %2 of %2 bytes").arg(checked.attempt, locale.toString(checked.sent->sent)));
}

} // namespace

QList<Check> checksOf(const ProviderCatalogue& providers, const CheckedRequest& checked)
{
    return {authorizationCheck(providers, checked), contractCheck(providers, checked),
            contentTypeCheck(providers, checked),   contentLengthCheck(checked),
            messageIdCheck(providers, checked),     sameBytesCheck(checked)};
}

Header messageIdOf(const ProviderCatalogue& providers, const HeaderList& fields, const QString& provider)
{
    QList<QByteArray> names{"webhook-id", "svix-id", "X-GitHub-Delivery", "Idempotency-Key"};
    if (const ProviderProfile* profile = providers.find(provider);
        profile && !profile->messageIdHeader.isEmpty())
        names.prepend(profile->messageIdHeader.toUtf8());
    for (const QByteArray& name : names) {
        const auto value = fields.value(name);
        if (value && !value->isEmpty())
            return {name, *value};
    }
    return {};
}

} // namespace hookworks

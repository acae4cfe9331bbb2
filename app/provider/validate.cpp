// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/validate.h"

#include "domain/readable_text.h"
#include "domain/url_parts.h"
#include "provider/document_webhooks.h"
#include "provider/render.h"
#include "provider/type_check.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

using namespace Qt::StringLiterals;

namespace {

QString text(const char* words)
{
    return QCoreApplication::translate("hookworks", words);
}

Problem placed(Problem problem, QByteArrayView document, const JsonValue& value)
{
    const TextPosition place = positionAt(document, std::max<qint64>(0, value.offset));
    problem.line = place.line;
    problem.column = place.column;
    return problem;
}

/// An error only where a vendor's page states the rule.
ProblemSeverity severityOf(const Provenance& provenance)
{
    return provenance.word == u"documented" ? ProblemSeverity::Error : ProblemSeverity::Warning;
}

Problem fromMismatch(const TypeMismatch& mismatch, QByteArrayView document)
{
    return placed({severityOf(mismatch.provenance), mismatch.path.toString(), mismatch.words, mismatch.rule,
                   mismatch.provenance},
                  document, *mismatch.value);
}

void checkTimes(const ProviderProfile& profile, const JsonValue& root, QByteArrayView document,
                QList<Problem>& problems)
{
    for (const TimeOrder& order : profile.timeOrders) {
        const JsonValue* first = root.find(order.first);
        const JsonValue* second = root.find(order.second);
        const auto earlier = first ? realTimeFromIso(first->text) : std::nullopt;
        const auto later = second ? realTimeFromIso(second->text) : std::nullopt;
        if (earlier && later && *earlier > *later)
            problems << placed(
                {ProblemSeverity::Warning,
                 u"$."_s + order.second,
                 text(QT_TRANSLATE_NOOP("hookworks", "%1 lies before %2.")).arg(order.second, order.first),
                 u"times.order"_s,
                 {u"assumed"_s, {}}},
                document, *second);
    }
}

void checkTokens(const ProviderProfile& profile, const JsonValue& list, const JsonPath& path,
                 QByteArrayView document, QList<Problem>& problems)
{
    for (qsizetype i = 0; const JsonValue& item : list.items) {
        const JsonPath place = path.child(i++).child(profile.hooks.tokenKey);
        const JsonValue* token = item.find(profile.hooks.tokenKey);
        if (!token || !token->isString())
            continue;
        if (!profile.authScheme.isEmpty() &&
            token->text.startsWith(profile.authScheme + u' ', Qt::CaseInsensitive))
            problems << placed(
                {ProblemSeverity::Warning, place.toString(),
                 text(QT_TRANSLATE_NOOP(
                          "hookworks",
                          "The platform puts \"%1 \" before the token itself; it would be sent twice."))
                     .arg(profile.authScheme),
                 u"token.scheme"_s, profile.provenance[u"auth"_s]},
                document, *token);
        if (!isFieldValue(token->text.toUtf8()))
            problems << placed({ProblemSeverity::Error,
                                place.toString(),
                                text(QT_TRANSLATE_NOOP(
                                    "hookworks", "The token has a character that no HTTP header may hold.")),
                                u"token.grammar"_s,
                                {u"documented"_s, u"https://www.rfc-editor.org/rfc/rfc9110#section-5.5"_s}},
                               document, *token);
    }
}

void checkHooks(const ProviderProfile& profile, const JsonValue& root, QByteArrayView document,
                QList<Problem>& problems)
{
    if (profile.hooks.path.isEmpty())
        return;
    JsonPath path;
    for (const QString& key : profile.hooks.path)
        path = path.child(key);
    const JsonValue* list = valueAt(root, path);
    if (!list || !list->isArray())
        return;
    const auto most = static_cast<size_t>(profile.hooks.max);
    if (most > 0 && list->items.size() > most)
        problems << placed(
            {severityOf(profile.hooks.maxProvenance), path.child(profile.hooks.max).toString(),
             text(QT_TRANSLATE_NOOP("hookworks",
                                    "%1 calls at most %2 webhooks of a report; this is one more."))
                 .arg(profile.title)
                 .arg(profile.hooks.max),
             u"webhooks.max"_s, profile.hooks.maxProvenance},
            document, list->items[most]);
    checkTokens(profile, *list, path, document, problems);
}

Problem field(const QString& path, const QString& message, const QString& rule,
              ProblemSeverity severity = ProblemSeverity::Error)
{
    return {severity, path, message, rule, {}, 0, 0};
}

bool named(const Header& header, const QString& name)
{
    return header.name.compare(name.toLatin1(), Qt::CaseInsensitive) == 0;
}

/// The user and password of a URL go out as an Authorization field, unless there is another.
void checkCredentials(const ProviderProfile& profile, const Webhook& webhook, QList<Problem>& problems)
{
    const QString authorization = u"Authorization"_s;
    const bool byToken =
        !webhook.token.isEmpty() && profile.authHeader.compare(authorization, Qt::CaseInsensitive) == 0;
    const QString words =
        webhook.headers.contains("Authorization")
            ? text(QT_TRANSLATE_NOOP("hookworks",
                                     "The user and password in the URL are not sent: the webhook has an "
                                     "Authorization header of its own."))
        : byToken
            ? text(QT_TRANSLATE_NOOP("hookworks", "The user and password in the URL are not sent: the token "
                                                  "takes the Authorization header."))
            : text(QT_TRANSLATE_NOOP(
                  "hookworks",
                  "The user and password in the URL are sent as an Authorization header (Basic)."));
    problems << field(u"url"_s, words, u"url.user"_s, ProblemSeverity::Warning);
}

void checkUrl(const ProviderProfile& profile, const Webhook& webhook, QList<Problem>& problems)
{
    const auto url = splitTypedUrl(webhook.url);
    if (!url) {
        problems << field(u"url"_s, url.error().message, u"url"_s);
        return;
    }
    if (webhook.url.contains(u'#'))
        problems << field(u"url"_s, text(QT_TRANSLATE_NOOP("hookworks", "What follows # is never sent.")),
                          u"url.fragment"_s, ProblemSeverity::Warning);
    if (!url->credentials.isEmpty())
        checkCredentials(profile, webhook, problems);
}

/// A field that the provider sends as well: the webhook's own takes its place.
void checkReplaced(const ProviderProfile& profile, const Webhook& webhook, const Header& header,
                   const QString& path, QList<Problem>& problems)
{
    const QString name = readableText(header.name.left(80));
    const bool isToken =
        !webhook.token.isEmpty() && !profile.authHeader.isEmpty() && named(header, profile.authHeader);
    if (isToken)
        problems << field(
            path, text(QT_TRANSLATE_NOOP("hookworks", "This %1 is sent instead of the token.")).arg(name),
            u"header.replaces"_s, ProblemSeverity::Warning);
    else if (named(header, u"Content-Type"_s) ||
             (!profile.messageIdHeader.isEmpty() && named(header, profile.messageIdHeader)))
        problems << field(
            path,
            text(QT_TRANSLATE_NOOP("hookworks", "This %1 is sent instead of the one that %2 sends."))
                .arg(name, profile.title),
            u"header.replaces"_s, ProblemSeverity::Warning);
}

void checkHeaders(const ProviderProfile& profile, const Webhook& webhook, QList<Problem>& problems)
{
    for (qsizetype i = 0; i < webhook.headers.fields.size(); ++i) {
        const Header& header = webhook.headers.fields[i];
        const QString path = u"headers[%1]"_s.arg(i);
        const QString name = readableText(header.name.left(80));
        if (!isToken(header.name))
            problems << field(
                path,
                text(QT_TRANSLATE_NOOP(
                         "hookworks",
                         "\"%1\" is no header name: letters, digits and !#$%&'*+-.^_`|~ are allowed."))
                    .arg(name),
                u"header.name"_s);
        if (!isFieldValue(header.value))
            problems << field(
                path,
                text(QT_TRANSLATE_NOOP(
                         "hookworks",
                         "The value of %1 has a control character, a line break, or a space at its ends."))
                    .arg(name),
                u"header.value"_s);
        if (isOfTheConnection(header.name))
            problems << field(
                path,
                text(QT_TRANSLATE_NOOP("hookworks",
                                       "%1 is made from the URL and the body when the request is sent; "
                                       "a webhook cannot set it."))
                    .arg(name),
                u"header.framing"_s);
        checkReplaced(profile, webhook, header, path, problems);
    }
}

} // namespace

QList<Problem> validateDocument(const ProviderProfile& profile, const QByteArray& document)
{
    const auto root = readJson(document);
    if (!root)
        return {{ProblemSeverity::Error,
                 u"$"_s,
                 root.error().words,
                 u"json"_s,
                 {u"documented"_s, u"https://www.rfc-editor.org/rfc/rfc8259"_s},
                 root.error().position.line,
                 root.error().position.column}};
    if (!root->isObject())
        return {placed({ProblemSeverity::Error,
                        u"$"_s,
                        text(QT_TRANSLATE_NOOP("hookworks", "A report is a JSON object.")),
                        u"type"_s,
                        {}},
                       document, *root)};
    QList<Problem> problems;
    TypeCheck check(profile);
    check.checkObject(*root, {}, profile.document);
    for (const TypeMismatch& mismatch : check.mismatches())
        problems << fromMismatch(mismatch, document);
    checkTimes(profile, *root, document, problems);
    checkHooks(profile, *root, document, problems);
    std::ranges::stable_sort(problems, {},
                             [](const Problem& problem) { return std::pair(problem.line, problem.column); });
    return problems;
}

QList<Problem> validateWebhook(const ProviderProfile& profile, const Webhook& webhook)
{
    QList<Problem> problems;
    checkUrl(profile, webhook, problems);
    for (const QString& event : webhook.events) {
        if (!profile.event(event))
            problems << field(
                u"events"_s,
                text(QT_TRANSLATE_NOOP("hookworks", "%1 has no event \"%2\".")).arg(profile.title, event),
                u"events.unknown"_s);
    }
    if (!webhook.token.isEmpty() && profile.authHeader.isEmpty())
        problems << field(
            u"token"_s,
            text(QT_TRANSLATE_NOOP("hookworks", "%1 sends no token; it will not go out.")).arg(profile.title),
            u"token.unused"_s, ProblemSeverity::Warning);
    if (!isFieldValue(webhook.token))
        problems << field(
            u"token"_s,
            text(QT_TRANSLATE_NOOP(
                "hookworks", "The token has a control character, a line break, or a space at its ends.")),
            u"token.grammar"_s);
    if (!profile.authScheme.isEmpty() &&
        QString::fromUtf8(webhook.token).startsWith(profile.authScheme + u' ', Qt::CaseInsensitive))
        problems << field(
            u"token"_s,
            text(QT_TRANSLATE_NOOP(
                     "hookworks",
                     "The platform puts \"%1 \" before the token itself; it would be sent twice."))
                .arg(profile.authScheme),
            u"token.scheme"_s, ProblemSeverity::Warning);
    checkHeaders(profile, webhook, problems);
    if (webhook.timeout && *webhook.timeout <= Micros(0))
        problems << field(u"timeout"_s,
                          text(QT_TRANSLATE_NOOP("hookworks", "A timeout is more than 0 seconds.")),
                          u"timeout"_s);
    return problems;
}

const ProviderProfile* recogniseProfile(const QByteArray& document)
{
    const auto root = readJson(document);
    if (!root)
        return nullptr;
    for (const ProviderProfile& profile : builtInProfiles()) {
        if (std::ranges::any_of(profile.recognisedBy,
                                [&](const QString& key) { return root->find(key) != nullptr; }))
            return &profile;
    }
    return nullptr;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/validate.h"

#include "domain/readable_text.h"
#include "domain/url_parts.h"
#include "provider/document_webhooks.h"
#include "provider/render.h"
#include "provider/task_check.h"
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

/// Where each problem is in the text: one walk over it for all.
class Places
{
public:
    explicit Places(QByteArrayView document)
        : m_document(document)
    {
    }
    void add(Problem problem, const JsonValue& value)
    {
        m_problems.push_back({std::max<qint64>(0, value.offset), std::move(problem)});
    }
    QList<Problem> inOrder()
    {
        std::ranges::stable_sort(m_problems, {}, &Found::offset);
        TextPosition place;
        QList<Problem> problems;
        for (Found& found : m_problems) {
            place = onFrom(place, found.offset);
            found.problem.line = place.line;
            found.problem.column = place.column;
            problems << std::move(found.problem);
        }
        return problems;
    }

private:
    struct Found
    {
        qint64 offset;
        Problem problem;
    };

    TextPosition onFrom(const TextPosition& from, qint64 offset) const
    {
        TextPosition step = positionAt(m_document.sliced(from.offset), offset - from.offset);
        step.column += step.line == 1 ? from.column - 1 : 0;
        step.line += from.line - 1;
        step.offset = offset;
        return step;
    }

    QByteArrayView m_document;
    std::vector<Found> m_problems;
};

/// An error only where a vendor's page states the rule.
ProblemSeverity severityOf(const Provenance& provenance)
{
    return provenance.word == u"documented" ? ProblemSeverity::Error : ProblemSeverity::Warning;
}

Problem fromMismatch(const TypeMismatch& mismatch)
{
    return {severityOf(mismatch.provenance),
            mismatch.path.toString(),
            mismatch.words,
            mismatch.rule,
            mismatch.provenance,
            0,
            0,
            mismatch.mend};
}

void checkTimes(const ProviderProfile& profile, const JsonValue& root, Places& problems)
{
    for (const TimeOrder& order : profile.timeOrders) {
        const JsonValue* first = root.find(order.first);
        const JsonValue* second = root.find(order.second);
        const auto earlier = first ? realTimeFromIso(first->text) : std::nullopt;
        const auto later = second ? realTimeFromIso(second->text) : std::nullopt;
        if (earlier && later && *earlier > *later)
            problems.add(
                {ProblemSeverity::Warning,
                 u"$."_s + order.second,
                 text(QT_TRANSLATE_NOOP("hookworks", "%1 lies before %2.")).arg(order.second, order.first),
                 u"times.order"_s,
                 {u"assumed"_s, {}}},
                *second);
    }
}

/// The token without the scheme that the platform puts before it.
Mend bareToken(const ProviderProfile& profile, const JsonValue& token, const QByteArray& document)
{
    const QString bare = token.text.sliced(profile.authScheme.size()).trimmed();
    return {text(QT_TRANSLATE_NOOP("hookworks", "Remove the prefix")),
            {valueReplaced(document, token, JsonValue::string(bare))}};
}

void checkTokens(const ProviderProfile& profile, const JsonValue& list, const JsonPath& path,
                 const QByteArray& document, Places& problems)
{
    for (qsizetype i = 0; const JsonValue& item : list.items) {
        const JsonPath place = path.child(i++).child(profile.hooks.tokenKey);
        const JsonValue* token = item.find(profile.hooks.tokenKey);
        if (!token || !token->isString())
            continue;
        if (!profile.authScheme.isEmpty() &&
            token->text.startsWith(profile.authScheme + u' ', Qt::CaseInsensitive))
            problems.add(
                {ProblemSeverity::Warning, place.toString(),
                 text(QT_TRANSLATE_NOOP(
                          "hookworks",
                          "The platform puts \"%1 \" before the token itself; it would be sent twice."))
                     .arg(profile.authScheme),
                 u"token.scheme"_s, profile.provenance[u"auth"_s], 0, 0,
                 bareToken(profile, *token, document)},
                *token);
        if (!isFieldValue(token->text.toUtf8()))
            problems.add({ProblemSeverity::Error,
                          place.toString(),
                          text(QT_TRANSLATE_NOOP("hookworks",
                                                 "The token has a character that no HTTP header may hold.")),
                          u"token.grammar"_s,
                          {u"documented"_s, u"https://www.rfc-editor.org/rfc/rfc9110#section-5.5"_s}},
                         *token);
    }
}

void checkHooks(const ProviderProfile& profile, const JsonValue& root, const QByteArray& document,
                Places& problems)
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
        problems.add(
            {severityOf(profile.hooks.maxProvenance), path.child(profile.hooks.max).toString(),
             text(QT_TRANSLATE_NOOP("hookworks",
                                    "%1 calls at most %2 webhooks of a report; this is one more."))
                 .arg(profile.title)
                 .arg(profile.hooks.max),
             u"webhooks.max"_s, profile.hooks.maxProvenance, 0, 0,
             Mend{text(QT_TRANSLATE_NOOP("hookworks", "Remove it")), {itemRemoved(document, *list, most)}}},
            list->items[most]);
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
    if (document.size() > mostCheckedBytes)
        return {{ProblemSeverity::Warning,
                 u"$"_s,
                 text(QT_TRANSLATE_NOOP("hookworks", "This document has %1 MB and was not checked; documents "
                                                     "up to %2 MB are."))
                     .arg(document.size() / 1'000'000)
                     .arg(mostCheckedBytes / 1'000'000),
                 u"size"_s,
                 {u"assumed"_s, {}},
                 1,
                 1}};
    const auto root = readJson(document);
    if (!root)
        return {{ProblemSeverity::Error,
                 u"$"_s,
                 root.error().words,
                 u"json"_s,
                 {u"documented"_s, u"https://www.rfc-editor.org/rfc/rfc8259"_s},
                 root.error().position.line,
                 root.error().position.column}};
    Places problems(document);
    if (!root->isObject()) {
        problems.add({ProblemSeverity::Error,
                      u"$"_s,
                      text(QT_TRANSLATE_NOOP("hookworks", "A report is a JSON object.")),
                      u"type"_s,
                      {}},
                     *root);
        return problems.inOrder();
    }
    TypeCheck check(profile, document);
    check.checkObject(*root, {}, profile.document);
    for (const TypeMismatch& mismatch : check.mismatches())
        problems.add(fromMismatch(mismatch), *mismatch.value);
    checkTimes(profile, *root, problems);
    if (const auto unknown = unknownFrequency(profile, *root))
        problems.add(*unknown, *root->find(profile.task.frequency));
    checkHooks(profile, *root, document, problems);
    QList<Problem> found = problems.inOrder();
    nameUnreadableTimes(profile, *root, found);
    return found;
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

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_rules.h"

#include "domain/forward_address.h"
#include "domain/words.h"
#include "json/made.h"
#include "json/object_reader.h"
#include "json/path_tree.h"
#include "json/text_form.h"

#include <limits>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;
using Pairs = QList<std::pair<QString, QString>>;

using Most = ReplyRulesMost;

constexpr Micros millisecond = std::chrono::milliseconds(1);
constexpr Micros second = std::chrono::seconds(1);

void appendText(JsonValue& object, const QString& key, const QString& text)
{
    if (!text.isEmpty())
        object.append(key, JsonValue::string(text));
}

void appendPairs(JsonValue& object, const QString& key, const Pairs& pairs)
{
    if (pairs.isEmpty())
        return;
    JsonValue members = JsonValue::object();
    for (const auto& [name, value] : pairs)
        members.append(name, JsonValue::string(value));
    object.append(key, std::move(members));
}

JsonValue delayJson(const ReplyDelay& delay)
{
    if (delay.min == delay.max)
        return shortMillisecondsJson(delay.min);
    JsonValue range = JsonValue::object();
    range.append(u"min"_s, shortMillisecondsJson(delay.min));
    range.append(u"max"_s, shortMillisecondsJson(delay.max));
    return range;
}

void appendBody(JsonValue& object, const QByteArray& body)
{
    if (body.isEmpty())
        return;
    if (auto text = exactText(body))
        object.append(u"body"_s, std::move(*text));
    else
        object.append(u"bodyBase64"_s, base64Json(body));
}

JsonValue replyJson(const Reply& reply)
{
    JsonValue object = JsonValue::object();
    if (!reply.fault || reply.status != Reply().status)
        object.append(u"status"_s, JsonValue::number(qint64(reply.status)));
    if (!reply.headers.fields.isEmpty())
        object.append(u"headers"_s, exactHeadersJson(reply.headers));
    appendBody(object, reply.body);
    appendText(object, u"bodyFile"_s, reply.bodyFile);
    if (reply.delay != ReplyDelay())
        object.append(u"delayMs"_s, delayJson(reply.delay));
    if (reply.fault)
        object.append(u"fault"_s, JsonValue::string(toString(*reply.fault)));
    return object;
}

JsonValue matchJson(const ReplyMatch& match)
{
    JsonValue object = JsonValue::object();
    appendText(object, u"method"_s, match.method);
    appendText(object, u"path"_s, match.path);
    appendPairs(object, u"query"_s, match.query);
    appendPairs(object, u"header"_s, match.header);
    appendPairs(object, u"body"_s, match.body);
    return object;
}

JsonValue requireJson(const RequiredAuth& auth)
{
    JsonValue object = JsonValue::object();
    appendText(object, u"bearer"_s, auth.bearer);
    if (auth.basicUser.isEmpty() && auth.basicPassword.isEmpty())
        return object;
    JsonValue basic = JsonValue::object();
    basic.append(u"user"_s, JsonValue::string(auth.basicUser));
    basic.append(u"password"_s, JsonValue::string(auth.basicPassword));
    object.append(u"basic"_s, std::move(basic));
    return object;
}

void appendReplies(JsonValue& object, const ReplyRule& rule)
{
    if (rule.replies.size() == 1)
        object.append(u"reply"_s, replyJson(rule.replies.first()));
    else if (!rule.replies.isEmpty())
        object.append(u"sequence"_s, arrayJson(rule.replies, replyJson));
    if (rule.repeat)
        object.append(u"repeat"_s, JsonValue::boolean(true));
}

JsonValue ruleJson(const ReplyRule& rule)
{
    JsonValue object = JsonValue::object();
    appendText(object, u"name"_s, rule.name);
    if (!rule.enabled)
        object.append(u"enabled"_s, JsonValue::boolean(false));
    if (rule.match != ReplyMatch())
        object.append(u"match"_s, matchJson(rule.match));
    if (rule.times)
        object.append(u"times"_s, JsonValue::number(qint64(*rule.times)));
    if (rule.forTime)
        object.append(u"forSeconds"_s, secondsJson(*rule.forTime));
    appendReplies(object, rule);
    if (rule.probability)
        object.append(u"probability"_s, JsonValue::number(*rule.probability));
    if (rule.seed != ReplyRule().seed)
        object.append(u"seed"_s, JsonValue::number(qint64(rule.seed)));
    if (rule.require)
        object.append(u"require"_s, requireJson(*rule.require));
    if (rule.otherwise)
        object.append(u"otherwise"_s, replyJson(*rule.otherwise));
    appendText(object, u"forward"_s, rule.forwardTo);
    return object;
}

ReplyDelay takeDelay(ObjectReader& reply)
{
    constexpr auto key = u"delayMs";
    const JsonValue* written = reply.take(key);
    if (written == nullptr || !written->isObject()) {
        const Micros fixed = reply.duration(key, millisecond).value_or(Micros(0));
        return {fixed, fixed};
    }
    ReplyDelay delay;
    if (auto range = reply.object(key)) {
        delay.min = range->duration(u"min", millisecond).value_or(Micros(0));
        range->require(u"max");
        delay.max = range->duration(u"max", millisecond).value_or(delay.min);
        range->end();
    }
    if (reply.reading().checksValues() && delay.max < delay.min)
        reply.refuse(key, tr("\"min\" is greater than \"max\""));
    return delay;
}

void takeBody(ObjectReader& object, Reply& reply)
{
    const auto text = object.text(u"body");
    const auto bytes = object.base64(u"bodyBase64");
    reply.bodyFile = object.text(u"bodyFile").value_or(QString());
    reply.body = bytes ? *bytes : text.value_or(QString()).toUtf8();
    const int given = int(text.has_value()) + int(bytes.has_value()) + int(!reply.bodyFile.isEmpty());
    if (given > 1 && object.reading().checksValues())
        object.refuse(u"body", tr("A reply has one body: \"body\" or \"bodyFile\""));
}

/// A final status (RFC 9110, 15): an interim one answers nothing by itself.
int takeStatus(ObjectReader& object)
{
    constexpr auto key = u"status";
    const auto status = static_cast<int>(object.integer(key, 100, 599).value_or(Reply().status));
    if (status < 200 && object.reading().checksValues())
        object.refuse(key, tr("%1 is an interim status, behind which a final answer must come: give one from "
                              "200 to 599")
                               .arg(status));
    return status;
}

Reply readReply(ObjectReader object)
{
    Reply reply;
    reply.status = takeStatus(object);
    reply.headers = object.headers(u"headers").value_or(HeaderList());
    takeBody(object, reply);
    reply.delay = takeDelay(object);
    reply.fault = object.word(u"fault", &faultFromString);
    object.end();
    return reply;
}

ReplyMatch readMatch(ObjectReader object)
{
    ReplyMatch match;
    match.method = object.text(u"method").value_or(QString());
    match.path = object.text(u"path").value_or(QString());
    match.query = object.pairs(u"query");
    match.header = object.pairs(u"header");
    match.body = object.pairs(u"body");
    if (auto body = object.object(u"body"); body && object.reading().checksValues()) {
        for (const auto& [path, value] : match.body) {
            if (!JsonPath::parse(path))
                body->refuse(path, tr("\"%1\" is no JSON path").arg(path));
        }
    }
    object.end();
    return match;
}

/// So that a request costs little however the rules came to be.
void checkConditions(ObjectReader& rule, const ReplyMatch& match)
{
    qsizetype longest = std::max(match.method.size(), match.path.size());
    for (const Pairs* pairs : {&match.query, &match.header, &match.body}) {
        for (const auto& [name, value] : *pairs)
            longest = std::max({longest, name.size(), value.size()});
    }
    if (match.query.size() + match.header.size() + match.body.size() > Most::conditions)
        rule.refuse(u"match", tr("A rule has at most %1 conditions").arg(Most::conditions));
    if (longest > Most::conditionLength)
        rule.refuse(u"match", tr("A condition has at most %1 characters").arg(Most::conditionLength));
}

/// `user:password`; RFC 7617 has no colon in a user.
void takeBasicPair(ObjectReader& object, RequiredAuth& auth)
{
    const QString pair = object.text(u"basic").value_or(QString());
    const qsizetype colon = pair.indexOf(u':');
    if (colon < 0)
        object.refuse(u"basic", tr("There is no colon between a user and "
                                   "a password"));
    auth.basicUser = pair.first(std::max<qsizetype>(colon, 0));
    auth.basicPassword = pair.sliced(colon + 1);
}

void takeBasic(ObjectReader& object, RequiredAuth& auth)
{
    const JsonValue* written = object.take(u"basic");
    if (written && written->isString())
        return takeBasicPair(object, auth);
    if (auto basic = object.object(u"basic")) {
        basic->require(u"user");
        basic->require(u"password");
        auth.basicUser = basic->text(u"user").value_or(QString());
        auth.basicPassword = basic->text(u"password").value_or(QString());
        basic->end();
    }
}

RequiredAuth readRequire(ObjectReader object)
{
    RequiredAuth auth;
    auth.bearer = object.text(u"bearer").value_or(QString());
    takeBasic(object, auth);
    if (object.has(u"bearer") == object.has(u"basic") && object.reading().checksValues())
        object.refuse(u"basic", tr("What is required is \"bearer\" or \"basic\", one of them"));
    object.end();
    return auth;
}

QList<Reply> takeReplies(ObjectReader& rule)
{
    QList<Reply> replies;
    if (auto reply = rule.object(u"reply"))
        replies << readReply(std::move(*reply));
    if (rule.has(u"reply") && rule.has(u"sequence"))
        rule.refuse(u"sequence", tr("A rule has \"reply\" or \"sequence\", not both"));
    for (const auto& [item, path] : rule.items(u"sequence"))
        replies << readReply(ObjectReader(*item, path, rule.reading()));
    if (rule.has(u"sequence") && replies.isEmpty())
        rule.refuse(u"sequence", tr("A sequence has at least one reply"));
    if (replies.size() > Most::replies && rule.reading().checksValues())
        rule.refuse(u"sequence", tr("A sequence has at most %1 replies").arg(Most::replies));
    return replies;
}

/// How often, and for how long.
void takeLife(ObjectReader& object, ReplyRule& rule)
{
    if (const auto times = object.integer(u"times", 1, std::numeric_limits<int>::max()))
        rule.times = static_cast<int>(*times);
    rule.forTime = object.duration(u"forSeconds", second);
    if (rule.forTime && *rule.forTime <= Micros(0) && object.reading().checksValues())
        object.refuse(u"forSeconds", tr("This must be more than 0"));
}

ReplyRule readRule(ObjectReader object)
{
    ReplyRule rule;
    rule.name = object.text(u"name").value_or(QString());
    rule.enabled = object.flag(u"enabled").value_or(true);
    if (auto match = object.object(u"match"))
        rule.match = readMatch(std::move(*match));
    if (object.reading().checksValues())
        checkConditions(object, rule.match);
    takeLife(object, rule);
    rule.replies = takeReplies(object);
    rule.repeat = object.flag(u"repeat").value_or(false);
    rule.probability = object.real(u"probability", 0, 1);
    rule.seed = static_cast<quint32>(
        object.integer(u"seed", 0, std::numeric_limits<quint32>::max()).value_or(rule.seed));
    if (auto require = object.object(u"require"))
        rule.require = readRequire(std::move(*require));
    if (auto otherwise = object.object(u"otherwise"))
        rule.otherwise = readReply(std::move(*otherwise));
    rule.forwardTo = object.text(u"forward").value_or(QString());
    const auto address = rule.forwardTo.isEmpty() ? Result<UrlParts>() : forwardAddress(rule.forwardTo);
    if (!address && object.reading().checksValues())
        object.refuse(u"forward", address.error().message);
    object.end();
    return rule;
}

} // namespace

JsonValue ruleListJson(const QList<ReplyRule>& rules)
{
    return arrayJson(rules, ruleJson);
}

JsonValue rulesJson(const QList<ReplyRule>& rules)
{
    JsonValue object = JsonValue::object();
    object.append(u"rules"_s, ruleListJson(rules));
    return object;
}

QList<ReplyRule> takeRules(ObjectReader& object, QStringView key)
{
    QList<ReplyRule> rules;
    for (const auto& [item, path] : object.items(key))
        rules << readRule(ObjectReader(*item, path, object.reading()));
    return rules;
}

namespace {

/// Before anything is kept in memory.
Result<void> checkSize(QByteArrayView text)
{
    if (text.size() > Most::fileBytes)
        return fail(
            ErrorCode::BadInput,
            tr("These rules have %1 bytes; at most %2 are read. Put long bodies into files of their own "
               "(\"bodyFile\").")
                .arg(text.size())
                .arg(Most::fileBytes));
    const JsonPath tooMany{{QStringLiteral("rules"), Most::rules}};
    const auto found = locate(text, PathTree({tooMany}));
    if (!found || !found->first())
        return {}; // what is no JSON is told with its place when it is read
    JsonReading reading(text);
    reading.refuse(tooMany, found->first()->offset, tr("There are more than %1 rules").arg(Most::rules));
    return tl::unexpected(*reading.problem());
}

} // namespace

Result<QList<ReplyRule>> rulesFromJson(QByteArrayView text)
{
    const auto utf8 = jsonUtf8(text.toByteArray());
    if (!utf8)
        return tl::unexpected(utf8.error());
    return checkSize(*utf8).and_then([&] {
        return readJsonObject(*utf8, JsonSource::Person, [](ObjectReader& file) {
            file.require(u"rules");
            return takeRules(file, u"rules");
        });
    });
}

} // namespace hookworks

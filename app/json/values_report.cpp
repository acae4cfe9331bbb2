// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/values_report.h"

#include "domain/shown_secrets.h"
#include "json/made.h"
#include "json/object_reader.h"

#include <QCoreApplication>

#include <limits>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

JsonValue flowJson(const FlowLimits& flow)
{
    JsonValue object = JsonValue::object();
    object.append(u"maxInFlight"_s, JsonValue::number(qint64(flow.maxInFlight)));
    object.append(u"ratePerMinute"_s, JsonValue::number(qint64(flow.ratePerMinute)));
    object.append(u"strictOrder"_s, JsonValue::boolean(flow.strictOrder));
    object.append(u"circuitOpensAfter"_s, JsonValue::number(qint64(flow.circuitOpensAfter)));
    object.append(u"circuitPauseSeconds"_s, secondsJson(flow.circuitPause));
    object.append(u"circuitPauseCapSeconds"_s, secondsJson(flow.circuitPauseCap));
    return object;
}

void appendToken(JsonValue& object, const QByteArray& token)
{
    if (auto text = exactText(token))
        object.append(u"token"_s, std::move(*text));
    else
        object.append(u"tokenBase64"_s, base64Json(token));
}

FlowLimits readFlow(ObjectReader object)
{
    const auto count = [&](QStringView key, int least, int otherwise) {
        return static_cast<int>(
            object.integer(key, least, std::numeric_limits<int>::max()).value_or(otherwise));
    };
    FlowLimits flow;
    flow.maxInFlight = count(u"maxInFlight", 1, flow.maxInFlight);
    flow.ratePerMinute = count(u"ratePerMinute", 0, flow.ratePerMinute);
    flow.strictOrder = object.flag(u"strictOrder").value_or(flow.strictOrder);
    flow.circuitOpensAfter = count(u"circuitOpensAfter", 0, flow.circuitOpensAfter);
    flow.circuitPause =
        object.duration(u"circuitPauseSeconds", ObjectReader::inSeconds).value_or(flow.circuitPause);
    flow.circuitPauseCap =
        object.duration(u"circuitPauseCapSeconds", ObjectReader::inSeconds).value_or(flow.circuitPauseCap);
    object.end();
    return flow;
}

QByteArray takeToken(ObjectReader& object)
{
    (void)object.flag(u"auth"); // what the token says
    const auto bytes = object.base64(u"tokenBase64");
    const QByteArray token = object.text(u"token").value_or(QString()).toUtf8();
    return bytes ? *bytes : token;
}

/// What the program itself sets.
void takeBookkeeping(ObjectReader& object, Webhook& webhook)
{
    webhook.id = object.word(u"id", &WebhookId::parse).value_or(WebhookId());
    webhook.disabledReason = object.text(u"disabledReason").value_or(QString());
    webhook.report = object.word(u"reportId", &ReportId::parse);
    webhook.createdAt = object.word(u"createdAt", &realTimeFromIso).value_or(RealTime());
}

} // namespace

JsonValue reportJson(const Report& report, Bodies bodies)
{
    JsonValue object = JsonValue::object();
    object.append(u"id"_s, JsonValue::string(report.id.toString()));
    object.append(u"provider"_s, JsonValue::string(report.provider));
    object.append(u"name"_s, JsonValue::string(report.name));
    if (bodies == Bodies::Include) {
        if (auto document = readJson(report.document))
            object.append(u"document"_s, std::move(*document));
        else
            object.append(u"documentBase64"_s, base64Json(report.document));
    }
    if (!report.schedule.zone.isEmpty())
        object.append(u"zone"_s, JsonValue::string(QString::fromUtf8(report.schedule.zone)));
    if (!report.schedule.cycle.isEmpty())
        object.append(u"cycle"_s, textsJson(report.schedule.cycle));
    object.append(u"createdAt"_s, JsonValue::string(toIso(report.createdAt)));
    object.append(u"changedAt"_s, JsonValue::string(toIso(report.changedAt)));
    return object;
}

JsonValue webhookJson(const Webhook& whole, Secrets secrets)
{
    const Webhook webhook = secrets == Secrets::Include ? whole : webhookForShowing(whole);
    JsonValue object = JsonValue::object();
    object.append(u"id"_s, JsonValue::string(webhook.id.toString()));
    object.append(u"provider"_s, JsonValue::string(webhook.provider));
    object.append(u"name"_s, JsonValue::string(webhook.name));
    object.append(u"url"_s, JsonValue::string(webhook.url));
    object.append(u"events"_s, textsJson(webhook.events));
    object.append(u"auth"_s, JsonValue::boolean(!webhook.token.isEmpty()));
    if (secrets == Secrets::Include && !webhook.token.isEmpty())
        appendToken(object, webhook.token);
    object.append(u"headers"_s, exactHeadersJson(webhook.headers));
    object.append(u"policy"_s, JsonValue::string(webhook.policy));
    object.append(u"timeoutSeconds"_s, secondsJson(webhook.timeout));
    object.append(u"enabled"_s, JsonValue::boolean(webhook.enabled));
    object.append(u"disabledReason"_s, textOrNull(webhook.disabledReason));
    object.append(u"reportId"_s, idJson(webhook.report));
    object.append(u"flow"_s, flowJson(webhook.flow));
    object.append(u"clientCertificate"_s, textOrNull(webhook.clientCertificate.file));
    object.append(u"clientKey"_s, textOrNull(webhook.clientCertificate.keyFile));
    if (secrets == Secrets::Include && !webhook.clientCertificate.passphrase.isEmpty())
        object.append(u"clientPassphrase"_s,
                      JsonValue::string(QString::fromUtf8(webhook.clientCertificate.passphrase)));
    object.append(u"createdAt"_s, JsonValue::string(toIso(webhook.createdAt)));
    return object;
}

Result<Webhook> webhookFromJson(QByteArrayView text)
{
    return readJsonObject(text, JsonSource::Person, [](ObjectReader& object) {
        Webhook webhook;
        object.require(u"provider");
        object.require(u"url");
        webhook.provider = object.text(u"provider").value_or(QString());
        webhook.name = object.text(u"name").value_or(QString());
        webhook.url = object.text(u"url").value_or(QString());
        webhook.events = object.texts(u"events").value_or(QStringList());
        webhook.token = takeToken(object);
        webhook.headers = object.headers(u"headers").value_or(HeaderList());
        webhook.policy = object.text(u"policy").value_or(webhook.policy);
        webhook.timeout = object.duration(u"timeoutSeconds", ObjectReader::inSeconds);
        webhook.enabled = object.flag(u"enabled").value_or(true);
        if (auto flow = object.object(u"flow"))
            webhook.flow = readFlow(std::move(*flow));
        webhook.clientCertificate.file = object.text(u"clientCertificate").value_or(QString());
        webhook.clientCertificate.keyFile = object.text(u"clientKey").value_or(QString());
        webhook.clientCertificate.passphrase = object.text(u"clientPassphrase").value_or(QString()).toUtf8();
        takeBookkeeping(object, webhook);
        return webhook;
    });
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/handon/case_secrets.h"

#include "json/made.h"
#include "store/writer.h"
#include "workbench/inspect/hand_on_text.h"

#include <algorithm>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

const QString casesKey = u"cases"_s;

JsonValue filledJson(const Placeholder& placeholder, const PlaceholderValues& values)
{
    JsonValue object = JsonValue::object();
    object.append(u"name"_s, JsonValue::string(placeholder.name));
    object.append(u"of"_s, JsonValue::string(placeholder.place));
    object.append(u"value"_s, values.contains(placeholder.name) ? base64Json(values.value(placeholder.name))
                                                                : JsonValue());
    return object;
}

JsonValue openedJson(const OpenedCase& opened)
{
    JsonValue object = JsonValue::object();
    object.append(u"firstCapture"_s, JsonValue::number(opened.firstCapture.number));
    object.append(u"lastCapture"_s, JsonValue::number(opened.lastCapture.number));
    object.append(u"firstDelivery"_s, JsonValue::number(opened.firstDelivery.number));
    object.append(u"lastDelivery"_s, JsonValue::number(opened.lastDelivery.number));
    object.append(u"listeners"_s,
                  arrayJson(opened.listeners, [](ListenerId id) { return JsonValue::number(id.number); }));
    object.append(u"placeholders"_s, arrayJson(opened.placeholders, [&opened](const Placeholder& each) {
                      return filledJson(each, opened.values);
                  }));
    object.append(u"lost"_s, textsJson(opened.lost));
    return object;
}

qint64 numberAt(const JsonValue& object, QStringView key)
{
    const JsonValue* value = object.find(key);
    return value ? value->text.toLongLong() : 0;
}

const std::vector<JsonValue>& itemsAt(const JsonValue& object, QStringView key)
{
    static const std::vector<JsonValue> none;
    const JsonValue* value = object.find(key);
    return value ? value->items : none;
}

OpenedCase openedFrom(const JsonValue& object)
{
    OpenedCase opened;
    opened.firstCapture = {numberAt(object, u"firstCapture")};
    opened.lastCapture = {numberAt(object, u"lastCapture")};
    opened.firstDelivery = {numberAt(object, u"firstDelivery")};
    opened.lastDelivery = {numberAt(object, u"lastDelivery")};
    for (const JsonValue& id : itemsAt(object, u"listeners"))
        opened.listeners << ListenerId{id.text.toLongLong()};
    for (const JsonValue& each : itemsAt(object, u"placeholders")) {
        const JsonValue* name = each.find(u"name");
        const JsonValue* place = each.find(u"of");
        const JsonValue* value = each.find(u"value");
        if (!name || !place)
            continue;
        opened.placeholders << Placeholder{name->text, place->text};
        if (value && value->isString())
            opened.values.insert(name->text, QByteArray::fromBase64(value->text.toLatin1()));
    }
    for (const JsonValue& id : itemsAt(object, u"lost"))
        opened.lost << id.text;
    return opened;
}

Result<QList<OpenedCase>> openedCases(Reader& reader)
{
    return reader.sealedSetting(casesKey).and_then([](const QByteArray& text) -> Result<QList<OpenedCase>> {
        QList<OpenedCase> cases;
        if (text.isEmpty())
            return cases;
        const auto value = parseJson(text);
        if (!value)
            return tl::unexpected<Error>(value.error());
        for (const JsonValue& each : value->items)
            cases << openedFrom(each);
        return cases;
    });
}

Result<void> storeCases(Writer& writer, const QList<OpenedCase>& cases)
{
    return writer.setSealedSetting(casesKey, compactJson(arrayJson(cases, openedJson)));
}

Result<void> fillRules(Writer& writer, ListenerId id, const PlaceholderValues& values)
{
    auto listener = writer.listener(id);
    if (!listener) // it was removed since
        return {};
    const QList<ReplyRule> rules = filled(listener->rules, values);
    if (rules == listener->rules)
        return {};
    listener->rules = rules;
    return writer.updateListener(*listener);
}

Error notFilled(const QString& source, const QStringList& names)
{
    return {
        ErrorCode::Conflict,
        HandOnText::tr("%1 came in a case without secrets, and has no value for %2 yet. Give it one, then "
                       "replay: under “Secrets of cases…”, or with secret set %1 %3.")
            .arg(source, names.join(u", "_s), names.first()),
        {}};
}

Error notExact(const QString& source)
{
    return {
        ErrorCode::Conflict,
        HandOnText::tr("%1 came in a case without secrets: its bytes are not those that were sent. Replay "
                       "it without byte for byte, or ask for the case with secrets.")
            .arg(source),
        {}};
}

Error isLost(const QString& source)
{
    return {ErrorCode::Conflict,
            HandOnText::tr("%1 came in a case without secrets, and one of them stood where no value can be "
                           "put back (in base64, as a number). Ask for the case with secrets.")
                .arg(source),
            {}};
}

QStringList ofCase(const OpenedCase& opened, QStringList names)
{
    names.removeIf([&opened](const QString& name) {
        return std::ranges::none_of(opened.placeholders,
                                    [&name](const Placeholder& each) { return each.name == name; });
    });
    return names;
}

Result<Request> filledOf(const OpenedCase& opened, const QString& source, Request request)
{
    if (opened.lost.contains(source))
        return tl::unexpected<Error>(isLost(source));
    if (!request.exactHead.isEmpty()) {
        const QStringList names = placeholdersIn(request.exactHead) + placeholdersIn(request.body);
        return ofCase(opened, names).isEmpty() ? Result<Request>(request)
                                               : tl::unexpected<Error>(notExact(source));
    }
    QStringList names = ofCase(opened, placeholdersIn(request));
    names.removeIf([&opened](const QString& name) { return opened.values.contains(name); });
    if (!names.isEmpty())
        return tl::unexpected<Error>(notFilled(source, names));
    return filled(std::move(request), opened.values);
}

} // namespace

bool OpenedCase::holds(const QString& id) const
{
    if (const auto capture = CaptureId::parse(id))
        return *capture >= firstCapture && *capture <= lastCapture;
    const auto delivery = DeliveryId::parse(id);
    return delivery && *delivery >= firstDelivery && *delivery <= lastDelivery;
}

Result<QList<CaseSecret>> caseSecrets(Reader& reader)
{
    return openedCases(reader).map([](const QList<OpenedCase>& cases) {
        QList<CaseSecret> secrets;
        for (const OpenedCase& opened : cases) {
            const QString source =
                opened.firstDelivery ? opened.firstDelivery.toString() : opened.firstCapture.toString();
            for (const Placeholder& each : opened.placeholders)
                secrets << CaseSecret{each, opened.values.contains(each.name), source};
        }
        return secrets;
    });
}

Result<void> rememberCase(Writer& writer, const OpenedCase& opened)
{
    return openedCases(writer).and_then(
        [&](QList<OpenedCase> cases) { return storeCases(writer, cases << opened); });
}

Result<void> fillCase(Writer& writer, const QString& id, const PlaceholderValues& values)
{
    auto cases = openedCases(writer);
    if (!cases)
        return tl::unexpected<Error>(cases.error());
    const auto opened =
        std::ranges::find_if(*cases, [&id](const OpenedCase& each) { return each.holds(id); });
    if (opened == cases->end())
        return fail(ErrorCode::NotFound,
                    HandOnText::tr("%1 did not come in a case that has placeholders.").arg(id));
    for (const auto& [name, value] : values.asKeyValueRange()) {
        if (ofCase(*opened, {name}).isEmpty())
            return fail(ErrorCode::BadInput,
                        HandOnText::tr("The case of %1 has no placeholder \"%2\".").arg(id, name));
        if (value.isEmpty())
            opened->values.remove(name);
        else
            opened->values.insert(name, value);
    }
    for (const ListenerId listener : std::as_const(opened->listeners)) {
        if (const auto done = fillRules(writer, listener, opened->values); !done)
            return done;
    }
    return storeCases(writer, *cases);
}

Result<Request> readyRequest(Reader& reader, const QString& source, Request request)
{
    const auto cases = openedCases(reader);
    if (!cases)
        return tl::unexpected<Error>(cases.error());
    const auto opened =
        std::ranges::find_if(*cases, [&source](const OpenedCase& each) { return each.holds(source); });
    return opened == cases->end() ? Result<Request>(request) : filledOf(*opened, source, std::move(request));
}

Result<Capture> readyCapture(Reader& reader, Capture capture)
{
    Request request{capture.method, QString::fromUtf8(capture.target), capture.headers, capture.body, {}};
    return readyRequest(reader, capture.id.toString(), request).map([&](const Request& ready) {
        if (ready != request) {
            capture.target = ready.url.toUtf8();
            capture.headers = ready.headers;
            capture.body = ready.body;
        }
        return capture;
    });
}

} // namespace hookworks

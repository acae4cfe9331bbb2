// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/handon/case_file.h"

#include "json/values_rules.h"
#include "workbench/handon/case_parts.h"
#include "workbench/handon/case_values.h"
#include "workbench/handon/handed_json.h"
#include "workbench/inspect/hand_on_text.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 version = 1;
const QString formatName = u"hookworks-case"_s;

JsonValue placeholderJson(const Placeholder& placeholder)
{
    JsonValue object = JsonValue::object();
    object.append(u"name"_s, JsonValue::string(placeholder.name));
    object.append(u"of"_s, JsonValue::string(placeholder.place));
    return object;
}

JsonValue profileJson(const CaseProfile& profile)
{
    JsonValue object = JsonValue::object();
    object.append(u"key"_s, JsonValue::string(profile.key));
    object.append(u"title"_s, JsonValue::string(profile.title));
    object.append(u"revision"_s, JsonValue::string(profile.revision));
    return object;
}

JsonValue caseListenerJson(const CaseListener& listener)
{
    JsonValue object = JsonValue::object();
    object.append(u"id"_s, JsonValue::string(listener.id));
    object.append(u"name"_s, JsonValue::string(listener.name));
    object.append(u"address"_s, JsonValue::string(listener.address));
    object.append(u"port"_s, JsonValue::number(qint64(listener.port)));
    object.append(u"tls"_s, JsonValue::boolean(listener.tls));
    object.append(u"rules"_s, ruleListJson(listener.rules));
    return object;
}

/// Too many items are refused before any is read.
QList<std::pair<const JsonValue*, JsonPath>> itemsUpTo(ObjectReader& object, QStringView key, qsizetype most)
{
    auto items = object.items(key);
    if (items.size() > most) {
        object.refuse(key, HandOnText::tr("There are more than %1").arg(most));
        items.clear();
    }
    return items;
}

QList<Placeholder> takePlaceholders(ObjectReader& object)
{
    QList<Placeholder> placeholders;
    for (const auto& [item, path] : itemsUpTo(object, u"placeholders", CaseMost::placeholders)) {
        ObjectReader each(*item, path, object.reading());
        each.require(u"name");
        const Placeholder placeholder{takeCaseText(each, u"name"), takeCaseText(each, u"of")};
        if (!isPlaceholderName(placeholder.name))
            each.refuse(u"name", HandOnText::tr("This is no placeholder's name"));
        placeholders << placeholder;
    }
    return placeholders;
}

CaseListener takeListener(ObjectReader& object)
{
    CaseListener listener;
    object.require(u"id");
    listener.id = takeCaseText(object, u"id");
    listener.name = takeCaseText(object, u"name");
    listener.address = takeCaseText(object, u"address");
    listener.port = static_cast<quint16>(object.integer(u"port", 0, 65535).value_or(0));
    listener.tls = object.flag(u"tls").value_or(false);
    listener.rules = takeRules(object, u"rules");
    return listener;
}

void takeExchanges(ObjectReader& object, CaseFile& file)
{
    const CaseBodies bodies = CaseBodies::taken(object, u"bodies");
    for (const auto& [item, path] : itemsUpTo(object, u"deliveries", CaseMost::exchanges)) {
        ObjectReader each(*item, path, object.reading());
        file.deliveries << takeCaseDelivery(each, bodies);
    }
    for (const auto& [item, path] : itemsUpTo(object, u"captures", CaseMost::exchanges)) {
        ObjectReader each(*item, path, object.reading());
        file.captures << takeCaseCapture(each, bodies);
    }
}

CaseFile takeCase(ObjectReader& object)
{
    CaseFile file;
    file.program = takeCaseText(object, u"program");
    file.madeAt = object.word(u"madeAt", realTimeFromIso).value_or(RealTime());
    file.withSecrets = object.flag(u"withSecrets").value_or(false);
    file.placeholders = takePlaceholders(object);
    file.lost = object.texts(u"lost").value_or(QStringList());
    for (const auto& [item, path] : itemsUpTo(object, u"profiles", CaseMost::listeners)) {
        ObjectReader each(*item, path, object.reading());
        file.profiles << CaseProfile{takeCaseText(each, u"key"), takeCaseText(each, u"title"),
                                     takeCaseText(each, u"revision")};
    }
    for (const auto& [item, path] : itemsUpTo(object, u"listeners", CaseMost::listeners)) {
        ObjectReader each(*item, path, object.reading());
        file.listeners << takeListener(each);
    }
    takeExchanges(object, file);
    return file;
}

/// Of a newer program before anything else of it is looked at.
Result<void> checkVersion(const JsonValue& root)
{
    const JsonValue* format = root.find(u"format");
    if (!format || format->text != formatName)
        return fail(ErrorCode::BadInput,
                    HandOnText::tr("$.format is not \"%1\": it is no case.").arg(formatName));
    const JsonValue* number = root.find(u"version");
    if (!number || !number->isNumber() || number->text.toLongLong() < 1)
        return fail(ErrorCode::BadInput, HandOnText::tr("$.version is missing or no number."));
    if (number->text.toLongLong() > version)
        return fail(ErrorCode::BadInput,
                    HandOnText::tr("The case is of version %1, and this program reads version %2: open it "
                                   "with a newer Hookworks.")
                        .arg(number->text.left(20))
                        .arg(version));
    return {};
}

} // namespace

QByteArray caseText(const CaseFile& file)
{
    CaseBodies bodies;
    JsonValue object = JsonValue::object();
    object.append(u"format"_s, JsonValue::string(formatName));
    object.append(u"version"_s, JsonValue::number(version));
    object.append(u"program"_s, JsonValue::string(file.program));
    object.append(u"madeAt"_s, JsonValue::string(toIso(file.madeAt)));
    object.append(u"withSecrets"_s, JsonValue::boolean(file.withSecrets));
    object.append(u"placeholders"_s, arrayJson(file.placeholders, placeholderJson));
    object.append(u"lost"_s, textsJson(file.lost));
    object.append(u"profiles"_s, arrayJson(file.profiles, profileJson));
    object.append(u"listeners"_s, arrayJson(file.listeners, caseListenerJson));
    object.append(u"deliveries"_s, arrayJson(file.deliveries, [&bodies](const DeliveryRecord& each) {
                      return caseDeliveryJson(each, bodies);
                  }));
    object.append(u"captures"_s, arrayJson(file.captures, [&bodies](const Capture& each) {
                      return caseCaptureJson(each, bodies);
                  }));
    object.append(u"bodies"_s, bodies.json());
    return prettyJson(object) + '\n';
}

Result<CaseFile> caseFromText(const QByteArray& text)
{
    const auto root = parseHandedJson(text);
    if (!root)
        return tl::unexpected<Error>(root.error());
    if (const auto known = checkVersion(*root); !known)
        return tl::unexpected<Error>(known.error());
    JsonReading reading(text);
    ObjectReader object(*root, {}, reading);
    CaseFile file = takeCase(object);
    if (reading.problem())
        return tl::unexpected<Error>(*reading.problem());
    return file;
}

bool looksLikeCase(const QByteArray& start)
{
    static const QRegularExpression form(
        u"^(?:\\x{ef}\\x{bb}\\x{bf})?\\s*\\{\\s*\"format\"\\s*:\\s*\"hookworks-case\""_s);
    return form.match(QString::fromLatin1(start.left(400))).hasMatch();
}

bool isCaseFile(const QString& path)
{
    if (path.endsWith(u".hookworks-case"_s, Qt::CaseInsensitive))
        return true;
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && looksLikeCase(file.read(400));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/listen/past_listeners.h"

#include "json/values_listener.h"
#include "store/writer.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr size_t mostRemembered = 50;
const QString pastKey = QStringLiteral("listeners.past");

/// `{"-12": {…}, …}`, the oldest first; what cannot be read is nothing.
Result<JsonValue> pastJson(Reader& reader)
{
    return reader.sealedSetting(pastKey).map([](const QByteArray& text) {
        const auto value = readJson(text);
        return value && value->isObject() ? *value : JsonValue::object();
    });
}

} // namespace

Result<void> rememberPast(Writer& writer, const ListenerConfig& listener)
{
    if (listener.rules.isEmpty())
        return {};
    return pastJson(writer).and_then([&](JsonValue past) {
        const QString key = QString::number(listener.id.number);
        std::erase_if(past.members, [&key](const JsonMember& each) { return each.key == key; });
        past.append(key, listenerJson(listener));
        if (past.members.size() > mostRemembered)
            past.members.erase(past.members.begin());
        return writer.setSealedSetting(pastKey, compactJson(past));
    });
}

Result<QList<ListenerConfig>> pastListeners(Reader& reader)
{
    return pastJson(reader).map([](const JsonValue& past) {
        QList<ListenerConfig> listeners;
        for (const JsonMember& each : past.members) {
            auto config = listenerFromJson(compactJson(each.value), JsonSource::Program);
            if (!config)
                continue;
            config->id = {each.key.toLongLong()};
            listeners << *config;
        }
        return listeners;
    });
}

Result<ListenerConfig> listenerOfCaptures(Reader& reader, ListenerId id)
{
    auto stored = reader.listener(id);
    if (stored || stored.error().code != ErrorCode::NotFound)
        return stored;
    return pastListeners(reader).and_then([&](const QList<ListenerConfig>& past) {
        const auto found = std::ranges::find(past, id, &ListenerConfig::id);
        return found == past.end() ? stored : Result<ListenerConfig>(*found);
    });
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/event_recognition.h"

#include <algorithm>

namespace hookworks {

namespace {

bool isString(QByteArrayView json, const QString& text)
{
    if (!json.startsWith('"'))
        return false;
    if (!json.contains('\\'))
        return json.sliced(1, json.size() - 2) == text.toUtf8();
    const auto value = readJson(json);
    return value && value->text == text;
}

} // namespace

EventRecogniser::EventRecogniser(const QList<ProviderProfile>& profiles)
{
    QStringList keys;
    for (const ProviderProfile& profile : profiles) {
        for (const ProfileEvent& event : profile.events) {
            Event known{{profile.key, event.name}, {}, {}};
            for (const PayloadField& field : event.fields) {
                if (!keys.contains(field.key))
                    keys << field.key;
                known.members << keys.indexOf(field.key);
                if (field.value.isString() && field.value.text == QLatin1String("{event}"))
                    known.names << known.members.last();
            }
            m_events << known;
        }
    }
    QList<JsonPath> paths;
    for (const QString& key : keys)
        paths << JsonPath{{JsonPath::Step(key)}};
    m_keys = PathTree(paths);
}

std::optional<PayloadOrigin> EventRecogniser::originOf(QByteArrayView body) const
{
    const auto spans = locate(body, m_keys);
    if (!spans)
        return std::nullopt;
    std::optional<PayloadOrigin> best;
    qsizetype most = 0;
    for (const Event& event : m_events) {
        const bool named = std::ranges::any_of(event.names, [&](qsizetype place) {
            const auto& span = spans->at(place);
            return span && isString(body.sliced(span->offset, span->end - span->offset), event.origin.event);
        });
        if (!named)
            continue;
        const qsizetype there = std::ranges::count_if(
            event.members, [&](qsizetype place) { return spans->at(place).has_value(); });
        if (there > std::exchange(most, std::max(most, there)))
            best = event.origin;
    }
    return best;
}

std::optional<PayloadOrigin> recogniseEvent(const QList<ProviderProfile>& profiles, const QByteArray& body)
{
    return EventRecogniser(profiles).originOf(body);
}

} // namespace hookworks

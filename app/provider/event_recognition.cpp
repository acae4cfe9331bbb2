// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/event_recognition.h"

#include <algorithm>

namespace hookworks {

namespace {

bool namesEvent(const ProfileEvent& event, const JsonValue& body)
{
    return std::ranges::any_of(event.fields, [&](const PayloadField& field) {
        const JsonValue* const there = body.find(field.key);
        return field.value.isString() && field.value.text == QLatin1String("{event}") && there &&
               there->isString() && there->text == event.name;
    });
}

} // namespace

std::optional<PayloadOrigin> recogniseEvent(const QList<ProviderProfile>& profiles, const QByteArray& body)
{
    const auto root = readJson(body);
    if (!root || !root->isObject())
        return std::nullopt;
    std::optional<PayloadOrigin> best;
    qsizetype most = 0;
    for (const ProviderProfile& profile : profiles) {
        for (const ProfileEvent& event : profile.events) {
            if (!namesEvent(event, *root))
                continue;
            const qsizetype there = std::ranges::count_if(
                event.fields, [&](const PayloadField& field) { return root->find(field.key) != nullptr; });
            if (there > std::exchange(most, std::max(most, there)))
                best = PayloadOrigin{profile.key, event.name};
        }
    }
    return best;
}

} // namespace hookworks

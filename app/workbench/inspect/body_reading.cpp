// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/body_reading.h"

#include "http/content_decoding.h"
#include "provider/catalogue.h"
#include "provider/event_recognition.h"

namespace hookworks {

BodyReading realBodyReading(const ProviderCatalogue& providers)
{
    const auto decode = [](const QByteArray& coding, const QByteArray& body) {
        const auto plain = decoded(body, coding);
        return plain ? std::optional(*plain) : std::nullopt;
    };
    const auto recognise = [recogniser = EventRecogniser(providers.profiles())](const QByteArray& body) {
        const auto origin = recogniser.originOf(body);
        return origin ? RecognisedEvent{origin->provider, origin->event} : RecognisedEvent();
    };
    return {decode, recognise};
}

} // namespace hookworks

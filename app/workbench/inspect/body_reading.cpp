// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/body_reading.h"

#include "http/content_decoding.h"
#include "provider/catalogue.h"
#include "provider/event_recognition.h"

#include <mutex>
#include <optional>

namespace hookworks {

namespace {

/// Reads the profiles when the first body is looked at: a workspace opens without them. Thread-safe.
class LazyRecogniser
{
public:
    explicit LazyRecogniser(const ProviderCatalogue& providers)
        : m_providers(providers)
    {
    }

    RecognisedEvent eventOf(const QByteArray& body)
    {
        std::call_once(m_once, [this] { m_recogniser.emplace(m_providers.profiles()); });
        const auto origin = m_recogniser->originOf(body);
        return origin ? RecognisedEvent{origin->provider, origin->event} : RecognisedEvent();
    }

private:
    ProviderCatalogue m_providers;
    std::once_flag m_once;
    std::optional<EventRecogniser> m_recogniser;
};

} // namespace

BodyReading realBodyReading(const ProviderCatalogue& providers)
{
    const auto decode = [](const QByteArray& coding, const QByteArray& body) {
        const auto plain = decoded(body, coding);
        return plain ? std::optional(*plain) : std::nullopt;
    };
    const auto recognise = [recogniser = std::make_shared<LazyRecogniser>(providers)](
                               const QByteArray& body) { return recogniser->eventOf(body); };
    return {decode, recognise};
}

} // namespace hookworks

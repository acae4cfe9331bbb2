// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/samples.h"

#include "domain/words.h"
#include "provider/catalogue.h"
#include "workbench/inspect/body_reading.h"
#include "workbench/session/session.h"

namespace hookworks {

namespace {

/// What a sample is made of.
struct SampleSource
{
    HeaderList headers;
    QByteArray body;
    QString provider, event; ///< of its delivery; empty: what the body says
};

Result<SampleSource> sourceOf(Reader& reader, CaptureId id)
{
    const auto capture = reader.capture(id);
    if (!capture)
        return tl::unexpected<Error>(capture.error());
    SampleSource source{capture->headers, capture->body, {}, {}};
    if (!capture->delivery)
        return source;
    const auto delivery = reader.deliverySummaries({*capture->delivery});
    if (!delivery)
        return tl::unexpected<Error>(delivery.error());
    if (!delivery->isEmpty()) {
        source.provider = delivery->first().provider;
        source.event = delivery->first().event;
    }
    return source;
}

Result<SampleSource> sourceOf(Reader& reader, DeliveryId id)
{
    return reader.delivery(id).map([](const Delivery& delivery) {
        return SampleSource{delivery.request.headers, delivery.request.body, delivery.provider,
                            delivery.event};
    });
}

Result<SampleBody> sampleOf(const ProviderCatalogue& providers, const SampleSource& source,
                            const QString& row)
{
    const BodyReading reading = realBodyReading(providers);
    const QueryValues body = readableBody(source.headers, source.body, reading);
    if (!body.complete)
        return fail(ErrorCode::BadInput,
                    tr("The body of %1 is encoded (%2) and cannot be decoded; it cannot become a sample.")
                        .arg(row, QString::fromLatin1(contentCoding(source.headers))));
    SampleBody sample{{},
                      source.provider,
                      source.event,
                      QString::fromUtf8(source.headers.values("Content-Type").value(0)),
                      body.values.first(),
                      {}};
    if (sample.event.isEmpty()) {
        const RecognisedEvent recognised = reading.recognise(sample.body);
        sample.provider = recognised.provider;
        sample.event = recognised.event;
    }
    return sample;
}

} // namespace

Samples::Samples(Session& session)
    : m_session(&session)
{
    connect(&session, &Session::committed, this, [this](const StoreChanges& changes) {
        if (changes.samples)
            Q_EMIT changed();
    });
}

Answer<QList<SampleBody>> Samples::list()
{
    return m_session->store().read([](Reader& reader) { return reader.samples(); });
}

Answer<SampleBody> Samples::get(const QString& name)
{
    return m_session->store().read([name](Reader& reader) { return reader.sample(name); });
}

Answer<SampleBody> Samples::add(const RowId& row, const QString& name)
{
    const RealTime now = m_session->clock().now();
    return m_session->store().write(
        [providers = m_session->providers(), row, name, now](Writer& writer) -> Result<SampleBody> {
            const auto source = std::visit([&](const auto id) { return sourceOf(writer, id); }, row);
            auto sample = source.and_then(
                [&](const SampleSource& found) { return sampleOf(providers, found, toString(row)); });
            if (!sample)
                return sample;
            sample->name = name.trimmed();
            sample->createdAt = now;
            return writer.addSample(*sample).map([&] { return *sample; });
        });
}

Answer<SampleBody> Samples::remove(const QString& name)
{
    return m_session->store().write([name](Writer& writer) { return writer.removeSample(name); });
}

Answer<void> Samples::restore(const SampleBody& sample)
{
    return m_session->store().write([sample](Writer& writer) { return writer.addSample(sample); });
}

} // namespace hookworks

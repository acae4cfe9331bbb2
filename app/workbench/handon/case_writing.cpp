// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/handon/case_writing.h"

#include "http/content_decoding.h"
#include "json/value.h"
#include "provider/catalogue.h"
#include "store/reader.h"
#include "workbench/handon/case_file.h"
#include "workbench/handon/case_profiles.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/masked_exchange.h"
#include "workbench/inspect/wire_exchange.h"
#include "workbench/listen/past_listeners.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

/// Everything that belongs to what was chosen, each once, in the order in which it is met.
class CaseGathering
{
public:
    explicit CaseGathering(Reader& reader)
        : m_reader(&reader)
    {
    }

    Result<void> add(const QString& id)
    {
        if (m_seen.contains(id))
            return {};
        m_seen.insert(id);
        if (m_seen.size() > CaseMost::exchanges)
            return fail(ErrorCode::BadInput,
                        HandOnText::tr("A case holds at most %1 deliveries and captures. Export fewer.")
                            .arg(CaseMost::exchanges));
        auto exchange = exchangeOf(*m_reader, id);
        if (!exchange)
            return tl::unexpected<Error>(exchange.error());
        m_exchanges << *exchange;
        return addOthersOf(*exchange);
    }

    QList<ExportedExchange> done() { return std::move(m_exchanges); }

private:
    /// What is not there any more is left out.
    Result<void> addOthersOf(const ExportedExchange& exchange)
    {
        if (exchange.capture && exchange.capture->delivery)
            return addIfThere(exchange.capture->delivery->toString());
        for (const Attempt& attempt : exchange.attempts) {
            if (!attempt.capture)
                continue;
            if (const auto added = addIfThere(attempt.capture->toString()); !added)
                return added;
        }
        return {};
    }

    Result<void> addIfThere(const QString& id)
    {
        const auto added = add(id);
        return added || added.error().code != ErrorCode::NotFound ? added : Result<void>();
    }

    Reader* m_reader;
    QSet<QString> m_seen;
    QList<ExportedExchange> m_exchanges;
};

/// Listeners with those of their rules that answered, numbered anew; the captures follow.
QList<CaseListener> takeListeners(Reader& reader, QList<ExportedExchange>& exchanges)
{
    QMap<ListenerId, QSet<QString>> answered;
    for (const ExportedExchange& exchange : std::as_const(exchanges)) {
        if (exchange.capture && exchange.capture->listener.number != 0)
            answered[exchange.capture->listener].insert(exchange.capture->rule);
    }
    QList<CaseListener> listeners;
    QHash<ListenerId, ListenerId> numbers;
    for (auto each = answered.cbegin(); each != answered.cend(); ++each) {
        const auto found = listenerOfCaptures(reader, each.key());
        if (!found) // it is gone; the captures say what answered
            continue;
        const ListenerId number{listeners.size() + 1};
        CaseListener listener{number.toString(), found->name, found->address, found->port, found->tls, {}};
        std::ranges::copy_if(found->rules, std::back_inserter(listener.rules),
                             [&each](const ReplyRule& rule) {
                                 return !rule.name.isEmpty() && each.value().contains(rule.name);
                             });
        listeners << listener;
        numbers.insert(each.key(), number);
    }
    for (ExportedExchange& exchange : exchanges) {
        if (exchange.capture)
            exchange.capture->listener = numbers.value(exchange.capture->listener);
    }
    return listeners;
}

/// What a replay is made of, its body without content coding.
Request replayedRequest(const ExportedExchange& exchange)
{
    Request request;
    if (exchange.delivery) {
        request = exchange.delivery->request;
        request.exactHead.clear();
    } else {
        request.method = exchange.capture->method;
        request.url = QString::fromUtf8(exchange.capture->target);
        request.headers = exchange.capture->headers;
        request.body = exchange.capture->body;
    }
    const QByteArray codings = request.headers.values("Content-Encoding").join(',');
    if (const auto plain = codings.isEmpty() ? std::nullopt : std::optional(decoded(request.body, codings));
        plain && *plain)
        request.body = **plain;
    request.headers.remove("Content-Encoding");
    request.headers.remove("Content-Length");
    request.headers.remove("Transfer-Encoding");
    return request;
}

bool meanTheSame(const QByteArray& a, const QByteArray& b)
{
    if (a == b || QByteArray::fromPercentEncoding(a) == QByteArray::fromPercentEncoding(b))
        return true;
    const auto left = readJson(a);
    const auto right = left ? readJson(b) : tl::unexpected(JsonProblem());
    return left && right && *left == *right;
}

/// Whether the placeholders' own values would bring the request back.
bool canBeBroughtBack(const ExportedExchange& exchange, const ExportedExchange& hidden,
                      const PlaceholderValues& values)
{
    const Request before = replayedRequest(exchange);
    const Request after = filled(replayedRequest(hidden), values);
    return before.headers == after.headers && meanTheSame(before.url.toUtf8(), after.url.toUtf8()) &&
           meanTheSame(before.body, after.body);
}

QString listedSome(const QStringList& texts)
{
    constexpr qsizetype most = 10;
    const QString first = texts.first(std::min(most, texts.size())).join(QStringLiteral(", "));
    return texts.size() <= most ? first
                                : HandOnText::tr("%1 and %2 more").arg(first).arg(texts.size() - most);
}

/// Masks everything that a case is made of.
class CaseMasking
{
public:
    explicit CaseMasking(KnownSecrets known)
        : m_names(std::make_shared<PlaceholderNames>(std::move(known)))
        , m_masking(PlaceholderNames::masking(m_names))
    {
    }

    void mask(QList<ExportedExchange>& exchanges)
    {
        for (ExportedExchange& exchange : exchanges) {
            ExportedExchange hidden = masked(exchange, m_masking);
            if (!canBeBroughtBack(exchange, hidden, m_names->values()))
                m_lost << exchange.id();
            if (holdsUnreadableBody(exchange))
                m_unreadable << exchange.id();
            exchange = std::move(hidden);
        }
    }

    void mask(QList<CaseListener>& listeners) const
    {
        for (CaseListener& listener : listeners) {
            listener.name = m_masking.text(listener.name);
            for (ReplyRule& rule : listener.rules)
                rule = maskedRule(rule, m_masking);
        }
    }

    const QStringList& lost() const { return m_lost; }
    const QList<Placeholder>& given() const { return m_names->given(); }

    QStringList notes() const
    {
        QStringList notes;
        if (!m_lost.isEmpty())
            notes << HandOnText::tr("Secrets stand there in a form that no placeholder can have (base64, a "
                                    "number), so that these can only be looked at: %1. To have them "
                                    "replayed, export with secrets.")
                         .arg(listedSome(m_lost));
        if (!m_unreadable.isEmpty())
            notes << HandOnText::tr("Bodies that could not be decoded were not searched for secrets: %1.")
                         .arg(listedSome(m_unreadable));
        return notes;
    }

private:
    std::shared_ptr<PlaceholderNames> m_names;
    Masking m_masking;
    QStringList m_lost, m_unreadable;
};

/// Those that stand somewhere in the text or in a body that is no text.
/// Their own list does not count.
QList<Placeholder> usedOf(const QList<Placeholder>& given, const QByteArray& text, const CaseFile& file)
{
    QStringList names = placeholdersIn(text);
    for (const Capture& capture : file.captures)
        names += placeholdersIn(capture.body) + placeholdersIn(capture.response.body);
    for (const DeliveryRecord& record : file.deliveries) {
        names += placeholdersIn(record.delivery.request.body);
        for (const Attempt& attempt : record.attempts)
            names += placeholdersIn(attempt.responseBody);
    }
    QList<Placeholder> used;
    std::ranges::copy_if(given, std::back_inserter(used),
                         [&names](const Placeholder& each) { return names.contains(each.name); });
    return used;
}

QString placeholderNote(const QList<Placeholder>& placeholders)
{
    QStringList words;
    for (const Placeholder& each : placeholders)
        words << QStringLiteral("%1 (%2)").arg(each.name, each.place);
    return HandOnText::tr("Secrets became placeholders, which an import asks for: %1.")
        .arg(listedSome(words));
}

void addExchanges(CaseFile& file, const QList<ExportedExchange>& exchanges)
{
    for (const ExportedExchange& exchange : exchanges) {
        if (exchange.delivery)
            file.deliveries << DeliveryRecord{*exchange.delivery, exchange.attempts};
        else
            file.captures << *exchange.capture;
    }
    std::ranges::sort(file.deliveries, {}, [](const DeliveryRecord& each) { return each.delivery.id; });
    std::ranges::sort(file.captures, {}, [](const Capture& each) { return each.id; });
}

Result<Exported> checkedSize(Exported exported)
{
    if (exported.bytes.size() <= CaseMost::fileBytes)
        return exported;
    return fail(ErrorCode::BadInput,
                HandOnText::tr("The case would have %1 MiB, and an import takes at most %2. Export fewer "
                               "deliveries and captures.")
                    .arg(exported.bytes.size() >> 20)
                    .arg(CaseMost::fileBytes >> 20));
}

} // namespace

Result<Exported> writtenCase(Reader& reader, const ProviderCatalogue& providers, const QStringList& ids,
                             bool withSecrets, RealTime now)
{
    CaseGathering gathering(reader);
    for (const QString& id : ids) {
        if (const auto added = gathering.add(id); !added)
            return tl::unexpected<Error>(added.error());
    }
    QList<ExportedExchange> exchanges = gathering.done();
    CaseFile file;
    file.program = QStringLiteral("Hookworks " HOOKWORKS_VERSION);
    file.madeAt = now;
    file.withSecrets = withSecrets;
    file.profiles = caseProfiles(providers, exchanges);
    file.listeners = takeListeners(reader, exchanges);
    Exported exported;
    if (withSecrets) {
        addExchanges(file, exchanges);
        exported.bytes = caseText(file);
        return checkedSize(std::move(exported));
    }
    auto known = knownSecrets(reader, exchanges);
    if (!known)
        return tl::unexpected<Error>(known.error());
    CaseMasking masking(std::move(*known));
    masking.mask(exchanges);
    masking.mask(file.listeners);
    addExchanges(file, exchanges);
    file.lost = masking.lost();
    file.placeholders = masking.given();
    exported.bytes = caseText(file);
    if (auto used = usedOf(file.placeholders, exported.bytes, file); used != file.placeholders) {
        file.placeholders = std::move(used);
        exported.bytes = caseText(file);
    }
    exported.notes = masking.notes();
    if (!file.placeholders.isEmpty())
        exported.notes.prepend(placeholderNote(file.placeholders));
    return checkedSize(std::move(exported));
}

} // namespace hookworks

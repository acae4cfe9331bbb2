// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/series.h"

#include "domain/readable_text.h"
#include "provider/catalogue.h"
#include "provider/event_recognition.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/imported.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <dtl/dtl.hpp>

namespace hookworks {

namespace {

constexpr qsizetype mostPairs = 500;
constexpr qint64 mostNamed = 1000;
constexpr qsizetype mostToRecognise = 4 * 1024 * 1024;

/// The event in words, and its provider.
std::pair<QString, QString> eventOf(const ProviderCatalogue& providers, const ExportedExchange& exchange,
                                    const WireExchange& wire)
{
    if (exchange.delivery)
        return {exchange.delivery->event, exchange.delivery->provider};
    const auto origin = wire.request.content.size() <= mostToRecognise
                            ? recogniseEvent(providers.profiles(), wire.request.content)
                            : std::nullopt;
    return origin ? std::pair(origin->event, origin->provider) : std::pair<QString, QString>();
}

ComparedEntry entryOf(const ProviderCatalogue& providers, const QString& name,
                      const ExportedExchange& exchange, WireExchange wire, RealTime at)
{
    const auto [event, provider] = eventOf(providers, exchange, wire);
    wire.attempt = nullptr; // what it points to ends before this
    return {{name, event, at, std::move(wire)}, provider, exchange};
}

RealTime timeOf(const ExportedExchange& exchange)
{
    return exchange.delivery ? exchange.delivery->createdAt : exchange.capture->receivedAt;
}

Error noRequest(const QString& name)
{
    return {ErrorCode::NotFound, HandOnText::tr("There is no %1.").arg(name), {}};
}

Result<Imported> readArchive(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadInput, HandOnText::tr("%1 cannot be read.").arg(path), file.errorString());
    if (file.size() > ImportMost::fileBytes)
        return fail(ErrorCode::BadInput, HandOnText::tr("%1 is larger than 256 MiB.").arg(path));
    return readHar(file.readAll(), RealTime()).map_error([&path](Error error) {
        error.message.prepend(path + QStringLiteral(": "));
        return error;
    });
}

Result<QList<ComparedEntry>> entriesOfArchive(const ProviderCatalogue& providers, const QString& path)
{
    return readArchive(path).and_then([&](const Imported& archive) -> Result<QList<ComparedEntry>> {
        QList<ComparedEntry> entries;
        for (const Capture& capture : archive.captures) {
            ExportedExchange exchange;
            exchange.capture = capture;
            const auto wire = wireExchange(exchange, std::nullopt);
            if (!wire)
                return tl::unexpected<Error>(wire.error());
            const QString name = QStringLiteral("%1#%2").arg(path).arg(archive.places[entries.size()]);
            entries << entryOf(providers, name, exchange, *wire, capture.receivedAt);
        }
        return entries;
    });
}

Result<QList<ComparedEntry>> attemptsOf(Reader& reader, const ProviderCatalogue& providers, const QString& id,
                                        const ListenerBase& listener)
{
    const auto exchange = exchangeOf(reader, id);
    const auto wires =
        exchange ? wireExchanges(*exchange, listener) : tl::unexpected<Error>(exchange.error());
    if (!wires)
        return tl::unexpected<Error>(wires.error());
    QList<ComparedEntry> entries;
    for (const WireExchange& wire : *wires) {
        const QString name = wire.attempt ? QStringLiteral("%1/%2").arg(id).arg(wire.attempt->number) : id;
        const RealTime at = wire.attempt ? wire.attempt->startedAt : timeOf(*exchange);
        entries << entryOf(providers, name, *exchange, wire, at);
    }
    return entries;
}

/// `d3..d9` as the names it stands for; any other as it is.
QStringList named(const QString& part)
{
    static const QRegularExpression range(QStringLiteral(R"re(^([cd])(\d{1,15})\.\.([cd])(\d{1,15})$)re"));
    const auto match = range.match(part);
    if (!match.hasMatch() || match.captured(1) != match.captured(3))
        return {part};
    QStringList names;
    const qint64 last = match.captured(4).toLongLong();
    for (qint64 number = match.captured(2).toLongLong(); number <= last && names.size() <= mostNamed;
         ++number)
        names << match.captured(1) + QString::number(number);
    return names;
}

Result<ComparedEntry> entryNamed(const QString& name, const Result<QList<ComparedEntry>>& entries)
{
    if (!entries)
        return tl::unexpected<Error>(entries.error());
    const auto found =
        std::ranges::find(*entries, name, [](const ComparedEntry& entry) { return entry.side.id; });
    return found == entries->end() ? Result<ComparedEntry>(tl::unexpected<Error>(noRequest(name)))
                                   : Result<ComparedEntry>(*found);
}

/// Those of a range that are gone are passed over.
Result<QList<ComparedEntry>> entriesNamed(Reader& reader, const ProviderCatalogue& providers,
                                          const QStringList& parts, const ListenerBase& listener)
{
    QList<ComparedEntry> entries;
    for (const QString& part : parts) {
        const QStringList names = named(part.trimmed());
        for (const QString& name : names) {
            const auto entry = comparedEntry(reader, providers, name, listener);
            if (entry)
                entries << *entry;
            else if (names.size() == 1 || entry.error().code != ErrorCode::NotFound)
                return tl::unexpected<Error>(entry.error());
        }
    }
    if (entries.isEmpty())
        return tl::unexpected<Error>(noRequest(parts.join(u',')));
    return entries;
}

SeriesPair pairOf(const ComparedEntry& left, const ComparedEntry& right, const QString& provider,
                  const QStringList& ignore)
{
    const Comparison comparison = fieldComparison(left.side, right.side, provider, ignore);
    return {left.side.id,         right.side.id,       left.kind(), comparison.differences(),
            comparison.ignored(), comparison.sameBytes};
}

} // namespace

QString ComparedEntry::kind() const
{
    if (!side.words.isEmpty())
        return side.words;
    const WireRequest& request = side.wire.request;
    return readableText(request.method + ' ' + request.target.split('?').first());
}

Result<ComparedEntry> comparedEntry(Reader& reader, const ProviderCatalogue& providers, const QString& name,
                                    const ListenerBase& listener)
{
    if (QDir::isAbsolutePath(name))
        return entryNamed(name, entriesOfArchive(providers, name.section(u'#', 0, -2)));
    if (name.contains(u'/'))
        return entryNamed(name, attemptsOf(reader, providers, name.section(u'/', 0, 0), listener));
    const auto exchange = exchangeOf(reader, name);
    const auto wire = exchange ? wireExchange(*exchange, listener) : tl::unexpected<Error>(exchange.error());
    if (!wire)
        return tl::unexpected<Error>(wire.error());
    return entryOf(providers, name, *exchange, *wire, timeOf(*exchange));
}

Result<QList<ComparedEntry>> comparedSeries(Reader& reader, const ProviderCatalogue& providers,
                                            const QString& name, const ListenerBase& listener)
{
    if (QDir::isAbsolutePath(name))
        return entriesOfArchive(providers, name);
    const QStringList parts = name.split(u',', Qt::SkipEmptyParts);
    if (parts.size() == 1 && DeliveryId::parse(parts.first().trimmed()))
        return attemptsOf(reader, providers, parts.first().trimmed(), listener);
    return entriesNamed(reader, providers, parts, listener);
}

int SeriesComparison::differing() const
{
    return static_cast<int>(std::ranges::count_if(pairs, &SeriesPair::counts));
}

QList<std::pair<qsizetype, qsizetype>> pairedByKind(const QStringList& left, const QStringList& right)
{
    const auto kinds = [](const QStringList& list) {
        std::vector<std::string> texts;
        for (const QString& each : list)
            texts.push_back(each.toStdString());
        return texts;
    };
    dtl::Diff<std::string> diff(kinds(left), kinds(right));
    diff.compose();
    QList<std::pair<qsizetype, qsizetype>> pairs;
    qsizetype a = 0, b = 0;
    for (const auto& [kind, info] : diff.getSes().getSequence()) {
        const bool isLeft = info.type != dtl::SES_ADD, isRight = info.type != dtl::SES_DELETE;
        pairs.append({isLeft ? a++ : -1, isRight ? b++ : -1});
    }
    return pairs;
}

QString sharedProvider(const QList<ComparedEntry>& entries)
{
    const QString first = entries.isEmpty() ? QString() : entries.first().provider;
    const auto isFirst = [&first](const ComparedEntry& each) { return each.provider == first; };
    return std::ranges::all_of(entries, isFirst) ? first : QString();
}

SeriesComparison seriesComparison(const QList<ComparedEntry>& left, const QList<ComparedEntry>& right,
                                  const QString& provider, const QStringList& ignore)
{
    SeriesComparison series{provider, ignore, {}, false};
    QList<std::pair<qsizetype, qsizetype>> pairs;
    QStringList kinds[2];
    for (const ComparedEntry& each : left)
        kinds[0] << each.kind();
    for (const ComparedEntry& each : right)
        kinds[1] << each.kind();
    for (qsizetype i = 1; right.isEmpty() && i < left.size(); ++i)
        pairs.append({i - 1, i});
    if (!right.isEmpty())
        pairs = pairedByKind(kinds[0], kinds[1]);
    const QList<ComparedEntry>& others = right.isEmpty() ? left : right;
    series.cut = pairs.size() > mostPairs;
    for (const auto& [a, b] : pairs.first(std::min(pairs.size(), mostPairs))) {
        if (a >= 0 && b >= 0)
            series.pairs << pairOf(left[a], others[b], provider, ignore);
        else if (a >= 0)
            series.pairs << SeriesPair{left[a].side.id, {}, left[a].kind()};
        else
            series.pairs << SeriesPair{{}, others[b].side.id, others[b].kind()};
    }
    return series;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/differ.h"

#include "domain/readable_text.h"
#include "json/compare.h"
#include "provider/catalogue.h"
#include "workbench/inspect/answer_change.h"
#include "workbench/inspect/comparison.h"
#include "workbench/inspect/known_secrets.h"
#include "workbench/inspect/series.h"
#include "workbench/inspect/similar.h"
#include "workbench/inspect/wire_exchange.h"
#include "workbench/session/session.h"

#include <algorithm>
#include <dtl/dtl.hpp>

namespace hookworks {

namespace {

using Kind = DifferenceLine::Kind;

QList<DifferenceLine> jsonLines(const JsonValue& left, const JsonValue& right)
{
    QList<DifferenceLine> lines;
    for (const JsonDifference& difference : compareJson(left, right)) {
        const Kind kind = difference.kind == JsonDifference::Kind::Added     ? Kind::Added
                          : difference.kind == JsonDifference::Kind::Removed ? Kind::Removed
                                                                             : Kind::Changed;
        lines.append({kind, difference.path.toString(),
                      kind == Kind::Added ? QString() : leafText(difference.left),
                      kind == Kind::Removed ? QString() : leafText(difference.right)});
    }
    return lines;
}

std::vector<std::string> linesOf(const QByteArray& text)
{
    std::vector<std::string> lines;
    for (const QByteArray& line : text.split('\n'))
        lines.push_back(line.toStdString());
    return lines;
}

QList<DifferenceLine> textLines(const QByteArray& left, const QByteArray& right)
{
    dtl::Diff<std::string> diff(linesOf(left), linesOf(right));
    diff.compose();
    QList<DifferenceLine> lines;
    for (const auto& [text, info] : diff.getSes().getSequence()) {
        const QString line = readableText(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
        if (info.type == dtl::SES_ADD)
            lines.append({Kind::Added, {}, {}, line});
        else if (info.type == dtl::SES_DELETE)
            lines.append({Kind::Removed, {}, line, {}});
        else
            lines.append({Kind::Same, {}, line, line});
    }
    return lines;
}

using Values = std::optional<QByteArray>;

void compareField(QList<DifferenceLine>& lines, const QString& place, const Values& left, const Values& right)
{
    if (left == right)
        return;
    const Kind kind = !left ? Kind::Added : !right ? Kind::Removed : Kind::Changed;
    lines.append(
        {kind, place, readableText(left.value_or(QByteArray())), readableText(right.value_or(QByteArray()))});
}

Values joined(const HeaderList& headers, const QByteArray& name)
{
    const auto values = headers.values(name);
    return values.isEmpty() ? std::nullopt : Values(values.join(", "));
}

void compareFields(QList<DifferenceLine>& lines, const QString& place, const HeaderList& left,
                   const HeaderList& right)
{
    QList<QByteArray> names;
    for (const Header& header : left.fields + right.fields) {
        if (!names.contains(header.name.toLower()))
            names.append(header.name.toLower());
    }
    for (const QByteArray& name : names)
        compareField(lines, place + readableText(name), joined(left, name), joined(right, name));
}

QList<DifferenceLine> headLines(const WireRequest& left, const WireRequest& right)
{
    QList<DifferenceLine> lines;
    compareField(lines, QStringLiteral("method"), left.method, right.method);
    compareField(lines, QStringLiteral("url"), left.url.toUtf8(), right.url.toUtf8());
    if (left.url == right.url)
        compareField(lines, QStringLiteral("target"), left.target, right.target);
    compareField(lines, QStringLiteral("version"), left.version, right.version);
    compareFields(lines, QStringLiteral("headers."), left.headers, right.headers);
    compareFields(lines, QStringLiteral("trailers."), left.trailers, right.trailers);
    return lines;
}

Difference difference(const WireRequest& left, const WireRequest& right)
{
    Difference difference = Differ::compareBodies(left.content, right.content);
    const QList<DifferenceLine> head = headLines(left, right);
    difference.same = difference.same && head.isEmpty();
    difference.sameBytes = left.head == right.head && left.body == right.body;
    difference.lines = head + difference.lines;
    return difference;
}

/// One side of a line, by the name that its place ends with and by value.
QString masked(const QString& text, const QString& place, const Masking& masking)
{
    const QString name = place.section(u'.', -1);
    if (place.startsWith(QLatin1String("headers.")) || place.startsWith(QLatin1String("trailers.")))
        return QString::fromUtf8(masking.fieldValue(name.toUtf8(), text.toUtf8()));
    if (place == QLatin1String("url") || place == QLatin1String("target"))
        return masking.url(text);
    if (place.startsWith(u'$') && masking.isSecretName(name.toUtf8()))
        return QString::fromUtf8(masking.replaced(name.toUtf8(), text.toUtf8()));
    return QString::fromUtf8(masking.body(text.toUtf8(), {}));
}

void mask(Difference& difference, const Masking& masking)
{
    for (DifferenceLine& line : difference.lines) {
        line.left = masked(line.left, line.place, masking);
        line.right = masked(line.right, line.place, masking);
        line.place = masking.text(line.place);
    }
}

Result<Difference> compared(Reader& reader, const ProviderCatalogue& providers, const QString& left,
                            const QString& right, const ListenerBase& listener, bool withSecrets)
{
    const auto a = comparedEntry(reader, providers, left, listener);
    const auto b = comparedEntry(reader, providers, right, listener);
    if (!a || !b)
        return tl::unexpected<Error>(!a ? a.error() : b.error());
    Difference found = difference(a->side.wire.request, b->side.wire.request);
    if (withSecrets)
        return found;
    return maskingFor(reader, {a->exchange, b->exchange}).map([&](const Masking& masking) {
        mask(found, masking);
        return found;
    });
}

QString ignoreKey(const QString& provider)
{
    return QStringLiteral("compare.ignore.") + provider;
}

QStringList ignoredOf(Reader& reader, const ProviderCatalogue& providers, const QString& provider)
{
    const auto stored = reader.setting(ignoreKey(provider));
    if (!stored || stored->isEmpty())
        return usuallyIgnored(providers, provider);
    return stored->split(u'\n', Qt::SkipEmptyParts);
}

void mask(Comparison& comparison, const Masking& masking)
{
    for (Comparison::Line& line : comparison.lines) {
        const QString place =
            QString(line.fields.place).replace(QLatin1String("answer."), QLatin1String("headers."));
        line.fields.left = masked(line.fields.left, place, masking);
        line.fields.right = masked(line.fields.right, place, masking);
    }
    for (DifferenceLine& line : comparison.text) {
        line.left = masked(line.left, {}, masking);
        line.right = masked(line.right, {}, masking);
    }
}

Result<Comparison> fieldsCompared(Reader& reader, const ProviderCatalogue& providers, const QString& left,
                                  const QString& right, const ListenerBase& listener,
                                  const std::optional<QStringList>& ignore)
{
    const auto a = comparedEntry(reader, providers, left, listener);
    const auto b = comparedEntry(reader, providers, right, listener);
    if (!a || !b)
        return tl::unexpected<Error>(!a ? a.error() : b.error());
    const QString shared = sharedProvider({*a, *b});
    Comparison comparison =
        comparisonOf(a->side, b->side, shared, ignore.value_or(ignoredOf(reader, providers, shared)));
    return maskingFor(reader, {a->exchange, b->exchange}).map([&](const Masking& masking) {
        mask(comparison, masking);
        return comparison;
    });
}

ComparedSide sideOf(const NamedBody& named)
{
    ComparedSide side{named.name, {}, named.at, {}};
    side.wire.request.body = side.wire.request.content = named.body;
    return side;
}

Result<Comparison> bodiesCompared(Reader& reader, const ProviderCatalogue& providers, const NamedBody& left,
                                  const NamedBody& right, const QString& provider,
                                  const std::optional<QStringList>& ignore)
{
    Comparison comparison = comparisonOf(sideOf(left), sideOf(right), provider,
                                         ignore.value_or(ignoredOf(reader, providers, provider)));
    comparison.lines.removeIf(
        [](const Comparison::Line& line) { return line.section != Comparison::Section::Body; });
    return maskingFor(reader, {}).map([&](const Masking& masking) {
        mask(comparison, masking);
        return comparison;
    });
}

Result<SeriesComparison> seriesCompared(Reader& reader, const ProviderCatalogue& providers,
                                        const QString& left, const QString& right,
                                        const ListenerBase& listener,
                                        const std::optional<QStringList>& ignore)
{
    const auto a = comparedSeries(reader, providers, left, listener);
    const auto b =
        right.isEmpty() ? QList<ComparedEntry>() : comparedSeries(reader, providers, right, listener);
    if (!a || !b)
        return tl::unexpected<Error>(!a ? a.error() : b.error());
    const QList<ComparedEntry> all = *a + *b;
    const QString shared = sharedProvider(all);
    SeriesComparison series =
        seriesComparison(*a, *b, shared, ignore.value_or(ignoredOf(reader, providers, shared)));
    QList<ExportedExchange> exchanges;
    for (const ComparedEntry& entry : all)
        exchanges << entry.exchange;
    return maskingFor(reader, exchanges).map([&series](const Masking& masking) {
        for (SeriesPair& pair : series.pairs)
            pair.kind = masking.url(pair.kind);
        return series;
    });
}

Result<std::optional<int>> countedToSimilar(Reader& reader, const ProviderCatalogue& providers, CaptureId id)
{
    constexpr qint64 largest = 256 * 1024;
    const auto heads = reader.capturesOf({id});
    if (!heads || heads->isEmpty() || heads->first().bodyBytes > largest)
        return std::optional<int>();
    const auto similar = similarBefore(reader, providers, id.toString());
    if (!similar)
        return std::optional<int>();
    const auto others = reader.capturesOf({*similar});
    if (!others || others->isEmpty() || others->first().bodyBytes > largest)
        return std::optional<int>();
    const auto a = comparedEntry(reader, providers, id.toString(), std::nullopt);
    const auto b = comparedEntry(reader, providers, similar->toString(), std::nullopt);
    if (!a || !b)
        return std::optional<int>();
    const QString shared = sharedProvider({*a, *b});
    return std::optional(
        fieldComparison(a->side, b->side, shared, ignoredOf(reader, providers, shared)).differences());
}

} // namespace

Differ::Differ(Session& session)
    : m_session(&session)
{
}

Answer<Difference> Differ::compare(const QString& left, const QString& right, bool withSecrets)
{
    const QString& url = m_session->live().listenerUrl();
    const ListenerBase listener = url.isEmpty() ? std::nullopt : ListenerBase(url);
    return m_session->store().readInBackground(
        [providers = m_session->providers(), left, right, listener, withSecrets](Reader& reader) {
            return compared(reader, providers, left, right, listener, withSecrets);
        });
}

Answer<Comparison> Differ::compareFields(const QString& left, const QString& right,
                                         const std::optional<QStringList>& ignore)
{
    const QString& url = m_session->live().listenerUrl();
    const ListenerBase listener = url.isEmpty() ? std::nullopt : ListenerBase(url);
    return m_session->store().readInBackground([providers = m_session->providers(), left, right, listener,
                                                ignore](Reader& reader) -> Result<Comparison> {
        if (!right.isEmpty())
            return fieldsCompared(reader, providers, left, right, listener, ignore);
        return nameBefore(reader, providers, left).and_then([&](const QString& before) {
            return fieldsCompared(reader, providers, left, before, listener, ignore);
        });
    });
}

Answer<QString> Differ::before(const QString& name)
{
    return m_session->store().readInBackground([providers = m_session->providers(), name](Reader& reader) {
        return nameBefore(reader, providers, name);
    });
}

Answer<AnswerChange> Differ::compareAnswers(const QString& before, const QString& now)
{
    return m_session->store().readInBackground([before, now](Reader& reader) -> Result<AnswerChange> {
        const auto a = exchangeOf(reader, before);
        const auto b = exchangeOf(reader, now);
        if (!a || !b)
            return tl::unexpected<Error>(!a ? a.error() : b.error());
        return maskingFor(reader, {*a, *b}).map([&](const Masking& masking) {
            return answerChange(*a, *b, masking);
        });
    });
}

Answer<Comparison> Differ::compareBodyFields(const NamedBody& left, const NamedBody& right,
                                             const QString& provider,
                                             const std::optional<QStringList>& ignore)
{
    return m_session->store().readInBackground(
        [providers = m_session->providers(), left, right, provider, ignore](Reader& reader) {
            return bodiesCompared(reader, providers, left, right, provider, ignore);
        });
}

Answer<SeriesComparison> Differ::compareSeries(const QString& left, const QString& right,
                                               const std::optional<QStringList>& ignore)
{
    const QString& url = m_session->live().listenerUrl();
    const ListenerBase listener = url.isEmpty() ? std::nullopt : ListenerBase(url);
    return m_session->store().readInBackground(
        [providers = m_session->providers(), left, right, listener, ignore](Reader& reader) {
            return seriesCompared(reader, providers, left, right, listener, ignore);
        });
}

Answer<std::optional<int>> Differ::differencesToSimilar(CaptureId id)
{
    return m_session->store().readInBackground([providers = m_session->providers(), id](Reader& reader) {
        return countedToSimilar(reader, providers, id);
    });
}

Answer<void> Differ::setIgnored(const QString& provider, const QStringList& ignore)
{
    return m_session->store().write([provider, ignore](Writer& writer) {
        // A list that is empty is one, too.
        return writer.setSetting(ignoreKey(provider),
                                 ignore.isEmpty() ? QStringLiteral("\n") : ignore.join(u'\n'));
    });
}

QList<DifferenceLine> Differ::compareLines(const QByteArray& left, const QByteArray& right)
{
    return textLines(left, right);
}

Difference Differ::compareBodies(const QByteArray& left, const QByteArray& right)
{
    Difference difference;
    const auto a = readJson(left);
    const auto b = readJson(right);
    difference.structural = a && b;
    difference.sameBytes = left == right;
    difference.lines = difference.structural ? jsonLines(*a, *b) : textLines(left, right);
    difference.same = std::ranges::all_of(difference.lines,
                                          [](const DifferenceLine& line) { return line.kind == Kind::Same; });
    return difference;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/exporter.h"

#include "provider/catalogue.h"
#include "workbench/handon/case_writing.h"
#include "workbench/inspect/exchange_forms.h"
#include "workbench/inspect/known_secrets.h"
#include "workbench/inspect/masked_exchange.h"
#include "workbench/session/session.h"

#include <algorithm>
#include <array>

namespace hookworks {

namespace {

/// The one list of them, in the order in which they are offered.
struct FormatWords
{
    ExportFormat format;
    QLatin1String name, suffix;
};
constexpr std::array<FormatWords, 15> formatWords{
    {{ExportFormat::Raw, QLatin1String("raw"), QLatin1String("raw")},
     {ExportFormat::Curl, QLatin1String("curl"), QLatin1String("sh")},
     {ExportFormat::Har, QLatin1String("har"), QLatin1String("har")},
     {ExportFormat::Ndjson, QLatin1String("ndjson"), QLatin1String("ndjson")},
     {ExportFormat::Csv, QLatin1String("csv"), QLatin1String("csv")},
     {ExportFormat::Postman, QLatin1String("postman"), QLatin1String("json")},
     {ExportFormat::Bruno, QLatin1String("bruno"), QLatin1String("bru")},
     {ExportFormat::Http, QLatin1String("http"), QLatin1String("http")},
     {ExportFormat::Httpie, QLatin1String("httpie"), QLatin1String("sh")},
     {ExportFormat::Python, QLatin1String("python"), QLatin1String("py")},
     {ExportFormat::Node, QLatin1String("node"), QLatin1String("js")},
     {ExportFormat::Csharp, QLatin1String("csharp"), QLatin1String("cs")},
     {ExportFormat::Powershell, QLatin1String("powershell"), QLatin1String("ps1")},
     {ExportFormat::Html, QLatin1String("html"), QLatin1String("html")},
     {ExportFormat::Case, QLatin1String("case"), QLatin1String("hookworks-case")}}};

/// `c1, c2, c3 and 40 more`.
QString listed(const QStringList& ids)
{
    constexpr qsizetype most = 10;
    const QString first = QStringList(ids.first(std::min(most, ids.size()))).join(QStringLiteral(", "));
    return ids.size() <= most ? first : Exporter::tr("%1 and %2 more").arg(first).arg(ids.size() - most);
}

/// Exports one exchange after the other into one text.
class ExportWriting
{
public:
    ExportWriting(ExportFormat format, ListenerBase listener)
        : m_format(format)
        , m_listener(std::move(listener))
    {
        m_exported.bytes = formHead(format);
    }

    ExportFormat format() const { return m_format; }

    void add(const ExportedExchange& exchange)
    {
        const auto added =
            shapeOf(m_format) == FormShape::Collection ? addEntries(exchange) : addPiece(exchange);
        if (!added)
            m_exported.refused << added.error();
    }

    void addMasked(const ExportedExchange& exchange, const Masking& masking)
    {
        const ExportedExchange hidden = masked(exchange, masking);
        if (bodyOf(hidden) != bodyOf(exchange) && m_format != ExportFormat::Csv)
            m_shortened << exchange.id();
        if (holdsUnreadableBody(exchange) && m_format != ExportFormat::Csv)
            m_unreadable << exchange.id();
        add(hidden);
    }

    Exported done()
    {
        if (shapeOf(m_format) == FormShape::Collection)
            m_exported.bytes = wholeCollection(m_format, m_entries);
        note(m_shortened,
             Exporter::tr("Secrets in bodies are masked, and lengths are those of the masked bodies: %1."));
        note(m_unreadable,
             Exporter::tr("Bodies that could not be decoded were not searched for secrets: %1."));
        note(m_unsent, Exporter::tr("Nothing was sent, and the request is as it would be: %1."));
        note(m_trailers, Exporter::tr("Trailer fields are left out, because this form has none: %1."));
        return std::move(m_exported);
    }

private:
    static const QByteArray& bodyOf(const ExportedExchange& exchange)
    {
        return exchange.delivery ? exchange.delivery->request.body : exchange.capture->body;
    }

    void note(const QStringList& ids, const QString& words)
    {
        if (!ids.isEmpty())
            m_exported.notes << words.arg(listed(ids));
    }

    /// HAR has an entry for each attempt; what is sent again is one request.
    Result<void> addEntries(const ExportedExchange& exchange)
    {
        if (m_format != ExportFormat::Har)
            return wireExchange(exchange, m_listener).and_then([&](const WireExchange& wire) {
                return addEntry(exchange, wire);
            });
        return wireExchanges(exchange, m_listener).and_then([&](const QList<WireExchange>& all) {
            Result<void> added;
            for (const WireExchange& wire : all)
                added = added.and_then([&] { return addEntry(exchange, wire); });
            return added;
        });
    }

    Result<void> addEntry(const ExportedExchange& exchange, const WireExchange& wire)
    {
        return exchangeEntry(m_format, exchange, wire).map([&](const JsonValue& entry) {
            m_entries << entry;
            noteWhatIsOtherwise(exchange, wire);
        });
    }

    Result<void> addPiece(const ExportedExchange& exchange)
    {
        return wireExchange(exchange, m_listener).and_then([&](const WireExchange& wire) {
            return exchangeText(m_format, exchange, wire).map([&](const QByteArray& piece) {
                m_exported.bytes += piece;
                noteWhatIsOtherwise(exchange, wire);
            });
        });
    }

    void noteWhatIsOtherwise(const ExportedExchange& exchange, const WireExchange& wire)
    {
        if (!isRequestForm(m_format))
            return;
        if (!wire.wasOnWire)
            m_unsent << exchange.id();
        if (m_format != ExportFormat::Raw && !wire.request.trailers.fields.isEmpty())
            m_trailers << exchange.id();
    }

    ExportFormat m_format;
    ListenerBase m_listener;
    QList<JsonValue> m_entries;
    QStringList m_shortened, m_unreadable, m_unsent, m_trailers;
    Exported m_exported;
};

/// Which rules answered the attempts: for what says why.
void findRules(Reader& reader, ExportedExchange& exchange)
{
    QHash<CaptureId, int> numbers;
    for (const Attempt& attempt : std::as_const(exchange.attempts)) {
        if (attempt.capture)
            numbers.insert(*attempt.capture, attempt.number);
    }
    for (const CaptureSummary& capture :
         reader.captureSummaries(numbers.keys()).value_or(QList<CaptureSummary>()))
        exchange.rules.insert(numbers.value(capture.id), capture.answeringRule());
}

Result<Exported> written(Reader& reader, const QStringList& ids, ExportWriting writing, bool withSecrets)
{
    if (ids.size() > 1 && shapeOf(writing.format()) == FormShape::Single)
        return fail(
            ErrorCode::BadInput,
            Exporter::tr("A file of the form %1 holds one delivery or capture. Export them one by one.")
                .arg(toString(writing.format())));
    QList<ExportedExchange> exchanges;
    for (const QString& id : ids) {
        auto exchange = exchangeOf(reader, id);
        if (!exchange)
            return tl::unexpected<Error>(exchange.error());
        if (writing.format() == ExportFormat::Html)
            findRules(reader, *exchange);
        exchanges.append(std::move(*exchange));
    }
    const auto masking = withSecrets ? Result<Masking>(Masking()) : maskingFor(reader, exchanges);
    if (!masking)
        return tl::unexpected<Error>(masking.error());
    for (const ExportedExchange& exchange : std::as_const(exchanges)) {
        if (withSecrets)
            writing.add(exchange);
        else
            writing.addMasked(exchange, *masking);
    }
    return writing.done();
}

Result<QStringList> changedNames(Writer& writer, const QStringList& added, const QStringList& removed)
{
    const auto setting = writer.setting(secretNamesKey());
    if (!setting)
        return tl::unexpected<Error>(setting.error());
    SecretNameChanges changes = secretNameChanges(*setting);
    for (const QString& name : added) {
        if (!SecretNames::isName(name))
            return fail(
                ErrorCode::BadInput,
                Exporter::tr(
                    "\"%1\" is no name to mask by. A name has letters or digits, and may begin or end "
                    "with *.")
                    .arg(name));
        changes.removed.removeIf(
            [&](const QString& each) { return each.compare(name, Qt::CaseInsensitive) == 0; });
        if (!withChanges(changes).names().contains(name, Qt::CaseInsensitive))
            changes.added << name;
    }
    for (const QString& name : removed) {
        if (!withChanges(changes).names().contains(name, Qt::CaseInsensitive))
            return fail(ErrorCode::NotFound,
                        Exporter::tr("\"%1\" is not in the list of masked names.").arg(name));
        changes.added.removeIf(
            [&](const QString& each) { return each.compare(name, Qt::CaseInsensitive) == 0; });
        if (SecretNames::builtIn().contains(name, Qt::CaseInsensitive))
            changes.removed << name;
    }
    return writer.setSetting(secretNamesKey(), toSetting(changes)).map([&] {
        return withChanges(changes).names();
    });
}

} // namespace

const QList<ExportFormat>& exportFormats()
{
    static const QList<ExportFormat> all = [] {
        QList<ExportFormat> formats;
        for (const FormatWords& words : formatWords)
            formats << words.format;
        return formats;
    }();
    return all;
}

std::optional<ExportFormat> exportFormatFromString(QStringView text)
{
    const auto found =
        std::ranges::find_if(formatWords, [text](const FormatWords& words) { return words.name == text; });
    return found == formatWords.end() ? std::nullopt : std::optional(found->format);
}

QString toString(ExportFormat format)
{
    return std::ranges::find(formatWords, format, &FormatWords::format)->name;
}

QString fileSuffixOf(ExportFormat format)
{
    return std::ranges::find(formatWords, format, &FormatWords::format)->suffix;
}

Exporter::Exporter(Session& session)
    : m_session(&session)
{
}

Answer<Exported> Exporter::write(const QStringList& ids, ExportFormat format, bool withSecrets)
{
    const QString& url = m_session->live().listenerUrl();
    const ListenerBase listener = url.isEmpty() ? std::nullopt : ListenerBase(url);
    if (format == ExportFormat::Case)
        return m_session->store().readInBackground([providers = m_session->providers(), ids, withSecrets,
                                                    now = m_session->clock().now()](Reader& reader) {
            return writtenCase(reader, providers, ids, withSecrets, now);
        });
    return m_session->store().readInBackground([ids, format, withSecrets, listener](Reader& reader) {
        return written(reader, ids, ExportWriting(format, listener), withSecrets);
    });
}

Answer<QStringList> Exporter::maskedNames()
{
    return m_session->store().read([](Reader& reader) {
        return secretNames(reader).map([](const SecretNames& names) { return names.names(); });
    });
}

Answer<QStringList> Exporter::changeMaskedNames(const QStringList& added, const QStringList& removed)
{
    return m_session->store().write(
        [added, removed](Writer& writer) { return changedNames(writer, added, removed); });
}

} // namespace hookworks

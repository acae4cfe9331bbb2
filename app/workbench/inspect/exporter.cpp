// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/exporter.h"

#include "domain/readable_text.h"
#include "http/curl.h"
#include "json/values_capture.h"
#include "json/values_delivery.h"
#include "workbench/inspect/har.h"
#include "workbench/inspect/known_secrets.h"
#include "workbench/inspect/masked_exchange.h"
#include "workbench/session/session.h"

#include <algorithm>

namespace hookworks {

namespace {

JsonValue jsonOf(const ExportedExchange& exchange)
{
    return exchange.delivery ? deliveryJson(*exchange.delivery, exchange.attempts, Bodies::Include)
                             : captureJson(*exchange.capture, Bodies::Include);
}

/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
QByteArray csvField(QString text)
{
    const QString start = text.trimmed().left(1);
    const bool formula = !start.isEmpty() && QStringLiteral("=+-@\uff1d\uff0b\uff0d\uff20").contains(start);
    if (formula || text.startsWith(u'\t') || text.startsWith(u'\r') || text.startsWith(u'\n'))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

QByteArray csvLine(const ExportedExchange& exchange, const WireExchange& wire)
{
    const bool sent = exchange.delivery.has_value();
    const QStringList fields{exchange.id(),
                             toIso(sent ? exchange.delivery->createdAt : exchange.capture->receivedAt),
                             readableText(wire.request.method),
                             wire.request.url,
                             sent ? exchange.delivery->event : QString(),
                             sent ? toString(exchange.delivery->state)
                                  : QString::number(exchange.capture->responseStatus),
                             sent ? QString::number(exchange.attempts.size()) : QString()};
    QByteArray line;
    for (const QString& field : fields)
        line += (line.isEmpty() ? QByteArray() : QByteArray(",")) + csvField(field);
    return line + "\r\n";
}

/// Whether a URL says this target: an origin form, or an absolute one, of bytes that a URL may have.
bool isTargetOf(const QByteArray& target, const QString& url)
{
    return target.startsWith('/') && url.endsWith(QString::fromLatin1(target)) &&
           std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7f; });
}

Result<QByteArray> curlOf(const ExportedExchange& exchange, const WireExchange& wire)
{
    const WireRequest& request = wire.request;
    const auto hasNul = [](const Header& field) { return field.value.contains('\0'); };
    if (!isToken(request.method) || request.target.contains('\0') ||
        std::ranges::any_of(request.headers.fields, hasNul))
        return fail(
            ErrorCode::BadInput,
            Exporter::tr("%1 has no form as a cURL command, because its bytes are no request. Export it "
                         "as raw, har or ndjson.")
                .arg(exchange.id()));
    CurlForm form;
    form.http10 = request.version == "1.0";
    form.withoutHost = wire.wasOnWire;
    if (wire.attempt && !exchange.delivery->request.exactHead.isEmpty() &&
        request.headers.value("Host") != wire.attempt->remote.toUtf8())
        form.connectTo = wire.attempt->remote.toUtf8();
    QString url = request.url;
    if (!isTargetOf(request.target, url)) {
        form.target = request.target;
        const bool odd = !std::ranges::all_of(url.toUtf8(), [](char c) { return c > 0x20 && c < 0x7f; });
        url = odd ? url.section(u'/', 0, 2) + u'/' : url;
    }
    return curlCommand({request.method, url, request.headers, request.content, {}}, form) + '\n';
}

Result<QByteArray> one(const ExportedExchange& exchange, const WireExchange& wire, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Raw:
        return wire.request.head + wire.request.body;
    case ExportFormat::Curl:
        return curlOf(exchange, wire);
    case ExportFormat::Csv:
        return csvLine(exchange, wire);
    case ExportFormat::Ndjson:
    case ExportFormat::Har:
        break;
    }
    return compactJson(jsonOf(exchange)) + '\n';
}

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
        if (format == ExportFormat::Csv)
            m_exported.bytes = "id,time,method,url,event,result,attempts\r\n";
    }

    void add(const ExportedExchange& exchange)
    {
        const auto added = m_format == ExportFormat::Har ? addEntries(exchange) : addPiece(exchange);
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
        if (m_format == ExportFormat::Har)
            m_exported.bytes = prettyJson(harLog(m_entries)) + '\n';
        note(m_shortened,
             Exporter::tr("Secrets in bodies are masked, and lengths are those of the masked bodies: %1."));
        note(m_unreadable,
             Exporter::tr("Bodies that could not be decoded were not searched for secrets: %1."));
        note(m_unsent, Exporter::tr("Nothing was sent, and the request is as it would be: %1."));
        note(m_trailers, Exporter::tr("Trailer fields are left out, because curl sends none: %1."));
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

    Result<void> addEntries(const ExportedExchange& exchange)
    {
        return wireExchanges(exchange, m_listener).map([&](const QList<WireExchange>& all) {
            for (const WireExchange& wire : all)
                m_entries << harEntry(exchange, wire);
        });
    }

    Result<void> addPiece(const ExportedExchange& exchange)
    {
        return wireExchange(exchange, m_listener).and_then([&](const WireExchange& wire) {
            return one(exchange, wire, m_format).map([&](const QByteArray& piece) {
                m_exported.bytes += piece;
                const bool curl = m_format == ExportFormat::Curl;
                if (!wire.wasOnWire && (curl || m_format == ExportFormat::Raw))
                    m_unsent << exchange.id();
                if (curl && !wire.request.trailers.fields.isEmpty())
                    m_trailers << exchange.id();
            });
        });
    }

    ExportFormat m_format;
    ListenerBase m_listener;
    QList<JsonValue> m_entries;
    QStringList m_shortened, m_unreadable, m_unsent, m_trailers;
    Exported m_exported;
};

Result<Exported> written(Reader& reader, const QStringList& ids, ExportWriting writing, bool withSecrets)
{
    QList<ExportedExchange> exchanges;
    for (const QString& id : ids) {
        auto exchange = exchangeOf(reader, id);
        if (!exchange)
            return tl::unexpected<Error>(exchange.error());
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

std::optional<ExportFormat> exportFormatFromString(QStringView text)
{
    for (const ExportFormat format : {ExportFormat::Raw, ExportFormat::Curl, ExportFormat::Har,
                                      ExportFormat::Ndjson, ExportFormat::Csv}) {
        if (toString(format) == text)
            return format;
    }
    return std::nullopt;
}

QString toString(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Raw:
        return QStringLiteral("raw");
    case ExportFormat::Curl:
        return QStringLiteral("curl");
    case ExportFormat::Har:
        return QStringLiteral("har");
    case ExportFormat::Ndjson:
        return QStringLiteral("ndjson");
    case ExportFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

Exporter::Exporter(Session& session)
    : m_session(&session)
{
}

Answer<Exported> Exporter::write(const QStringList& ids, ExportFormat format, bool withSecrets)
{
    const QString& url = m_session->listenerUrl();
    const ListenerBase listener = url.isEmpty() ? std::nullopt : ListenerBase(url);
    return m_session->store().read([ids, format, withSecrets, listener](Reader& reader) {
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

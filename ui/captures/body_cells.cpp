// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/body_cells.h"

#include "domain/shown_secrets.h"
#include "json/secret_path.h"
#include "json/value.h"
#include "query/fields.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qint64 mostBody = 64 * 1024; ///< of a larger one nothing is read
constexpr int mostKept = 5'000;
constexpr qsizetype mostAsked = 60;
constexpr qsizetype longestValue = 300;
constexpr auto askAfter = std::chrono::milliseconds(30);

const QString stars = QStringLiteral("***"); ///< for what its name calls a secret

QString valueOf(const QueryField& field, const Capture& capture, const std::optional<JsonValue>& body,
                const QString& event)
{
    if (field.name == QueryName::Event)
        return event;
    if (field.name == QueryName::Header) {
        for (const Header& header : capture.headers.fields) {
            if (header.name.compare(field.header.toUtf8(), Qt::CaseInsensitive) == 0)
                return namesSecret(header.name)
                           ? stars
                           : QString::fromUtf8(header.value.left(longestValue)).simplified();
        }
        return {};
    }
    const JsonValue* value = body ? valueAt(*body, field.path) : nullptr;
    if (value && leadsToSecret(field.path))
        return stars;
    return value ? leafText(*value).left(longestValue).simplified() : QString();
}

} // namespace

std::optional<QueryField> readableField(const QString& key)
{
    const bool body = key.startsWith(u"body."); // `body.a` is `$.a`
    if (body || key.startsWith(u'$')) {
        const auto path = JsonPath::parse(body ? u'$' + key.sliced(4) : key);
        return path ? std::optional(QueryField{QueryName::Json, {}, *path}) : std::nullopt;
    }
    const auto field = queryFieldNamed(key);
    const bool readable = field && (field->name == QueryName::Header || field->name == QueryName::Event);
    return readable ? field : std::nullopt;
}

BodyCells::BodyCells(Captures& captures, Inspecting& inspecting, QObject* parent)
    : QObject(parent)
    , m_captures(captures)
    , m_inspecting(inspecting)
    , m_values(mostKept)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(askAfter);
    connect(&m_delay, &QTimer::timeout, this, &BodyCells::ask);
}

qsizetype BodyCells::add(const QueryField& field)
{
    m_fields << field;
    m_values.clear();
    return m_fields.size() - 1;
}

QString BodyCells::value(CaptureId id, qsizetype place)
{
    if (const QStringList* values = m_values.object(id.number))
        return values->value(place);
    if (!m_wanted.contains(id))
        m_wanted << id;
    if (m_wanted.size() > mostAsked)
        m_wanted.removeFirst(); // it was scrolled past
    if (!m_delay.isActive())
        m_delay.start();
    return {};
}

QSet<QString> BodyCells::values(const QueryField& field) const
{
    QSet<QString> values;
    const qsizetype place = m_fields.indexOf(field);
    for (const qint64 number : m_values.keys()) {
        if (place >= 0)
            values << m_values.object(number)->value(place);
    }
    return values;
}

void BodyCells::ask()
{
    const QList<CaptureId> ids = std::exchange(m_wanted, {});
    for (const CaptureId id : ids)
        m_values.insert(id.number, new QStringList); // asked for: not once more
    if (!reads(QueryName::Event))
        return readAll(ids, {});
    m_inspecting.eventsOf(ids, mostBody)
        .then(this, [this, ids](const Result<QMap<CaptureId, QString>>& events) {
            readAll(ids, events.value_or(QMap<CaptureId, QString>()));
        });
}

bool BodyCells::reads(QueryName name) const
{
    return std::ranges::find(m_fields, name, &QueryField::name) != m_fields.end();
}

void BodyCells::readAll(const QList<CaptureId>& ids, const QMap<CaptureId, QString>& events)
{
    m_captures.light(ids).then(this, [this, events](const Result<QList<Capture>>& captures) {
        for (const Capture& capture : captures.value_or(QList<Capture>()))
            read(capture, events.value(capture.id));
    });
}

void BodyCells::read(const Capture& capture, const QString& event)
{
    if (!reads(QueryName::Json) || capture.bodyBytes == 0 || capture.bodyBytes > mostBody)
        return keep(capture, {}, event);
    m_captures.bodyPart(capture.id, 0, mostBody)
        .then(this, [this, capture, event](const Result<QByteArray>& body) {
            keep(capture, body.value_or(QByteArray()), event);
        });
}

void BodyCells::keep(const Capture& capture, const QByteArray& body, const QString& event)
{
    const auto json = readJson(body);
    const auto value = json ? std::optional(*json) : std::nullopt;
    auto values = std::make_unique<QStringList>();
    for (const QueryField& field : std::as_const(m_fields))
        *values << valueOf(field, capture, value, event);
    m_values.insert(capture.id.number, values.release());
    emit known(capture.id);
}

} // namespace hookworks

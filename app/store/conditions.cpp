// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conditions.h"

#include "store/connection.h"
#include "store/rows.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

using Operator = CaptureCondition::Operator;
enum class FieldKind
{
    Text,
    Number,
    Flag,
    Time,
    Id
};

struct Field
{
    QLatin1String name;
    const char* sql;
    FieldKind kind;
};

/// The target up to its query, and the query.
constexpr const char* pathSql = "CASE instr(target, x'3f') WHEN 0 THEN CAST(target AS TEXT) "
                                "ELSE CAST(substr(target, 1, instr(target, x'3f') - 1) AS TEXT) END";
constexpr const char* querySql = "CASE instr(target, x'3f') WHEN 0 THEN '' "
                                 "ELSE CAST(substr(target, instr(target, x'3f') + 1) AS TEXT) END";

/// A long body's first chunk only.
constexpr const char* bodySql =
    "CASE WHEN body_body IS NULL THEN CAST(body AS TEXT) "
    "ELSE (SELECT CAST(data AS TEXT) FROM body_chunks WHERE key = body_body << 36) END";

constexpr Field fields[] = {{QLatin1String("id"), "id", FieldKind::Id},
                            {QLatin1String("method"), "CAST(method AS TEXT)", FieldKind::Text},
                            {QLatin1String("path"), pathSql, FieldKind::Text},
                            {QLatin1String("target"), "CAST(target AS TEXT)", FieldKind::Text},
                            {QLatin1String("query"), querySql, FieldKind::Text},
                            {QLatin1String("status"), "response_status", FieldKind::Number},
                            {QLatin1String("valid"), "valid", FieldKind::Flag},
                            {QLatin1String("problem"), "problem", FieldKind::Text},
                            {QLatin1String("remote"), "remote", FieldKind::Text},
                            {QLatin1String("rule"), "rule", FieldKind::Text},
                            {QLatin1String("fault"), "fault", FieldKind::Text},
                            {QLatin1String("delivery"), "delivery", FieldKind::Id},
                            {QLatin1String("listener"), "listener", FieldKind::Id},
                            {QLatin1String("bytes"), "body_bytes", FieldKind::Number},
                            {QLatin1String("head"), "CAST(head AS TEXT)", FieldKind::Text},
                            {QLatin1String("body"), bodySql, FieldKind::Text},
                            {QLatin1String("received"), "received_at", FieldKind::Time}};

const Field* fieldNamed(const QString& name)
{
    const auto* const found =
        std::ranges::find_if(fields, [&](const Field& field) { return field.name == name; });
    return found == std::end(fields) ? nullptr : found;
}

QString comparison(Operator op)
{
    switch (op) {
    case Operator::Equal:
        return QStringLiteral(" = ?");
    case Operator::NotEqual:
        return QStringLiteral(" IS NOT ?"); // what has no delivery is another delivery, too
    case Operator::Less:
        return QStringLiteral(" < ?");
    case Operator::LessOrEqual:
        return QStringLiteral(" <= ?");
    case Operator::Greater:
        return QStringLiteral(" > ?");
    case Operator::GreaterOrEqual:
        return QStringLiteral(" >= ?");
    case Operator::Contains:
        break;
    }
    return {};
}

std::optional<QVariant> numberOf(FieldKind kind, const QString& text)
{
    bool ok = false;
    if (kind == FieldKind::Flag && (text == QLatin1String("true") || text == QLatin1String("false")))
        return text == QLatin1String("true") ? 1 : 0;
    if (kind == FieldKind::Time) {
        const auto time = realTimeFromIso(text);
        return time ? std::optional(toSql(*time)) : std::nullopt;
    }
    const QString digits =
        kind == FieldKind::Id && !text.isEmpty() && text[0].isLetter() ? text.sliced(1) : text;
    const qint64 number = digits.toLongLong(&ok);
    return ok && kind != FieldKind::Flag ? std::optional(QVariant(number)) : std::nullopt;
}

tl::unexpected<Error> noSense(const CaptureCondition& condition)
{
    return fail(ErrorCode::BadInput, QCoreApplication::translate(
                                         "hookworks", "The comparison of \"%1\" with \"%2\" cannot be made.")
                                         .arg(condition.field, condition.value));
}

void addText(Conditions& conditions, const Field& field, const CaptureCondition& condition)
{
    const QString sql = QLatin1String(field.sql);
    if (condition.op == Operator::Contains) {
        conditions.add(sql + QStringLiteral(" LIKE ? ESCAPE '\\'"), {likeAnywhere(condition.value)});
    } else if (condition.value.contains(u'*') && condition.op <= Operator::NotEqual) {
        const QString like = condition.op == Operator::Equal ? QStringLiteral(" LIKE ? ESCAPE '\\'")
                                                             : QStringLiteral(" NOT LIKE ? ESCAPE '\\'");
        conditions.add(sql + like, {likeWildcard(condition.value)});
    } else {
        conditions.add(sql + comparison(condition.op), {toSql(condition.value)});
    }
}

Result<void> addCondition(Conditions& conditions, const CaptureCondition& condition)
{
    const Field* field = fieldNamed(condition.field);
    if (!field)
        return noSense(condition);
    if (field->kind == FieldKind::Text) {
        addText(conditions, *field, condition);
        return {};
    }
    const auto number = numberOf(field->kind, condition.value);
    if (!number || condition.op == Operator::Contains)
        return noSense(condition);
    conditions.add(QLatin1String(field->sql) + comparison(condition.op), {*number});
    return {};
}

QVariantList repeated(const QVariant& value, int times)
{
    return QVariantList(times, value);
}

} // namespace

void Conditions::add(const QString& sql, const QVariantList& values)
{
    m_parts << u'(' + sql + u')';
    m_values << values;
}

QString Conditions::where() const
{
    return m_parts.isEmpty() ? QString() : QStringLiteral(" WHERE ") + m_parts.join(QStringLiteral(" AND "));
}

Conditions conditionsOf(const DeliveryFilter& filter)
{
    Conditions conditions;
    if (!filter.states.isEmpty()) {
        QVariantList states;
        for (const DeliveryState state : filter.states)
            states << toString(state);
        const QStringList marks(filter.states.size(), QStringLiteral("?"));
        conditions.add(QStringLiteral("state IN (%1)").arg(marks.join(u',')), states);
    }
    if (!filter.provider.isEmpty())
        conditions.add(QStringLiteral("provider = ?"), {filter.provider});
    if (!filter.event.isEmpty())
        conditions.add(QStringLiteral("event = ?"), {filter.event});
    if (filter.webhook)
        conditions.add(QStringLiteral("webhook = ?"), {filter.webhook->number});
    if (filter.report)
        conditions.add(QStringLiteral("report = ?"), {filter.report->number});
    if (filter.eventId)
        conditions.add(QStringLiteral("event_id = ?"), {filter.eventId->number});
    if (!filter.text.isEmpty()) {
        const QString like = QStringLiteral("%1 LIKE ? ESCAPE '\\'");
        QStringList parts;
        for (const char* column : {"event", "webhook_name", "url", "message_id"})
            parts << like.arg(QLatin1String(column));
        const auto id = DeliveryId::parse(filter.text);
        conditions.add(parts.join(QStringLiteral(" OR ")) + QStringLiteral(" OR id = ?"),
                       repeated(likeAnywhere(filter.text), 4) + QVariantList{id ? id->number : -1});
    }
    return conditions;
}

Result<Conditions> conditionsOf(const CaptureFilter& filter)
{
    Conditions conditions;
    if (!filter.method.isEmpty())
        conditions.add(QStringLiteral("method = ?"), {filter.method.toUtf8()});
    if (!filter.path.isEmpty())
        addText(conditions, *fieldNamed(QStringLiteral("path")),
                {QStringLiteral("path"), Operator::Equal, filter.path});
    if (filter.status)
        conditions.add(QStringLiteral("response_status = ?"), {*filter.status});
    if (filter.valid)
        conditions.add(QStringLiteral("valid = ?"), {toSql(*filter.valid)});
    if (filter.listener)
        conditions.add(QStringLiteral("listener = ?"), {filter.listener->number});
    if (!filter.text.isEmpty()) {
        QStringList parts;
        for (const char* column : {"CAST(method AS TEXT)", "CAST(target AS TEXT)", "CAST(head AS TEXT)",
                                   "remote", "rule", "problem"})
            parts << QLatin1String(column) + QStringLiteral(" LIKE ? ESCAPE '\\'");
        conditions.add(parts.join(QStringLiteral(" OR ")),
                       repeated(likeAnywhere(filter.text), static_cast<int>(parts.size())));
    }
    for (const CaptureCondition& condition : filter.where) {
        if (auto added = addCondition(conditions, condition); !added)
            return tl::unexpected(added.error());
    }
    return conditions;
}

QString limitOf(int limit)
{
    return limit > 0 ? QStringLiteral(" LIMIT %1").arg(limit) : QString();
}

} // namespace hookworks

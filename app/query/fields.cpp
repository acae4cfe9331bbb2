// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/fields.h"

#include "domain/delivery.h"
#include "domain/words.h"
#include "json/decimal.h"
#include "query/moments.h"

#include <algorithm>

namespace hookworks {

namespace {

template <class Value>
QStringList wordsUpTo(Value last)
{
    QStringList words;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        words << toString(static_cast<Value>(i));
    return words;
}

QList<QueryFieldInfo> ownFields()
{
    using Kind = QueryFieldKind;
    using Name = QueryName;
    return {{Name::Id, QStringLiteral("id"), Kind::Id, {}, tr("The row's id, such as c5 or d3")},
            {Name::Method, QStringLiteral("method"), Kind::Text, {}, tr("The request's method")},
            {Name::Path, QStringLiteral("path"), Kind::Text, {}, tr("The target without its query")},
            {Name::Target, QStringLiteral("target"), Kind::Text, {}, tr("Path and query")},
            {Name::Query, QStringLiteral("query"), Kind::Text, {}, tr("What follows the ? of the target")},
            {Name::Url, QStringLiteral("url"), Kind::Text, {}, tr("A delivery's address")},
            {Name::Status, QStringLiteral("status"), Kind::Number, {}, tr("The answer's status")},
            {Name::Valid,
             QStringLiteral("valid"),
             Kind::Flag,
             {QStringLiteral("true"), QStringLiteral("false")},
             tr("Whether the request was well formed")},
            {Name::Problem, QStringLiteral("problem"), Kind::Text, {}, tr("Why a request is malformed")},
            {Name::Remote, QStringLiteral("remote"), Kind::Text, {}, tr("The sender's address and port")},
            {Name::Rule, QStringLiteral("rule"), Kind::Text, {}, tr("The reply rule that answered")},
            {Name::Fault, QStringLiteral("fault"), Kind::Text, {}, tr("The fault that was injected")},
            {Name::Delivery, QStringLiteral("delivery"), Kind::Id, {}, tr("The delivery's id")},
            {Name::Listener, QStringLiteral("listener"), Kind::Id, {}, tr("The listener's id")},
            {Name::Size, QStringLiteral("size"), Kind::Number, {}, tr("The body's bytes")},
            {Name::Head, QStringLiteral("head"), Kind::Text, {}, tr("Request line and headers")},
            {Name::Body, QStringLiteral("body"), Kind::Text, {}, tr("The whole body, decoded")}};
}

QList<QueryFieldInfo> deliveryFields()
{
    using Kind = QueryFieldKind;
    using Name = QueryName;
    return {{Name::Received, QStringLiteral("received"), Kind::Moment, {}, tr("When a capture came")},
            {Name::After, QStringLiteral("after"), Kind::Moment, {}, tr("Then or later")},
            {Name::Before, QStringLiteral("before"), Kind::Moment, {}, tr("Earlier than that")},
            {Name::Created, QStringLiteral("created"), Kind::Moment, {}, tr("When a delivery was made")},
            {Name::Event, QStringLiteral("event"), Kind::Text, {}, tr("The event's name")},
            {Name::Provider, QStringLiteral("provider"), Kind::Text, {}, tr("The provider's key")},
            {Name::Webhook, QStringLiteral("webhook"), Kind::Text, {}, tr("The webhook's id or name")},
            {Name::Report, QStringLiteral("report"), Kind::Text, {}, tr("The report's id or name")},
            {Name::State, QStringLiteral("state"), Kind::Choice, wordsUpTo(DeliveryState::Cancelled),
             tr("The delivery's state")},
            {Name::Attempts, QStringLiteral("attempts"), Kind::Number, {}, tr("Attempts made so far")},
            {Name::Verdict, QStringLiteral("verdict"), Kind::Choice, wordsUpTo(Verdict::StillPassing),
             tr("What a replay says against the last time")},
            {Name::Outcome, QStringLiteral("outcome"), Kind::Choice, wordsUpTo(Outcome::Unknown),
             tr("The last attempt's outcome")},
            {Name::Message, QStringLiteral("message"), Kind::Text, {}, tr("The message id")},
            {Name::Origin, QStringLiteral("origin"), Kind::Choice, wordsUpTo(Origin::Replay),
             tr("Why the last attempt was made")},
            {Name::Note, QStringLiteral("note"), Kind::Text, {}, tr("The row's note")},
            {Name::Being,
             QStringLiteral("is"),
             Kind::Choice,
             {QStringLiteral("malformed"), QStringLiteral("marked"), QStringLiteral("replay")},
             tr("What the row is")}};
}

bool comparesText(const QueryFieldInfo& info, QueryOperator op, const QString& value)
{
    const bool onlyFrom = info.name == QueryName::After || info.name == QueryName::Before;
    return info.kind != QueryFieldKind::Flag && !onlyFrom &&
           (op == QueryOperator::Contains || hasWildcard(op, value));
}

bool isEquality(QueryOperator op)
{
    return op == QueryOperator::Is || op == QueryOperator::Equal || op == QueryOperator::NotEqual;
}

bool isId(const QString& value)
{
    const bool number =
        !value.isEmpty() && std::ranges::all_of(value, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return (number && value.size() < 19) || looksLikeId(value);
}

QString choiceProblem(const QueryFieldInfo& info, QueryOperator op, const QString& value)
{
    if (!isEquality(op))
        return tr("\"%1\" is compared with : or = alone.").arg(info.word);
    const auto sensitivity = op == QueryOperator::Is ? Qt::CaseInsensitive : Qt::CaseSensitive;
    if (info.choices.contains(value, sensitivity))
        return {};
    return tr("\"%1\" is one of: %2.").arg(info.word, info.choices.join(QStringLiteral(", ")));
}

QString momentProblem(const QueryFieldInfo& info, QueryOperator op, const QString& value)
{
    if (info.name != QueryName::Received && info.name != QueryName::Created && !isEquality(op))
        return tr("\"%1\" is compared with : or = alone.").arg(info.word);
    if (momentOf(value, RealTime()))
        return {};
    return tr("\"%1\" takes a time such as 2026-03-01, 2026-03-01T10:15:00Z, or 10m, 2h, 3d ago.")
        .arg(info.word);
}

} // namespace

const QList<QueryFieldInfo>& queryFields()
{
    static const QList<QueryFieldInfo> fields = ownFields() + deliveryFields();
    return fields;
}

const QueryFieldInfo& infoOf(QueryName name)
{
    static const QueryFieldInfo header{
        QueryName::Header, QStringLiteral("header"), QueryFieldKind::Text, {}, tr("A header's value")};
    static const QueryFieldInfo json{
        QueryName::Json, QStringLiteral("$"), QueryFieldKind::Text, {}, tr("A value of the body's JSON")};
    if (name == QueryName::Header || name == QueryName::Json)
        return name == QueryName::Header ? header : json;
    return *std::ranges::find(queryFields(), name, &QueryFieldInfo::name);
}

std::optional<QueryField> queryFieldNamed(QStringView word)
{
    const QString name = word.toString().toLower();
    if (name == QLatin1String("bytes"))
        return QueryField{QueryName::Size};
    if (name.startsWith(QLatin1String("header.")) && name.size() > 7)
        return QueryField{QueryName::Header, word.sliced(7).toString()};
    const auto found = std::ranges::find(queryFields(), name, &QueryFieldInfo::word);
    return found == queryFields().end() ? std::nullopt : std::optional(QueryField{found->name});
}

bool hasWildcard(QueryOperator op, const QString& value)
{
    return isEquality(op) && value.contains(u'*');
}

QString comparisonProblem(const QueryField& field, QueryOperator op, const QString& value)
{
    const QueryFieldInfo& info = infoOf(field.name);
    if (comparesText(info, op, value))
        return {};
    switch (info.kind) {
    case QueryFieldKind::Text:
        return {};
    case QueryFieldKind::Number:
        return Decimal::parse(value.toUtf8()) ? QString() : tr("\"%1\" takes a number.").arg(info.word);
    case QueryFieldKind::Moment:
        return momentProblem(info, op, value);
    case QueryFieldKind::Flag:
    case QueryFieldKind::Choice:
        return choiceProblem(info, op, value);
    case QueryFieldKind::Id:
        break;
    }
    return isId(op == QueryOperator::Is ? value.toLower() : value)
               ? QString()
               : tr("\"%1\" takes an id such as c5, or its number.").arg(info.word);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/capture_expression.h"

#include "store/reader.h"
#include "workbench/json_places.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace hookworks {

namespace {

using Operator = CaptureCondition::Operator;

constexpr int pageSize = 200;

std::optional<Operator> operatorOf(const QString& text)
{
    static const QMap<QString, Operator> words{
        {QStringLiteral("="), Operator::Equal},          {QStringLiteral("!="), Operator::NotEqual},
        {QStringLiteral("~"), Operator::Contains},       {QStringLiteral("<"), Operator::Less},
        {QStringLiteral("<="), Operator::LessOrEqual},   {QStringLiteral(">"), Operator::Greater},
        {QStringLiteral(">="), Operator::GreaterOrEqual}};
    const auto found = words.find(text);
    return found == words.end() ? std::nullopt : std::optional(*found);
}

/// A comparison on a header or on the body's JSON; `rest` is the text without these.
void takeOwn(const QString& text, CaptureExpression& expression, QString& rest)
{
    static const QRegularExpression own(
        QStringLiteral(
            R"re((?:^|\band\s+)\s*(header\.[\w-]+|\$[^\s=!~<>]*)\s*(!=|<=|>=|=|~|<|>)\s*(?:"([^"]*)"|'([^']*)'|(\S+))\s*)re"),
        QRegularExpression::CaseInsensitiveOption);
    rest = text;
    for (auto match = own.match(rest); match.hasMatch(); match = own.match(rest)) {
        const QString field = match.captured(1);
        const QString value = match.captured(3) + match.captured(4) + match.captured(5);
        const Operator op = operatorOf(match.captured(2)).value_or(Operator::Equal);
        if (field.startsWith(u'$'))
            expression.body.append({field, op, value});
        else
            expression.headers.append({field.sliced(7), op, value});
        rest.remove(match.capturedStart(), match.capturedLength());
    }
    static const QRegularExpression leading(QStringLiteral(R"re(^\s*and\b)re"),
                                            QRegularExpression::CaseInsensitiveOption);
    rest.remove(leading);
}

bool equal(const QString& pattern, const QString& value)
{
    if (!pattern.contains(u'*'))
        return pattern == value;
    const QString expression =
        QRegularExpression::escape(pattern).replace(QStringLiteral("\\*"), QStringLiteral(".*"));
    return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                              QRegularExpression::DotMatchesEverythingOption)
        .match(value)
        .hasMatch();
}

int compare(const QString& left, const QString& right)
{
    bool leftIsNumber = false, rightIsNumber = false;
    const double l = left.toDouble(&leftIsNumber);
    const double r = right.toDouble(&rightIsNumber);
    if (leftIsNumber && rightIsNumber)
        return l < r ? -1 : l > r ? 1 : 0;
    return left.compare(right);
}

bool matches(const Capture& capture, const CaptureExpression& expression)
{
    const auto inHeaders = [&](const CaptureCondition& condition) {
        const QList<QByteArray> values = capture.headers.values(condition.field.toLatin1());
        if (condition.op == Operator::NotEqual)
            return std::ranges::all_of(values, [&](const QByteArray& value) {
                return holds(condition, QString::fromLatin1(value));
            });
        return std::ranges::any_of(
            values, [&](const QByteArray& value) { return holds(condition, QString::fromLatin1(value)); });
    };
    const auto inBody = [&](const CaptureCondition& condition) {
        const auto value = textAt(capture.body, condition.field);
        return value ? holds(condition, *value) : condition.op == Operator::NotEqual;
    };
    return std::ranges::all_of(expression.headers, inHeaders) && std::ranges::all_of(expression.body, inBody);
}

/// Calls `take` with each capture found, newest first, until it says false.
Result<void> eachCapture(Reader& reader, CaptureFilter filter, const CaptureExpression& expression,
                         const std::function<bool(Capture)>& take)
{
    filter.limit = pageSize;
    filter.bodies = filter.bodies || !expression.body.isEmpty();
    for (;;) {
        const auto page = reader.captures(filter);
        if (!page)
            return tl::unexpected<Error>(page.error());
        for (const Capture& capture : *page) {
            if (matches(capture, expression) && !take(capture))
                return {};
        }
        if (page->size() < pageSize)
            return {};
        (filter.oldestFirst ? filter.after : filter.before) = page->last().id;
    }
}

} // namespace

Result<CaptureExpression> captureExpression(const QString& text)
{
    CaptureExpression expression;
    QString rest;
    takeOwn(text, expression, rest);
    auto stored = captureConditions(rest);
    if (!stored)
        return tl::unexpected<Error>(stored.error());
    expression.stored = std::move(*stored);
    return expression;
}

bool holds(const CaptureCondition& condition, const QString& value)
{
    switch (condition.op) {
    case Operator::Equal:
        return equal(condition.value, value);
    case Operator::NotEqual:
        return !equal(condition.value, value);
    case Operator::Contains:
        return value.contains(condition.value, Qt::CaseInsensitive);
    case Operator::Less:
        return compare(value, condition.value) < 0;
    case Operator::LessOrEqual:
        return compare(value, condition.value) <= 0;
    case Operator::Greater:
        return compare(value, condition.value) > 0;
    case Operator::GreaterOrEqual:
        return compare(value, condition.value) >= 0;
    }
    return false;
}

Result<QList<Capture>> findCaptures(Reader& reader, CaptureFilter filter, const CaptureExpression& expression)
{
    filter.where += expression.stored;
    if (expression.headers.isEmpty() && expression.body.isEmpty())
        return reader.captures(filter);
    QList<Capture> found;
    const bool bodies = filter.bodies;
    const int limit = filter.limit;
    return eachCapture(reader, filter, expression,
                       [&](Capture capture) {
                           if (!bodies)
                               capture.body = capture.wireBody = QByteArray();
                           found.append(std::move(capture));
                           return limit == 0 || found.size() < limit;
                       })
        .map([&] { return found; });
}

Result<qint64> countCaptures(Reader& reader, CaptureFilter filter, const CaptureExpression& expression)
{
    filter.where += expression.stored;
    if (expression.headers.isEmpty() && expression.body.isEmpty())
        return reader.captureCount(filter);
    qint64 count = 0;
    return eachCapture(reader, filter, expression, [&](const Capture&) { return ++count > 0; }).map([&] {
        return count;
    });
}

} // namespace hookworks

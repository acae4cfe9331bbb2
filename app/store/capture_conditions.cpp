// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/queries.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace hookworks {

namespace {

using Operator = CaptureCondition::Operator;

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

const QStringList& knownFields()
{
    static const QStringList names{
        QStringLiteral("id"),       QStringLiteral("method"),  QStringLiteral("path"),
        QStringLiteral("target"),   QStringLiteral("query"),   QStringLiteral("status"),
        QStringLiteral("valid"),    QStringLiteral("problem"), QStringLiteral("remote"),
        QStringLiteral("rule"),     QStringLiteral("fault"),   QStringLiteral("delivery"),
        QStringLiteral("listener"), QStringLiteral("bytes"),   QStringLiteral("head"),
        QStringLiteral("body"),     QStringLiteral("received")};
    return names;
}

tl::unexpected<Error> badAt(qsizetype position, const QString& text)
{
    return fail(ErrorCode::BadInput,
                QCoreApplication::translate(
                    "hookworks", "A comparison is expected at character %1, such as status>=500; here: %2")
                    .arg(position + 1)
                    .arg(text.sliced(position)));
}

} // namespace

Result<QList<CaptureCondition>> captureConditions(const QString& text)
{
    static const QRegularExpression comparison(
        QStringLiteral(R"re(\s*(\w+)\s*(!=|<=|>=|=|~|<|>)\s*(?:"([^"]*)"|'([^']*)'|(\S+))\s*(and\b|$))re"),
        QRegularExpression::CaseInsensitiveOption);
    QList<CaptureCondition> conditions;
    qsizetype position = 0;
    bool more = !text.trimmed().isEmpty();
    while (more) {
        const auto match = comparison.match(text, position, QRegularExpression::NormalMatch,
                                            QRegularExpression::AnchorAtOffsetMatchOption);
        const auto op = operatorOf(match.captured(2));
        const QString field = match.captured(1).toLower();
        if (!match.hasMatch() || !op)
            return badAt(position, text);
        if (!knownFields().contains(field))
            return fail(ErrorCode::BadInput,
                        QCoreApplication::translate("hookworks", "Captures have no \"%1\". There are: %2.")
                            .arg(match.captured(1), knownFields().join(QStringLiteral(", "))));
        conditions.append({field, *op, match.captured(3) + match.captured(4) + match.captured(5)});
        position = match.capturedEnd();
        more = !match.captured(6).isEmpty();
    }
    return conditions;
}

} // namespace hookworks

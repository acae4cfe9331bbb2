// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/differ.h"

#include "json/compare.h"
#include "workbench/requests.h"
#include "workbench/session.h"

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
        const QString line = QString::fromStdString(text);
        if (info.type == dtl::SES_ADD)
            lines.append({Kind::Added, {}, {}, line});
        else if (info.type == dtl::SES_DELETE)
            lines.append({Kind::Removed, {}, line, {}});
        else
            lines.append({Kind::Same, {}, line, line});
    }
    return lines;
}

void compareField(QList<DifferenceLine>& lines, const QString& place, const QString& left,
                  const QString& right)
{
    if (left == right)
        return;
    const Kind kind = left.isNull() ? Kind::Added : right.isNull() ? Kind::Removed : Kind::Changed;
    lines.append({kind, place, left, right});
}

QString joined(const HeaderList& headers, const QByteArray& name)
{
    const auto values = headers.values(name);
    return values.isEmpty() ? QString() : QString::fromLatin1(values.join(", "));
}

QList<DifferenceLine> headLines(const Request& left, const Request& right)
{
    QList<DifferenceLine> lines;
    compareField(lines, QStringLiteral("method"), QString::fromLatin1(left.method),
                 QString::fromLatin1(right.method));
    compareField(lines, QStringLiteral("url"), left.url, right.url);
    QList<QByteArray> names;
    for (const Header& header : left.headers.fields + right.headers.fields) {
        if (!names.contains(header.name.toLower()))
            names.append(header.name.toLower());
    }
    for (const QByteArray& name : names)
        compareField(lines, QStringLiteral("headers.") + QString::fromLatin1(name),
                     joined(left.headers, name), joined(right.headers, name));
    return lines;
}

} // namespace

Differ::Differ(Session& session)
    : m_session(&session)
{
}

Answer<Difference> Differ::compare(const QString& left, const QString& right)
{
    return m_session->store().read([left, right](Reader& reader) -> Result<Difference> {
        const auto a = exchangeOf(reader, left);
        const auto b = exchangeOf(reader, right);
        if (!a || !b)
            return tl::unexpected<Error>(!a ? a.error() : b.error());
        const Request first = requestOf(*a);
        const Request second = requestOf(*b);
        Difference difference = compareBodies(first.body, second.body);
        const QList<DifferenceLine> head = headLines(first, second);
        difference.same = difference.same && head.isEmpty();
        difference.lines = head + difference.lines;
        return difference;
    });
}

Difference Differ::compareBodies(const QByteArray& left, const QByteArray& right)
{
    Difference difference;
    const auto a = readJson(left);
    const auto b = readJson(right);
    difference.structural = a && b;
    difference.lines = difference.structural ? jsonLines(*a, *b) : textLines(left, right);
    difference.same = std::ranges::all_of(difference.lines,
                                          [](const DifferenceLine& line) { return line.kind == Kind::Same; });
    return difference;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/comparison.h"

#include "domain/readable_text.h"
#include "json/compare.h"
#include "provider/catalogue.h"
#include "provider/profile.h"

#include <QHash>

#include <algorithm>

namespace hookworks {

namespace {

using Section = Comparison::Section;
using Kind = DifferenceLine::Kind;

constexpr qsizetype mostFields = 5000;
constexpr qsizetype longestLined = 512 * 1024;

/// The fields of a JSON body in the order of the left one, what only the right one has behind.
class BodyFields
{
public:
    explicit BodyFields(const QList<JsonDifference>& differences)
    {
        for (const JsonDifference& difference : differences) {
            if (difference.kind == JsonDifference::Kind::Added)
                m_added << difference;
            else
                m_differences.insert(difference.path.toString(), difference);
        }
    }

    QList<DifferenceLine> of(const JsonValue& left)
    {
        visit(left, {});
        for (const JsonDifference& added : std::as_const(m_added))
            m_lines.append({Kind::Added, added.path.toString(), {}, leafText(added.right)});
        return m_lines;
    }

private:
    void visit(const JsonValue& value, const JsonPath& path)
    {
        if (m_lines.size() > mostFields)
            return;
        const QString place = path.toString();
        const auto found = m_differences.constFind(place);
        if (found != m_differences.cend()) {
            const bool removed = found->kind == JsonDifference::Kind::Removed;
            m_lines.append({removed ? Kind::Removed : Kind::Changed, place, leafText(found->left),
                            removed ? QString() : leafText(found->right)});
            return;
        }
        if (value.items.empty() && value.members.empty()) {
            m_lines.append({Kind::Same, place, leafText(value), leafText(value)});
            return;
        }
        for (qsizetype i = 0; const JsonValue& item : value.items)
            visit(item, path.child(i++));
        for (const JsonMember& member : value.members)
            visit(member.value, path.child(member.key));
    }

    QHash<QString, JsonDifference> m_differences;
    QList<JsonDifference> m_added;
    QList<DifferenceLine> m_lines;
};

using Field = std::optional<QByteArray>;

void addField(Comparison& comparison, Section section, const QString& place, const Field& left,
              const Field& right)
{
    const Kind kind = left == right ? Kind::Same
                      : !left       ? Kind::Added
                      : !right      ? Kind::Removed
                                    : Kind::Changed;
    const DifferenceLine line{kind, place, readableText(left.value_or(QByteArray())),
                              readableText(right.value_or(QByteArray()))};
    comparison.lines.append({section, line, false});
}

Field joinedValues(const HeaderList& headers, const QByteArray& name)
{
    const auto values = headers.values(name);
    return values.isEmpty() ? std::nullopt : Field(values.join(", "));
}

void addHeaders(Comparison& comparison, Section section, const QString& prefix, const HeaderList& left,
                const HeaderList& right)
{
    QList<QByteArray> seen;
    for (const Header& field : left.fields + right.fields) {
        if (seen.contains(field.name.toLower()))
            continue;
        seen << field.name.toLower();
        addField(comparison, section, prefix + readableText(field.name), joinedValues(left, field.name),
                 joinedValues(right, field.name));
    }
}

QList<QByteArray> namesInOrder(const HeaderList& headers, const HeaderList& other)
{
    QList<QByteArray> names;
    for (const Header& field : headers.fields) {
        if (other.contains(field.name))
            names << field.name.toLower();
    }
    return names;
}

void addAnswer(Comparison& comparison, const std::optional<WireResponse>& left,
               const std::optional<WireResponse>& right)
{
    const auto status = [](const std::optional<WireResponse>& response) {
        return response ? Field(QByteArray::number(response->status)) : std::nullopt;
    };
    if (!left && !right)
        return;
    addField(comparison, Section::Answer, QStringLiteral("status"), status(left), status(right));
    addHeaders(comparison, Section::Answer, QStringLiteral("answer."), left ? left->headers : HeaderList(),
               right ? right->headers : HeaderList());
    const Field body = left ? Field(left->content) : std::nullopt;
    const Field other = right ? Field(right->content) : std::nullopt;
    if (body != other || (body && !body->isEmpty()))
        addField(comparison, Section::Answer, QStringLiteral("body"),
                 body.value_or(QByteArray()).left(longestLined),
                 other.value_or(QByteArray()).left(longestLined));
}

void addBody(Comparison& comparison, const QByteArray& left, const QByteArray& right)
{
    const auto a = readJson(left);
    const auto b = readJson(right);
    comparison.structural = a && b;
    if (comparison.structural) {
        BodyFields fields(compareJson(*a, *b));
        const QList<DifferenceLine> all = fields.of(*a);
        comparison.cut = all.size() > mostFields;
        for (const DifferenceLine& line : all.first(std::min(all.size(), mostFields)))
            comparison.lines.append({Section::Body, line, false});
        return;
    }
    const Kind kind = left == right ? Kind::Same : Kind::Changed;
    const auto words = [](const QByteArray& body) { return QStringLiteral("%1 bytes").arg(body.size()); };
    comparison.lines.append(
        {Section::Body, {kind, QStringLiteral("body"), words(left), words(right)}, false});
}

QList<DifferenceLine> bodyLines(const QByteArray& left, const QByteArray& right)
{
    const auto a = readJson(left);
    const auto b = readJson(right);
    if (a && b)
        return Differ::compareLines(prettyJson(*a), prettyJson(*b));
    const bool readable = isUtf8(left) && isUtf8(right);
    return readable && std::max(left.size(), right.size()) <= longestLined ? Differ::compareLines(left, right)
                                                                           : QList<DifferenceLine>();
}

} // namespace

int Comparison::differences() const
{
    return static_cast<int>(std::ranges::count_if(
        lines, [](const Line& line) { return line.fields.kind != Kind::Same && !line.ignored; }));
}

int Comparison::ignored() const
{
    return static_cast<int>(std::ranges::count(lines, true, &Line::ignored));
}

int Comparison::differencesIn(Section section) const
{
    return static_cast<int>(std::ranges::count_if(lines, [section](const Line& line) {
        return line.section == section && line.fields.kind != Kind::Same && !line.ignored;
    }));
}

bool isIgnored(const QString& place, const QStringList& ignore)
{
    return std::ranges::any_of(ignore, [&place](const QString& each) {
        if (!each.startsWith(u'$'))
            return place.compare(QStringLiteral("headers.") + each, Qt::CaseInsensitive) == 0 ||
                   place.compare(QStringLiteral("answer.") + each, Qt::CaseInsensitive) == 0;
        if (!place.startsWith(each))
            return false;
        const QStringView rest = QStringView(place).sliced(each.size());
        return rest.isEmpty() || rest.startsWith(u'.') || rest.startsWith(u'[');
    });
}

QStringList usuallyIgnored(const ProviderCatalogue& providers, const QString& provider)
{
    QStringList ignore{QStringLiteral("Content-Length"), QStringLiteral("Date")};
    const ProviderProfile* profile = providers.find(provider);
    if (!profile)
        return ignore;
    if (!profile->messageIdHeader.isEmpty())
        ignore << profile->messageIdHeader;
    for (const ProfileEvent& event : profile->events) {
        for (const PayloadField& field : event.fields) {
            const QString& text = field.value.text;
            const bool isNew = text.contains(QLatin1String("{taskId}")) ||
                               text.contains(QLatin1String("{resultUrl}")) ||
                               text.contains(QLatin1String("{now}"));
            const QString path = JsonPath().child(field.key).toString();
            if (isNew && !ignore.contains(path))
                ignore << path;
        }
    }
    return ignore;
}

Comparison comparisonOf(const ComparedSide& left, const ComparedSide& right, const QString& provider,
                        const QStringList& ignore)
{
    Comparison comparison = fieldComparison(left, right, provider, ignore);
    comparison.text = bodyLines(left.wire.request.content, right.wire.request.content);
    return comparison;
}

Comparison fieldComparison(const ComparedSide& left, const ComparedSide& right, const QString& provider,
                           const QStringList& ignore)
{
    Comparison comparison;
    comparison.left = left;
    comparison.right = right;
    comparison.provider = provider;
    comparison.ignore = ignore;
    const WireRequest& a = left.wire.request;
    const WireRequest& b = right.wire.request;
    addField(comparison, Section::Request, QStringLiteral("method"), a.method, b.method);
    addField(comparison, Section::Request, QStringLiteral("target"), a.target, b.target);
    addBody(comparison, a.content, b.content);
    addHeaders(comparison, Section::Headers, QStringLiteral("headers."), a.headers, b.headers);
    addAnswer(comparison, left.wire.response, right.wire.response);
    comparison.sameOrder = namesInOrder(a.headers, b.headers) == namesInOrder(b.headers, a.headers);
    comparison.sameBytes = a.head == b.head && a.body == b.body;
    for (Comparison::Line& line : comparison.lines)
        line.ignored = line.fields.kind != Kind::Same && isIgnored(line.fields.place, ignore);
    return comparison;
}

} // namespace hookworks

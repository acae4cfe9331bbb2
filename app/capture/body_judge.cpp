// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/body_judge.h"

#include "capture/request_facts.h"
#include "domain/words.h"
#include "http/content_decoding.h"
#include "json/number.h"
#include "json/text_form.h"

namespace hookworks {

namespace {

/// An array or object of more bytes is compared with nothing.
constexpr qint64 longestCompared = 256 * 1024;

QByteArray contentEncoding(const HeaderList& headers)
{
    return headers.values("Content-Encoding").join(',');
}

} // namespace

QList<BodyCondition> BodyPaths::take(const ReplyRule& rule)
{
    QList<BodyCondition> conditions;
    for (const auto& [text, wanted] : rule.match.body) {
        if (!m_places.contains(text)) {
            m_places.insert(text, m_paths.size());
            const auto path = JsonPath::parse(text);
            m_paths << path.value_or(JsonPath{{JsonPath::Step(text), JsonPath::Step(text)}});
        }
        conditions.append({m_places.value(text), wanted, isJsonNumber(wanted)});
    }
    return conditions;
}

Result<bool> BodyJudge::holds(const BodyCondition& condition)
{
    if (!m_read)
        m_read = read();
    if (!*m_read)
        return tl::unexpected(m_read->error());
    const auto& value = valueAt(condition.path);
    if (!value)
        return tl::unexpected(value.error());
    if (!*value)
        return false;
    if (condition.isNumber && (*value)->isNumber)
        return sameNumber((*value)->text, condition.wanted);
    return matchesPattern(condition.wanted.toUtf8(), (*value)->text.toUtf8());
}

std::optional<QString> BodyJudge::textAt(const BodyCondition& condition)
{
    const auto& value = valueAt(condition.path);
    return value && *value ? std::optional((*value)->text) : std::nullopt;
}

Result<void> BodyJudge::read()
{
    if (!m_problem.isEmpty())
        return fail(ErrorCode::BadInput, m_problem);
    return decoded(m_body, contentEncoding(m_headers)).and_then([this](const QByteArray& plain) {
        return jsonUtf8(plain).and_then([this](const QByteArray& text) {
            m_text = text;
            return locatePaths();
        });
    });
}

Result<void> BodyJudge::locatePaths()
{
    if (m_text.isEmpty()) {
        m_spans.resize(m_paths.tree().pathCount());
        return {};
    }
    const auto spans = locate(m_text, m_paths.tree());
    if (!spans)
        return fail(ErrorCode::BadInput, tr("the body is no JSON (line %1, column %2: %3)")
                                             .arg(spans.error().position.line)
                                             .arg(spans.error().position.column)
                                             .arg(spans.error().words));
    m_spans = *spans;
    return {};
}

const Result<std::optional<BodyJudge::Value>>& BodyJudge::valueAt(qsizetype path)
{
    auto known = m_values.find(path);
    if (known == m_values.end())
        known = m_values.insert(path, readValue(path));
    return *known;
}

Result<std::optional<BodyJudge::Value>> BodyJudge::readValue(qsizetype path) const
{
    const auto& span = m_spans[path];
    if (!span)
        return std::optional<Value>();
    const QByteArrayView text = QByteArrayView(m_text).sliced(span->offset, span->end - span->offset);
    if (text.size() > longestCompared && (text.front() == '[' || text.front() == '{'))
        return fail(ErrorCode::BadInput,
                    tr("what is at %1 in the body has more than 256 KiB").arg(m_paths.nameOf(path)));
    const auto value = readJson(text);
    return value ? std::optional(Value{leafText(*value), value->isNumber()}) : std::nullopt;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/completion.h"

#include "query/fields.h"
#include "query/lexer.h"

namespace hookworks {

namespace {

using Kind = QueryToken::Kind;

/// What stands just before the cursor.
struct Place
{
    QueryToken word;                    ///< that ends at the cursor; End: none does
    std::optional<QueryField> compared; ///< the word is, or will be, this field's value
};

std::optional<QueryField> fieldOf(const QueryToken& token)
{
    if (token.kind == Kind::Path)
        return QueryField{QueryName::Json, {}, token.path};
    return token.kind == Kind::Word ? queryFieldNamed(token.text) : std::nullopt;
}

/// Reads on from token to token until the cursor; an unfinished quote is a value that is being typed.
Place placeAt(QStringView text)
{
    QueryLexer lexer(text);
    for (QueryToken last;;) {
        const QueryToken token = lexer.next();
        if (token.kind == Kind::Operator) {
            const QueryToken value = lexer.value();
            if (value.kind == Kind::End || value.kind == Kind::Broken || value.end == text.size())
                return {value, fieldOf(last)};
            last = value;
            continue;
        }
        if (token.kind == Kind::End || token.kind == Kind::Broken || token.end == text.size())
            return {token, std::nullopt};
        last = token;
    }
}

void offer(QueryCompletions& completions, const QString& typed, const QString& text, const QString& help)
{
    if (text.startsWith(typed, Qt::CaseInsensitive) && text.compare(typed, Qt::CaseInsensitive) != 0)
        completions.choices.append({text, help});
}

void offerFields(QueryCompletions& completions, const QString& typed)
{
    for (const QueryFieldInfo& info : queryFields())
        offer(completions, typed, info.word, info.help);
    offer(completions, typed, QStringLiteral("header."), infoOf(QueryName::Header).help);
    offer(completions, typed, QStringLiteral("$."), infoOf(QueryName::Json).help);
    for (const char* const word : {"and", "or", "not"})
        offer(completions, typed, QLatin1String(word), {});
}

void offerOperators(QueryCompletions& completions, const QString& field, QueryFieldKind kind)
{
    const bool ordered = kind != QueryFieldKind::Flag && kind != QueryFieldKind::Choice;
    for (int i = 0; i <= static_cast<int>(QueryOperator::GreaterOrEqual); ++i) {
        const auto op = static_cast<QueryOperator>(i);
        if (ordered || op < QueryOperator::Contains)
            completions.choices.append({field + toString(op), {}});
    }
}

void offerValues(QueryCompletions& completions, const QueryField& field, const QueryToken& typed,
                 QStringView text, const ValuesOfField& values)
{
    const bool unfinished = typed.kind == Kind::Broken;
    const QString prefix = unfinished ? text.sliced(typed.begin + 1).toString() : typed.text;
    QStringList known = infoOf(field.name).choices;
    if (values)
        known += values(field, prefix);
    for (const QString& value : std::as_const(known)) {
        if (value.startsWith(prefix, Qt::CaseInsensitive) && value != prefix)
            completions.choices.append({quotedQueryValue(value), {}});
    }
}

} // namespace

QueryCompletions completeQuery(QStringView text, qsizetype cursor, const ValuesOfField& values)
{
    const QStringView before = text.first(std::clamp<qsizetype>(cursor, 0, text.size()));
    const Place place = placeAt(before);
    const bool typing = place.word.kind == Kind::Word || place.word.kind == Kind::Path ||
                        place.word.kind == Kind::Phrase || place.word.kind == Kind::Broken;
    QueryCompletions completions{typing ? place.word.begin : before.size()};
    if (place.compared) {
        offerValues(completions, *place.compared, place.word, before, values);
        return completions;
    }
    if (place.word.kind == Kind::Phrase || place.word.kind == Kind::Broken)
        return completions;
    if (const auto field = fieldOf(place.word))
        offerOperators(completions, place.word.kind == Kind::Path ? toString(*field) : place.word.text,
                       infoOf(field->name).kind);
    else
        offerFields(completions, place.word.text);
    return completions;
}

} // namespace hookworks

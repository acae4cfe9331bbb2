// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/capture_traits.h"

#include "json/text_form.h"
#include "json/value.h"
#include "query/fields.h"
#include "store/known_values.h"
#include "store/packed.h"

namespace hookworks {

namespace {

using Take = std::function<void(const CaptureTrait&)>;

constexpr qsizetype shortest = 3, longest = 256; ///< bytes of a text or value
constexpr qsizetype longestText = 4'096;         ///< bytes of head or body that are looked at
constexpr qsizetype longestJson = 16'384;
constexpr qsizetype mostHeaders = 64, mostMembers = 32, deepest = 8;
constexpr int mostBeginnings = 12;
constexpr char nameStep = '\1', indexStep = '\2'; ///< before each step of a path

bool isSign(char c)
{
    const char small = static_cast<char>(c | 0x20);
    return static_cast<unsigned char>(c) < 0x80 && (c < '0' || c > '9') && (small < 'a' || small > 'z') &&
           c != '_';
}

bool endsLine(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"';
}

/// Calls `take` with what stands between the characters that `ends` holds for.
template <class Ends, class TakePart>
void eachPart(QByteArrayView text, Ends ends, TakePart take)
{
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !ends(text[i]))
            continue;
        if (i - from >= shortest)
            take(text.sliced(from, i - from));
        from = i + 1;
    }
}

/// The texts in a head or body that others may have too, whatever else they say: lines and quoted strings,
/// what stands between blanks, how that begins (an address before its last part, a time before its seconds),
/// and words.
class SharedTexts
{
public:
    SharedTexts(TraitKind kind, const Take& take)
        : m_kind(kind)
        , m_take(take)
    {
    }
    void of(QByteArrayView text) const
    {
        const QByteArray lower = text.first(std::min(text.size(), longestText)).toByteArray().toLower();
        eachPart(lower, endsLine, [this](QByteArrayView line) { ofLine(line); });
    }

private:
    void ofLine(QByteArrayView line) const
    {
        take(line);
        eachPart(
            line, [](char c) { return c == ' '; },
            [&](QByteArrayView part) {
                if (part.size() < line.size())
                    take(part);
                ofPart(part);
            });
    }
    void ofPart(QByteArrayView part) const
    {
        int left = mostBeginnings;
        for (qsizetype i = shortest - 1; i + 1 < part.size() && left > 0; ++i) {
            if (!isSign(part[i]))
                continue;
            take(part.first(i + 1));
            --left;
        }
        eachPart(part, isSign, [&](QByteArrayView word) {
            if (word.size() < part.size())
                take(word);
        });
    }
    void take(QByteArrayView text) const
    {
        if (text.size() <= longest)
            m_take({m_kind, {}, text});
    }

    TraitKind m_kind;
    const Take& m_take;
};

void appendStep(QByteArray& path, const QByteArray& name)
{
    path += nameStep;
    path += name;
}

void appendStep(QByteArray& path, qsizetype index)
{
    path += indexStep;
    path += QByteArray::number(index);
}

bool isPlain(const QByteArray& name)
{
    return !name.contains('\0') && !name.contains(nameStep) && !name.contains(indexStep);
}

/// The values that a JSON text has at its paths, objects and arrays left out.
class JsonLeaves
{
public:
    explicit JsonLeaves(const Take& take)
        : m_take(take)
    {
    }
    void of(const JsonValue& value, const QByteArray& path = {}, int depth = 0)
    {
        if (value.isObject() && depth < deepest)
            ofMembers(value, path, depth);
        else if (value.isArray() && depth < deepest)
            ofItems(value, path, depth);
        else if (!value.isObject() && !value.isArray())
            take(path, leafText(value).toUtf8());
    }

private:
    /// Of members with the same name the last one counts.
    void ofMembers(const JsonValue& object, const QByteArray& path, int depth)
    {
        const size_t count = std::min(object.members.size(), size_t(mostMembers));
        for (size_t i = 0; i < count; ++i) {
            const JsonMember& member = object.members[i];
            const QByteArray name = member.key.toUtf8();
            QByteArray there = path;
            appendStep(there, name);
            const bool good = isPlain(name) && QString::fromUtf8(name) == member.key;
            if (good && object.find(member.key) == &member.value)
                of(member.value, there, depth + 1);
        }
    }
    void ofItems(const JsonValue& array, const QByteArray& path, int depth)
    {
        const size_t count = std::min(array.items.size(), size_t(mostMembers));
        for (size_t i = 0; i < count; ++i) {
            QByteArray there = path;
            appendStep(there, static_cast<qsizetype>(i));
            of(array.items[i], there, depth + 1);
        }
    }
    void take(const QByteArray& path, const QByteArray& value) const
    {
        if (value.size() <= longest)
            m_take({TraitKind::Json, path, value});
    }

    const Take& m_take;
};

void takeBody(const QueriedCapture& row, const Take& take)
{
    const QueryValues body = row.values(QueryName::Body);
    if (!body.complete || body.values.isEmpty())
        return;
    SharedTexts(TraitKind::Body, take).of(body.values.first());
    const auto text = body.values.first().size() <= longestJson ? jsonUtf8(body.values.first())
                                                                : Result<QByteArray>(QByteArray());
    const auto json = readJson(text.value_or(QByteArray()));
    if (json)
        JsonLeaves(take).of(*json);
}

void takeHeaders(const HeaderList& headers, const Take& take)
{
    const qsizetype count = std::min(headers.fields.size(), mostHeaders);
    for (qsizetype i = 0; i < count; ++i) {
        const Header& field = headers.fields[i];
        if (field.value.size() <= longest && isPlain(field.name))
            take({TraitKind::Header, field.name.toLower(), field.value});
    }
}

void takeColumns(const QueriedCapture& row, const Take& take)
{
    for (const QueryName field : KnownValues::fields()) {
        const QueryValues values = row.values(field);
        const QByteArray value = packed(values.values);
        if (values.complete && value.size() <= longest)
            take({TraitKind::Column, infoOf(field).word.toLatin1(), value});
    }
}

} // namespace

std::optional<QByteArray> traitName(const JsonPath& path)
{
    QByteArray name;
    for (const JsonPath::Step& step : path.steps) {
        if (const auto* const index = std::get_if<qsizetype>(&step)) {
            appendStep(name, *index);
            continue;
        }
        const QByteArray key = std::get<QString>(step).toUtf8();
        if (!isPlain(key))
            return std::nullopt;
        appendStep(name, key);
    }
    return name;
}

void eachTrait(const Capture& capture, const CaptureParts& parts, const BodyReading& reading,
               const std::function<void(const CaptureTrait&)>& take)
{
    const QueriedCapture row(capture, parts, reading);
    SharedTexts(TraitKind::Head, take).of(capture.head);
    takeHeaders(capture.headers, take);
    takeBody(row, take);
    takeColumns(row, take);
    if (!capture.delivery)
        take({TraitKind::Unsent});
}

} // namespace hookworks

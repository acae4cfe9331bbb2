// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/compare.h"

#include "json/number.h"

#include <QHash>

#include <algorithm>

namespace hookworks {

namespace {

/// A key, and how many members of that name come after it: the last one counts, so the last ones are compared
/// with each other.
using Place = std::pair<QString, int>;

QList<Place> placesOf(const JsonValue& object)
{
    QHash<QString, int> seen;
    QList<Place> places(static_cast<qsizetype>(object.members.size()));
    for (qsizetype i = places.size() - 1; i >= 0; --i) {
        const QString& key = object.members[static_cast<size_t>(i)].key;
        places[i] = {key, seen[key]++};
    }
    return places;
}

class Comparer
{
public:
    /// `whether`: stops at the first difference.
    explicit Comparer(bool whether)
        : m_whether(whether)
    {
    }

    void compare(const JsonValue& left, const JsonValue& right, const JsonPath& path)
    {
        if (isDone())
            return;
        if (left.kind != right.kind)
            return note(path, JsonDifference::Kind::Changed, left, right);
        if (left.isObject())
            return compareObjects(left, right, path);
        if (left.isArray())
            return compareArrays(left, right, path);
        if (left.isNumber() ? !sameNumber(left.text, right.text) : !(left == right))
            note(path, JsonDifference::Kind::Changed, left, right);
    }

    QList<JsonDifference> found;

private:
    bool isDone() const { return m_whether && !found.isEmpty(); }

    void note(const JsonPath& path, JsonDifference::Kind kind, const JsonValue& left, const JsonValue& right)
    {
        if (m_whether)
            found.append(JsonDifference());
        else
            found.append({path, kind, left, right});
    }

    void compareObjects(const JsonValue& left, const JsonValue& right, const JsonPath& path);
    void compareArrays(const JsonValue& left, const JsonValue& right, const JsonPath& path);
    void compareEnds(const JsonValue& left, const JsonValue& right, const JsonPath& path);
    JsonPath at(const JsonPath& path, const auto& step) const
    {
        return m_whether ? JsonPath() : path.child(step);
    }

    bool m_whether;
};

bool same(const JsonValue& left, const JsonValue& right)
{
    Comparer comparer(true);
    comparer.compare(left, right, {});
    return comparer.found.isEmpty();
}

void Comparer::compareObjects(const JsonValue& left, const JsonValue& right, const JsonPath& path)
{
    QHash<Place, const JsonValue*> onRight;
    const QList<Place> rightPlaces = placesOf(right);
    for (qsizetype i = 0; i < rightPlaces.size(); ++i)
        onRight.insert(rightPlaces[i], &right.members[static_cast<size_t>(i)].value);
    const QList<Place> leftPlaces = placesOf(left);
    for (qsizetype i = 0; i < leftPlaces.size() && !isDone(); ++i) {
        const JsonValue& value = left.members[static_cast<size_t>(i)].value;
        if (const JsonValue* other = onRight.take(leftPlaces[i]))
            compare(value, *other, at(path, leftPlaces[i].first));
        else
            note(at(path, leftPlaces[i].first), JsonDifference::Kind::Removed, value, {});
    }
    for (const Place& place : rightPlaces) {
        if (const JsonValue* added = onRight.value(place); added != nullptr && !isDone())
            note(at(path, place.first), JsonDifference::Kind::Added, {}, *added);
    }
}

void Comparer::compareArrays(const JsonValue& left, const JsonValue& right, const JsonPath& path)
{
    if (left.items.size() != right.items.size()) {
        if (m_whether)
            return note(path, JsonDifference::Kind::Changed, left, right);
        return compareEnds(left, right, path);
    }
    for (size_t i = 0; i < left.items.size() && !isDone(); ++i)
        compare(left.items[i], right.items[i], at(path, static_cast<qsizetype>(i)));
}

/// What is the same at both ends is passed over; the rest is paired from its start.
void Comparer::compareEnds(const JsonValue& left, const JsonValue& right, const JsonPath& path)
{
    const size_t shorter = std::min(left.items.size(), right.items.size());
    size_t first = 0;
    while (first < shorter && same(left.items[first], right.items[first]))
        ++first;
    size_t last = 0;
    while (first + last < shorter &&
           same(left.items[left.items.size() - 1 - last], right.items[right.items.size() - 1 - last]))
        ++last;
    const size_t paired = shorter - last;
    for (size_t i = first; i < paired; ++i)
        compare(left.items[i], right.items[i], at(path, static_cast<qsizetype>(i)));
    for (size_t i = paired; i < left.items.size() - last; ++i)
        note(at(path, static_cast<qsizetype>(i)), JsonDifference::Kind::Removed, left.items[i], {});
    for (size_t i = paired; i < right.items.size() - last; ++i)
        note(at(path, static_cast<qsizetype>(i)), JsonDifference::Kind::Added, {}, right.items[i]);
}

} // namespace

QList<JsonDifference> compareJson(const JsonValue& left, const JsonValue& right)
{
    Comparer comparer(false);
    comparer.compare(left, right, {});
    return comparer.found;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/text_edit.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr QByteArrayView blanks(" \t");

/// The blanks that the line of that byte begins with.
QByteArray lineIndent(const QByteArray& text, qint64 offset)
{
    const qint64 start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
    qint64 end = start;
    while (end < text.size() && blanks.contains(text[end]))
        ++end;
    return text.mid(start, end - start);
}

/// What one level more is indented by: as the first line that is.
QByteArray indentUnit(const QByteArray& text)
{
    for (qint64 at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        if (at + 1 < text.size() && blanks.contains(text[at + 1]))
            return lineIndent(text, at + 1);
    }
    return "  ";
}

QByteArray reindented(const QByteArray& lines, const QByteArray& from, const QByteArray& to)
{
    if (from == to)
        return lines;
    QByteArray result;
    qint64 start = 0;
    for (qint64 at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', start)) {
        result += lines.sliced(start, at + 1 - start);
        start = at + 1;
        const QByteArrayView rest = QByteArrayView(lines).sliced(start);
        if (rest.startsWith(from))
            start += from.size();
        result += to;
    }
    return result + lines.sliced(start);
}

QByteArray prettyWith(const JsonValue& value, const QByteArray& unit)
{
    if (unit.isEmpty() || unit[0] == ' ')
        return prettyJson(value, static_cast<int>(std::max<qsizetype>(1, unit.size())));
    QByteArray lines = prettyJson(value, 1);
    QByteArray result;
    bool leading = false;
    for (const char c : lines) {
        leading = c == '\n' || (leading && c == ' ');
        result += leading && c == ' ' ? unit : QByteArray(1, c);
    }
    return result;
}

/// On one line, with a blank behind each comma and colon. Strings have no line breaks of their own in JSON.
QByteArray oneLine(const JsonValue& value)
{
    QByteArray result;
    const QByteArray lines = prettyJson(value, 1);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i] != '\n') {
            result += lines[i];
            continue;
        }
        while (i + 1 < lines.size() && lines[i + 1] == ' ')
            ++i;
        const bool opens = result.endsWith('{') || result.endsWith('[');
        const bool closes = i + 1 < lines.size() && (lines[i + 1] == '}' || lines[i + 1] == ']');
        if (!opens && !closes)
            result += ' ';
    }
    return result;
}

bool isComposite(const JsonValue& value)
{
    return value.isArray() || value.isObject();
}

/// A container's children alike: members and items as the bytes from key to value's end.
struct Child
{
    qint64 from, to;
    const JsonValue* value;
};

std::vector<Child> childrenOf(const JsonValue& container)
{
    std::vector<Child> children;
    for (const JsonMember& member : container.members)
        children.push_back({member.keyOffset, member.value.end, &member.value});
    for (const JsonValue& item : container.items)
        children.push_back({item.offset, item.end, &item});
    return children;
}

/// How a container writes its children.
struct Lines
{
    bool broken = false; ///< each on a line of its own
    bool blanks = true;  ///< behind commas and colons
    QByteArray indent;   ///< of a child's line
    QByteArray lead;     ///< before the first
    QByteArray separator;
    QByteArray tail; ///< behind the last
};

Lines linesOf(const QByteArray& text, const JsonValue& container, const std::vector<Child>& children)
{
    Lines lines;
    if (children.empty()) {
        lines.broken = text.trimmed().contains('\n');
        lines.indent = lineIndent(text, container.offset) + indentUnit(text);
        lines.lead = lines.broken ? '\n' + lines.indent : QByteArray();
        lines.tail = lines.broken ? '\n' + lineIndent(text, container.offset) : QByteArray();
    } else {
        lines.lead = text.mid(container.offset + 1, children.front().from - container.offset - 1);
        lines.tail = text.mid(children.back().to, container.end - 1 - children.back().to);
        lines.broken = lines.lead.contains('\n');
        lines.indent = lines.broken ? lines.lead.sliced(lines.lead.lastIndexOf('\n') + 1) : QByteArray();
    }
    if (lines.broken)
        lines.separator = ",\n" + lines.indent;
    else if (children.size() > 1)
        lines.separator = text.mid(children[0].to, children[1].from - children[0].to);
    else
        lines.separator = ", ";
    lines.blanks = lines.broken || lines.separator != ",";
    return lines;
}

/// As the last of its neighbours is written: over several lines or on one.
QByteArray valueText(const QByteArray& text, const JsonValue& value, const Lines& lines,
                     const std::vector<Child>& neighbours)
{
    if (!isComposite(value))
        return compactJson(value);
    if (!lines.broken)
        return lines.blanks ? oneLine(value) : compactJson(value);
    for (auto near = neighbours.rbegin(); near != neighbours.rend(); ++near) {
        if (isComposite(*near->value) && near->value->kind == value.kind &&
            !text.mid(near->from, near->to - near->from).contains('\n') && near->to - near->from > 2)
            return oneLine(value);
    }
    return reindented(prettyWith(value, indentUnit(text)), {}, lines.indent);
}

TextEdit childInserted(const JsonValue& container, const std::vector<Child>& children, size_t index,
                       const Lines& lines, const QByteArray& bytes)
{
    if (children.empty())
        return {container.offset + 1, container.end - 1, lines.lead + bytes + lines.tail};
    if (index >= children.size())
        return {children.back().to, children.back().to, lines.separator + bytes};
    return {children[index].from, children[index].from, bytes + lines.separator};
}

TextEdit childRemoved(const JsonValue& container, const std::vector<Child>& children, size_t index)
{
    if (children.size() == 1)
        return {container.offset + 1, container.end - 1, {}};
    if (index + 1 == children.size())
        return {children[index - 1].to, children[index].to, {}};
    return {children[index].from, children[index + 1].from, {}};
}

} // namespace

QByteArray withEdits(const QByteArray& text, QList<TextEdit> edits)
{
    std::ranges::stable_sort(edits, {}, &TextEdit::from);
    QByteArray result;
    qint64 done = 0;
    for (const TextEdit& edit : std::as_const(edits)) {
        result.append(QByteArrayView(text).sliced(done, edit.from - done));
        result += edit.bytes;
        done = edit.to;
    }
    return result.append(QByteArrayView(text).sliced(done));
}

TextEdit differenceOf(const QByteArray& before, const QByteArray& after)
{
    const qint64 shorter = std::min(before.size(), after.size());
    const auto [end, _] = std::mismatch(before.begin(), before.begin() + shorter, after.begin());
    const qint64 head = end - before.begin();
    qint64 tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {head, before.size() - tail, after.mid(head, after.size() - tail - head)};
}

TextEdit valueReplaced(const QByteArray& text, const JsonValue& old, const JsonValue& value)
{
    const QByteArray before = text.mid(old.offset, old.end - old.offset);
    QByteArray bytes = compactJson(value);
    const bool fresh = before == "[]" || before == "{}" || !isComposite(old);
    if (isComposite(value) && text.trimmed().contains('\n') && (fresh || before.contains('\n')))
        bytes = reindented(prettyWith(value, indentUnit(text)), {}, lineIndent(text, old.offset));
    else if (isComposite(value) && (before.contains(", ") || before.contains(": ") || fresh))
        bytes = oneLine(value);
    return {old.offset, old.end, bytes};
}

TextEdit memberAdded(const QByteArray& text, const JsonValue& object, const QString& key,
                     const JsonValue& value)
{
    const std::vector<Child> children = childrenOf(object);
    const Lines lines = linesOf(text, object, children);
    const QByteArray name = compactJson(JsonValue::string(key)) + (lines.blanks ? ": " : ":");
    return childInserted(object, children, children.size(), lines,
                         name + valueText(text, value, lines, children));
}

TextEdit memberRenamed(const QByteArray& text, const JsonMember& member, const QString& key)
{
    qint64 quote = member.keyOffset + 1;
    while (quote < text.size() && text[quote] != '"')
        quote += text[quote] == '\\' ? 2 : 1;
    return {member.keyOffset, quote + 1, compactJson(JsonValue::string(key))};
}

TextEdit memberRemoved(const QByteArray&, const JsonValue& object, size_t index)
{
    return childRemoved(object, childrenOf(object), index);
}

TextEdit itemInserted(const QByteArray& text, const JsonValue& array, size_t index, const QByteArray& item)
{
    const std::vector<Child> children = childrenOf(array);
    const Lines lines = linesOf(text, array, children);
    return childInserted(array, children, index, lines,
                         lines.broken ? reindented(item, {}, lines.indent) : item);
}

TextEdit itemInserted(const QByteArray& text, const JsonValue& array, size_t index, const JsonValue& item)
{
    const std::vector<Child> children = childrenOf(array);
    const Lines lines = linesOf(text, array, children);
    return childInserted(array, children, index, lines, valueText(text, item, lines, children));
}

TextEdit itemRemoved(const QByteArray&, const JsonValue& array, size_t index)
{
    return childRemoved(array, childrenOf(array), index);
}

QList<TextEdit> itemsRemoved(const JsonValue& array, QList<size_t> indexes)
{
    std::ranges::sort(indexes);
    const std::vector<JsonValue>& items = array.items;
    if (static_cast<size_t>(indexes.size()) == items.size())
        return {{array.offset + 1, array.end - 1, {}}};
    QList<TextEdit> edits;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        const size_t first = indexes[i];
        while (i + 1 < indexes.size() && indexes[i + 1] == indexes[i] + 1)
            ++i;
        const size_t last = indexes[i];
        edits << (last + 1 < items.size() ? TextEdit{items[first].offset, items[last + 1].offset, {}}
                                          : TextEdit{items[first - 1].end, items[last].end, {}});
    }
    return edits;
}

QList<TextEdit> itemMoved(const QByteArray& text, const JsonValue& array, size_t from, size_t to)
{
    const std::vector<Child> children = childrenOf(array);
    QList<TextEdit> edits;
    const size_t first = std::min(from, to);
    const size_t last = std::max(from, to);
    for (size_t place = first; place <= last && from != to; ++place) {
        const size_t source = place == to ? from : from < to ? place + 1 : place - 1;
        edits.append({children[place].from, children[place].to,
                      text.mid(children[source].from, children[source].to - children[source].from)});
    }
    return edits;
}

JsonPath pathAtByte(const JsonValue& root, qint64 offset)
{
    JsonPath path;
    const JsonValue* value = &root;
    while (value) {
        const JsonValue* inside = nullptr;
        for (const JsonMember& member : value->members) {
            if (member.keyOffset <= offset && offset <= member.value.end) {
                inside = &member.value;
                path = path.child(member.key);
                break;
            }
        }
        for (size_t i = 0; !inside && i < value->items.size(); ++i) {
            if (value->items[i].offset <= offset && offset <= value->items[i].end) {
                inside = &value->items[i];
                path = path.child(static_cast<qsizetype>(i));
            }
        }
        value = inside;
    }
    return path;
}

QByteArray textOf(const QByteArray& text, const JsonValue& value)
{
    return reindented(text.mid(value.offset, value.end - value.offset), lineIndent(text, value.offset), {});
}

QByteArray textLike(const QByteArray& text, const JsonValue& value)
{
    return text.trimmed().contains('\n') ? prettyWith(value, indentUnit(text)) : oneLine(value);
}

} // namespace hookworks

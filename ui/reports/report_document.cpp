// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_document.h"

#include <QUndoCommand>

#include <utility>

namespace hookworks {

namespace {
constexpr qint64 oneStepMs = 1200;

/// `{"b": {"c": value}}` for the keys after the first `depth`.
JsonValue nestedIn(const JsonPath& path, qsizetype depth, JsonValue value)
{
    for (qsizetype i = path.steps.size() - 1; i >= depth; --i) {
        JsonValue outer = JsonValue::object();
        outer.append(std::get<QString>(path.steps[i]), std::move(value));
        value = std::move(outer);
    }
    return value;
}

/// The edit that puts a value at a path of names whose way may be missing in part.
std::optional<TextEdit> putAt(const QByteArray& text, const JsonValue& root, const JsonPath& path,
                              const JsonValue& value)
{
    const JsonValue* place = &root;
    for (qsizetype depth = 0; depth < path.steps.size(); ++depth) {
        const auto* key = std::get_if<QString>(&path.steps[depth]);
        const JsonValue* next = valueAt(*place, {{path.steps[depth]}});
        if (!next && key && place->isObject())
            return memberAdded(text, *place, *key, nestedIn(path, depth + 1, value));
        if (!next && key && place->isNull())
            return valueReplaced(text, *place, nestedIn(path, depth, value));
        if (!next)
            return std::nullopt;
        place = next;
    }
    return valueReplaced(text, *place, value);
}

} // namespace

JsonPath parentOf(JsonPath path)
{
    if (!path.steps.isEmpty())
        path.steps.removeLast();
    return path;
}

std::optional<qsizetype> indexIn(const JsonPath& path)
{
    if (path.steps.isEmpty() || !std::holds_alternative<qsizetype>(path.steps.last()))
        return std::nullopt;
    return std::get<qsizetype>(path.steps.last());
}

bool isWithin(const JsonPath& inner, const JsonPath& outer)
{
    return inner.steps.size() >= outer.steps.size() && inner.steps.first(outer.steps.size()) == outer.steps;
}

/// One edit and the way back; merges with the next edit of the same step.
class ReportDocument::Edit final : public QUndoCommand
{
public:
    Edit(ReportDocument& document, const QByteArray& after, QString key, const QString& name,
         std::optional<Places> places)
        : QUndoCommand(name)
        , m_document(document)
        , m_key(std::move(key))
        , m_step(document.m_step)
        , m_places(std::move(places))
    {
        take(document.m_text, after);
    }
    int id() const override { return 1; }
    void undo() override
    {
        m_document.show(withEdits(m_document.m_text, {m_back}));
        if (m_places)
            emit m_document.stepped(m_places->undone);
    }
    /// At first, too, when whoever edits knows where.
    void redo() override
    {
        m_document.show(withEdits(m_document.m_text, {m_forth}));
        if (m_places && std::exchange(m_done, true))
            emit m_document.stepped(m_places->redone);
    }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Edit*>(other);
        if (next->m_key.isEmpty() || next->m_key != m_key || next->m_step != m_step)
            return false;
        const QByteArray& after = m_document.m_text;
        take(withEdits(withEdits(after, {next->m_back}), {m_back}), after);
        return true;
    }

private:
    void take(const QByteArray& before, const QByteArray& after)
    {
        m_forth = differenceOf(before, after);
        m_back = {m_forth.from, m_forth.from + m_forth.bytes.size(),
                  before.mid(m_forth.from, m_forth.to - m_forth.from)};
    }

    ReportDocument& m_document;
    TextEdit m_forth, m_back;
    QString m_key;
    int m_step;
    std::optional<Places> m_places;
    bool m_done = false;
};

ReportDocument::ReportDocument(QObject* parent)
    : QObject(parent)
    , m_open(m_histories.try_emplace(ReportId()).first)
{
}

const JsonValue* ReportDocument::at(const JsonPath& path) const
{
    return m_value ? valueAt(*m_value, path) : nullptr;
}

void ReportDocument::open(ReportId report, const QByteArray& text)
{
    if (m_open->first != report) {
        m_open->second.text = m_text;
        const auto [place, fresh] = m_histories.try_emplace(report);
        m_open = place;
        show(fresh ? text : place->second.text);
        emit historyChanged();
    }
    ++m_step;
    setText(text, QStringLiteral("elsewhere"), tr("Changed elsewhere"));
}

void ReportDocument::setText(const QByteArray& text, const QString& key, const QString& step)
{
    push(text, key, step, std::nullopt);
}

void ReportDocument::push(const QByteArray& text, const QString& key, const QString& step,
                          const std::optional<Places>& places)
{
    if (text == m_text)
        return;
    if (!m_sinceEdit.isValid() || m_sinceEdit.elapsed() > oneStepMs)
        ++m_step;
    m_sinceEdit.start();
    history().push(new Edit(*this, text, key, step.isEmpty() ? tr("Change the report") : step, places));
}

void ReportDocument::setValue(const JsonPath& path, const JsonValue& value, const QString& step)
{
    const JsonValue* place = at(path);
    if (!place || place->offset < 0 || *place == value)
        return;
    push(withEdits(m_text, {valueReplaced(m_text, *place, value)}), path.toString(), step,
         Places{path, path});
}

void ReportDocument::setMember(const JsonPath& object, const QString& key,
                               const std::optional<JsonValue>& value, const QString& step)
{
    const JsonPath path = object.child(key);
    const JsonValue* place = at(path);
    if (value && place)
        return setValue(path, *value, step);
    if (!m_value || (!value && !place))
        return;
    std::optional<TextEdit> edit;
    if (value) {
        edit = putAt(m_text, *m_value, path, *value);
    } else {
        const JsonValue& owner = *at(object);
        for (size_t i = 0; i < owner.members.size(); ++i) {
            if (&owner.members[i].value == place)
                edit = memberRemoved(m_text, owner, i);
        }
    }
    if (edit)
        push(withEdits(m_text, {*edit}), path.toString(), step, Places{path, path});
}

void ReportDocument::insertItem(const JsonPath& array, qsizetype index, const QByteArray& item,
                                const QString& step)
{
    const JsonValue* list = at(array);
    const auto made = readJson(item);
    if (!m_value || !made)
        return;
    std::optional<TextEdit> edit;
    if (list && list->isArray()) {
        edit = itemInserted(m_text, *list, static_cast<size_t>(index), item);
    } else if (!list || list->isNull()) {
        JsonValue fresh = JsonValue::array();
        fresh.append(*made);
        edit = putAt(m_text, *m_value, array, fresh);
    }
    if (edit)
        applyAt({*edit}, step, {index > 0 ? array.child(index - 1) : array, array.child(index)});
}

void ReportDocument::removeItem(const JsonPath& item, const QString& step)
{
    const JsonValue* list = at(parentOf(item));
    const auto index = indexIn(item);
    if (list && index && *index < static_cast<qsizetype>(list->items.size()))
        applyAt({itemRemoved(m_text, *list, static_cast<size_t>(*index))}, step, {item, item});
}

std::optional<JsonPath> ReportDocument::moveItem(const JsonPath& item, const JsonPath& array, qsizetype index,
                                                 const QString& step)
{
    const JsonPath from = parentOf(item);
    const auto place = indexIn(item);
    const JsonValue* moved = at(item);
    const JsonValue* target = at(array);
    if (!place || !moved || isWithin(array, item) || (target && !target->isArray() && !target->isNull()))
        return std::nullopt;
    if (from == array) {
        const qsizetype to = index > *place ? index - 1 : index;
        const JsonPath now = array.child(to);
        applyAt(itemMoved(m_text, *target, static_cast<size_t>(*place), static_cast<size_t>(to)), step,
                {item, now});
        return now;
    }
    QList<TextEdit> edits{itemRemoved(m_text, *at(from), static_cast<size_t>(*place))};
    if (target && target->isArray()) {
        edits << itemInserted(m_text, *target, static_cast<size_t>(index), textOf(m_text, *moved));
    } else {
        JsonValue fresh = JsonValue::array();
        fresh.append(*moved);
        const auto edit = putAt(m_text, *m_value, array, fresh);
        if (!edit)
            return std::nullopt;
        edits << *edit;
    }
    // What stood behind it in its old list has one less before it now; the new place may lie in there.
    JsonPath now = array;
    const qsizetype depth = from.steps.size();
    if (isWithin(array, from) && array.steps.size() > depth) {
        auto* sibling = std::get_if<qsizetype>(&now.steps[depth]);
        if (sibling && *sibling > *place)
            --*sibling;
    }
    now = now.child(index);
    applyAt(edits, step, {item, now});
    return now;
}

void ReportDocument::apply(const QList<TextEdit>& edits, const QString& step)
{
    ++m_step;
    setText(withEdits(m_text, edits), {}, step);
}

void ReportDocument::applyAt(const QList<TextEdit>& edits, const QString& step, const Places& places)
{
    ++m_step;
    push(withEdits(m_text, edits), {}, step, places);
}

void ReportDocument::show(const QByteArray& text)
{
    m_text = text;
    auto read = readJson(text);
    m_value = read ? std::optional(std::move(*read)) : std::nullopt;
    emit changed();
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/design_part.h"

#include "ui/reports/outline.h"
#include "ui/reports/report_document.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

const QString optionsKey = QStringLiteral("options");
const QString componentsKey = QStringLiteral("components");
const QString typeKey = QStringLiteral("type");
constexpr qsizetype longestSummary = 60;

QString partText(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

bool isComponentList(const ProviderProfile& profile, const DocumentField& field)
{
    const ValueType type = valueTypeOf(profile, field.type);
    return !type.item.isEmpty() && valueTypeOf(profile, type.item).component;
}

QString structOf(const ProviderProfile& profile, const DocumentField& field)
{
    return valueTypeOf(profile, field.type).structName;
}

/// The way to the list of components in a struct, and the list's field; nullopt: it has none.
std::optional<std::pair<JsonPath, DocumentField>> listIn(const ProviderProfile& profile,
                                                         const QString& structName)
{
    for (const DocumentField& field : profile.structs.value(structName)) {
        if (isComponentList(profile, field))
            return std::pair(JsonPath().child(field.key), field);
        const QString inner = structOf(profile, field);
        const auto deeper = inner.isEmpty() ? std::nullopt : listIn(profile, inner);
        if (deeper)
            return std::pair(JsonPath{QList<JsonPath::Step>{field.key} + deeper->first.steps},
                             deeper->second);
    }
    return std::nullopt;
}

JsonPath joined(const JsonPath& a, const JsonPath& b)
{
    return {a.steps + b.steps};
}

QString oneLineOf(const QString& text)
{
    QString line = text.left(longestSummary * 2).simplified();
    while (line.startsWith(u'#') || line.startsWith(u'*') || line.startsWith(u' '))
        line.remove(0, 1);
    return line.left(longestSummary);
}

/// The widths of what stands side by side: `1/3 · 1/3 · 1/3`.
QString widthsIn(const JsonValue& component)
{
    QStringList widths;
    const JsonValue* list = component.find(componentsKey);
    for (size_t i = 0; list && i < std::min<size_t>(list->items.size(), 6); ++i) {
        const JsonValue* options = list->items[i].find(optionsKey);
        const JsonValue* width = options ? options->find(u"width") : nullptr;
        widths << (width && width->isString() ? width->text : QStringLiteral("·"));
    }
    return std::ranges::all_of(widths, [](const QString& one) { return one == u"·"; }) ? QString()
                                                                                       : widths.join(u" · ");
}

QString sizesIn(const JsonValue& options)
{
    const JsonValue* rows = options.find(u"rows");
    if (rows && rows->isArray())
        return rows->items.size() == 1
                   ? partText(QT_TRANSLATE_NOOP("hookworks", "1 row"))
                   : partText(QT_TRANSLATE_NOOP("hookworks", "%1 rows")).arg(rows->items.size());
    const JsonValue* data = options.find(u"data");
    if (data && data->isArray())
        return data->items.size() == 1
                   ? partText(QT_TRANSLATE_NOOP("hookworks", "1 point"))
                   : partText(QT_TRANSLATE_NOOP("hookworks", "%1 points")).arg(data->items.size());
    return {};
}

/// What tells a component from its neighbours: its title, its first text, what it holds.
QString summaryOf(const JsonValue& component)
{
    static const QStringList titles{QStringLiteral("section_title"), QStringLiteral("chart_title"),
                                    QStringLiteral("title"),         QStringLiteral("text"),
                                    QStringLiteral("caption"),       QStringLiteral("image_url"),
                                    QStringLiteral("inside_title")};
    if (const JsonValue* options = component.find(optionsKey)) {
        for (const QString& key : titles) {
            const JsonValue* title = options->find(key);
            if (title && title->isString() && !title->text.trimmed().isEmpty())
                return oneLineOf(title->text);
        }
        if (const QString sizes = sizesIn(*options); !sizes.isEmpty())
            return sizes;
    }
    return widthsIn(component);
}

class PartReader
{
public:
    PartReader(const ProviderProfile& profile, const JsonValue& document)
        : m_profile(profile)
        , m_document(document)
    {
        for (const ComponentType& type : profile.components)
            m_types.insert(type.name, &type);
    }

    DesignPart read() const
    {
        DesignPart root{
            DesignPart::Kind::Report, {}, partText(QT_TRANSLATE_NOOP("hookworks", "Report")), {}, {}, {}, {}};
        for (const DocumentField& field : m_profile.document) {
            if (isComponentList(m_profile, field)) {
                root.list = JsonPath().child(field.key);
                addComponents(root, m_document);
            } else if (const auto list = listIn(m_profile, structOf(m_profile, field))) {
                root.children.push_back(page(field, list->first));
            }
        }
        if (!m_profile.hooks.path.isEmpty())
            root.children.push_back(webhooks());
        return root;
    }

private:
    DesignPart page(const DocumentField& field, const JsonPath& list) const
    {
        DesignPart made{
            DesignPart::Kind::Page, JsonPath().child(field.key), titleOfField(field), {}, {}, list, {}};
        const JsonValue* value = m_document.find(field.key);
        if (value)
            addComponents(made, *value);
        if (made.children.empty())
            made.summary = partText(QT_TRANSLATE_NOOP("hookworks", "none"));
        return made;
    }

    DesignPart webhooks() const
    {
        JsonPath way;
        for (const QString& key : m_profile.hooks.path)
            way = way.child(key);
        const JsonValue* list = valueAt(m_document, way);
        const qsizetype count = list ? static_cast<qsizetype>(list->items.size()) : 0;
        return {DesignPart::Kind::Webhooks,
                way,
                partText(QT_TRANSLATE_NOOP("hookworks", "Webhooks")),
                count == 0 ? partText(QT_TRANSLATE_NOOP("hookworks", "none"))
                : m_profile.hooks.max > 0
                    ? partText(QT_TRANSLATE_NOOP("hookworks", "%1 of %2")).arg(count).arg(m_profile.hooks.max)
                    : QString::number(count),
                {},
                {},
                {}};
    }

    void addComponents(DesignPart& part, const JsonValue& value) const
    {
        const JsonValue* list = part.list ? valueAt(value, *part.list) : nullptr;
        for (size_t i = 0; list && i < list->items.size(); ++i)
            part.children.push_back(component(list->items[i], part.list->child(static_cast<qsizetype>(i))));
    }

    DesignPart component(const JsonValue& value, const JsonPath& way) const
    {
        const JsonValue* name = value.find(typeKey);
        const ComponentType* type = name && name->isString() ? m_types.value(name->text) : nullptr;
        DesignPart made{DesignPart::Kind::Component, way, {}, summaryOf(value), {}, {}, {}};
        made.title = type   ? type->title
                     : name ? oneLineOf(leafText(*name))
                            : partText(QT_TRANSLATE_NOOP("hookworks", "Unknown part"));
        made.look = type ? type->look : QString();
        if ((type && type->holdsComponents) || value.find(componentsKey))
            made.list = JsonPath().child(componentsKey);
        addComponents(made, value);
        return made;
    }

    const ProviderProfile& m_profile;
    const JsonValue& m_document;
    QHash<QString, const ComponentType*> m_types;
};

/// The groups of a struct: its plain fields, and a folded one for each struct in it.
void addGroups(const ProviderProfile& profile, const QString& heading, const JsonPath& object,
               const QList<DocumentField>& fields, bool rare, QList<FieldGroup>& groups)
{
    JsonPath hooks;
    for (const QString& key : profile.hooks.path)
        hooks = hooks.child(key);
    FieldGroup group{heading, object, {}, rare};
    const qsizetype place = groups.size();
    groups.append(group);
    for (const DocumentField& field : fields) {
        const QString inner = structOf(profile, field);
        if (isComponentList(profile, field) || object.child(field.key) == hooks)
            continue;
        if (inner.isEmpty())
            groups[place].fields << field;
        else
            addGroups(profile,
                      rare ? heading + QStringLiteral(": ") + titleOfField(field) : titleOfField(field),
                      object.child(field.key), profile.structs[inner], true, groups);
    }
    if (groups[place].fields.isEmpty())
        groups.removeAt(place);
}

QList<FieldGroup> groupsOfReport(const ProviderProfile& profile)
{
    QList<FieldGroup> groups;
    for (const DocumentField& field : profile.document) {
        const QString inner = structOf(profile, field);
        if (!inner.isEmpty() && !listIn(profile, inner))
            addGroups(profile, titleOfField(field), JsonPath().child(field.key), profile.structs[inner],
                      false, groups);
    }
    return groups;
}

QList<FieldGroup> groupsOfPage(const ProviderProfile& profile, const JsonPath& path)
{
    QList<FieldGroup> groups;
    for (const DocumentField& field : profile.document) {
        if (JsonPath().child(field.key) != path)
            continue;
        for (const DocumentField& part : profile.structs.value(structOf(profile, field)))
            addGroups(profile, {}, path.child(part.key), profile.structs.value(structOf(profile, part)),
                      false, groups);
    }
    return groups;
}

/// The list's own field where a page's list is, with what may stand in it.
QStringList onlyIn(const ProviderProfile& profile, const JsonPath& list)
{
    for (const DocumentField& field : profile.document) {
        const auto inside = listIn(profile, structOf(profile, field));
        if (inside && isWithin(list, joined(JsonPath().child(field.key), inside->first)))
            return inside->second.only;
    }
    return {};
}

} // namespace

DesignPart designParts(const ProviderProfile& profile, const JsonValue& document)
{
    return PartReader(profile, document).read();
}

QList<FieldGroup> fieldGroups(const ProviderProfile& profile, const JsonValue& document, const JsonPath& path,
                              DesignPart::Kind kind)
{
    switch (kind) {
    case DesignPart::Kind::Report:
        return groupsOfReport(profile);
    case DesignPart::Kind::Page:
        return groupsOfPage(profile, path);
    case DesignPart::Kind::Component:
        if (const ComponentType* type = componentAt(profile, document, path))
            return {{{}, path.child(optionsKey), type->options, false}};
        return {};
    case DesignPart::Kind::Webhooks:
        break;
    }
    DocumentField list;
    list.key = profile.hooks.path.last();
    for (const QList<DocumentField>& fields : profile.structs) {
        for (const DocumentField& field : fields) {
            if (field.key == list.key)
                list = field;
        }
    }
    return {{{}, parentOf(path), {list}, false}};
}

const ComponentType* componentAt(const ProviderProfile& profile, const JsonValue& document,
                                 const JsonPath& path)
{
    const JsonValue* value = indexIn(path) ? valueAt(document, path) : nullptr;
    const JsonValue* name = value ? value->find(typeKey) : nullptr;
    return name && name->isString() ? profile.component(name->text) : nullptr;
}

InsertPlace insertPlace(const ProviderProfile& profile, const JsonValue& document, const JsonPath& path)
{
    const auto sizeOf = [&](const JsonPath& list) {
        const JsonValue* value = valueAt(document, list);
        return value ? static_cast<qsizetype>(value->items.size()) : 0;
    };
    const ComponentType* type = componentAt(profile, document, path);
    if (type && type->holdsComponents) {
        const JsonPath list = path.child(componentsKey);
        return {list, sizeOf(list), onlyIn(profile, list), type->title};
    }
    if (const auto index = indexIn(path); index && path.steps.size() > 1) {
        const JsonPath list = parentOf(path);
        const JsonPath owner = parentOf(list);
        const ComponentType* around = componentAt(profile, document, owner);
        const InsertPlace outer =
            around || owner == path ? InsertPlace() : insertPlace(profile, document, owner);
        return {list, *index + 1, onlyIn(profile, list), around ? around->title : outer.into};
    }
    InsertPlace place{{}, 0, {}, partText(QT_TRANSLATE_NOOP("hookworks", "Report"))};
    for (const DocumentField& field : profile.document) {
        const JsonPath own = JsonPath().child(field.key);
        const auto inside = listIn(profile, structOf(profile, field));
        if (isComponentList(profile, field) && place.list.steps.isEmpty())
            place.list = own;
        if (inside && !path.steps.isEmpty() && isWithin(path, own))
            place = {joined(own, inside->first), 0, inside->second.only, titleOfField(field)};
    }
    place.index = sizeOf(place.list);
    return place;
}

JsonPath partOf(const ProviderProfile& profile, const JsonValue& document, const JsonPath& path)
{
    JsonPath hooks;
    for (const QString& key : profile.hooks.path)
        hooks = hooks.child(key);
    if (!hooks.steps.isEmpty() && isWithin(path, hooks))
        return hooks;
    // The innermost entry of a list of components: `components` is the name of every such list.
    for (qsizetype depth = path.steps.size(); depth > 1; --depth) {
        const JsonPath part{path.steps.first(depth)};
        const auto* list = std::get_if<QString>(&part.steps[depth - 2]);
        if (indexIn(part) && list && *list == componentsKey && valueAt(document, part))
            return part;
    }
    for (const DocumentField& field : profile.document) {
        const JsonPath own = JsonPath().child(field.key);
        if (listIn(profile, structOf(profile, field)) && isWithin(path, own))
            return own;
    }
    return {};
}

QString titleOfField(const DocumentField& field)
{
    return field.title.isEmpty() ? labelOf(field.key) : field.title;
}

JsonValue newComponent(const ComponentType& type)
{
    JsonValue made = JsonValue::object();
    made.append(typeKey, JsonValue::string(type.name));
    if (type.initialOptions)
        made.append(optionsKey, *type.initialOptions);
    if (type.holdsComponents)
        made.append(componentsKey, JsonValue::array());
    return made;
}

} // namespace hookworks

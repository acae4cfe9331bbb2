// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/import_parts.h"

#include "json/value.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/replacing.h"

namespace hookworks {

namespace {

constexpr qsizetype mostNotes = 50;

} // namespace

QString textAtKey(const JsonValue& object, QStringView key)
{
    const JsonValue* value = object.find(key);
    return value && value->isString() ? value->text : QString();
}

HeaderList fieldsIn(const JsonValue* list, QStringView nameKey)
{
    HeaderList fields;
    for (const JsonValue& field : list ? list->items : std::vector<JsonValue>()) {
        const JsonValue* off = field.find(u"disabled");
        const QByteArray name = textAtKey(field, nameKey).toUtf8();
        if (!(off && off->flag) && !name.startsWith(':')) // HTTP/2's own are no fields
            fields.append(name, textAtKey(field, u"value").toUtf8());
    }
    return fields;
}

void leaveOut(Imported& imported, const QString& entry, const QString& why)
{
    if (imported.notes.size() < mostNotes)
        imported.notes << HandOnText::tr("%1 is left out: %2").arg(entry, why);
    else if (imported.notes.size() == mostNotes)
        imported.notes << HandOnText::tr("There are more that are left out.");
}

Result<Imported> unlessEmpty(Imported imported, const QString& otherwise)
{
    if (imported.captures.isEmpty())
        return fail(ErrorCode::BadInput, imported.notes.isEmpty() ? otherwise : imported.notes.first());
    if (imported.captures.size() > ImportMost::requests)
        return fail(ErrorCode::BadInput, HandOnText::tr("The file has more than 10,000 requests."));
    return imported;
}

QByteArray ImportVariables::filled(QByteArray text) const
{
    constexpr int deepest = 10;
    constexpr qsizetype longest = 16 * 1024 * 1024;
    static const QRegularExpression name(QStringLiteral(R"re(\{\{\s*([^{}\s]{1,200})\s*\}\})re"));
    for (int depth = 0; depth < deepest && text.contains("{{") && text.size() < longest; ++depth) {
        qsizetype added = 0;
        const QByteArray next = replacedIn(text, name, 0, [&](const QList<QByteArray>& found) {
            const QByteArray value = m_values.value(found[1], found[0]);
            added += value.size();
            return added < longest ? value : found[0];
        });
        if (next == text)
            break;
        text = next;
    }
    return text;
}

} // namespace hookworks

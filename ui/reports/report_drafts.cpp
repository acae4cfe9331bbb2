// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_drafts.h"

#include "json/value.h"
#include "workbench/design/drafts.h"

#include <algorithm>

namespace hookworks {

namespace {

const QString keysBegin = QStringLiteral("report/");

QString draftKeyOf(ReportId id)
{
    return keysBegin + id.toString();
}

} // namespace

ReportDrafts::ReportDrafts(Drafts& drafts)
    : m_stored(drafts)
{
}

void ReportDrafts::load(QObject* context, std::function<void()> loaded)
{
    m_stored.startingWith(keysBegin).then(
        context, [this, loaded = std::move(loaded)](const Result<QMap<QString, QByteArray>>& drafts) {
            m_drafts = drafts.value_or(QMap<QString, QByteArray>());
            loaded();
        });
}

std::optional<ReportDrafts::Typed> ReportDrafts::take(ReportId id)
{
    const auto draft = readJson(m_drafts.take(draftKeyOf(id)));
    const JsonValue* const name = draft ? draft->find(u"name") : nullptr;
    const JsonValue* const document = draft ? draft->find(u"documentBase64") : nullptr;
    if (!name || !document)
        return std::nullopt;
    return Typed{name->text, QByteArray::fromBase64(document->text.toLatin1())};
}

void ReportDrafts::keep(const Report& typed)
{
    JsonValue draft = JsonValue::object();
    draft.append(QStringLiteral("name"), JsonValue::string(typed.name));
    draft.append(QStringLiteral("documentBase64"),
                 JsonValue::string(QString::fromLatin1(typed.document.toBase64())));
    m_drafts.insert(draftKeyOf(typed.id), compactJson(draft));
    m_stored.put(draftKeyOf(typed.id), compactJson(draft));
}

void ReportDrafts::drop(ReportId id)
{
    m_drafts.remove(draftKeyOf(id));
    m_stored.remove(draftKeyOf(id));
}

void ReportDrafts::dropOthersThan(const QList<Report>& reports)
{
    for (const QString& key : m_drafts.keys()) {
        if (std::ranges::none_of(reports,
                                 [&key](const Report& report) { return draftKeyOf(report.id) == key; }))
            m_stored.remove(key);
    }
}

} // namespace hookworks

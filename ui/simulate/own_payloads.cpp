// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/own_payloads.h"

#include "workbench/design/drafts.h"

#include <algorithm>

namespace hookworks {

namespace {

const QString payloadDrafts = QStringLiteral("simulate/");

QString payloadKey(const OwnPayloads::Of& what)
{
    return payloadDrafts + QStringLiteral("%1/%2/%3").arg(what.report.toString(), what.event, what.outcome);
}

} // namespace

OwnPayloads::OwnPayloads(Drafts& drafts, QObject* parent)
    : QObject(parent)
    , m_drafts(drafts)
{
}

void OwnPayloads::load()
{
    m_drafts.startingWith(payloadDrafts).then(this, [this](const Result<QMap<QString, QByteArray>>& drafts) {
        m_payloads = drafts.value_or(QMap<QString, QByteArray>());
        emit loaded();
    });
}

std::optional<QByteArray> OwnPayloads::of(const Of& what) const
{
    const auto found = m_payloads.constFind(payloadKey(what));
    return found == m_payloads.cend() ? std::nullopt : std::optional(*found);
}

void OwnPayloads::put(const Of& what, const QByteArray& payload)
{
    m_payloads.insert(payloadKey(what), payload);
    m_drafts.put(payloadKey(what), payload);
}

void OwnPayloads::remove(const Of& what)
{
    m_payloads.remove(payloadKey(what));
    m_drafts.remove(payloadKey(what));
}

void OwnPayloads::dropOthersThan(const QList<Report>& reports)
{
    for (const QString& key : m_payloads.keys()) {
        const auto of = [&key](const Report& report) {
            return key.section(u'/', 1, 1) == report.id.toString();
        };
        if (std::ranges::any_of(reports, of))
            continue;
        m_payloads.remove(key);
        m_drafts.remove(key);
    }
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/answer.h"

#include <QObject>
#include <QStringList>

namespace hookworks {

class Session;

enum class ExportFormat
{
    Raw,
    Curl,
    Har,
    Ndjson,
    Csv
};

std::optional<ExportFormat> exportFormatFromString(QStringView text);
QString toString(ExportFormat format);

/// Writes deliveries and captures in forms that other tools read.
class Exporter final : public QObject
{
    Q_OBJECT

public:
    explicit Exporter(Session& session);

    /// `ids`: `d3`, `c5`, mixed. Secrets (Authorization, Cookie, Set-Cookie, Proxy-Authorization, API-key
    /// fields and tokens of webhooks) are masked unless `withSecrets`.
    Answer<QByteArray> write(const QStringList& ids, ExportFormat format, bool withSecrets = false);

private:
    Session* m_session;
};

} // namespace hookworks

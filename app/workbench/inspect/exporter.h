// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/session/answer.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace hookworks {

class Session;

enum class ExportFormat
{
    Raw,
    Curl,
    Har,
    Ndjson,
    Csv,
    Postman,
    Bruno,
    Http,
    Httpie,
    Python,
    Node,
    Csharp,
    Powershell,
    Html,
    Case
};
/// In the order in which they are offered.
const QList<ExportFormat>& exportFormats();

std::optional<ExportFormat> exportFormatFromString(QStringView text);
QString toString(ExportFormat format);
/// Of a file in that format: `sh`.
QString fileSuffixOf(ExportFormat format);

/// What was written, and what there is to say about it.
struct Exported
{
    QByteArray bytes;
    QStringList notes;    ///< a sentence each: what is not as it was, and why
    QList<Error> refused; ///< one for each that the form has no way to say; the others were written
    bool operator==(const Exported&) const = default;
};

/// Writes deliveries and captures in forms that other tools read. All forms are made of the bytes that were
/// on the wire (workbench/inspect/wire_exchange.h).
class Exporter final : public QObject
{
    Q_OBJECT

public:
    explicit Exporter(Session& session);

    /// `ids`: `d3`, `c5`, mixed. Secrets are masked unless `withSecrets`: see workbench/inspect/masking.h.
    /// Fails where an id is unknown.
    Answer<Exported> write(const QStringList& ids, ExportFormat format, bool withSecrets = false);

    /// The names that masking goes by in this workspace.
    Answer<QStringList> maskedNames();
    /// Adds and takes away names, and says what there is then. BadInput where one is no name, NotFound where
    /// one that is to go is not there.
    Answer<QStringList> changeMaskedNames(const QStringList& added, const QStringList& removed);

private:
    Session* m_session;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"
#include "domain/result.h"
#include "workbench/handon/case_file.h"

#include <QStringList>

namespace hookworks {

/// What a file to import is.
enum class ImportFormat
{
    Raw,
    Curl,
    Http,
    Har,
    Postman,
    Case
};
QString toString(ImportFormat format);
std::optional<ImportFormat> importFormatFromString(QStringView text);
/// By the name's end, else by how the bytes begin; raw where nothing tells.
ImportFormat guessedFormat(const QString& name, const QByteArray& bytes);

/// The most that a file to import may hold.
struct ImportMost
{
    static constexpr qint64 fileBytes = 256LL * 1024 * 1024;
    static constexpr qsizetype requests = 10'000;
};

/// What a file holds, before it has ids of this workspace.
struct Imported
{
    QList<Capture> captures;
    QStringList notes;                   ///< a sentence each: what was left out
    std::optional<CaseFile> handed = {}; ///< a case, which has its captures itself
    QList<qsizetype> places = {}; ///< of an archive: where each capture stood among its entries, from 1
    bool operator==(const Imported&) const = default;
};

/// Reads a file; nothing in it is run, and nothing else is read. BadInput names the entry and what is wrong.
Result<Imported> readImport(ImportFormat format, const QByteArray& bytes, RealTime now);

// One reader for each form.
Result<Imported> readCurlLines(const QByteArray& text, RealTime now);
Result<Imported> readHttpFile(const QByteArray& text, RealTime now);
Result<Imported> readHar(const QByteArray& text, RealTime now);
Result<Imported> readPostman(const QByteArray& text, RealTime now);

/// A request as if it had been received: what is not HTTP is kept as it is, and said.
Capture importedCapture(const QByteArray& head, const QByteArray& wireBody, RealTime at);
/// The same of its parts; Host and Content-Length are made where they are missing. BadInput where it cannot
/// be a request.
Result<Capture> importedRequest(const Request& request, RealTime at);

} // namespace hookworks

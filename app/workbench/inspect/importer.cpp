// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/importer.h"

#include "provider/catalogue.h"
#include "workbench/handon/case_profiles.h"
#include "workbench/handon/case_reading.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/session/session.h"

#include <QFile>
#include <QFileInfo>

namespace hookworks {

namespace {

Result<ImportDone> stored(Writer& writer, ImportDone done)
{
    for (Capture& capture : done.captures) {
        const auto id = writer.addCapture(capture);
        if (!id)
            return tl::unexpected<Error>(id.error());
        capture.id = *id;
    }
    return done;
}

Result<ImportDone> storedCase(Writer& writer, const ProviderCatalogue& providers, const CaseFile& file,
                              const PlaceholderValues& values)
{
    return storeCase(writer, file, values).map([&](ImportDone done) {
        done.notes << profileNotes(providers, file);
        return done;
    });
}

Result<QByteArray> fileToImport(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotOpen,
                    HandOnText::tr("%1 cannot be read.").arg(QFileInfo(path).fileName()), file.errorString());
    return file.read(ImportMost::fileBytes + 1);
}

} // namespace

QString ImportDone::firstId() const
{
    if (!deliveries.isEmpty())
        return deliveries.first().delivery.id.toString();
    return captures.isEmpty() ? QString() : captures.first().id.toString();
}

Importer::Importer(Session& session)
    : m_session(&session)
{
}

Answer<ImportDone> Importer::storeRead(Answer<Imported> read, const PlaceholderValues& values)
{
    return read.then(this, [this, values](const Result<Imported>& imported) {
        if (!imported)
            return readyAnswer<ImportDone>(tl::unexpected<Error>(imported.error()));
        return Answer<ImportDone>(m_session->store().write(
            [imported = *imported, values, providers = m_session->providers()](Writer& writer) {
                return imported.handed ? storedCase(writer, providers, *imported.handed, values)
                                       : stored(writer, {{}, imported.captures, imported.notes, {}, {}});
            }));
    });
}

Answer<ImportDone> Importer::take(ImportFormat format, const QByteArray& bytes,
                                  const PlaceholderValues& values)
{
    return storeRead(
        m_session->store().readInBackground([format, bytes, now = m_session->clock().now()](Reader&) {
            return readImport(format, bytes, now);
        }),
        values);
}

Answer<ImportDone> Importer::takeFile(const QString& path)
{
    return storeRead(m_session->store().readInBackground([path, now = m_session->clock().now()](Reader&) {
        return fileToImport(path).and_then(
            [&](const QByteArray& bytes) { return readImport(guessedFormat(path, bytes), bytes, now); });
    }),
                     {});
}

Answer<QList<CaseSecret>> Importer::secrets()
{
    return m_session->store().read([](Reader& reader) { return caseSecrets(reader); });
}

Answer<void> Importer::fill(const QString& id, const PlaceholderValues& values)
{
    return m_session->store().write([id, values](Writer& writer) { return fillCase(writer, id, values); });
}

} // namespace hookworks

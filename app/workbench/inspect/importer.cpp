// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/importer.h"

#include "workbench/session/session.h"

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

} // namespace

Importer::Importer(Session& session)
    : m_session(&session)
{
}

/// Read on the thread on which screens read: a large file takes a while.
Answer<ImportDone> Importer::take(ImportFormat format, const QByteArray& bytes)
{
    const auto store = [this](const Result<Imported>& read) {
        if (!read)
            return readyAnswer<ImportDone>(tl::unexpected<Error>(read.error()));
        return m_session->store().write([imported = *read](Writer& writer) {
            return stored(writer, {imported.captures, imported.notes});
        });
    };
    return m_session->store()
        .read([format, bytes, now = m_session->clock().now()](Reader&) {
            return readImport(format, bytes, now);
        })
        .then(this, store);
}

} // namespace hookworks

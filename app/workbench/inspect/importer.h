// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/imported.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// What an import added.
struct ImportDone
{
    QList<Capture> captures; ///< with their new ids
    QStringList notes;       ///< a sentence each: what was left out
    bool operator==(const ImportDone&) const = default;
};

/// Takes requests of other tools into the workspace, as captures to look at and replay.
class Importer final : public QObject
{
    Q_OBJECT

public:
    explicit Importer(Session& session);

    /// All of the file, or nothing. BadInput names the entry.
    Answer<ImportDone> take(ImportFormat format, const QByteArray& bytes);

private:
    Session* m_session;
};

} // namespace hookworks

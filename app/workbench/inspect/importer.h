// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/handon/case_secrets.h"
#include "workbench/inspect/imported.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// What an import added.
struct ImportDone
{
    QList<DeliveryRecord> deliveries; ///< of a case, with their new ids
    QList<Capture> captures;          ///< with their new ids
    QStringList notes;                ///< a sentence each: what was left out
    QList<ListenerId> listeners;      ///< of a case, with its reply rules; they are off
    QList<Placeholder> unfilled;      ///< of a case: what a replay waits for
    bool operator==(const ImportDone&) const = default;

    /// The first of what was added; empty: nothing was.
    QString firstId() const;
};

/// Takes requests of other tools into the workspace, as captures to look at and replay; and cases, which hold
/// deliveries as well.
class Importer final : public QObject
{
    Q_OBJECT

public:
    explicit Importer(Session& session);

    /// All of the file, or nothing. BadInput names the entry. `values`: of a case's placeholders, as many as
    /// there are.
    Answer<ImportDone> take(ImportFormat format, const QByteArray& bytes,
                            const PlaceholderValues& values = {});
    /// Reads the file, whose name and first bytes say what it is. CannotOpen where it cannot be read.
    Answer<ImportDone> takeFile(const QString& path);

    /// The placeholders of all cases that were opened here.
    Answer<QList<CaseSecret>> secrets();
    /// See fillCase().
    Answer<void> fill(const QString& id, const PlaceholderValues& values);

private:
    Answer<ImportDone> storeRead(Answer<Imported> read, const PlaceholderValues& values);

    Session* m_session;
};

} // namespace hookworks

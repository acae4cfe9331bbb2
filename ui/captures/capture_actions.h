// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/result.h"
#include "query/query.h"

#include <QObject>

#include <functional>

class QAction;

namespace hookworks {

class LiveTable;
class RowRemover;
class Workbench;

/// What one does with captures: replay, forward, copy, export, compare, keep a sample, remove.
class CaptureActions final : public QObject
{
    Q_OBJECT

public:
    /// `query` tells what the list shows. All must outlive it. Its dialogs are the table's.
    CaptureActions(Workbench& workbench, LiveTable& table, RowRemover& remover,
                   std::function<Result<Query>()> query, QObject* parent);

    /// For the page's menu: sending again, looking and handing on, removing.
    QList<QList<QAction*>> groups() const
    {
        return {{m_replayNow, m_replay, m_edit, m_exact, m_replayAll, m_forward},
                {m_compare, m_sample, m_curl, m_curlWithSecrets, m_export},
                {m_remove, m_removeAll}};
    }
    /// Others are chosen.
    void update();

signals:
    void said(const QString& sentence);
    void replayed(hookworks::DeliveryId delivery);
    void forwardWanted(hookworks::CaptureId capture);

private:
    QAction* add(const QString& text, const QKeySequence& keys, void (CaptureActions::*act)());
    QList<CaptureId> ids() const;
    QStringList idTexts() const;
    void replayAtOnce();
    void replay();
    void replayEdited();
    void replayAll();
    void openReplay(const QStringList& sources, bool edited);
    void replayExact();
    void forward();
    void copyAsCurl() { copyCurl(false); }
    void copyAsCurlWithSecrets() { copyCurl(true); }
    void copyCurl(bool withSecrets);
    void exportChosen();
    void compare();
    void keepSample();
    void remove();
    void removeAll();

    Workbench& m_workbench;
    LiveTable& m_table;
    RowRemover& m_remover;
    std::function<Result<Query>()> m_query;
    QAction *m_replayNow, *m_replay, *m_edit, *m_exact, *m_forward, *m_curl, *m_curlWithSecrets, *m_export,
        *m_compare, *m_sample, *m_remove, *m_removeAll, *m_replayAll;
};

} // namespace hookworks

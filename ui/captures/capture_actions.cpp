// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/capture_actions.h"

#include "domain/id_texts.h"
#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/comparing.h"
#include "ui/inspect/curl_copy.h"
#include "ui/inspect/hand_on_dialog.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/inspect/replay_now.h"
#include "ui/inspect/sample_name_dialog.h"
#include "ui/inspect/series_dialog.h"
#include "ui/lists/everything_question.h"
#include "ui/lists/live_table.h"
#include "ui/lists/row_remover.h"
#include "workbench/deliver/replayer.h"
#include "workbench/listen/captures.h"
#include "workbench/session/workbench.h"

#include <QAction>

#include <algorithm>

namespace hookworks {

CaptureActions::CaptureActions(Workbench& workbench, LiveTable& table, RowRemover& remover,
                               std::function<Result<Query>()> query, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_table(table)
    , m_remover(remover)
    , m_query(std::move(query))
    , m_replayNow(add(tr("Replay now"), QKeySequence(Qt::Key_R), &CaptureActions::replayAtOnce))
    , m_replay(add(tr("Replay…"), QKeySequence(Qt::SHIFT | Qt::Key_R), &CaptureActions::replay))
    , m_edit(add(tr("Edit and replay…"), QKeySequence(Qt::Key_E), &CaptureActions::replayEdited))
    , m_exact(add(tr("Replay byte for byte"), {}, &CaptureActions::replayExact))
    , m_forward(add(tr("Forward again"), QKeySequence(Qt::Key_F), &CaptureActions::forward))
    , m_curl(add(tr("Copy as cURL"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                 &CaptureActions::copyAsCurl))
    , m_curlWithSecrets(add(tr("Copy as cURL with secrets"), {}, &CaptureActions::copyAsCurlWithSecrets))
    , m_export(add(tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), &CaptureActions::exportChosen))
    , m_compare(add(tr("Compare…"), QKeySequence(Qt::Key_D), &CaptureActions::compare))
    , m_sample(add(tr("Save as sample…"), {}, &CaptureActions::keepSample))
    , m_remove(add(tr("Remove"), QKeySequence(Qt::Key_Delete), &CaptureActions::remove))
    , m_removeAll(add(tr("Remove all that match"), {}, &CaptureActions::removeAll))
    , m_replayAll(add(tr("Replay all that match…"), {}, &CaptureActions::replayAll))
{
}

QAction* CaptureActions::add(const QString& text, const QKeySequence& keys, void (CaptureActions::*act)())
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void CaptureActions::update()
{
    const int count = m_table.selectedCount();
    for (QAction* action : {m_edit, m_exact, m_forward, m_sample})
        action->setEnabled(count == 1);
    for (QAction* action : {m_replayNow, m_replay, m_curl, m_curlWithSecrets, m_export, m_compare, m_remove})
        action->setEnabled(count > 0);
}

QList<CaptureId> CaptureActions::ids() const
{
    QList<CaptureId> ids;
    for (const qint64 number : m_table.selectedNumbers())
        ids << CaptureId{number};
    return ids;
}

QStringList CaptureActions::idTexts() const
{
    QStringList texts;
    for (const CaptureId id : ids())
        texts << id.toString();
    return texts;
}

/// Of several one is asked how fast.
void CaptureActions::replayAtOnce()
{
    const QStringList chosen = idTexts();
    if (chosen.size() != 1)
        return replay();
    replayNow(m_workbench, chosen.first(), this, [this](const QString& words) { emit said(words); });
}

/// The oldest first.
void CaptureActions::replay()
{
    QStringList sources = idTexts();
    std::ranges::reverse(sources);
    openReplay(sources, false);
}

void CaptureActions::replayEdited()
{
    if (m_table.selectedCount() == 1)
        openReplay(idTexts(), true);
}

void CaptureActions::replayAll()
{
    const Result<Query> query = m_query();
    if (!query)
        return emit said(query.error().message);
    m_workbench.captures()
        .ids({.where = *query, .limit = 0})
        .then(this, [this](const Result<QList<CaptureId>>& found) {
            if (!found)
                return emit said(found.error().message);
            openReplay(oldestFirst(*found), false);
        });
}

void CaptureActions::openReplay(const QStringList& sources, bool edited)
{
    if (sources.isEmpty())
        return;
    using What = ReplayDialog::What;
    auto* dialog = new ReplayDialog(m_workbench, sources, &m_table, edited ? What::Edited : What::AsItWas);
    connect(dialog, &ReplayDialog::deliveryWanted, this, &CaptureActions::replayed);
    dialog->open();
}

void CaptureActions::replayExact()
{
    const QStringList chosen = idTexts();
    if (chosen.size() != 1)
        return;
    ReplayChoice choice;
    choice.source = chosen.first();
    choice.exact = true;
    replayNow(m_workbench, choice, this, [this](const QString& words) { emit said(words); });
}

void CaptureActions::forward()
{
    if (const QList<CaptureId> chosen = ids(); chosen.size() == 1)
        emit forwardWanted(chosen.first());
}

void CaptureActions::copyCurl(bool withSecrets)
{
    copyCurlOf(m_workbench, idTexts(), withSecrets, this, [this](const QString& words) { emit said(words); });
}

void CaptureActions::exportChosen()
{
    if (idTexts().isEmpty())
        return;
    auto* dialog = new HandOnDialog(m_workbench, idTexts(), &m_table);
    connect(dialog, &HandOnDialog::said, this, &CaptureActions::said);
    dialog->open();
}

void CaptureActions::compare()
{
    const QStringList chosen = idTexts();
    if (chosen.isEmpty())
        return;
    if (chosen.size() == 1)
        compareWithBefore(m_workbench, chosen.first(), &m_table,
                          [this](const QString& words) { emit said(words); });
    else if (chosen.size() == 2)
        (new CompareDialog(m_workbench, chosen.first(), chosen.last(), &m_table))->open();
    else
        (new SeriesDialog(m_workbench, chosen.join(u','), {}, &m_table))->open();
}

void CaptureActions::keepSample()
{
    const QList<CaptureId> chosen = ids();
    if (chosen.size() != 1)
        return;
    auto* dialog = new SampleNameDialog(m_workbench, chosen.first(), {}, &m_table);
    connect(dialog, &SampleNameDialog::said, this, &CaptureActions::said);
    dialog->open();
}

void CaptureActions::remove()
{
    m_remover.remove(readyAnswer<QList<CaptureId>>(ids()));
}

/// Nothing of another filter than the one that is read.
void CaptureActions::removeAll()
{
    const Result<Query> query = m_query();
    if (!query)
        return emit said(query.error().message);
    const auto remove = [this, where = *query] {
        m_remover.remove(m_workbench.captures().ids({.where = where, .limit = 0}));
    };
    if (!query->isEverything())
        return remove();
    (new EverythingQuestion(tr("Without a filter, all captures match. Remove every capture of this "
                               "workspace? Undo is offered for a while."),
                            tr("&Remove all"), remove, &m_table))
        ->open();
}

} // namespace hookworks

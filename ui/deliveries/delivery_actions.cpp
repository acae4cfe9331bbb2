// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/delivery_actions.h"

#include "domain/id_texts.h"
#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/comparing.h"
#include "ui/inspect/curl_copy.h"
#include "ui/inspect/hand_on_dialog.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/inspect/replay_now.h"
#include "ui/inspect/sample_name_dialog.h"
#include "ui/inspect/series_dialog.h"
#include "ui/lists/bulk_bar.h"
#include "ui/lists/everything_question.h"
#include "ui/lists/live_table.h"
#include "ui/lists/row_remover.h"
#include "ui/widgets/icons.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace hookworks {

namespace {

BulkWords wordsFor(BulkAction action)
{
    switch (action) {
    case BulkAction::Retry:
        return {DeliveryActions::tr("Retrying"), DeliveryActions::tr("%1 retried")};
    case BulkAction::Cancel:
        return {DeliveryActions::tr("Cancelling"), DeliveryActions::tr("%1 cancelled")};
    case BulkAction::Hold:
        return {DeliveryActions::tr("Holding"), DeliveryActions::tr("%1 held")};
    case BulkAction::Release:
        break;
    }
    return {DeliveryActions::tr("Releasing"), DeliveryActions::tr("%1 released")};
}

QStringList textsOf(const QList<DeliveryId>& ids)
{
    QStringList texts;
    for (const DeliveryId id : ids)
        texts << id.toString();
    return texts;
}

bool isEverything(const DeliveryFilter& filter)
{
    return filter.states.isEmpty() && filter.where.isEverything();
}

} // namespace

DeliveryActions::DeliveryActions(Workbench& workbench, const LiveListModel<DeliveryRow>& rows,
                                 LiveTable& table, const DeliveryBars& bars,
                                 std::function<Result<DeliveryFilter>()> filter, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_rows(rows)
    , m_table(table)
    , m_bars(bars)
    , m_filter(std::move(filter))
    , m_retry(add(tr("Retry"), QKeySequence(Qt::Key_T), [this] { act(BulkAction::Retry, ids()); }))
    , m_cancel(add(tr("Cancel"), QKeySequence(Qt::Key_C), [this] { act(BulkAction::Cancel, ids()); }))
    , m_hold(add(
          tr("Hold"), QKeySequence(Qt::Key_H),
          [this] { act(m_hold->text() == tr("Release") ? BulkAction::Release : BulkAction::Hold, ids()); }))
    , m_replayNow(add(tr("Replay now"), QKeySequence(Qt::Key_R), [this] { replayAtOnce(); }))
    , m_replay(add(tr("Replay…"), QKeySequence(Qt::SHIFT | Qt::Key_R), [this] { replay(); }))
    , m_edit(add(tr("Edit and replay…"), QKeySequence(Qt::Key_E),
                 [this] {
                     if (onlyRow())
                         openReplay(textsOf(ids()), true);
                 }))
    , m_curl(add(tr("Copy as cURL"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                 [this] { copyCurl(false); }))
    , m_curlWithSecrets(add(tr("Copy as cURL with secrets"), {}, [this] { copyCurl(true); }))
    , m_export(add(tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportChosen(); }))
    , m_sample(add(tr("Save as sample…"), {}, [this] { keepSample(); }))
    , m_compare(add(tr("Compare…"), QKeySequence(Qt::Key_D), [this] { compare(); }))
    , m_source(add(tr("Show what it replays"), QKeySequence(Qt::Key_O),
                   [this] {
                       if (const DeliveryRow* row = onlyRow())
                           emit sourceWanted(row->replayOf);
                   }))
    , m_remove(add(tr("Remove"), QKeySequence(Qt::Key_Delete), [this] { remove(); }))
    , m_all(makeAll())
{
    m_curl->setIcon(themedIcon(QStringLiteral("edit-copy")));
}

QAction* DeliveryActions::add(const QString& text, const QKeySequence& keys, const std::function<void()>& act)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    return action;
}

QAction* DeliveryActions::makeAll()
{
    auto* all = new QAction(tr("All that match"), this);
    auto* menu = new QMenu(&m_table);
    menu->addAction(tr("Retry all that match"), this, [this] { actOnAll(BulkAction::Retry); });
    menu->addAction(tr("Cancel all that match"), this, [this] { actOnAll(BulkAction::Cancel); });
    menu->addAction(tr("Hold all that match"), this, [this] { actOnAll(BulkAction::Hold); });
    menu->addAction(tr("Replay all that match…"), this, [this] { replayAll(); });
    menu->addAction(tr("Release all that match"), this, [this] { actOnAll(BulkAction::Release); });
    menu->addSeparator();
    menu->addAction(tr("Remove all that match"), this, &DeliveryActions::removeAll);
    all->setMenu(menu);
    return all;
}

const DeliveryRow* DeliveryActions::onlyRow() const
{
    const QItemSelection chosen = m_table.selectionModel()->selection();
    return m_table.selectedCount() == 1 ? &m_rows.rowAt(chosen.first().top()) : nullptr;
}

/// By ranges: with everything selected a list of its rows would be made at each change.
void DeliveryActions::update()
{
    bool open = false, held = false;
    for (const QItemSelectionRange& range : m_table.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && !held; ++row) {
            open = open || !isFinal(m_rows.rowAt(row).state);
            held = m_rows.rowAt(row).state == DeliveryState::Held;
        }
    }
    const DeliveryRow* const only = onlyRow();
    for (QAction* action :
         {m_retry, m_replayNow, m_replay, m_curl, m_curlWithSecrets, m_export, m_compare, m_remove})
        action->setEnabled(m_table.selectedCount() > 0);
    m_cancel->setEnabled(open);
    m_hold->setEnabled(open);
    m_hold->setText(held ? tr("Release") : tr("Hold"));
    m_edit->setEnabled(only);
    m_sample->setEnabled(only);
    m_source->setEnabled(only && !only->replayOf.isEmpty());
}

QList<DeliveryId> DeliveryActions::ids() const
{
    QList<DeliveryId> ids;
    for (const qint64 number : m_table.selectedNumbers())
        ids << DeliveryId{number};
    return ids;
}

void DeliveryActions::exportChosen()
{
    if (textsOf(ids()).isEmpty())
        return;
    auto* dialog = new HandOnDialog(m_workbench, textsOf(ids()), &m_table);
    connect(dialog, &HandOnDialog::said, this, &DeliveryActions::said);
    dialog->open();
}

/// Of one all attempts, or the only one with what came before; two field by field, the older one at the left;
/// of more each with the one before.
void DeliveryActions::compare()
{
    const QStringList chosen = textsOf(ids());
    const DeliveryRow* const only = onlyRow();
    if (chosen.isEmpty())
        return;
    if (only && only->attempts < 2) {
        compareWithBefore(m_workbench, chosen.first(), &m_table,
                          [this](const QString& words) { emit said(words); });
    } else if (chosen.size() == 2) {
        const QStringList pair = oldestFirst(ids());
        (new CompareDialog(m_workbench, pair.first(), pair.last(), &m_table))->open();
    } else {
        (new SeriesDialog(m_workbench, chosen.join(u','), {}, &m_table))->open();
    }
}

void DeliveryActions::copyCurl(bool withSecrets)
{
    copyCurlOf(m_workbench, textsOf(ids()), withSecrets, this,
               [this](const QString& words) { emit said(words); });
}

/// Of several one is asked how fast.
void DeliveryActions::replayAtOnce()
{
    const QStringList chosen = textsOf(ids());
    if (chosen.size() != 1)
        return replay();
    replayNow(m_workbench, chosen.first(), this, [this](const QString& words) { emit said(words); });
}

void DeliveryActions::remove()
{
    m_bars.remover.remove(readyAnswer<QList<DeliveryId>>(ids()));
}

void DeliveryActions::replay()
{
    openReplay(textsOf(ids()), false);
}

/// Nothing of another filter than the one that is read; the oldest first.
void DeliveryActions::replayAll()
{
    const Result<DeliveryFilter> filter = m_filter();
    if (!filter)
        return emit said(filter.error().message);
    m_workbench.deliveries().ids(*filter).then(this, [this](const Result<QList<DeliveryId>>& found) {
        if (!found)
            return emit said(found.error().message);
        openReplay(oldestFirst(*found), false);
    });
}

void DeliveryActions::openReplay(const QStringList& sources, bool edited)
{
    if (sources.isEmpty())
        return;
    using What = ReplayDialog::What;
    auto* dialog = new ReplayDialog(m_workbench, sources, &m_table, edited ? What::Edited : What::AsItWas);
    connect(dialog, &ReplayDialog::made, this, &DeliveryActions::replayed);
    connect(dialog, &ReplayDialog::deliveryWanted, this, &DeliveryActions::replayed);
    dialog->open();
}

void DeliveryActions::act(BulkAction action, const QList<DeliveryId>& ids)
{
    if (ids.isEmpty())
        return;
    Deliveries& deliveries = m_workbench.deliveries();
    if (ids.size() > 1)
        return m_bars.bulk.follow(deliveries.bulk(action, ids), wordsFor(action));
    Answer<void> answer = action == BulkAction::Retry    ? deliveries.retryNow(ids.first())
                          : action == BulkAction::Cancel ? deliveries.cancel(ids.first())
                          : action == BulkAction::Hold   ? deliveries.hold(ids.first())
                                                         : deliveries.release(ids.first());
    answer.then(this, [this](const Result<void>& result) {
        if (!result)
            emit said(result.error().message);
    });
}

/// Nothing of another filter than the one that is read. What cannot be taken back is asked for, where it is
/// for everything.
void DeliveryActions::actOnAll(BulkAction action)
{
    withFilter([this, action](const DeliveryFilter& filter) {
        const auto act = [this, action, filter] {
            m_bars.bulk.follow(m_workbench.deliveries().bulk(action, filter), wordsFor(action));
        };
        if (!isEverything(filter) || action == BulkAction::Hold || action == BulkAction::Release)
            return act();
        const bool retries = action == BulkAction::Retry;
        (new EverythingQuestion(
             retries
                 ? tr("Without a filter, all deliveries match. Send every delivery of this workspace again?")
                 : tr("Without a filter, all deliveries match. Cancel every delivery that is not final? "
                      "This cannot be undone."),
             retries ? tr("&Retry all") : tr("Cancel &all"), act, &m_table))
            ->open();
    });
}

void DeliveryActions::removeAll()
{
    withFilter([this](const DeliveryFilter& filter) {
        const auto remove = [this, filter] { m_bars.remover.remove(m_workbench.deliveries().ids(filter)); };
        if (!isEverything(filter))
            return remove();
        (new EverythingQuestion(tr("Without a filter, all deliveries match. Remove every delivery of this "
                                   "workspace? Undo is offered for a while."),
                                tr("&Remove all"), remove, &m_table))
            ->open();
    });
}

void DeliveryActions::withFilter(const std::function<void(const DeliveryFilter&)>& act)
{
    const Result<DeliveryFilter> filter = m_filter();
    if (filter)
        act(*filter);
    else
        emit said(filter.error().message);
}

void DeliveryActions::keepSample()
{
    const DeliveryRow* const only = onlyRow();
    if (!only)
        return;
    auto* dialog = new SampleNameDialog(m_workbench, only->id, only->event, &m_table);
    connect(dialog, &SampleNameDialog::said, this, &DeliveryActions::said);
    dialog->open();
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/json_line.h"
#include "cli/references.h"
#include "cli/where.h"
#include "workbench/inspect/row_removals.h"
#include "workbench/listen/captures.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

struct RemoveOptions
{
    QStringList ids;
    QString where;
};

/// Of captures or of deliveries; there is no way back.
class RemoveCommand final : public Command
{
public:
    RemoveCommand(const CommandContext& context, const RemoveOptions& options, RowsChosen of)
        : Command(context)
        , m_options(options)
        , m_of(of)
    {
    }

    void start() override
    {
        const Result<Query> where = whereQueryUnless(m_options.ids, m_options.where);
        if (!where)
            return fail(where.error());
        if (m_of == RowsChosen::Captures)
            removeCaptures(*where);
        else
            removeDeliveries(*where);
    }

    void cancel() override
    {
        m_cancelled = true;
        if (m_run)
            m_run->stop();
        else
            finish(ExitStatus::Interrupted);
    }

private:
    void removeCaptures(const Query& where)
    {
        if (!where.isEverything())
            return whenAnswered(workbench().captures().ids({.where = where, .limit = 0}),
                                [this](const QList<CaptureId>& ids) { remove(ids); });
        QList<CaptureId> ids;
        for (const QString& text : std::as_const(m_options.ids)) {
            const auto id = captureId(text);
            if (!id)
                return fail(id.error());
            ids << *id;
        }
        whenAnswered(workbench().captures().light(ids), [this, ids](const QList<Capture>& found) {
            QSet<CaptureId> there;
            for (const Capture& capture : found)
                there.insert(capture.id);
            removeAllOf(ids, there, QStringLiteral("capture "));
        });
    }

    void removeDeliveries(const Query& where)
    {
        if (!where.isEverything())
            return whenAnswered(workbench().deliveries().ids({.where = where}),
                                [this](const QList<DeliveryId>& ids) { remove(ids); });
        QList<DeliveryId> ids;
        for (const QString& text : std::as_const(m_options.ids)) {
            const auto id = deliveryId(text);
            if (!id)
                return fail(id.error());
            ids << *id;
        }
        whenAnswered(workbench().deliveries().light(ids), [this, ids](const QList<DeliveryRecord>& found) {
            QSet<DeliveryId> there;
            for (const DeliveryRecord& record : found)
                there.insert(record.delivery.id);
            removeAllOf(ids, there, QStringLiteral("delivery "));
        });
    }

    /// Where one is not there, none is removed.
    template <class IdType>
    void removeAllOf(const QList<IdType>& ids, const QSet<IdType>& there, const QString& kind)
    {
        for (const IdType id : ids) {
            if (!there.contains(id))
                return fail({ErrorCode::NotFound,
                             CliText::tr("There is no %1; nothing was removed.").arg(kind + id.toString()),
                             {}});
        }
        remove(there.values());
    }

    template <class IdType>
    void remove(const QList<IdType>& ids)
    {
        if (ids.isEmpty())
            return fail({ErrorCode::NotFound, CliText::tr("--where: nothing matches."), {}});
        RowRemovals& removals = workbench().rows().removals;
        const RemovalId removal = removals.begin();
        m_run = removals.remove(removal, readyAnswer<QList<IdType>>(ids));
        connect(m_run, &BulkRun::finished, this, [this, removal](const BulkProgress& came) {
            m_run = nullptr;
            whenAnswered(workbench().rows().removals.letGo(removal), [this, came] { end(came); });
        });
    }

    void end(const BulkProgress& came)
    {
        if (output().json()) {
            JsonLine object;
            object.add("removed", came.changed);
            object.add("left", came.total - came.changed);
            output().object(object.text());
        } else {
            output().line(m_of == RowsChosen::Captures
                              ? CliText::tr("Captures removed: %1.").arg(came.changed)
                              : CliText::tr("Deliveries removed: %1.").arg(came.changed));
        }
        if (came.refused > 0)
            output().note(CliText::tr("Left: %1. %2").arg(came.refused).arg(came.firstProblem));
        finish(m_cancelled        ? ExitStatus::Interrupted
               : came.refused > 0 ? ExitStatus::Failed
                                  : ExitStatus::Done);
    }

    RemoveOptions m_options;
    RowsChosen m_of;
    BulkRun* m_run = nullptr; ///< while it runs
    bool m_cancelled = false;
};

} // namespace

void addRemoveCommand(CommandTable& table, CLI::App& list, RowsChosen of)
{
    const auto options = std::make_shared<RemoveOptions>();
    const bool captures = of == RowsChosen::Captures;
    CLI::App& app = table.add(
        list,
        {QStringLiteral("remove"),
         captures ? CliText::tr("Removes captures for good.")
                  : CliText::tr("Removes deliveries for good; those that are still being sent stay."),
         captures ? QStringList{QStringLiteral("captures remove c5 c6"),
                                QStringLiteral("captures remove --where 'before:30d not is:marked'")}
                  : QStringList{QStringLiteral("deliveries remove d3"),
                                QStringLiteral("deliveries remove --where 'state=delivered before:7d'")},
         Access::Write, [options, of](const CommandContext& context) {
             return std::make_unique<RemoveCommand>(context, *options, of);
         }});
    addTexts(app, "id", options->ids, captures ? CliText::tr("Captures: c5") : CliText::tr("Deliveries: d3"));
    addWhere(app, options->where, CliText::tr("Those for which it holds, instead of ids."));
}

} // namespace hookworks

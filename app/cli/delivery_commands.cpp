// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/printing.h"
#include "cli/references.h"
#include "cli/where.h"
#include "cli/work_command.h"
#include "json/made.h"
#include "json/values_delivery.h"
#include "workbench/deliver/dispatch_status.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/designer.h"

#include <QDataStream>
#include <QMap>
#include <QSet>

namespace hookworks {

namespace {

struct DeliverOptions
{
    std::optional<double> speed;
    bool untilIdle = false;
};

/// Goes on with whatever waits, and prints each delivery that becomes final meanwhile.
class DeliverCommand final : public WorkCommand
{
public:
    DeliverCommand(const CommandContext& context, const DeliverOptions& options)
        : WorkCommand(context, options.speed, SessionWork{true, false})
        , m_options(options)
    {
    }

protected:
    void work() override;

private:
    void idle();
    void take(const DeliveryChanges& changes);
    void read(const QList<DeliveryId>& ids);

    DeliverOptions m_options;
    QList<DeliveryId> m_open; ///< that were not final when it began
    QSet<DeliveryId> m_printed;
    QList<DeliveryId> m_later;
    int m_reads = 0;
    bool m_idle = false, m_lost = false;
};

/// Elsewhere it may have lost some.
void DeliverCommand::work()
{
    m_lost = !progress().state.isEmpty();
    connect(&workbench().deliveries(), &Deliveries::changed, this, &DeliverCommand::take);
    connect(&output().streams(), &Streams::hasRoom, this, [this] {
        read(std::exchange(m_later, {}));
        idle();
    });
    if (!m_options.untilIdle)
        return;
    DeliveryFilter open;
    open.states = {DeliveryState::Waiting, DeliveryState::Sending, DeliveryState::Retrying,
                   DeliveryState::Unknown};
    open.limit = 0;
    whenAnswered(workbench().deliveries().list(open), [this](const QList<Delivery>& deliveries) {
        for (const Delivery& delivery : deliveries)
            m_open.prepend(delivery.id);
        whenAnswered(workbench().dispatch().untilIdle(), [this] {
            m_idle = true;
            read(m_open);
            idle();
        });
    });
}

void DeliverCommand::take(const DeliveryChanges& changes)
{
    QList<DeliveryId> ended = changes.others;
    for (const DeliveryRecord& record : changes.records) {
        if (isFinal(record.delivery.state))
            ended << record.delivery.id;
    }
    read(ended);
}

/// A reader that is slow gets them later: other commands may run here, too.
void DeliverCommand::read(const QList<DeliveryId>& ids)
{
    if (output().isFull()) {
        m_later += ids;
        return;
    }
    for (const DeliveryId id : ids) {
        if (m_printed.contains(id))
            continue;
        ++m_reads;
        whenAnswered(workbench().deliveries().get(id), [this, id](const DeliveryRecord& record) {
            --m_reads;
            if (isFinal(record.delivery.state) && !m_printed.contains(id)) {
                m_printed.insert(id);
                m_lost = m_lost || record.delivery.state == DeliveryState::Exhausted;
                printDelivery(output(), record);
                output().remember(m_lost ? "lost" : QByteArray());
            }
            idle();
        });
    }
}

void DeliverCommand::idle()
{
    if (m_idle && m_reads == 0 && m_later.isEmpty())
        finish(m_lost ? ExitStatus::Failed : ExitStatus::Done);
}

struct ListOptions
{
    QString where, state, event;
    std::optional<int> limit;
    bool bodies = false;
};

class DeliveriesCommand final : public Command
{
public:
    DeliveriesCommand(const CommandContext& context, const ListOptions& options)
        : Command(context)
        , m_options(options)
    {
    }

    void start() override
    {
        const Result<Query> where = whereQuery(m_options.where);
        if (!where)
            return fail(where.error());
        DeliveryFilter filter;
        filter.where = *where;
        filter.limit = m_options.limit.value_or(0);
        filter.event = m_options.event;
        filter.bodies = m_options.bodies;
        if (const auto state = deliveryStateFromString(m_options.state))
            filter.states << *state;
        if (output().json()) {
            whenAnswered(workbench().deliveries().findAll(filter), [this](const DeliveryRecordPage& page) {
                printDeliveries(output(), page.rows, m_options.bodies);
                end(page.rows.size(), page.unreadable);
            });
            return;
        }
        whenAnswered(workbench().deliveries().findAllSummaries(filter),
                     [this](const DeliverySummaryRecordPage& page) {
                         printDeliveries(output(), page.rows);
                         end(page.rows.size(), page.unreadable);
                     });
    }

private:
    void end(qsizetype found, qint64 unreadable)
    {
        if (found == 0 && !m_options.event.isEmpty() && !isKnown(m_options.event))
            return refuseEvent();
        tellUnreadable(output(), unreadable);
        if (found == 0)
            output().summary(CliText::tr("No delivery matches."));
        finish(found == 0 && !m_options.where.isEmpty() ? ExitStatus::Failed : ExitStatus::Done);
    }

    QStringList knownEvents() const
    {
        QStringList names;
        for (const ProviderInfo& provider : workbench().providers().all()) {
            for (const EventInfo& event : provider.events)
                names << event.name;
        }
        return names;
    }
    bool isKnown(const QString& event) const { return knownEvents().contains(event); }

    void refuseEvent()
    {
        fail({ErrorCode::BadInput,
              CliText::tr("--event: there is no event '%1'; there are: %2.")
                  .arg(m_options.event, knownEvents().join(QStringLiteral(", "))),
              {}});
    }

    ListOptions m_options;
};

class DeliveryCommand final : public Command
{
public:
    DeliveryCommand(const CommandContext& context, QString id)
        : Command(context)
        , m_id(std::move(id))
    {
    }

    void start() override
    {
        const auto id = deliveryId(m_id);
        if (!id)
            return fail(id.error());
        whenAnswered(workbench().deliveries().get(*id), [this](const DeliveryRecord& record) {
            whenAnswered(workbench().replayer().related(record.delivery.id),
                         [this, record](const RelatedDeliveries& related) {
                             print(record, related);
                             finish(ExitStatus::Done);
                         });
        });
    }

private:
    void print(const DeliveryRecord& record, const RelatedDeliveries& related) const
    {
        if (output().json()) {
            JsonValue object = deliveryJson(record.delivery, record.attempts, Bodies::Include);
            object.append(QStringLiteral("fixedBy"), idJson(related.fixedBy));
            object.append(QStringLiteral("lastGood"), idJson(related.lastGood));
            object.append(QStringLiteral("oldSignature"), JsonValue::boolean(related.hasOldSignature));
            return output().object(compactJson(object));
        }
        printDelivery(output(), record);
        if (related.fixedBy)
            output().line(CliText::tr("  Fixed by %1").arg(related.fixedBy->toString()));
        if (related.lastGood)
            output().line(CliText::tr("  Last delivered: %1").arg(related.lastGood->toString()));
        if (related.hasOldSignature)
            output().line(CliText::tr("  Its signature is that of the old bytes"));
    }

    QString m_id;
};

/// One attempt of each, at once; ends when these attempts have. How many there were before is remembered, so
/// that none is made twice where the command goes on elsewhere.
class RetryCommand final : public WorkCommand
{
public:
    RetryCommand(const CommandContext& context, QStringList ids)
        : WorkCommand(context, std::nullopt)
        , m_ids(std::move(ids))
    {
    }

protected:
    void work() override
    {
        for (const QString& text : m_ids) {
            const auto id = deliveryId(text);
            if (!id)
                return fail(id.error());
            m_unread << *id;
        }
        if (progress().state.isEmpty())
            return readNext();
        recall();
        if (m_before.isEmpty())
            return finishAll();
        begin();
    }

private:
    void recall()
    {
        QDataStream stream(progress().state);
        QMap<qint64, qint64> numbers;
        stream >> m_failed >> numbers;
        for (auto each = numbers.cbegin(); each != numbers.cend(); ++each)
            m_before.insert(DeliveryId{each.key()}, each.value());
    }

    void remember() const
    {
        QMap<qint64, qint64> numbers;
        for (auto each = m_before.cbegin(); each != m_before.cend(); ++each)
            numbers.insert(each.key().number, each.value());
        QByteArray state;
        QDataStream stream(&state, QIODevice::WriteOnly);
        stream << m_failed << numbers;
        output().remember(state);
    }

    void readNext()
    {
        if (m_unread.isEmpty()) {
            remember();
            return begin();
        }
        whenAnswered(workbench().deliveries().get(m_unread.takeFirst()),
                     [this](const DeliveryRecord& record) {
                         m_before.insert(record.delivery.id, record.attempts.size());
                         readNext();
                     });
    }

    void begin()
    {
        connect(&workbench().deliveries(), &Deliveries::changed, this, &RetryCommand::look);
        for (const DeliveryId id : m_before.keys()) {
            whenAnswered(workbench().deliveries().get(id), [this, id](const DeliveryRecord& record) {
                if (record.attempts.size() > m_before.value(id))
                    return look();
                whenAnswered(workbench().deliveries().retryNow(id), [this] { look(); });
            });
        }
    }

    void look()
    {
        for (const DeliveryId id : m_before.keys()) {
            whenAnswered(workbench().deliveries().get(id), [this](const DeliveryRecord& record) {
                const auto before = m_before.constFind(record.delivery.id);
                const bool ended = before != m_before.cend() && record.attempts.size() > *before &&
                                   record.attempts.last().outcome;
                if (ended)
                    end(record);
            });
        }
    }

    void end(const DeliveryRecord& record)
    {
        m_before.remove(record.delivery.id);
        m_failed = m_failed || record.attempts.last().outcome != Outcome::Success;
        printDelivery(output(), record);
        remember();
        if (m_before.isEmpty())
            finishAll();
    }

    void finishAll() { finish(m_failed ? ExitStatus::Failed : ExitStatus::Done); }

    QStringList m_ids;
    QList<DeliveryId> m_unread;
    QMap<DeliveryId, qsizetype> m_before; ///< attempts before, of those whose attempt has not ended
    bool m_failed = false;
};

class CancelCommand final : public WorkCommand
{
public:
    CancelCommand(const CommandContext& context, QStringList ids)
        : WorkCommand(context, std::nullopt)
        , m_ids(std::move(ids))
    {
    }

protected:
    void work() override
    {
        if (m_ids.isEmpty())
            return finish(ExitStatus::Done);
        const auto id = deliveryId(m_ids.takeFirst());
        if (!id)
            return fail(id.error());
        workbench().deliveries().cancel(*id).then(this, [this, id = *id](const Result<void>& cancelled) {
            if (!cancelled)
                refuse(id, cancelled.error());
            else
                show(id);
        });
    }

private:
    /// A delivery that is final already is no wrong usage: nothing matched. It may have been cancelled by
    /// this command, where it ran before.
    void refuse(DeliveryId id, const Error& error)
    {
        if (error.code != ErrorCode::Conflict)
            return fail(error);
        whenAnswered(workbench().deliveries().get(id), [this, error](const DeliveryRecord& record) {
            if (progress().begun && record.delivery.state == DeliveryState::Cancelled)
                return print(record);
            output().error(error);
            finish(ExitStatus::Failed);
        });
    }

    void show(DeliveryId id)
    {
        whenAnswered(workbench().deliveries().get(id),
                     [this](const DeliveryRecord& record) { print(record); });
    }

    void print(const DeliveryRecord& record)
    {
        if (output().json())
            printDeliveries(output(), {record}, false);
        else
            printDeliveries(output(), {DeliverySummaryRecord{summaryOf(record.delivery), record.attempts}});
        work();
    }

    QStringList m_ids;
};

QStringList stateWords()
{
    return {QStringLiteral("waiting"), QStringLiteral("sending"),   QStringLiteral("retrying"),
            QStringLiteral("held"),    QStringLiteral("delivered"), QStringLiteral("exhausted"),
            QStringLiteral("unknown"), QStringLiteral("cancelled")};
}

void addDeliver(CommandTable& table)
{
    const auto options = std::make_shared<DeliverOptions>();
    CLI::App& app =
        table.add(table.root(), goingOn({QStringLiteral("deliver"),
                                         CliText::tr("Goes on with whatever is waiting."),
                                         {QStringLiteral("deliver --until-idle --speed 600")},
                                         Access::Write,
                                         [options](const CommandContext& context) {
                                             return std::make_unique<DeliverCommand>(context, *options);
                                         }}));
    addSpeed(app, options->speed);
    addSwitch(app, "--until-idle", options->untilIdle, CliText::tr("End when every delivery is final"));
}

void addLists(CommandTable& table)
{
    const auto options = std::make_shared<ListOptions>();
    CLI::App& list = table.add(
        table.root(), {QStringLiteral("deliveries"),
                       CliText::tr("Lists deliveries, newest first."),
                       {QStringLiteral("deliveries --state exhausted --json"),
                        QStringLiteral("deliveries --where 'webhook:OneDrive outcome=timeout after:1d'")},
                       Access::Read,
                       [options](const CommandContext& context) {
                           return std::make_unique<DeliveriesCommand>(context, *options);
                       }});
    addWhere(list, options->where, CliText::tr("Only those for which it holds."));
    addChoice(list, "--state", options->state, stateWords(), CliText::tr("Only those in this state"));
    addText(list, "--event", options->event, CliText::tr("Only those of this event"));
    addCount(list, "--limit", options->limit, 1, 1'000'000'000, CliText::tr("At most so many"));
    addSwitch(list, "--bodies", options->bodies, CliText::tr("With the bodies"));
    addRemoveCommand(table, list, RowsChosen::Deliveries);

    const auto id = std::make_shared<QString>();
    CLI::App& one = table.add(table.root(), {QStringLiteral("delivery"),
                                             CliText::tr("Shows one delivery with its plan and attempts."),
                                             {QStringLiteral("delivery d1")},
                                             Access::Read,
                                             [id](const CommandContext& context) {
                                                 return std::make_unique<DeliveryCommand>(context, *id);
                                             }});
    addText(one, "id", *id, CliText::tr("A delivery: d1"))->required();
}

template <class Which>
void addForIds(CommandTable& table, const QString& name, const QString& summary)
{
    const auto ids = std::make_shared<QStringList>();
    CLI::App& app = table.add(table.root(), goingOn({name,
                                                     summary,
                                                     {name + QStringLiteral(" d1 d2")},
                                                     Access::Write,
                                                     [ids](const CommandContext& context) {
                                                         return std::make_unique<Which>(context, *ids);
                                                     }}));
    addTexts(app, "id", *ids, CliText::tr("Deliveries: d1 d2"))->required();
}

} // namespace

void addDeliveryCommands(CommandTable& table)
{
    addDeliver(table);
    addLists(table);
    addForIds<RetryCommand>(table, QStringLiteral("retry"), CliText::tr("Tries at once, outside the plan."));
    addForIds<CancelCommand>(table, QStringLiteral("cancel"), CliText::tr("Makes no further attempts."));
}

} // namespace hookworks

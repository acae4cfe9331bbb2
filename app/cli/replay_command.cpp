// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/file_formats.h"
#include "cli/where.h"
#include "cli/work_command.h"
#include "domain/url_parts.h"
#include "workbench/deliver/replayer.h"

namespace hookworks {

namespace {

struct ReplayOptions
{
    QStringList sources;
    QString where, of, url, edit, policy;
    bool exact = false;
    std::optional<int> count;
    std::optional<double> speed;
};

/// The address of --to, where it is given.
Result<void> checkAddress(const QString& url)
{
    if (url.isEmpty())
        return {};
    const auto parts = splitTypedUrl(url);
    return parts ? Result<void>()
                 : fail(ErrorCode::BadInput, QStringLiteral("--to: ") + parts.error().message);
}

class ReplayCommand final : public WorkCommand
{
public:
    ReplayCommand(const CommandContext& context, const ReplayOptions& options)
        : WorkCommand(context, options.speed)
        , m_options(options)
    {
    }

protected:
    void work() override
    {
        if (const auto address = checkAddress(m_options.url); !address)
            return fail(address.error());
        const Result<Query> where = whereQuery(m_options.where);
        if (!where)
            return fail(where.error());
        if (m_options.sources.isEmpty() == where->isEverything())
            return fail({ErrorCode::BadInput, CliText::tr("Name ids, or what matches with --where."), {}});
        if (where->isEverything())
            return replayNext();
        whenAnswered(idsFound(workbench(), *this, *where, rowsChosen(m_options.of, *where)),
                     [this](const QStringList& ids) {
                         m_options.sources = ids;
                         replayNext();
                     });
    }

private:
    /// What was named and not replayed yet; what was found by --where is not looked for again.
    void goOnWith(const QList<Delivery>& deliveries) override
    {
        m_made = deliveries;
        for (const Delivery& delivery : deliveries)
            m_options.sources.removeAll(delivery.replayOf);
        replayNext();
    }

    /// One source after the other; then all that was made is delivered.
    void replayNext()
    {
        if (m_options.sources.isEmpty())
            return deliverUntilFinal(m_made);
        const QString source = m_options.sources.takeFirst();
        if (m_options.edit.isEmpty())
            return replay(source, {});
        whenAnswered(workbench().replayer().original(source), [this, source](const Request& original) {
            const Result<Request> edited =
                readFile(m_options.edit).and_then([&original](const QByteArray& json) {
                    return Replayer::edited(original, json);
                });
            if (edited)
                return replay(source, *edited);
            Error error = edited.error();
            error.message.prepend(QStringLiteral("--edit: "));
            fail(error);
        });
    }

    void replay(const QString& source, const std::optional<Request>& edited)
    {
        ReplayChoice choice;
        choice.source = source;
        choice.url = m_options.url;
        choice.exact = m_options.exact;
        choice.edited = edited;
        choice.policy = m_options.policy;
        choice.count = m_options.count.value_or(1);
        choice.command = progress().run;
        whenAnswered(workbench().replayer().replay(choice), [this](const QList<Delivery>& deliveries) {
            m_made += deliveries;
            replayNext();
        });
    }

    ReplayOptions m_options;
    QList<Delivery> m_made;
};

struct ForwardOptions
{
    QString capture, url;
    std::optional<double> speed;
};

class ForwardCommand final : public WorkCommand
{
public:
    ForwardCommand(const CommandContext& context, const ForwardOptions& options)
        : WorkCommand(context, options.speed)
        , m_options(options)
    {
    }

protected:
    void work() override
    {
        if (const auto address = checkAddress(m_options.url); !address)
            return fail(address.error());
        const auto capture = CaptureId::parse(m_options.capture);
        if (!capture)
            return fail(
                {ErrorCode::BadInput, CliText::tr("\"%1\" is no capture (c1).").arg(m_options.capture), {}});
        whenAnswered(workbench().replayer().forwardAgain(*capture, m_options.url, progress().run),
                     [this](const QList<Delivery>& deliveries) { deliverUntilFinal(deliveries); });
    }

private:
    ForwardOptions m_options;
};

} // namespace

void addForwardCommand(CommandTable& table)
{
    const auto options = std::make_shared<ForwardOptions>();
    CLI::App& app = table.add(
        table.root(),
        goingOn({QStringLiteral("forward"),
                 CliText::tr("Passes a capture on to the application again, as a new delivery."),
                 {QStringLiteral("forward c5"), QStringLiteral("forward c5 --to http://127.0.0.1:9000")},
                 Access::Write,
                 [options](const CommandContext& context) {
                     return std::make_unique<ForwardCommand>(context, *options);
                 }}));
    addText(app, "id", options->capture, CliText::tr("A capture: c5"))->required();
    addText(
        app, "--to", options->url,
        CliText::tr("The application's base URL; where it was forwarded to, or where its listener's rules "
                    "forward to, if not given"))
        ->type_name("URL");
    addSpeed(app, options->speed);
}

void addReplayCommand(CommandTable& table)
{
    const auto options = std::make_shared<ReplayOptions>();
    CLI::App& app =
        table.add(table.root(),
                  withDetails(editFormat(),
                              goingOn({QStringLiteral("replay"),
                                       CliText::tr("Sends deliveries or captures again, as new deliveries."),
                                       {QStringLiteral("replay d1"),
                                        QStringLiteral("replay c5 --to http://127.0.0.1:9000/hook --exact"),
                                        QStringLiteral("replay d1 --policy fixed:5x3"),
                                        QStringLiteral("replay d1 --edit change.json"),
                                        QStringLiteral("replay --where 'state=exhausted after:1d'")},
                                       Access::Write,
                                       [options](const CommandContext& context) {
                                           return std::make_unique<ReplayCommand>(context, *options);
                                       },
                                       [options] { return options->edit == QLatin1String("-"); }})));
    addTexts(app, "id", options->sources, CliText::tr("Deliveries and captures: d1 c5"));
    addWhere(app, options->where, CliText::tr("Those for which it holds, instead of ids."));
    addOf(app, options->of);
    addText(app, "--to", options->url, CliText::tr("Another address; its own if not given"))
        ->type_name("URL");
    addSwitch(app, "--exact", options->exact, CliText::tr("Byte for byte, head included"));
    addText(app, "--edit", options->edit,
            CliText::tr("A JSON object with what replaces the original's: \"method\", \"url\", \"headers\" "
                        "([[\"Name\", \"value\"], …]), \"body\" or \"bodyBase64\""))
        ->type_name("FILE");
    addText(app, "--policy", options->policy,
            CliText::tr("How often it is tried: provider, none, fixed:30x5, or an own policy's name; one "
                        "attempt if not given"))
        ->type_name("P");
    addCount(app, "--count", options->count, 1, 1'000'000, CliText::tr("So many times"));
    addSpeed(app, options->speed);
}

} // namespace hookworks

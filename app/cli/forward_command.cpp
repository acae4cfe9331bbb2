// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/replay_printing.h"
#include "cli/work_command.h"
#include "workbench/deliver/replayer.h"

namespace hookworks {

namespace {

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
        if (const auto address = checkReplayAddress(m_options.url); !address)
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

} // namespace hookworks

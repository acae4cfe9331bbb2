// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"

#include <algorithm>

namespace hookworks {

namespace {

std::string footer(const QStringList& examples, const QString& details = {})
{
    QString text;
    if (!examples.isEmpty()) {
        text += CliText::tr("Examples:") + QLatin1Char('\n');
        for (const QString& example : examples)
            text += QStringLiteral("  hookworks-cli ") + example + QLatin1Char('\n');
        text += QLatin1Char('\n');
    }
    if (!details.isEmpty())
        text += details + QStringLiteral("\n\n");
    text += CliText::tr(
        "Exit status: 0 done · 1 a delivery or check failed, or nothing matched · 2 bad usage or "
        "input ·\n3 the workspace cannot be used, or the output not be written · 4 an address cannot be "
        "listened on ·\n130 interrupted.");
    return text.toStdString();
}

QString programAnd(const CLI::App& app)
{
    QStringList words;
    for (const CLI::App* at = &app; at->get_parent(); at = at->get_parent())
        words.prepend(QString::fromStdString(at->get_name()));
    words.prepend(QStringLiteral("hookworks-cli"));
    return words.join(QLatin1Char(' '));
}

QString pathOf(const CLI::App& app)
{
    return programAnd(app).section(QLatin1Char(' '), 1);
}

bool isDatabaseAddress(const QString& workspace)
{
    return workspace.startsWith(QLatin1String("postgresql://")) ||
           workspace.startsWith(QLatin1String("postgres://"));
}

} // namespace

CommandTable::CommandTable(const Providers& providers)
    : m_providers(providers)
    , m_root(
          CliText::tr("Hookworks without a window: simulate a report platform's webhooks, and receive them.")
              .toStdString(),
          "hookworks-cli")
{
    m_root.fallthrough();
    m_root.set_help_flag("-h,--help", CliText::tr("Say how it is used, at every level").toStdString());
    m_root.set_version_flag("--version", "hookworks-cli " HOOKWORKS_VERSION);
    m_root.get_option("--version")->description(CliText::tr("Print the version").toStdString());
    m_root
        .add_option("--workspace", m_workspace,
                    CliText::tr("The workspace file; made where it is missing").toStdString())
        ->type_name("FILE");
    addSwitch(m_root, "--json", m_output.json, CliText::tr("One JSON object a line instead of text"));
    addSwitch(m_root, "--quiet", m_output.quiet, CliText::tr("No summaries"));
    addSwitch(m_root, "--verbose", m_output.verbose,
              CliText::tr("Log what the program does, on standard error"));
    m_root.require_subcommand(1);
    m_root.footer(footer({QStringLiteral("demo"), QStringLiteral("listen --port 0 --count 1"),
                          QStringLiteral("simulate report.failed --report r1 --speed 600 --json")}));

    addDemoCommand(*this);
    addListenCommand(*this);
    addReportCommands(*this);
    addWebhookCommands(*this);
    addPolicyCommands(*this);
    addWorkspaceCommands(*this);
    addSimulateCommands(*this);
    addDeliveryCommands(*this);
    addCaptureCommands(*this);
    addReplayCommand(*this);
    addForwardCommand(*this);
    addDiffCommand(*this);
    addExportCommand(*this);
    addImportCommand(*this);
    addSecretCommands(*this);
    addMarkCommand(*this);
    addSampleCommands(*this);
    addMaskCommands(*this);
    addCertificateCommands(*this);
    addProviderCommands(*this);
}

CLI::App& CommandTable::addGroup(const QString& name, const QString& summary)
{
    CLI::App& group = *m_root.add_subcommand(name.toStdString(), summary.toStdString());
    group.require_subcommand(1);
    group.footer(footer({}));
    return group;
}

CLI::App& CommandTable::add(CLI::App& parent, CommandEntry entry)
{
    CLI::App& app = *parent.add_subcommand(entry.name.toStdString(), entry.summary.toStdString());
    app.footer(footer(entry.examples, entry.details));
    m_leaves.push_back({&app, std::move(entry)});
    return app;
}

QStringList CommandTable::paths() const
{
    QStringList paths;
    for (const Leaf& leaf : m_leaves)
        paths << pathOf(*leaf.app);
    return paths;
}

CLI::App* CommandTable::deepest()
{
    CLI::App* app = &m_root;
    for (auto below = app->get_subcommands(); !below.empty(); below = app->get_subcommands())
        app = below.front();
    return app;
}

EarlyEnd CommandTable::usageError(const QString& message)
{
    const QString program = programAnd(*deepest());
    const QString hint = CliText::tr("Try: %1 --help").arg(program);
    return {ExitStatus::Usage,
            {},
            (program + QStringLiteral(": ") + printable(message) + QLatin1Char('\n') + hint).toUtf8() + '\n'};
}

/// What stands where a command should; empty where nothing does.
QString CommandTable::unknownWord(const CLI::App& app) const
{
    const auto rest = m_root.remaining(true);
    QStringList words;
    for (const CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; }))
        words << QString::fromStdString(below->get_name());
    const QString choice = words.join(QStringLiteral(", "));
    return rest.empty() ? CliText::tr("A command is missing. There are: %1.").arg(choice)
                        : CliText::tr("There is no command '%1'. There are: %2.")
                              .arg(QString::fromStdString(rest.front()), choice);
}

tl::expected<Invocation, EarlyEnd> CommandTable::parse(const QStringList& arguments)
{
    std::vector<std::string> reversed;
    for (const QString& argument : arguments)
        reversed.push_back(argument.toStdString());
    std::reverse(reversed.begin(), reversed.end());
    try {
        m_root.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        CLI::App* const app = deepest();
        const QString parent = programAnd(*app).section(QLatin1Char(' '), 0, -2);
        return tl::unexpected(
            EarlyEnd{ExitStatus::Done, QByteArray::fromStdString(app->help(parent.toStdString())), {}});
    } catch (const CLI::CallForVersion& version) {
        return tl::unexpected(EarlyEnd{ExitStatus::Done, QByteArray(version.what()) + '\n', {}});
    } catch (const CLI::RequiredError& missing) {
        const bool group = deepest()->get_require_subcommand_min() > 0;
        return tl::unexpected(usageError(group ? unknownWord(*deepest())
                                               : QString::fromUtf8(missing.what()) + QLatin1Char('.')));
    } catch (const CLI::ParseError& error) {
        return tl::unexpected(usageError(QString::fromUtf8(error.what())));
    }
    return invocation();
}

tl::expected<Invocation, EarlyEnd> CommandTable::invocation()
{
    CLI::App* const app = deepest();
    const QString workspace = QString::fromStdString(m_workspace);
    if (isDatabaseAddress(workspace))
        return tl::unexpected(
            usageError(CliText::tr("--workspace: a workspace on a PostgreSQL server is not in this "
                                   "version; name a file.")));
    const auto leaf = std::ranges::find_if(m_leaves, [app](const Leaf& each) { return each.app == app; });
    if (leaf == m_leaves.end())
        return tl::unexpected(usageError(unknownWord(*app)));
    const CommandEntry& entry = leaf->entry;
    return Invocation{pathOf(*app),       workspace,           m_output,
                      entry.access,       entry.temporary,     entry.goesOn,
                      entry.readsInput(), entry.inputVariable, entry.make};
}

tl::expected<Invocation, EarlyEnd> parseCommandLine(const QStringList& arguments, const Providers& providers)
{
    return CommandTable(providers).parse(arguments);
}

QStringList commandPaths(const Providers& providers)
{
    return CommandTable(providers).paths();
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/json_line.h"
#include "workbench/session/destinations.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

QString wordOf(bool publicOnly)
{
    return publicOnly ? QStringLiteral("public") : QStringLiteral("any");
}

/// Shows the workspace's settings, after changing what was said.
class WorkspaceCommand final : public Command
{
public:
    WorkspaceCommand(const CommandContext& context, QString destinations)
        : Command(context)
        , m_destinations(std::move(destinations))
    {
    }

    void start() override
    {
        if (m_destinations.isEmpty())
            return show();
        whenAnswered(workbench().destinations().setPublicOnly(m_destinations == wordOf(true)),
                     [this] { show(); });
    }

private:
    void show()
    {
        whenAnswered(workbench().destinations().publicOnly(), [this](bool publicOnly) {
            if (output().json()) {
                JsonLine object;
                object.add("workspace", workbench().path());
                object.add("destinations", wordOf(publicOnly));
                output().object(object.text());
            } else {
                output().line(CliText::tr("workspace     %1").arg(workbench().path()));
                output().line(publicOnly ? CliText::tr("destinations  public: public addresses only")
                                         : CliText::tr("destinations  any: every address"));
            }
            finish(ExitStatus::Done);
        });
    }

    QString m_destinations;
};

} // namespace

void addWorkspaceCommands(CommandTable& table)
{
    CLI::App& group = table.addGroup(QStringLiteral("workspace"), CliText::tr("The workspace's settings."));
    table.add(group, {QStringLiteral("show"),
                      CliText::tr("Shows where the workspace lies, and where it sends to."),
                      {QStringLiteral("workspace show --json")},
                      Access::Read,
                      [](const CommandContext& context) {
                          return std::make_unique<WorkspaceCommand>(context, QString());
                      }});
    const auto destinations = std::make_shared<QString>();
    CLI::App& app =
        table.add(group, goingOn({QStringLiteral("set"),
                                  CliText::tr("Changes the workspace's settings."),
                                  {QStringLiteral("workspace set --destinations public")},
                                  Access::Write,
                                  [destinations](const CommandContext& context) {
                                      return std::make_unique<WorkspaceCommand>(context, *destinations);
                                  }}));
    addChoice(app, "--destinations", *destinations, {wordOf(false), wordOf(true)},
              CliText::tr("Where attempts may go: to any address, or to public ones only; private, loopback, "
                          "link-local and metadata addresses are refused then, after the name is resolved"))
        ->required();
}

} // namespace hookworks

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

/// What is changed; what was not said stays.
struct WorkspaceChange
{
    QString destinations, proxy;
    bool passwordFromInput = false;
};

/// Shows the workspace's settings, after changing what was said.
class WorkspaceCommand final : public Command
{
public:
    WorkspaceCommand(const CommandContext& context, WorkspaceChange change)
        : Command(context)
        , m_change(std::move(change))
    {
    }

    void start() override
    {
        if (m_change.destinations.isEmpty())
            return setProxy();
        whenAnswered(workbench().destinations().setPublicOnly(m_change.destinations == wordOf(true)),
                     [this] { setProxy(); });
    }

private:
    void setProxy()
    {
        if (m_change.proxy.isEmpty())
            return show();
        auto proxy = proxyFromUrl(m_change.proxy == QLatin1String("none") ? QString() : m_change.proxy);
        if (!proxy)
            return fail(
                Error{ErrorCode::BadInput, CliText::tr("--proxy: %1").arg(proxy.error().message), {}});
        if (m_change.passwordFromInput)
            proxy->password = withoutNewline(context().input);
        whenAnswered(workbench().destinations().setProxy(*proxy), [this] { show(); });
    }

    void show()
    {
        whenAnswered(workbench().destinations().publicOnly(), [this](bool publicOnly) {
            whenAnswered(workbench().destinations().proxy(),
                         [this, publicOnly](const Proxy& proxy) { print(publicOnly, toString(proxy)); });
        });
    }

    void print(bool publicOnly, const QString& proxy)
    {
        if (output().json()) {
            JsonLine object;
            object.add("workspace", workbench().path());
            object.add("destinations", wordOf(publicOnly));
            object.add("proxy", proxy.isEmpty() ? std::optional<QString>() : proxy);
            output().object(object.text());
        } else {
            output().line(CliText::tr("workspace     %1").arg(workbench().path()));
            output().line(publicOnly ? CliText::tr("destinations  public: public addresses only")
                                     : CliText::tr("destinations  any: every address"));
            output().line(proxy.isEmpty() ? CliText::tr("proxy         none")
                                          : CliText::tr("proxy         %1").arg(proxy));
        }
        finish(ExitStatus::Done);
    }

    WorkspaceChange m_change;
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
                          return std::make_unique<WorkspaceCommand>(context, WorkspaceChange());
                      }});
    const auto change = std::make_shared<WorkspaceChange>();
    CLI::App& app =
        table.add(group, goingOn({QStringLiteral("set"),
                                  CliText::tr("Changes the workspace's settings; what is not named stays."),
                                  {QStringLiteral("workspace set --destinations public"),
                                   QStringLiteral("workspace set --proxy http://proxy.example:3128")},
                                  Access::Write,
                                  [change](const CommandContext& context) {
                                      return std::make_unique<WorkspaceCommand>(context, *change);
                                  },
                                  [change] { return change->passwordFromInput; }}));
    addChoice(app, "--destinations", change->destinations, {wordOf(false), wordOf(true)},
              CliText::tr("Where attempts may go: to any address, or to public ones only; private, loopback, "
                          "link-local and metadata addresses are refused then, after the name is resolved"));
    auto* const proxy =
        addText(
            app, "--proxy", change->proxy,
            CliText::tr("The proxy that attempts go through, http://HOST:PORT or socks5://HOST:PORT, where "
                        "USER@ may stand before the host; none: no proxy. This computer's own addresses "
                        "are always reached without it"))
            ->type_name("URL|none");
    addSwitch(app, "--proxy-password-stdin", change->passwordFromInput,
              CliText::tr("Read the password of the proxy's user from standard input"))
        ->needs(proxy);
    app.require_option(1, 0);
}

} // namespace hookworks

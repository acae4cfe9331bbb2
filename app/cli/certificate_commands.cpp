// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/json_line.h"
#include "workbench/listen/listening.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

class ShowAuthorityCommand final : public Command
{
public:
    using Command::Command;

    void start() override
    {
        whenAnswered(workbench().listening().authority(), [this](const AuthorityView& authority) {
            if (output().json())
                printJson(authority);
            else
                printText(authority);
            finish(ExitStatus::Done);
        });
    }

private:
    void printJson(const AuthorityView& authority) const
    {
        JsonLine object;
        object.add("file", authority.file);
        object.add("subject", authority.subject);
        object.add("fingerprint", authority.fingerprint);
        object.add("validUntil", authority.validUntil);
        object.add("howToTrust", toText(authority.howToTrust));
        object.add("howToRemove", toText(authority.howToRemove));
        object.add("pem", QString::fromLatin1(authority.pem));
        output().object(object.text());
    }

    void printText(const AuthorityView& authority) const
    {
        output().line(CliText::tr("Certificate:  %1").arg(authority.file));
        output().line(CliText::tr("Subject:      %1").arg(authority.subject));
        output().line(CliText::tr("SHA-256:      %1").arg(authority.fingerprint));
        output().line(CliText::tr("Valid until:  %1").arg(authority.validUntil));
        output().line(QString());
        output().line(CliText::tr("To trust it:"));
        output().line(toText(authority.howToTrust));
        output().line(QString());
        output().line(CliText::tr("To trust it no more:"));
        output().line(toText(authority.howToRemove));
    }
};

class ExportAuthorityCommand final : public Command
{
public:
    ExportAuthorityCommand(const CommandContext& context, QString file)
        : Command(context)
        , m_file(std::move(file))
    {
    }

    void start() override
    {
        if (m_file.isEmpty() || m_file == QLatin1String("-"))
            whenAnswered(workbench().listening().authority(), [this](const AuthorityView& authority) {
                output().raw(authority.pem);
                finish(ExitStatus::Done);
            });
        else
            whenAnswered(workbench().listening().exportAuthority(context().folder.absoluteFilePath(m_file)),
                         [this] {
                             output().summary(CliText::tr("Written to %1.").arg(m_file));
                             finish(ExitStatus::Done);
                         });
    }

private:
    QString m_file;
};

} // namespace

void addCertificateCommands(CommandTable& table)
{
    CLI::App& group = table.addGroup(QStringLiteral("ca"),
                                     CliText::tr("The local authority behind the listeners' certificates."));
    table.add(group, {QStringLiteral("show"),
                      CliText::tr("Shows it and how to trust it; makes it where it is missing."),
                      {QStringLiteral("ca show")},
                      Access::Read,
                      [](const CommandContext& context) {
                          return std::make_unique<ShowAuthorityCommand>(context);
                      }});
    const auto file = std::make_shared<QString>();
    CLI::App& app = table.add(group, {QStringLiteral("export"),
                                      CliText::tr("Writes its certificate as PEM, never its key."),
                                      {QStringLiteral("ca export hookworks-ca.pem")},
                                      Access::Read,
                                      [file](const CommandContext& context) {
                                          return std::make_unique<ExportAuthorityCommand>(context, *file);
                                      }});
    addText(app, "file", *file, CliText::tr("The file; standard output if not given"));
}

} // namespace hookworks

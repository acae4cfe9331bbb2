// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_program.h"
#include "cli/process_streams.h"
#include "platform/keyring.h"
#include "platform/paths.h"
#include "platform/process_surroundings.h"
#include "platform/sealing_key.h"
#include "workbench/design/providers.h"
#include "workbench/session/real_parts.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QProcessEnvironment>

using namespace hookworks;

namespace {

WorkspaceOpener realWorkspaces(const std::shared_ptr<const ProviderCatalogue>& providers)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const Paths paths(environment);
    const auto keyring = std::make_shared<SystemKeyring>(environment);
    const auto box = std::make_shared<std::shared_ptr<const SecretBox>>();
    const auto context = std::make_shared<QObject>();
    WorkspaceOpener opener;
    opener.usersWorkspace = paths.workspaceFile();
    opener.prepare = [paths, keyring, box, context] {
        return openSecretBox(paths, *keyring, *context).then([box](const Result<OpenedBox>& opened) {
            return opened.map([&](const OpenedBox& found) { *box = found.box; });
        });
    };
    opener.open = [paths, providers, box](const QString& file, WorkspaceOpener::Purpose purpose) {
        const bool reads = purpose == WorkspaceOpener::Purpose::Read;
        return realParts(paths, file, reads ? OpenMode::Read : OpenMode::Hold, providers, *box);
    };
    opener.openTemporary = [environment, providers](const QString& file, const QString& folder) {
        QProcessEnvironment own = environment;
        own.insert(QStringLiteral("XDG_CONFIG_HOME"), folder);
        own.insert(QStringLiteral("XDG_DATA_HOME"), folder);
        own.remove(QStringLiteral("HOOKWORKS_KEY_FILE"));
        return realParts(Paths(own), file, OpenMode::Hold, providers);
    };
    opener.socketOf = [paths](const QString& file) { return paths.socketOf(file); };
    return opener;
}

/// Fails where it was interrupted.
Result<QByteArray> inputOf(const Invocation& invocation, ProcessStreams& streams)
{
    if (invocation.readsInput)
        return streams.readInput();
    return invocation.inputVariable.isEmpty() ? QByteArray() : qgetenv(invocation.inputVariable.constData());
}

int end(ProcessStreams& streams, const EarlyEnd& early)
{
    streams.out(early.out);
    streams.err(early.err);
    return static_cast<int>(streams.end(early.status));
}

/// The workspace is let go before anybody waits for whoever reads the output.
int run(const Invocation& invocation, const QStringList& arguments, const QByteArray& input,
        const std::shared_ptr<const ProviderCatalogue>& providers, ProcessStreams& streams)
{
    CliProgram program(realWorkspaces(providers), streams);
    QObject::connect(&program, &CliProgram::finished, &program,
                     [](int status) { QCoreApplication::exit(status); });
    QMetaObject::invokeMethod(
        &program, [&] { program.start(invocation, arguments, input); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    openStandardDescriptors();
    QLoggingCategory::setFilterRules(
        QStringLiteral("default=false")); // Qt's remark on locales that are not UTF-8
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("hookworks"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOOKWORKS_VERSION));
    ProcessStreams streams;
    if (const Result<void> names = checkNamesAreText(argc, argv); !names) {
        Output(streams, {}).error(names.error());
        return static_cast<int>(streams.end(exitStatusOf(names.error().code)));
    }
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto providers = realProviders();
    const auto invocation = parseCommandLine(arguments, Providers(providers));
    if (!invocation)
        return end(streams, invocation.error());
    QLoggingCategory::setFilterRules(invocation->output.verbose
                                         ? QStringLiteral("hookworks.*=true")
                                         : QStringLiteral("hookworks.*=false\nqt.*=false"));
    const Result<QByteArray> input = inputOf(*invocation, streams);
    if (!input)
        return static_cast<int>(ExitStatus::Interrupted);

    const auto status = static_cast<ExitStatus>(run(*invocation, arguments, *input, providers, streams));
    return static_cast<int>(streams.end(status));
}

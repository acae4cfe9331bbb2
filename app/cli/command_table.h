// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "domain/time.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <optional>

namespace hookworks {

/// The context of this program's texts for translators.
class CliText
{
    Q_DECLARE_TR_FUNCTIONS(hookworks)
};

/// A command as the table offers it.
struct CommandEntry
{
    QString name;
    QString summary;
    QStringList examples; ///< without the program's name
    Access access = Access::None;
    std::function<std::unique_ptr<Command>(const CommandContext&)> make;
    std::function<bool()> readsInput = [] { return false; };
    bool temporary = false;
    QByteArray inputVariable = {}; ///< the variable of the environment that can say what standard input would
    /// It does nothing twice when it is made anew with the CommandProgress of its first run.
    bool goesOn = false;
    QString details = {}; ///< for the end of its help: the files it reads
};

/// The entry of a command that goes on elsewhere: see CommandEntry::goesOn.
inline CommandEntry goingOn(CommandEntry entry)
{
    entry.goesOn = true;
    return entry;
}

inline CommandEntry withDetails(const QString& details, CommandEntry entry)
{
    entry.details = details;
    return entry;
}

/// All commands with their options, over CLI11. Made for one parse, then thrown away.
class CommandTable
{
public:
    explicit CommandTable(const Providers& providers);
    CommandTable(const CommandTable&) = delete;
    CommandTable& operator=(const CommandTable&) = delete;

    CLI::App& root() { return m_root; }
    /// Whose keys options may have to name.
    const Providers& providers() const { return m_providers; }
    /// A word that only stands before others: `report`.
    CLI::App& addGroup(const QString& name, const QString& summary);
    CLI::App& add(CLI::App& parent, CommandEntry entry);

    tl::expected<Invocation, EarlyEnd> parse(const QStringList& arguments);
    QStringList paths() const;

private:
    struct Leaf
    {
        CLI::App* app;
        CommandEntry entry;
    };

    CLI::App* deepest();
    EarlyEnd usageError(const QString& message);
    QString unknownWord(const CLI::App& app) const;
    tl::expected<Invocation, EarlyEnd> invocation();

    const Providers& m_providers;
    CLI::App m_root;
    std::vector<Leaf> m_leaves;
    std::string m_workspace;
    OutputOptions m_output;
};

// Options that end in Qt types. What they point to must live as long as the table's parse.
CLI::Option* addText(CLI::App& app, const char* name, QString& target, const QString& description);
CLI::Option* addTexts(CLI::App& app, const char* name, QStringList& target, const QString& description);
CLI::Option* addSwitch(CLI::App& app, const char* name, bool& target, const QString& description);
/// A whole number from `least` to `most`.
CLI::Option* addCount(CLI::App& app, const char* name, std::optional<int>& target, int least, int most,
                      const QString& description);
/// A number of bytes from `least` to `most`: `10485760`, or with a unit, `64Ki`, `10Mi`, `5G`.
CLI::Option* addBytes(CLI::App& app, const char* name, std::optional<qint64>& target, qint64 least,
                      qint64 most, const QString& description);
/// A duration in seconds, with a fraction if need be; more than 0.
CLI::Option* addSeconds(CLI::App& app, const char* name, std::optional<Micros>& target,
                        const QString& description);
/// A number above 0, up to `most`.
CLI::Option* addNumber(CLI::App& app, const char* name, std::optional<double>& target, double most,
                       const QString& description);
/// `--speed N`: how fast the workbench's clock runs while the command does.
CLI::Option* addSpeed(CLI::App& app, std::optional<double>& target);
/// The ISO 8601 time that an option was given; BadInput names the option.
Result<RealTime> timeFrom(const char* option, const QString& text);
/// One of a few words.
CLI::Option* addChoice(CLI::App& app, const char* name, QString& target, const QStringList& words,
                       const QString& description);

// Each family of commands, in its own file.
void addDemoCommand(CommandTable& table);
void addListenCommand(CommandTable& table);
void addReportCommands(CommandTable& table);
/// Those of the group `report`.
void addScheduleCommands(CommandTable& table, CLI::App& report);
void addWebhookCommands(CommandTable& table);
void addPolicyCommands(CommandTable& table);
void addWorkspaceCommands(CommandTable& table);
void addSimulateCommands(CommandTable& table);
void addDeliveryCommands(CommandTable& table);
void addCaptureCommands(CommandTable& table);
void addReplayCommand(CommandTable& table);
void addForwardCommand(CommandTable& table);
void addDiffCommand(CommandTable& table);
void addExportCommand(CommandTable& table);
void addImportCommand(CommandTable& table);
/// The group `secret`: of cases that came without secrets.
void addSecretCommands(CommandTable& table);
void addMarkCommand(CommandTable& table);
void addMaskCommands(CommandTable& table);
void addSampleCommands(CommandTable& table);
void addCertificateCommands(CommandTable& table);
void addProviderCommands(CommandTable& table);

} // namespace hookworks

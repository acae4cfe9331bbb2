// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_host.h"
#include "platform/keyring.h"
#include "platform/paths.h"
#include "platform/process_surroundings.h"
#include "platform/sealing_key.h"
#include "platform/settings.h"
#include "ui/reports/reports_page.h"
#include "ui/shell/end_signals.h"
#include "ui/shell/file_menu.h"
#include "ui/shell/key_question.h"
#include "ui/shell/main_window.h"
#include "ui/shell/open_problem.h"
#include "ui/shell/pages.h"
#include "ui/shell/run_menu.h"
#include "ui/shell/shell_controller.h"
#include "ui/shell/start_options.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_menus.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/wheel_guard.h"
#include "workbench/design/drafts.h"
#include "workbench/design/sample.h"
#include "workbench/holder/holder.h"
#include "workbench/holder/holder_client.h"
#include "workbench/session/real_parts.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <future>

using namespace hookworks;

namespace {

constexpr std::chrono::seconds patienceAtTheEnd{5};
constexpr std::chrono::milliseconds gapOfTries{200}; ///< while another process has the workspace
constexpr int mostTries = 15;

/// One window on one workspace, from opening to a gentle end.
class Program final : public QObject
{
    Q_OBJECT

public:
    Program(const Paths& paths, FileSettings& settings, Theme& theme)
        : m_paths(paths)
        , m_settings(settings)
        , m_theme(theme)
    {
        connect(&m_signals, &EndSignals::endWanted, this, [this] {
            if (!m_window || !m_window->close())
                QCoreApplication::quit();
        });
        connect(&m_signals, &EndSignals::sessionEnds, this, [this] {
            if (m_window)
                m_window->commit();
            if (m_workbench)
                m_workbench->drafts().flush();
        });
    }

    /// What is opened in the workspace once it is there.
    void setCases(const QStringList& files)
    {
        for (const QString& file : files)
            m_cases << QFileInfo(file).absoluteFilePath();
    }

    void open(const QString& file)
    {
        m_file = QFileInfo(file).absoluteFilePath();
        if (m_secrets.box)
            return openWorkspace();
        openSecretBox(m_paths, m_keyring, *this).then(this, [this](const Result<OpenedBox>& opened) {
            if (!opened)
                return askForKey(opened.error());
            m_secrets = *opened;
            openWorkspace();
        });
    }

private:
    void openWorkspace()
    {
        const bool own = m_file == m_paths.workspaceFile() || m_file == sampleFile();
        const bool fresh = !QFileInfo::exists(m_file);
        if (own)
            QDir().mkpath(QFileInfo(m_file).absolutePath());
        const auto lock = holdWorkspace(m_file);
        if (!lock)
            return lock.error().code == ErrorCode::Conflict ? raiseHolder(lock.error())
                                                            : showProblem(lock.error());
        QApplication::setQuitOnLastWindowClosed(false);
        auto window = std::make_unique<MainWindow>(pagesOf([this]() -> Workbench& { return *m_workbench; }),
                                                   m_theme, memory());
        auto opening = std::async(std::launch::async, [this, lock = *lock] {
            return realParts(m_paths, m_file, lock, realProviders(), m_secrets.box);
        });
        window->show(); // the desktop puts it up while the disk works
        auto parts = opening.get();
        if (!parts)
            return showProblem(parts.error());
        run(std::move(*parts), std::move(window), fresh && own);
    }

    void askForKey(const Error& error)
    {
        m_keyQuestion = std::make_unique<KeyQuestion>(error);
        QApplication::setQuitOnLastWindowClosed(true);
        const auto retry = [this] {
            QApplication::setQuitOnLastWindowClosed(false);
            m_keyQuestion.release()->deleteLater();
            open(m_file);
        };
        connect(m_keyQuestion.get(), &KeyQuestion::againWanted, this, retry);
        connect(m_keyQuestion.get(), &KeyQuestion::newKeyWanted, this, [this, retry] {
            const auto given = giveUpKeyringKey(m_paths);
            if (given)
                return retry();
            m_keyQuestion.release()->deleteLater();
            askForKey(given.error());
        });
        connect(m_keyQuestion.get(), &KeyQuestion::fileChosen, this, [this, retry](const QString& file) {
            const auto opened = openKeyFile(file);
            if (opened) {
                m_secrets = *opened;
                return retry();
            }
            m_keyQuestion.release()->deleteLater();
            askForKey(opened.error());
        });
        m_keyQuestion->show();
    }

    /// The box in use stays: its key is the same wherever it lies.
    KeyRoom keyRoom()
    {
        using Other = KeyRoom::Other;
        const KeyPlace place = keyPlace(m_paths);
        KeyRoom room{m_secrets.place, Other::None, m_paths.keyFile(), {}};
        if (place == KeyPlace::NamedFile)
            return room;
        room.other = place == KeyPlace::File ? Other::Keyring : Other::File;
        room.move = [this, place] {
            auto moved = place == KeyPlace::File ? moveKeyToKeyring(m_paths, m_keyring, *this)
                                                 : moveKeyToFile(m_paths, m_keyring, *this);
            return moved.then(this, [this](const Result<OpenedBox>& opened) {
                return opened.map([this](const OpenedBox& box) {
                    m_secrets.place = box.place;
                    return keyRoom();
                });
            });
        };
        return room;
    }

    QString sampleFile() const
    {
        return QFileInfo(m_paths.workspaceFile()).absolutePath() + QStringLiteral("/sample.hookworks");
    }

    void run(WorkbenchParts parts, std::unique_ptr<MainWindow> window, bool withSample)
    {
        m_workbench = std::make_unique<Workbench>(std::move(parts));
        m_window = std::move(window);
        m_shell = std::make_unique<ShellController>(*m_window, *m_workbench);
        m_shell->setKeyRoom([this] { return keyRoom(); });
        m_window->setWorkspaceName(QFileInfo(m_file).completeBaseName());
        connect(m_window.get(), &MainWindow::shownFirst, this, [this, withSample] { begin(withSample); });
        connect(m_window.get(), &MainWindow::closed, this, &Program::end);
        const QString page = m_settings.value(QStringLiteral("window/page")).toString();
        m_window->go(page.isEmpty() ? QStringLiteral("reports") : page);
        if (!m_window->currentPage())
            m_window->go(QStringLiteral("reports"));
    }

    /// After the window is on the screen: what need not be waited for.
    void begin(bool withSample)
    {
        rememberOpened();
        wireMenus();
        m_host = std::make_unique<CommandHost>(*m_workbench);
        m_holder = std::make_unique<Holder>(m_host->runner());
        connect(m_holder.get(), &Holder::raiseWanted, this, [this](const QStringList& cases) {
            m_window->bringToFront();
            m_shell->open(cases);
        });
        if (const auto listening = m_holder->listen(m_paths.socketOf(m_file)); !listening)
            m_window->notice().tell(listening.error().message, Severity::Warning);
        if (withSample)
            makeSampleWorkspace(*m_workbench).then(this, [this](const Result<bool>&) { startWork(); });
        else
            startWork();
        m_theme.followSystem();
    }

    void startWork()
    {
        m_workbench->start().then(this, [this](const Result<void>& started) {
            if (!started)
                m_window->notice().tell(started.error().message, Severity::Error, {}, false);
            m_shell->begin();
            m_shell->open(std::exchange(m_cases, {}));
        });
    }

    WindowMemory memory()
    {
        return {[this](const QString& key) { return m_settings.value(key); },
                [this](const QString& key, const QVariant& value) { m_settings.setValue(key, value); }};
    }

    void wireMenus()
    {
        FileMenu& file = m_window->menus().file();
        connect(&file, &FileMenu::newWorkspaceWanted, this, [this] { choose(true); });
        connect(&file, &FileMenu::openWorkspaceWanted, this, [this] { choose(false); });
        connect(&file, &FileMenu::openSampleWanted, this, [this] { openElsewhere(sampleFile()); });
        connect(&file, &FileMenu::recentWanted, this, &Program::openElsewhere);
        connect(&m_window->menus().run(), &RunMenu::runWanted, this,
                [this] { m_window->go(QStringLiteral("simulate")); });
        connect(&file, &FileMenu::importWanted, this, [this] {
            m_window->go(QStringLiteral("reports"));
            static_cast<ReportsPage*>(m_window->currentPage())->importReport();
        });
    }

    void choose(bool fresh)
    {
        askForFile(*m_window, workspaceQuestion(fresh), [this](const QString& file) { openElsewhere(file); });
    }

    void rememberOpened()
    {
        const QString key = QStringLiteral("window/recent");
        const QStringList recent = FileMenu::withOpened(m_settings.value(key).toStringList(), m_file);
        m_settings.setValue(key, recent);
        m_window->menus().file().setRecent(recent);
        m_window->menus().file().setPlace(m_file);
        m_window->statusLine().setPlace(m_file);
    }

    /// Each workspace has a process and a window of its own.
    void openElsewhere(const QString& file)
    {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {file});
    }

    void raiseHolder(const Error& conflict)
    {
        m_client = std::make_unique<HolderClient>(m_paths.socketOf(m_file));
        connect(m_client.get(), &HolderClient::finished, this, [] { QCoreApplication::quit(); });
        connect(m_client.get(), &HolderClient::failed, this,
                [this, conflict](HolderClient::Failure failure, const Error& error) {
                    if (failure == HolderClient::Failure::Nobody && m_triesLeft-- > 0) // a short command
                        return QTimer::singleShot(gapOfTries, this, [this] { open(m_file); });
                    showProblem({conflict.code, conflict.message, error.message});
                });
        m_client->raise(m_cases);
    }

    void showProblem(const Error& error)
    {
        m_problem = std::make_unique<OpenProblem>(m_file, error);
        QApplication::setQuitOnLastWindowClosed(true);
        const auto retry = [this](const QString& file) {
            QApplication::setQuitOnLastWindowClosed(false);
            m_triesLeft = mostTries;
            m_problem.release()->deleteLater();
            open(file);
        };
        connect(m_problem.get(), &OpenProblem::chosen, this, retry);
        connect(m_problem.get(), &OpenProblem::againWanted, this, [this, retry] { retry(m_file); });
        m_problem->show();
    }

    /// What is in flight may end; a receiver that hangs is not waited for for ever. Commands that were handed
    /// over go on with those who asked for them.
    void end()
    {
        m_window->hide();
        if (!m_host)
            return QCoreApplication::quit();
        if (m_holder)
            m_holder->close();
        m_host->leave(patienceAtTheEnd, [this] {
            m_holder.reset();
            QCoreApplication::quit();
        });
    }

    const Paths& m_paths;
    FileSettings& m_settings;
    Theme& m_theme;
    EndSignals m_signals;
    SystemKeyring m_keyring{QProcessEnvironment::systemEnvironment()};
    OpenedBox m_secrets;
    QString m_file;
    int m_triesLeft = mostTries;
    QStringList m_cases; ///< not opened yet
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<CommandHost> m_host;
    std::unique_ptr<Holder> m_holder;
    std::unique_ptr<HolderClient> m_client;
    std::unique_ptr<OpenProblem> m_problem;
    std::unique_ptr<KeyQuestion> m_keyQuestion;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ShellController> m_shell;
};

QStringList argumentsOf(int argc, char* argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

int main(int argc, char* argv[])
{
    openStandardDescriptors();
    if (const Result<void> names = checkNamesAreText(argc, argv); !names) {
        std::fprintf(stderr, "hookworks: %s\n", qPrintable(names.error().message));
        return 2;
    }
    const QString version = QStringLiteral(HOOKWORKS_VERSION);
    const StartOptions early = readStartOptions(argumentsOf(argc, argv), version);
    if (!early.say.isEmpty() && early.exitStatus == 0) {
        std::fputs(qPrintable(early.say), stdout);
        return 0;
    }
    std::signal(SIGPIPE, SIG_IGN); // a peer that has gone is an error of the write, not the program's end
    std::signal(SIGXFSZ, SIG_IGN); // so is a file that may not grow any further
    QApplication::setAttribute(Qt::AA_DontUseNativeMenuBar); // the search stands beside the menus
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("hookworks"));
    QApplication::setApplicationVersion(version);
    QApplication::setDesktopFileName(QStringLiteral("hookworks"));
    const StartOptions options = readStartOptions(QCoreApplication::arguments().mid(1), version);
    if (!options.say.isEmpty()) {
        std::fputs(qPrintable(options.say), stderr);
        return options.exitStatus;
    }
    const Paths paths(QProcessEnvironment::systemEnvironment());
    FileSettings settings(paths.settingsFile());
    const WheelGuard wheel(application);
    Theme theme(settings.value(QStringLiteral("window/systemDark"), false).toBool());
    QObject::connect(&theme, &Theme::systemSaid, &theme, [&settings](bool dark) {
        settings.setValue(QStringLiteral("window/systemDark"), dark);
    });
    const auto remembered = themeChoiceFromString(settings.value(QStringLiteral("window/theme")).toString());
    theme.choose(options.theme.value_or(remembered.value_or(ThemeChoice::System)));
    Program program(paths, settings, theme);
    program.setCases(options.cases);
    program.open(options.file.isEmpty() ? paths.workspaceFile() : options.file);
    return QApplication::exec();
}

#include "main.moc"

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/file_formats.h"
#include "cli/followed_file.h"
#include "cli/late_notes.h"
#include "cli/listen_options.h"
#include "cli/listen_progress.h"
#include "cli/open_captures.h"
#include "cli/printing.h"
#include "cli/work_command.h"
#include "json/values_rules.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/listen/retention.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr auto recheck = 200ms;
/// While captures come faster than that, the rest is told later: telling must not take the machine from
/// listening.
constexpr int readAtOnce = 500;
constexpr auto readGap = 100ms;
/// Until what could not be read is asked for again.
constexpr auto unreadableGap = 1s;
/// Once interrupted, it waits no longer than this for whoever reads the output to take anything.
constexpr auto lastWait = 1s;

class ListenCommand final : public WorkCommand
{
public:
    ListenCommand(const CommandContext& context, const ListenOptions& options);

    void cancel() override
    {
        m_lastWait.start();
        close(ExitStatus::Interrupted);
    }

protected:
    void work() override;
    /// Senders get 503 meanwhile.
    void storeTroubled(const Error& error) override
    {
        if (error.code == ErrorCode::CannotOpen) // what is lost stays lost
            return m_trouble.setForGood(error.message);
        m_trouble.set(error.message);
    }

private:
    enum class State
    {
        Starting,
        Listening,
        Closing,
        Stopped
    };

    Result<QList<ReplyRule>> readRules() const;
    void setQuota();
    void startListening();
    void listen();
    void listening(const ListenerView& view);
    void setEnd();
    void rememberPrinted();
    template <class Use>
    void whenRead(Answer<QList<Capture>> answer, Use use);
    void cannotRead(const Error& error);
    void reloadRules();
    void readNew();
    void readOpen();
    void printReady();
    void readerTookAll();
    void leaveReader();
    void print(const Capture& capture);
    void timeIsUp();
    void close(ExitStatus status);
    void end();
    bool goesOn() const { return m_progress.port != 0 && progress().begun; }
    bool readsCaptures() const { return !output().quiet() || m_options.count; }

    ListenOptions m_options;
    ListenerConfig m_config;
    QTimer m_recheck, m_pause, m_end, m_lastWait;
    std::optional<FollowedFile> m_rulesFile;
    GoneNote m_gone;
    TroubleNote m_trouble;
    QString m_unreadable; ///< why captures could not be read last; empty: they could
    std::chrono::steady_clock::time_point m_touched;
    OpenCaptures m_open;
    CaptureId m_last;
    State m_state = State::Starting;
    bool m_reading = false, m_readAgain = false;
    ExitStatus m_status = ExitStatus::Done;
    ListenProgress m_progress; ///< as it was last remembered, but for what was printed since
    int m_seen = 0;
};

ListenCommand::ListenCommand(const CommandContext& context, const ListenOptions& options)
    : WorkCommand(context, std::nullopt)
    , m_options(options)
    , m_gone(output())
    , m_trouble(output())
{
    m_recheck.setInterval(recheck);
    m_recheck.setSingleShot(true);
    m_end.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { readNew(); });
    connect(&m_recheck, &QTimer::timeout, this, [this] { readOpen(); });
    connect(&m_end, &QTimer::timeout, this, [this] { timeIsUp(); });
    m_lastWait.setInterval(lastWait);
    m_lastWait.setSingleShot(true);
    connect(&m_lastWait, &QTimer::timeout, this, [this] { leaveReader(); });
    connect(&output().streams(), &Streams::hasRoom, this, [this] { readerTookAll(); });
}

Result<QList<ReplyRule>> ListenCommand::readRules() const
{
    if (m_options.rules.isEmpty())
        return QList<ReplyRule>();
    return readFile(m_options.rules).and_then(&rulesFromJson).map_error([this](Error error) {
        error.message = QStringLiteral("--rules: ") + m_options.rules + QStringLiteral(": ") + error.message;
        return error;
    });
}

void ListenCommand::work()
{
    if (m_options.passphraseFromInput && m_options.rules == QLatin1String("-"))
        return fail({ErrorCode::BadInput,
                     CliText::tr("--passphrase-stdin: standard input holds the rules (--rules -). Give the "
                                 "rules as a file."),
                     {}});
    const Result<QList<ReplyRule>> rules = readRules();
    if (!rules)
        return fail(rules.error());
    m_config = listenerFrom(m_options, context());
    m_config.rules = *rules;
    m_progress = ListenProgress::fromBytes(progress().state);
    m_config.id = goesOn() ? m_progress.listener : workbench().listening().newAdHocId();
    if (goesOn())
        m_config.port = m_progress.port;
    if (m_options.quota.isGiven())
        setQuota();
    else
        startListening();
}

/// The workspace's, and it stays.
void ListenCommand::setQuota()
{
    whenAnswered(workbench().rows().retention.view(), [this](const RetentionView& view) {
        whenAnswered(workbench().rows().retention.setQuota(m_options.quota.over(view.quota)),
                     [this] { startListening(); });
    });
}

void ListenCommand::startListening()
{
    if (goesOn())
        return listen();
    CaptureFilter newest;
    newest.limit = 1;
    whenAnswered(workbench().captures().list(newest), [this](const QList<Capture>& captures) {
        m_progress.last = captures.isEmpty() ? CaptureId() : captures.first().id;
        listen();
    });
}

void ListenCommand::listen()
{
    m_last = m_progress.last;
    m_seen = m_progress.seen;
    whenAnswered(workbench().listening().startAdHoc(m_config), [this](const ListenerView& view) {
        if (goesOn())
            output().summary(CliText::tr("%1 is listened on again.").arg(view.url));
        else
            output().object(listeningJson(view.url));
        listening(view);
    });
}

void ListenCommand::listening(const ListenerView& view)
{
    m_state = State::Listening;
    m_config = view.config;
    if (view.exposed)
        output().note(CliText::tr("Other machines can reach %1.").arg(view.url));
    connect(&workbench().listening(), &Listening::warned, this, [this](ListenerId id, const QString& words) {
        if (id == m_config.id)
            output().summary(words);
    });
    connect(&workbench().listening(), &Listening::removed, this, [this](ListenerId id) {
        if (id != m_config.id || m_state >= State::Closing)
            return;
        output().note(CliText::tr("The listener was switched off in the window."));
        close(ExitStatus::Interrupted);
    });
    connect(&workbench().rows().retention, &Retention::wentAway, this,
            [this](const CapturesGone& gone) { m_gone.add(gone); });
    connect(&workbench().listening(), &Listening::changed, this, [this](const ListenerView& now) {
        if (now.config.id == m_config.id)
            m_trouble.set(now.problem);
    });
    setEnd();
    m_progress.listener = view.config.id;
    m_progress.port = view.port;
    output().remember(m_progress.toBytes());
    if (!m_options.rules.isEmpty() && m_options.rules != QLatin1String("-"))
        m_rulesFile.emplace(context().folder.absoluteFilePath(m_options.rules), [this] { reloadRules(); });
    if (!readsCaptures())
        return;
    connect(&workbench().captures(), &Captures::touched, this, [this] {
        m_touched = std::chrono::steady_clock::now();
        readNew();
    });
    readNew();
}

void ListenCommand::setEnd()
{
    if (!m_options.duration)
        return;
    const RealTime now = workbench().clock().realNow();
    if (!m_progress.endsAt)
        m_progress.endsAt = now + *m_options.duration;
    m_end.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(*m_progress.endsAt - now)));
}

template <class Use>
void ListenCommand::whenRead(Answer<QList<Capture>> answer, Use use)
{
    m_reading = true;
    answer.then(this, [this, use](const Result<QList<Capture>>& read) {
        m_reading = false;
        if (isFinished())
            return;
        if (!read)
            return cannotRead(read.error());
        m_unreadable.clear();
        use(*read);
    });
}

/// They are stored all the same, and that is what the command is for.
void ListenCommand::cannotRead(const Error& error)
{
    const bool told =
        std::exchange(m_unreadable, error.message) == error.message || error.message == m_trouble.told();
    if (!told)
        output().note(CliText::tr("What was received cannot be shown just now; it is tried again. %1")
                          .arg(error.message));
    if (m_state == State::Stopped)
        return end();
    m_readAgain = true;
    m_pause.start(unreadableGap);
}

/// An editor may write the file anew or put another in its place; half a file is no reason to stop listening.
void ListenCommand::reloadRules()
{
    m_rulesFile->followAgain();
    const Result<QList<ReplyRule>> rules = readRules();
    if (!rules) {
        output().note(CliText::tr("The rules stay as they were. %1").arg(rules.error().message));
    } else if (*rules != m_config.rules) {
        m_config.rules = *rules;
        whenAnswered(workbench().listening().update(m_config),
                     [this] { output().summary(CliText::tr("The rules were read again.")); });
    }
}

void ListenCommand::readNew()
{
    if (m_reading || m_pause.isActive() || output().isFull()) {
        m_readAgain = true;
        return;
    }
    m_readAgain = false;
    CaptureFilter filter;
    filter.after = m_last;
    filter.oldestFirst = true;
    filter.limit = readAtOnce;
    filter.heads = output().json();
    filter.bodies = m_options.bodies;
    whenRead(workbench().captures().list(filter), [this](const QList<Capture>& captures) {
        if (captures.size() == readAtOnce) {
            m_readAgain = true;
            if (m_state != State::Stopped && std::chrono::steady_clock::now() - m_touched < 2 * readGap)
                m_pause.start(readGap);
        }
        for (const Capture& capture : captures) {
            m_last = capture.id;
            if (capture.listener == m_config.id && !m_progress.printed.contains(capture.id))
                m_open.add(capture);
        }
        if (m_state == State::Stopped)
            readOpen();
        else
            printReady();
    });
}

/// Those that were read before their answer was written are brought up to date.
void ListenCommand::readOpen()
{
    if (m_reading)
        return;
    const QList<CaptureId> unanswered = m_open.unanswered();
    if (unanswered.isEmpty())
        return printReady();
    whenRead(workbench().captures().light(unanswered), [this](const QList<Capture>& captures) {
        for (const Capture& capture : captures)
            m_open.update(capture);
        printReady();
    });
}

void ListenCommand::printReady()
{
    for (auto it = m_open.begin();
         it != m_open.end() && !m_options.isReachedBy(m_seen) && !output().isFull();) {
        if (m_state != State::Stopped && m_open.awaitsAnswer(*it)) {
            ++it;
            continue;
        }
        print(it->capture);
        it = m_open.erase(it);
    }
    rememberPrinted();
    if (m_options.isReachedBy(m_seen))
        close(ExitStatus::Done);
    if (output().isFull())
        return;
    if (m_readAgain)
        readNew();
    else if (m_state == State::Stopped)
        end();
    else if (!m_open.isEmpty() && !m_recheck.isActive())
        m_recheck.start();
}

void ListenCommand::rememberPrinted()
{
    const CaptureId upTo = m_open.isEmpty() ? m_last : CaptureId{m_open.first().number - 1};
    if (upTo == m_progress.last && m_seen == m_progress.seen)
        return;
    m_progress.allPrintedUpTo(upTo);
    m_progress.seen = m_seen;
    output().remember(m_progress.toBytes());
}

void ListenCommand::readerTookAll()
{
    if (m_lastWait.isActive())
        m_lastWait.start();
    if (m_state != State::Starting && readsCaptures() && !isFinished())
        printReady();
}

/// What was not printed is in the workspace.
void ListenCommand::leaveReader()
{
    if (m_state == State::Stopped && output().isFull())
        end();
    else if (!isFinished())
        m_lastWait.start();
}

void ListenCommand::print(const Capture& capture)
{
    ++m_seen;
    m_progress.printed.insert(capture.id);
    if (!output().quiet())
        printCapture(output(), capture, m_options.bodies);
}

void ListenCommand::timeIsUp()
{
    const bool tooFew = m_options.count && m_seen < *m_options.count;
    if (tooFew)
        output().summary(CliText::tr("%1 of %2 requests came.").arg(m_seen).arg(*m_options.count));
    close(tooFew ? ExitStatus::Failed : ExitStatus::Done);
}

/// What came until then is printed.
void ListenCommand::close(ExitStatus status)
{
    if (m_state >= State::Closing)
        return;
    const bool listened = std::exchange(m_state, State::Closing) == State::Listening;
    m_status = status;
    if (!listened) {
        workbench().listening().stopAdHoc(m_config.id);
        return end();
    }
    workbench().listening().stopAdHoc(m_config.id).then(this, [this](const Result<void>&) {
        m_state = State::Stopped;
        m_pause.stop();
        if (readsCaptures())
            readNew();
        else
            end();
    });
}

void ListenCommand::end()
{
    m_gone.tell();
    finish(m_status);
}

} // namespace

void addListenCommand(CommandTable& table)
{
    const auto options = std::make_shared<ListenOptions>();
    CLI::App& app = table.add(
        table.root(),
        withDetails(
            rulesFormat(),
            goingOn(
                {QStringLiteral("listen"),
                 CliText::tr("Captures requests until stopped; the first line says where it listens."),
                 {QStringLiteral("listen --port 0 --count 1"),
                  QStringLiteral("listen --rules rules.json --json"),
                  QStringLiteral("listen --p12 server.p12 --passphrase-stdin < passphrase")},
                 Access::Write,
                 [options](const CommandContext& context) {
                     return std::make_unique<ListenCommand>(context, *options);
                 },
                 [options] { return options->passphraseFromInput || options->rules == QLatin1String("-"); },
                 false,
                 "HOOKWORKS_TLS_PASSPHRASE"})));
    addListenOptions(app, *options);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/file_formats.h"
#include "cli/limit_options.h"
#include "cli/listen_progress.h"
#include "cli/printing.h"
#include "cli/work_command.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/listen/retention.h"

#include <QFileSystemWatcher>
#include <QMap>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

/// A capture is printed once its answer is written, or when that takes longer than this: some are never
/// answered.
constexpr auto grace = 1s;
constexpr auto recheck = 200ms;
constexpr qsizetype mostAwaited = 500;
/// While captures come faster than that, the rest is told later: telling must not take the machine from
/// listening.
constexpr int readAtOnce = 500;
constexpr auto readGap = 100ms;
/// Until what could not be read is asked for again.
constexpr auto unreadableGap = 1s;
/// Once interrupted, it waits no longer than this for whoever reads the output to take anything.
constexpr auto lastWait = 1s;

struct ListenOptions
{
    QString address = QStringLiteral("127.0.0.1");
    std::optional<int> port, count;
    std::optional<Micros> duration;
    bool tls = false, bodies = false;
    QString certificate, key, rules, clientCertificate, clientAuthority;
    bool passphraseFromInput = false;
    LimitOptions limits;
    QuotaOptions quota;
};

class ListenCommand final : public WorkCommand
{
public:
    ListenCommand(const CommandContext& context, const ListenOptions& options)
        : WorkCommand(context, std::nullopt)
        , m_options(options)
    {
        m_recheck.setInterval(recheck);
        m_recheck.setSingleShot(true);
        m_reload.setInterval(100ms);
        m_reload.setSingleShot(true);
        m_end.setSingleShot(true);
        m_pause.setSingleShot(true);
        connect(&m_pause, &QTimer::timeout, this, [this] { readNew(); });
        connect(&m_recheck, &QTimer::timeout, this, [this] { readOpen(); });
        connect(&m_reload, &QTimer::timeout, this, [this] { reloadRules(); });
        connect(&m_end, &QTimer::timeout, this, [this] { timeIsUp(); });
        m_tellGone.setInterval(1s);
        m_tellGone.setSingleShot(true);
        connect(&m_tellGone, &QTimer::timeout, this, [this] { tellGone(); });
        m_tellTrouble.setInterval(250ms);
        m_tellTrouble.setSingleShot(true);
        connect(&m_tellTrouble, &QTimer::timeout, this, [this] { tellTrouble(); });
        m_lastWait.setInterval(lastWait);
        m_lastWait.setSingleShot(true);
        connect(&m_lastWait, &QTimer::timeout, this, [this] { leaveReader(); });
        connect(&output().streams(), &Streams::hasRoom, this, [this] { readerTookAll(); });
    }

    void cancel() override
    {
        m_lastWait.start();
        close(ExitStatus::Interrupted);
    }

protected:
    void work() override;
    /// Senders get 503 meanwhile.
    void storeTroubled(const Error& error) override { setTrouble(error.message); }

private:
    struct Open
    {
        Capture capture;
        std::chrono::steady_clock::time_point seen;
    };

    Result<ListenerConfig> config() const;
    void setIdentity(ListenerConfig& config) const;
    Result<QList<ReplyRule>> readRules() const;
    void setQuota();
    void startListening();
    void listen();
    void listening(const ListenerView& view);
    void setEnd();
    void rememberPrinted();
    void tellGone();
    void setTrouble(const QString& words);
    void tellTrouble();
    template <class Use>
    void whenRead(Answer<QList<Capture>> answer, Use use);
    void cannotRead(const Error& error);
    void watchRules();
    void reloadRules();
    void readNew();
    void update(const Capture& capture);
    void readOpen();
    bool awaitsAnswer(const Open& open) const;
    void printReady();
    void readerTookAll();
    void leaveReader();
    void print(const Capture& capture);
    void timeIsUp();
    void stoppedElsewhere();
    void close(ExitStatus status);
    void end();
    bool goesOn() const { return m_progress.port != 0 && progress().begun; }
    bool readsCaptures() const { return !output().quiet() || m_options.count; }
    bool countReached() const { return m_options.count && m_seen >= *m_options.count; }

    ListenOptions m_options;
    ListenerConfig m_config;
    QFileSystemWatcher m_watcher;
    QTimer m_recheck, m_pause, m_reload, m_end, m_tellGone, m_tellTrouble, m_lastWait;
    CapturesGone m_gone;              ///< not told yet
    QString m_trouble, m_toldTrouble; ///< why requests are not stored; empty: they are
    QString m_unreadable;             ///< why captures could not be read last; empty: they could
    std::chrono::steady_clock::time_point m_touched;
    QMap<CaptureId, Open> m_open;
    CaptureId m_last;
    bool m_reading = false, m_readAgain = false, m_running = false, m_closing = false, m_stopped = false;
    ExitStatus m_status = ExitStatus::Done;
    ListenProgress m_progress; ///< as it was last remembered, but for what was printed since
    int m_seen = 0;
};

Result<QList<ReplyRule>> ListenCommand::readRules() const
{
    if (m_options.rules.isEmpty())
        return QList<ReplyRule>();
    return readFile(m_options.rules).and_then(&Listening::rulesFromJson).map_error([this](Error error) {
        error.message = QStringLiteral("--rules: ") + m_options.rules + QStringLiteral(": ") + error.message;
        return error;
    });
}

/// Any of the options about certificates means HTTPS. The input is the passphrase where it is not the rules.
void ListenCommand::setIdentity(ListenerConfig& config) const
{
    const auto path = [this](const QString& file) {
        return file.isEmpty() ? QString() : context().folder.absoluteFilePath(file);
    };
    config.certificateFile = path(m_options.certificate);
    config.keyFile = path(m_options.key);
    config.clientAuthorityFile = path(m_options.clientAuthority);
    config.askClientCertificate =
        !m_options.clientCertificate.isEmpty() || !m_options.clientAuthority.isEmpty();
    config.tls = m_options.tls || config.askClientCertificate || !m_options.certificate.isEmpty();
    if (m_options.certificate.isEmpty() || m_options.rules == QLatin1String("-"))
        return;
    config.passphrase = withoutNewline(context().input);
}

Result<ListenerConfig> ListenCommand::config() const
{
    ListenerConfig config;
    config.name = CliText::tr("Command line");
    config.address = m_options.address;
    config.port = static_cast<quint16>(m_options.port.value_or(8717));
    config.limits = m_options.limits.limits();
    setIdentity(config);
    return readRules().map([&config](const QList<ReplyRule>& rules) {
        config.rules = rules;
        return config;
    });
}

void ListenCommand::work()
{
    if (m_options.passphraseFromInput && m_options.rules == QLatin1String("-"))
        return fail({ErrorCode::BadInput,
                     CliText::tr("--passphrase-stdin: standard input holds the rules (--rules -). Give the "
                                 "rules as a file."),
                     {}});
    const Result<ListenerConfig> config = this->config();
    if (!config) {
        fail(config.error());
        return;
    }
    m_config = *config;
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
    whenAnswered(workbench().retention().view(), [this](const RetentionView& view) {
        whenAnswered(workbench().retention().setQuota(m_options.quota.over(view.quota)),
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
    m_running = true;
    m_config = view.config;
    if (view.exposed)
        output().note(CliText::tr("Other machines can reach %1.").arg(view.url));
    connect(&workbench().listening(), &Listening::warned, this, [this](ListenerId id, const QString& words) {
        if (id == m_config.id)
            output().summary(words);
    });
    connect(&workbench().listening(), &Listening::removed, this, [this](ListenerId id) {
        if (id == m_config.id && !m_closing)
            stoppedElsewhere();
    });
    connect(&workbench().retention(), &Retention::wentAway, this, [this](const CapturesGone& gone) {
        m_gone += gone;
        if (!m_tellGone.isActive())
            m_tellGone.start();
    });
    connect(&workbench().listening(), &Listening::changed, this, [this](const ListenerView& now) {
        if (now.config.id == m_config.id)
            setTrouble(now.problem);
    });
    setEnd();
    m_progress.listener = view.config.id;
    m_progress.port = view.port;
    output().remember(m_progress.toBytes());
    watchRules();
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

void ListenCommand::tellGone()
{
    if (m_gone.total() > 0)
        output().note(Retention::words(std::exchange(m_gone, {})));
}

void ListenCommand::setTrouble(const QString& words)
{
    m_trouble = words;
    if (!m_tellTrouble.isActive())
        m_tellTrouble.start();
}

/// Near the end of a disk's space each commit may decide otherwise.
void ListenCommand::tellTrouble()
{
    if (std::exchange(m_toldTrouble, m_trouble) == m_trouble)
        return;
    output().note(m_trouble.isEmpty() ? CliText::tr("Requests are stored again.")
                                      : CliText::tr("Requests are not stored. %1").arg(m_trouble));
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
        std::exchange(m_unreadable, error.message) == error.message || error.message == m_toldTrouble;
    if (!told)
        output().note(CliText::tr("What was received cannot be shown just now; it is tried again. %1")
                          .arg(error.message));
    if (m_stopped)
        return end();
    m_readAgain = true;
    m_pause.start(unreadableGap);
}

void ListenCommand::watchRules()
{
    if (m_options.rules.isEmpty() || m_options.rules == QLatin1String("-"))
        return;
    const QString file = context().folder.absoluteFilePath(m_options.rules);
    m_watcher.addPath(file);
    m_watcher.addPath(QFileInfo(file).absolutePath());
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_reload.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_reload.start(); });
}

/// An editor may write the file anew or put another in its place; half a file is no reason to stop listening.
void ListenCommand::reloadRules()
{
    m_watcher.addPath(context().folder.absoluteFilePath(m_options.rules));
    const Result<QList<ReplyRule>> rules = readRules();
    if (!rules) {
        output().note(CliText::tr("The rules stay as they were. %1").arg(rules.error().message));
    } else if (*rules != m_config.rules) {
        m_config.rules = *rules;
        whenAnswered(workbench().listening().update(m_config),
                     [this] { output().summary(CliText::tr("The rules were read again.")); });
    }
}

void ListenCommand::update(const Capture& capture)
{
    const auto open = m_open.find(capture.id);
    if (open == m_open.end())
        return;
    const QByteArray body = open->capture.body;
    open->capture = capture;
    open->capture.body = body;
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
            if (!m_stopped && std::chrono::steady_clock::now() - m_touched < 2 * readGap)
                m_pause.start(readGap);
        }
        for (const Capture& capture : captures) {
            m_last = capture.id;
            if (capture.listener == m_config.id && !m_progress.printed.contains(capture.id))
                m_open.insert(capture.id, {capture, std::chrono::steady_clock::now()});
        }
        if (m_stopped)
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
    QList<CaptureId> unanswered;
    for (const Open& open : std::as_const(m_open)) {
        if (!open.capture.timings.write)
            unanswered << open.capture.id;
    }
    if (unanswered.isEmpty() || unanswered.size() > mostAwaited)
        return printReady();
    whenRead(workbench().captures().light(unanswered), [this](const QList<Capture>& captures) {
        for (const Capture& capture : captures)
            update(capture);
        printReady();
    });
}

/// At very high rates an answer's timings may never come; only the newest are waited for.
bool ListenCommand::awaitsAnswer(const Open& open) const
{
    return !open.capture.timings.write && !m_stopped && m_open.size() <= mostAwaited &&
           std::chrono::steady_clock::now() - open.seen < grace;
}

void ListenCommand::printReady()
{
    for (auto it = m_open.begin(); it != m_open.end() && !countReached() && !output().isFull();) {
        if (awaitsAnswer(*it)) {
            ++it;
            continue;
        }
        print(it->capture);
        it = m_open.erase(it);
    }
    rememberPrinted();
    if (countReached())
        close(ExitStatus::Done);
    if (output().isFull())
        return;
    if (m_readAgain)
        readNew();
    else if (m_stopped)
        end();
    else if (!m_open.isEmpty() && !m_recheck.isActive())
        m_recheck.start();
}

void ListenCommand::rememberPrinted()
{
    const CaptureId upTo = m_open.isEmpty() ? m_last : CaptureId{m_open.firstKey().number - 1};
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
    if (m_running && readsCaptures())
        printReady();
}

/// What was not printed is in the workspace.
void ListenCommand::leaveReader()
{
    if (m_stopped && output().isFull())
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

void ListenCommand::stoppedElsewhere()
{
    output().note(CliText::tr("The listener was switched off in the window."));
    close(ExitStatus::Interrupted);
}

/// What came until then is printed.
void ListenCommand::close(ExitStatus status)
{
    if (m_closing)
        return;
    m_closing = true;
    m_status = status;
    if (!m_running) {
        workbench().listening().stopAdHoc(m_config.id);
        return end();
    }
    workbench().listening().stopAdHoc(m_config.id).then(this, [this](const Result<void>&) {
        m_stopped = true;
        m_pause.stop();
        if (readsCaptures())
            readNew();
        else
            end();
    });
}

void ListenCommand::end()
{
    tellGone();
    finish(m_status);
}

void addIdentityOptions(CLI::App& app, ListenOptions& options)
{
    auto* const certificate = addText(app, "--cert,--p12", options.certificate,
                                      CliText::tr("A certificate: PEM, or PKCS#12 with its key"))
                                  ->type_name("FILE");
    addText(app, "--key", options.key, CliText::tr("The certificate's key, PEM"))
        ->type_name("FILE")
        ->needs(certificate);
    addSwitch(app, "--passphrase-stdin", options.passphraseFromInput,
              CliText::tr("Read the passphrase of the key or the PKCS#12 file from standard input; "
                          "without it, HOOKWORKS_TLS_PASSPHRASE is (but not with --rules -)"))
        ->needs(certificate);
    addText(
        app, "--client-ca", options.clientAuthority,
        CliText::tr("Ask clients for a certificate, and refuse one that is not of these authorities, PEM; "
                    "who shows none is served"))
        ->type_name("FILE");
    addChoice(app, "--client-cert", options.clientCertificate, {QStringLiteral("ask")},
              CliText::tr("Ask clients for a certificate; without --client-ca any is taken"));
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
    addText(app, "--address", options->address,
            CliText::tr("The address to listen on, 127.0.0.1 if not given"));
    addCount(app, "--port", options->port, 0, 65535,
             CliText::tr("The port, 8717 if not given; 0 takes a free one"));
    addSwitch(app, "--tls", options->tls,
              CliText::tr("HTTPS, with a certificate of the local authority or with --cert"));
    addIdentityOptions(app, *options);
    addText(app, "--rules", options->rules, CliText::tr("Reply rules; read again when the file changes"))
        ->type_name("FILE");
    addCount(app, "--count", options->count, 1, 1'000'000'000, CliText::tr("End after so many requests"));
    addSeconds(app, "--for", options->duration, CliText::tr("End after so many seconds"));
    addSwitch(app, "--bodies", options->bodies, CliText::tr("With the bodies"));
    addLimitOptions(app, options->limits);
    addQuotaOptions(app, options->quota);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener_core.h"

#include "capture/incoming_connection.h"

#include <QPointer>

#include <algorithm>
#include <sys/resource.h>
#include <utility>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr int reservedDescriptors = 128; ///< for the workspace, forwarding, libraries
constexpr int timedAnswersAtOnce = 250;
constexpr auto sweepGap = 100ms;
constexpr auto crowdedGap = 10ms;
constexpr auto longestWait = 500ms; ///< that making room aims at
constexpr Micros mostPatience = 250ms;
constexpr Micros leastPatience = 10ms;

} // namespace

ListenerCore::ListenerCore(const ListenerSurroundings& surroundings, Listener& front)
    : m_surroundings(surroundings)
    , m_front(front)
    , m_poller(this)
    , m_acceptor(
          m_poller, [this](int descriptor, const QString& remote) { accept(descriptor, remote); },
          [this] { exhausted(); })
{
    for (QTimer* timer : {&m_sweepTimer, &m_reportTimer, &m_dueTimer})
        timer->setParent(this); // so that they move to the listener's thread with it
    m_reportTimer.setInterval(250ms);
    m_dueTimer.setSingleShot(true);
    m_dueTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_sweepTimer, &QTimer::timeout, this, &ListenerCore::sweep);
    connect(&m_reportTimer, &QTimer::timeout, this, &ListenerCore::report);
    connect(&m_dueTimer, &QTimer::timeout, this, &ListenerCore::runDue);
}

ListenerCore::~ListenerCore()
{
    stop();
}

Result<ListenerAddress> ListenerCore::start(const ListenerConfig& config, const QList<RuleProgress>& progress)
{
    stop();
    m_config = config;
    if (config.tls) {
        auto tls = serverTls(config, m_surroundings.authorityFolder);
        if (!tls)
            return tl::unexpected<Error>(tls.error());
        m_tls = std::move(*tls);
    }
    const auto port = m_acceptor.listen(config.address, config.port);
    if (!port)
        return tl::unexpected<Error>(port.error());
    m_rules = RuleEngine(config.rules, progress);
    m_address = {config.address, *port, config.tls};
    m_sweepTimer.start(sweepGap);
    m_reportTimer.start();
    return m_address;
}

void ListenerCore::stop()
{
    m_acceptor.close();
    const auto open = m_connections.values();
    for (const auto& connection : open)
        connection->abort();
    m_due.clear();
    m_turns.clear();
    m_turnTaken = false;
    m_dueTimer.stop();
    m_sweepTimer.stop();
    m_reportTimer.stop();
    report();
    m_tls.reset();
    m_counts = ListenerCounts();
}

void ListenerCore::setLimits(const ListenerLimits& limits)
{
    m_config.limits = limits;
    updateAccepting();
}

void ListenerCore::setRules(const QList<ReplyRule>& rules)
{
    m_rules.setRules(rules);
    rulesChanged();
}

void ListenerCore::resetRules(std::optional<int> place)
{
    m_rules.reset(place);
    rulesChanged();
}

void ListenerCore::rulesChanged()
{
    m_surroundings.sink.ruleProgress(m_config.id, m_rules.progress());
    touched();
}

Outbox* ListenerCore::outbox()
{
    if (!m_outbox && m_surroundings.wire)
        m_outbox = std::make_unique<Outbox>(*m_surroundings.wire);
    return m_outbox.get();
}

WorkTime ListenerCore::workTime() const
{
    const RealTime real = now();
    return m_surroundings.workTime ? m_surroundings.workTime(real)
                                   : workTimeFromMicros(microsSinceEpoch(real));
}

ListenerCounts ListenerCore::counts() const
{
    ListenerCounts counts = m_counts;
    counts.connections = static_cast<int>(m_connections.size());
    counts.paused = m_acceptor.isPaused();
    return counts;
}

/// Below the process's own limit, so that the workspace can always open what it needs.
int ListenerCore::connectionCap() const
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return m_config.limits.connections;
    const auto most = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1'000'000));
    return std::clamp(most - reservedDescriptors, most / 4, std::max(most / 4, m_config.limits.connections));
}

void ListenerCore::accept(int descriptor, const QString& remote)
{
    ++m_counts.accepted;
    const qint64 number = ++m_surroundings.connectionNumbers;
    const auto connection = std::make_shared<IncomingConnection>(*this, descriptor, remote, number);
    m_connections.insert(connection.get(), connection);
    connection->start();
    updateAccepting();
    touched();
}

/// The system has no descriptor for one more; tries again in a moment, so that nothing spins.
void ListenerCore::exhausted()
{
    m_exhausted = true;
    m_retryAccept = Steady::now() + 100ms;
    updateAccepting();
    refusalSeen({}, tr("The process has no file descriptor left; accepting pauses."));
}

void ListenerCore::updateAccepting()
{
    if (m_exhausted || m_connections.size() >= std::min(connectionCap(), m_config.limits.connections))
        m_acceptor.pause();
    else
        m_acceptor.resume();
}

void ListenerCore::remove(const IncomingConnection* connection)
{
    m_connections.remove(connection);
    m_exhausted = false; // its descriptor is free
    if (m_acceptor.isPaused())
        updateAccepting();
    touched();
}

/// Looks after deadlines.
void ListenerCore::sweep()
{
    const auto now = Steady::now();
    if (m_exhausted && now >= m_retryAccept) {
        m_exhausted = false;
        updateAccepting();
    }
    const auto open = m_connections.values();
    for (const auto& connection : open)
        connection->checkDeadline(now);
    const bool crowded = m_acceptor.isPaused() && m_acceptor.waiting() > 0;
    if (const auto gap = crowded ? crowdedGap : sweepGap; m_sweepTimer.intervalAsDuration() != gap)
        m_sweepTimer.start(gap);
    if (crowded)
        makeRoom(now);
}

/// The more wait for each place, the less.
Micros ListenerCore::patience(int waiting) const
{
    const auto places = static_cast<int>(m_connections.size());
    return std::clamp<Micros>(places * Micros(longestWait) / std::max(waiting, 1), leastPatience,
                              mostPatience);
}

/// Accepting pauses and senders wait: for as many as wait, whoever has stalled leaves; where that is not
/// enough, whoever was served for a turn leaves after an answer. Longest first.
void ListenerCore::makeRoom(Steady::time_point now)
{
    std::multimap<Steady::time_point, std::shared_ptr<IncomingConnection>> stalled, served;
    int wanted = m_acceptor.waiting();
    const Micros patience = this->patience(wanted);
    for (const auto& connection : std::as_const(m_connections)) {
        if (const auto from = connection->stallsFrom(patience); from && now > *from)
            stalled.emplace(*from, connection);
        else if (connection->isLeaving())
            --wanted;
        else if (now - connection->accepted() > 2 * patience)
            served.emplace(connection->accepted(), connection);
    }
    if (!m_exhausted) // that was said
        warn({}, stalled.empty()
                     ? tr("All connections are in use, and others wait: the ones that were served "
                          "longest end after their answer.")
                     : tr("All connections are in use, and others wait: the ones that have "
                          "stalled longest are closed."));
    for (const auto& [since, connection] : stalled) {
        if (wanted-- > 0)
            connection->makeRoom();
    }
    for (const auto& [since, connection] : served) {
        if (wanted-- > 0)
            connection->leaveAfterAnswer();
    }
}

void ListenerCore::inTurn(std::function<void(const std::function<void()>&)> job)
{
    m_turns.push_back(std::move(job));
    if (!m_turnTaken)
        nextTurn();
}

void ListenerCore::nextTurn()
{
    m_turnTaken = !m_turns.empty();
    if (!m_turnTaken)
        return;
    const auto job = std::move(m_turns.front());
    m_turns.pop_front();
    job([core = QPointer<ListenerCore>(this)] {
        if (core)
            core->later(Micros(0), [core] { core->nextTurn(); });
    });
}

void ListenerCore::later(Micros delay, std::function<void()> action)
{
    m_due.emplace(Steady::now() + delay, std::move(action));
    armDue();
}

void ListenerCore::armDue()
{
    if (m_due.empty())
        return;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_due.begin()->first - Steady::now());
    m_dueTimer.start(std::max(wait, 0ms));
}

void ListenerCore::runDue()
{
    const auto now = Steady::now();
    while (!m_due.empty() && m_due.begin()->first <= now) {
        const auto action = std::move(m_due.begin()->second);
        m_due.erase(m_due.begin());
        action();
    }
    armDue();
}

void ListenerCore::touched()
{
    m_changed = true;
}

void ListenerCore::refusalSeen(const QString& remote, const QString& reason)
{
    ++m_counts.refused;
    touched();
    warn(remote, reason);
}

void ListenerCore::unjudged(const QString& rule, const QString& reason)
{
    touched();
    warnOnce(rule, tr("The rule \"%1\" could not be tried on a request: %2.").arg(rule, reason));
}

void ListenerCore::warn(const QString& remote, const QString& reason)
{
    warnOnce(reason, remote.isEmpty() ? reason : tr("%1: %2").arg(remote, reason));
}

/// At most once a second about the same.
void ListenerCore::warnOnce(const QString& about, const QString& words)
{
    const auto now = Steady::now();
    if (const auto last = m_warned.constFind(about); last != m_warned.constEnd() && now - *last < 1s)
        return;
    if (m_warned.size() > 100)
        m_warned.clear();
    m_warned.insert(about, now);
    Q_EMIT m_front.warned(words);
}

void ListenerCore::storeWorks()
{
    if (!m_troubled)
        return;
    m_troubled = false;
    Q_EMIT m_front.troubled(Error{ErrorCode::Internal, {}, {}});
}

void ListenerCore::storeFailed(const Error& error)
{
    if (!m_troubled)
        Q_EMIT m_front.troubled(error);
    m_troubled = true;
    if (error.code == ErrorCode::Conflict)
        ++m_counts.overQuota;
    refusalSeen({}, error.message);
}

/// At very high rates a capture's last timings are not worth a second write to the disk.
void ListenerCore::answered(CaptureAnswered answer, bool important)
{
    if (!important && ++m_timedAnswers > timedAnswersAtOnce)
        return;
    m_answers << std::move(answer);
}

void ListenerCore::report()
{
    m_timedAnswers = 0;
    if (!m_answers.isEmpty())
        m_surroundings.sink.answered(std::exchange(m_answers, {}));
    if (!m_changed)
        return;
    m_changed = false;
    Q_EMIT m_front.counted(counts());
    if (const QList<RuleProgress> progress = m_rules.progress(); progress != m_reportedProgress) {
        m_reportedProgress = progress;
        Q_EMIT m_front.ruleProgressed(progress);
    }
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell_controller.h"

#include "ui/inspect/series_dialog.h"
#include "ui/shell/file_menu.h"
#include "ui/shell/filter_entries.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/palette_search.h"
#include "ui/shell/run_menu.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/status_line.h"
#include "ui/shell/window_menus.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/relative_time.h"
#include "workbench/deliver/dispatch_status.h"
#include "workbench/design/drafts.h"
#include "workbench/listen/listening.h"
#include "workbench/listen/retention.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/destinations.h"
#include "workbench/session/workbench.h"

#include <QClipboard>
#include <QGuiApplication>

namespace hookworks {

namespace {

constexpr std::chrono::milliseconds tick{250};

/// What a draft is of, by its key.
QString draftWords(const QString& key)
{
    const QString kind = key.section(u'/', 0, 0), of = key.section(u'/', 1);
    if (kind == u"report")
        return ShellController::tr("Reports: %1").arg(of);
    if (kind == u"webhook")
        return of == u"new" ? ShellController::tr("Webhooks: a new one")
                            : ShellController::tr("Webhooks: %1").arg(of);
    if (kind == u"policy")
        return of.isEmpty() ? ShellController::tr("Own retry policies: a new one")
                            : ShellController::tr("Own retry policies: %1").arg(of);
    if (kind == u"simulate")
        return ShellController::tr("Simulate: the edited body of %1 for %2")
            .arg(key.section(u'/', 2, 2), key.section(u'/', 1, 1));
    return ShellController::tr("Captures: reply rules that were refused");
}

} // namespace

ShellController::ShellController(MainWindow& window, Workbench& workbench, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_workbench(workbench)
    , m_import(new RequestImport(window, workbench, this))
{
    wireListener();
    wireClock();
    new PaletteSearch(window, workbench, this);
    connect(m_import, &RequestImport::listenerWanted, this, [this](ListenerId id) {
        m_workbench.listening().list().then(this, [this, id](const Result<QList<ListenerView>>& all) {
            for (const ListenerView& view : all.value_or(QList<ListenerView>())) {
                if (view.config.id == id)
                    startListener(view);
            }
        });
    });
    new FilterEntries(window, this);
    wireDestinations();
    connect(&workbench, &Workbench::troubled, this, &ShellController::tellTrouble);
    wireSaved();
    connect(&workbench.rows().retention, &Retention::changed, this, &ShellController::showKept);
    connect(&window.menus(), &WindowMenus::compareWanted, this,
            [this] { (new SeriesDialog(m_workbench, {}, {}, &m_window))->open(); });
    connect(&window.menus().file(), &FileMenu::settingsWanted, this, &ShellController::openSettings);
}

void ShellController::begin()
{
    m_workbench.listening().list().then(this, [this](const Result<QList<ListenerView>>&) { showListener(); });
    m_workbench.destinations().publicOnly().then(
        this, [this](const Result<bool>& only) { m_window.menus().setPublicOnly(only.value_or(false)); });
    m_workbench.rows().retention.view().then(this, [this](const Result<RetentionView>& view) {
        if (view)
            showKept(*view);
    });
    showClock(m_workbench.clock().state());
    showPending();
}

void ShellController::showKept(const RetentionView& view)
{
    m_window.setPageCount(QStringLiteral("captures"),
                          view.captures > 0 ? std::optional(view.captures) : std::nullopt);
}

void ShellController::openSettings()
{
    auto* dialog = new SettingsDialog(m_window.appearance(), m_workbench, m_keyRoom ? m_keyRoom() : KeyRoom(),
                                      &m_window);
    dialog->open();
}

void ShellController::wireListener()
{
    Listening& listening = m_workbench.listening();
    connect(&listening, &Listening::changed, this, &ShellController::showListener);
    connect(&listening, &Listening::removed, this, &ShellController::showListener);
    connect(&listening, &Listening::urlChanged, this, &ShellController::showListener);
    connect(&m_window.statusLine(), &StatusLine::listenerToggled, this, &ShellController::switchListener);
    connect(&m_window.menus(), &WindowMenus::listenerToggled, this, &ShellController::switchListener);
    connect(&m_window.menus(), &WindowMenus::copyAddressWanted, this, [this] {
        if (const auto url = m_workbench.listening().url()) {
            QGuiApplication::clipboard()->setText(*url);
            m_window.statusLine().say(tr("Copied %1").arg(*url));
        }
    });
}

void ShellController::wireClock()
{
    ClockControl& clock = m_workbench.clock();
    StatusLine& line = m_window.statusLine();
    WindowMenus& menus = m_window.menus();
    connect(&clock, &ClockControl::changed, this, &ShellController::showClock);
    connect(&clock, &ClockControl::nextDueChanged, this, &ShellController::showPending);
    connect(&m_workbench.dispatch(), &DispatchStatus::workChanged, this, &ShellController::showPending);
    connect(&line, &StatusLine::speedChosen, &clock, &ClockControl::setSpeed);
    connect(&menus.run(), &RunMenu::speedChosen, &clock, &ClockControl::setSpeed);
    const auto pause = [&clock](bool paused) { paused ? clock.pause() : clock.resume(); };
    connect(&line, &StatusLine::pauseToggled, &clock, pause);
    connect(&menus.run(), &RunMenu::pauseToggled, &clock, pause);
    connect(&line, &StatusLine::nextWanted, &clock, &ClockControl::jumpToNext);
    connect(&menus.run(), &RunMenu::nextWanted, &clock, &ClockControl::jumpToNext);
    connect(&menus.run(), &RunMenu::realTimeWanted, &clock, &ClockControl::backToRealTime);
    connect(&line, &StatusLine::pendingClicked, this, [this] { m_window.go(QStringLiteral("deliveries")); });
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &ShellController::showPending);
}

void ShellController::wireDestinations()
{
    Destinations& destinations = m_workbench.destinations();
    WindowMenus& menus = m_window.menus();
    connect(&destinations, &Destinations::changed, &menus, &WindowMenus::setPublicOnly);
    connect(&menus, &WindowMenus::publicOnlyToggled, this, [this](bool on) {
        m_workbench.destinations().setPublicOnly(on).then(this, [this, on](const Result<void>& set) {
            if (!set)
                m_window.menus().setPublicOnly(!on);
            m_window.statusLine().say(!set ? set.error().message
                                      : on ? tr("Attempts go to public addresses only")
                                           : tr("Attempts go to any address"));
        });
    });
}

void ShellController::wireSaved()
{
    connect(&m_window, &MainWindow::storedChanged, this, &ShellController::showSaved);
    connect(&m_workbench.drafts(), &Drafts::changed, this, &ShellController::showSaved);
    m_workbench.drafts().startingWith({});
    showSaved();
}

/// "Saved" only when all of it is.
void ShellController::showSaved()
{
    const int drafts = m_workbench.drafts().count();
    QStringList details;
    for (const QString& key : m_workbench.drafts().keys())
        details << draftWords(key);
    m_window.statusLine().setSaved(m_workbench.isReadOnly()       ? tr("Read-only")
                                   : m_troubled                   ? tr("Not saved")
                                   : drafts == 1                  ? tr("1 draft not saved")
                                   : drafts > 1                   ? tr("%1 drafts not saved").arg(drafts)
                                   : !m_window.stack().isStored() ? tr("Saving…")
                                                                  : tr("Saved"),
                                   details.join(u'\n'));
}

void ShellController::showListener()
{
    const QList<ListenerView> all = m_workbench.listening().known();
    if (all.isEmpty())
        return;
    const auto running = std::ranges::find_if(all, &ListenerView::running);
    const ListenerView& view = running == all.end() ? all.first() : *running;
    m_window.statusLine().setListener({view.running, view.url, view.problem});
    m_window.menus().setListening(view.running, view.url);
    const QString problem = view.running ? QString() : view.problem;
    if (std::exchange(m_listenerProblem, problem) != problem && !problem.isEmpty())
        tellListenerProblem(view.config, problem, view.portTaken);
    if (view.running && view.exposed)
        m_window.notice().tell(
            tr("Other machines can reach the listener on %1. Everything they send is stored.").arg(view.url),
            Severity::Warning,
            {tr("Stop listening"), [this, id = view.config.id] { m_workbench.listening().stop(id); }}, false);
}

void ShellController::showClock(const ClockState& clock)
{
    const WorkTime shown = m_workbench.clock().now();
    m_window.statusLine().setClock(clock.speed, exactTime(realTimeFromMicros(microsSinceEpoch(shown))));
    m_window.menus().run().setClock(clock.speed);
    showPending();
}

void ShellController::showPending()
{
    const WorkCounts work = m_workbench.dispatch().work();
    PendingStatus status{work.waiting + work.inFlight, {}};
    ClockControl& clock = m_workbench.clock();
    if (const auto due = clock.nextDue(); due && !clock.isPaused()) {
        if (const auto at = realTimeOf(clock.state(), *due, clock.realNow()))
            status.nextIn = *at - clock.realNow();
    }
    m_window.statusLine().setPending(status);
    m_window.menus().run().setWaiting(status.waiting > 0);
    m_window.setPageCount(QStringLiteral("deliveries"),
                          status.waiting > 0 ? std::optional<qint64>(status.waiting) : std::nullopt);
    if (status.nextIn && !m_tick.isActive())
        m_tick.start();
    if (!status.nextIn)
        m_tick.stop();
}

void ShellController::switchListener(bool on)
{
    const QList<ListenerView> all = m_workbench.listening().known();
    const auto running = std::ranges::find_if(all, &ListenerView::running);
    if (!on) {
        if (running != all.end())
            m_workbench.listening().stop(running->config.id);
        return;
    }
    if (!all.isEmpty())
        return startListener(all.first());
    m_workbench.listening().add({}).then(this, [this](const Result<ListenerId>& id) {
        ListenerView fresh;
        if (id)
            fresh.config.id = *id;
        if (id)
            startListener(fresh);
    });
}

void ShellController::startListener(const ListenerView& listener)
{
    m_workbench.listening()
        .start(listener.config.id)
        .then(this, [this, listener](const Result<ListenerView>& started) {
            if (started)
                m_window.notice().clear();
            else
                tellListenerProblem(listener.config, started.error().message,
                                    started.error().code == ErrorCode::AddressInUse);
            showListener();
        });
}

/// A port that another program has is no end: the next free one is a click away.
void ShellController::tellListenerProblem(const ListenerConfig& listener, const QString& problem,
                                          bool portTaken)
{
    InlineMessage::Remedy remedy;
    if (portTaken)
        remedy = {tr("Listen on the next free port"), [this, listener] { listenOnNextFreePort(listener); }};
    m_window.notice().tell(problem, Severity::Error, std::move(remedy));
}

void ShellController::listenOnNextFreePort(const ListenerConfig& listener)
{
    m_workbench.listening()
        .nextFreePort(listener.address, static_cast<quint16>(listener.port + 1))
        .then(this, [this, listener](const Result<quint16>& port) {
            if (!port || *port == 0)
                return;
            ListenerView moved;
            moved.config = listener;
            moved.config.port = *port;
            m_workbench.listening()
                .update(moved.config)
                .then(this, [this, moved](const Result<void>& updated) {
                    if (updated)
                        startListener(moved);
                });
        });
}

void ShellController::tellTrouble(const Error& error)
{
    if (error.message.isEmpty() && m_troubled)
        m_window.notice().clear();
    m_troubled = !error.message.isEmpty();
    showSaved();
    if (m_troubled)
        m_window.notice().tell(error.message, Severity::Error, {}, false);
}

} // namespace hookworks

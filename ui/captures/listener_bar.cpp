// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/listener_bar.h"

#include "ui/captures/listener_dialog.h"
#include "ui/captures/trust_dialog.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/two_part_line.h"
#include "workbench/session/workbench.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

bool same(const ListenerConfig& left, const ListenerConfig& right)
{
    return left.id == right.id && left.port == right.port;
}

BadgeLook stateOf(const ListenerView& listener)
{
    if (!listener.running)
        return {ListenerBar::tr("Off"), StateKind::Cancelled};
    return listener.paused ? BadgeLook{ListenerBar::tr("At a limit"), StateKind::Waiting}
                           : BadgeLook{ListenerBar::tr("Listening"), StateKind::Delivered};
}

/// All that is counted of it.
QString countsOf(const ListenerView& listener)
{
    const QLocale locale;
    QStringList counts{
        ListenerBar::tr("Requests since it was started: %1").arg(locale.toString(listener.requests)),
        ListenerBar::tr("Open connections: %1").arg(listener.connections)};
    if (listener.refused > 0)
        counts << ListenerBar::tr("Refused: %1").arg(locale.toString(listener.refused));
    if (listener.paused)
        counts << ListenerBar::tr("It accepts no more until one of its limits is not reached any more");
    return counts.join(u'\n');
}

QWidget* lineOf(const QList<QWidget*>& parts)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::normal);
    for (QWidget* part : parts)
        row->addWidget(part);
    line->setFixedHeight(sized(Size::Control) + 2 * space::tight);
    return line;
}

QToolButton* flatButton(const QString& text)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

ListenerBar::ListenerBar(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_state(new Badge)
    , m_open(new Badge({tr("Open to others"), StateKind::Waiting}))
    , m_address(new ElidedLabel({}, Face::Code))
    , m_counts(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_start(new QPushButton(tr("Start")))
    , m_rules(flatButton(tr("Reply rules")))
    , m_more(flatButton(tr("Listener")))
    , m_menu(new QMenu(m_more))
    , m_trust(new QAction(tr("How to trust its certificate…"), this))
    , m_quota(new QAction(tr("Quota for captures…"), this))
    , m_problem(new InlineMessage)
{
    arrange();
    connect(m_menu, &QMenu::aboutToShow, this, &ListenerBar::fillMenu);
    connect(m_start, &QPushButton::clicked, this, &ListenerBar::toggle);
    connect(m_rules, &QToolButton::clicked, this, &ListenerBar::rulesToggled);
    connect(m_trust, &QAction::triggered, this, &ListenerBar::explainTrust);
    connect(m_quota, &QAction::triggered, this, &ListenerBar::quotaWanted);
    Listening& listening = m_workbench.listening();
    connect(&listening, &Listening::changed, this, &ListenerBar::takeListener);
    connect(&listening, &Listening::removed, this, &ListenerBar::load);
    connect(&listening, &Listening::warned, this, [this](ListenerId id, const QString& words) {
        if (const auto shown = chosen(); shown && shown->config.id == id)
            showProblem(words);
    });
    fillMenu();
    load();
}

void ListenerBar::arrange()
{
    m_trust->setObjectName(QStringLiteral("trustCertificate"));
    m_quota->setObjectName(QStringLiteral("quotaEdit"));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_address->setAccessibleName(tr("Address"));
    m_counts->setObjectName(QStringLiteral("quotaWords"));
    m_open->setToolTip(tr("Other machines can reach this listener, and send requests to it."));
    m_open->hide();
    m_rules->setCheckable(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    // The address is what one copies: it is whole as long as there is room for it on a line of its own.
    auto* where =
        lineOf({m_state, m_start, m_address, new CopyButton([this] { return m_address->text(); }), m_open});
    auto* rest = lineOf({m_counts, m_rules, m_more});
    static_cast<QHBoxLayout*>(rest->layout())->setStretchFactor(m_counts, 1);
    auto* line = new TwoPartLine(where, rest);
    line->setContentsMargins(space::wide, 0, space::wide, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addWidget(m_problem);
    column->addWidget(new Hairline);
    m_problem->setObjectName(QStringLiteral("listenerProblem"));
}

void ListenerBar::fillMenu()
{
    const std::optional<ListenerView> listener = chosen();
    m_menu->clear();
    for (qsizetype i = 0; m_listeners.size() > 1 && i < m_listeners.size(); ++i) {
        QAction* one =
            m_menu->addAction(m_listeners[i].config.name.simplified().replace(u'&', QStringLiteral("&&")),
                              this, [this, i] { choose(i); });
        one->setCheckable(true);
        one->setChecked(i == m_chosen);
    }
    m_menu->addSeparator();
    QAction* toggle = m_menu->addAction(listener && listener->running ? tr("Stop") : tr("Start"), this,
                                        &ListenerBar::toggle);
    QAction* edit = m_menu->addAction(tr("Edit…"), this, &ListenerBar::edit);
    QAction* remove = m_menu->addAction(tr("Remove"), this, &ListenerBar::removeChosen);
    for (QAction* action : {toggle, edit, remove})
        action->setEnabled(listener.has_value());
    m_menu->addAction(tr("New listener…"), this, &ListenerBar::add);
    m_menu->addSeparator();
    m_menu->addAction(m_trust);
    m_menu->addAction(m_quota);
}

void ListenerBar::load()
{
    m_workbench.listening().list().then(this, [this](const Result<QList<ListenerView>>& listeners) {
        if (!listeners) {
            showProblem(listeners.error().message);
            return;
        }
        m_listeners = *listeners;
        choose(std::min(m_chosen, m_listeners.size() - 1));
    });
}

void ListenerBar::takeListener(const ListenerView& listener)
{
    const auto known = std::ranges::find_if(m_listeners, [&](const ListenerView& one) {
        return listener.config.id ? one.config.id == listener.config.id : same(one.config, listener.config);
    });
    if (known == m_listeners.end())
        m_listeners << listener;
    else
        *known = listener;
    show();
    emit changed();
}

void ListenerBar::choose(qsizetype index)
{
    m_chosen = std::max<qsizetype>(0, index);
    show();
    fillMenu();
    emit changed();
}

std::optional<ListenerView> ListenerBar::chosen() const
{
    return m_chosen < m_listeners.size() ? std::optional(m_listeners[m_chosen]) : std::nullopt;
}

void ListenerBar::setKept(const QString& words, const QString& sentence)
{
    m_kept = words;
    m_counts->setAccessibleDescription(sentence);
    show();
}

void ListenerBar::setRulesShown(bool shown)
{
    m_rules->setChecked(shown);
}

void ListenerBar::show()
{
    const std::optional<ListenerView> listener = chosen();
    m_start->setVisible(listener && !listener->running);
    m_rules->setEnabled(listener.has_value());
    m_open->setVisible(listener && listener->running && listener->exposed);
    if (!listener) {
        m_state->setLook({});
        m_counts->setText(m_kept);
        m_address->setText(tr("No listener yet"));
        return;
    }
    m_state->setLook(stateOf(*listener));
    m_start->setAccessibleName(tr("Start the listener"));
    m_address->setText(listener->url);
    const qsizetype rules = listener->config.rules.size();
    m_rules->setText(rules > 0 ? tr("Reply rules %1").arg(rules) : tr("Reply rules"));
    m_more->setText(m_listeners.size() > 1 ? listener->config.name.simplified().left(20) : tr("Listener"));
    const QString rate = tr("%1/s").arg(QLocale().toString(listener->perSecond, 'f', 0));
    m_counts->setText(listener->running && !m_kept.isEmpty() ? QStringLiteral("%1 · %2").arg(m_kept, rate)
                                                             : m_kept);
    m_counts->setToolTip(plainToolTip(m_counts->accessibleDescription() + u'\n' + countsOf(*listener)));
    showProblem(listener->problem);
}

void ListenerBar::showProblem(const QString& words)
{
    if (words.isEmpty())
        m_problem->clear();
    else if (m_problem->text() != words)
        m_problem->tell(words, Severity::Error);
}

void ListenerBar::toggle()
{
    const std::optional<ListenerView> listener = chosen();
    if (!listener)
        return;
    Listening& listening = m_workbench.listening();
    if (listener->running) {
        listening.stop(listener->config.id).then(this, [this](const Result<void>& stopped) {
            if (!stopped)
                showProblem(stopped.error().message);
        });
        return;
    }
    listening.start(listener->config.id).then(this, [this](const Result<ListenerView>& started) {
        if (started)
            return;
        showProblem(started.error().message);
        if (started.error().code == ErrorCode::AddressInUse)
            offerFreePort();
    });
}

void ListenerBar::offerFreePort()
{
    const std::optional<ListenerView> listener = chosen();
    if (!listener)
        return;
    const auto from = static_cast<quint16>(listener->config.port < 65'535 ? listener->config.port + 1 : 1024);
    m_workbench.listening()
        .nextFreePort(listener->config.address, from)
        .then(this, [this](const Result<quint16>& port) {
            const quint16 free = port.value_or(0);
            if (free > 0)
                m_problem->tell(m_problem->text(), Severity::Error,
                                {tr("Use port %1").arg(free), [this, free] { usePort(free); }});
        });
}

void ListenerBar::usePort(quint16 port)
{
    std::optional<ListenerView> listener = chosen();
    if (!listener)
        return;
    listener->config.port = port;
    m_workbench.listening().update(listener->config).then(this, [this](const Result<void>& updated) {
        if (updated)
            toggle();
        else
            showProblem(updated.error().message);
    });
}

void ListenerBar::add()
{
    ListenerConfig config;
    config.name = tr("Listener %1").arg(m_listeners.size() + 1);
    config.port = static_cast<quint16>(8717 + m_listeners.size());
    ask(config);
}

void ListenerBar::edit()
{
    const std::optional<ListenerView> listener = chosen();
    if (listener && listener->config.id)
        ask(listener->config);
}

void ListenerBar::ask(const ListenerConfig& config)
{
    auto* dialog = new ListenerDialog(config, this);
    connect(dialog, &ListenerDialog::chosen, dialog,
            [this, dialog](const ListenerConfig& edited) { save(edited, *dialog); });
    dialog->open();
}

void ListenerBar::explainTrust()
{
    (new TrustDialog(m_workbench, this))->open();
}

/// What was typed stays in the dialog where it cannot be stored.
void ListenerBar::save(const ListenerConfig& config, ListenerDialog& dialog)
{
    const auto ended = [this, asking = QPointer(&dialog)](const Result<void>& stored) {
        if (asking)
            asking->end(stored);
        if (stored)
            load();
    };
    Listening& listening = m_workbench.listening();
    if (config.id)
        listening.update(config).then(this, ended);
    else
        listening.add(config).then(
            this, [ended](const Result<ListenerId>& added) { ended(added.map([](ListenerId) {})); });
}

void ListenerBar::removeChosen()
{
    const std::optional<ListenerView> listener = chosen();
    if (!listener || !listener->config.id)
        return;
    m_workbench.listening()
        .remove(listener->config.id)
        .then(this, [this](const Result<ListenerConfig>& removed) {
            if (removed)
                emit this->removed(*removed);
            else
                showProblem(removed.error().message);
        });
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/listener_bar.h"

#include "ui/captures/listener_dialog.h"
#include "ui/captures/rate_graph.h"
#include "ui/captures/trust_dialog.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"
#include "workbench/session/workbench.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
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

} // namespace

ListenerBar::ListenerBar(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_choice(new QComboBox)
    , m_switch(new QPushButton)
    , m_usePort(new QPushButton)
    , m_trust(new QPushButton(tr("How to trust it…")))
    , m_address(plainLabel())
    , m_counts(plainLabel())
    , m_banner(plainLabel())
    , m_problem(plainLabel())
    , m_rate(new RateGraph)
    , m_more(new QToolButton)
{
    arrange();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        show();
        emit changed();
    });
    connect(m_switch, &QPushButton::clicked, this, &ListenerBar::toggle);
    connect(m_usePort, &QPushButton::clicked, this, &ListenerBar::useFreePort);
    connect(m_trust, &QPushButton::clicked, this, &ListenerBar::explainTrust);
    Listening& listening = m_workbench.listening();
    connect(&listening, &Listening::changed, this, &ListenerBar::takeListener);
    connect(&listening, &Listening::removed, this, &ListenerBar::load);
    connect(&listening, &Listening::warned, this, [this](ListenerId id, const QString& words) {
        if (const auto shown = chosen(); shown && shown->config.id == id)
            showProblem(words);
    });
    connect(&m_second, &QTimer::timeout, m_rate, &RateGraph::tick);
    m_second.start(std::chrono::seconds(1));
    load();
}

void ListenerBar::arrange()
{
    m_choice->setAccessibleName(tr("Listener"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setMaximumWidth(220);
    m_switch->setObjectName(QStringLiteral("listenerSwitch"));
    m_trust->setObjectName(QStringLiteral("trustCertificate"));
    m_trust->setToolTip(tr("How senders come to trust this listener's certificate"));
    m_trust->hide();
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_address->setAccessibleName(tr("Address"));
    setMonospace(*m_address);
    m_counts->setFont(captionFont(m_counts->font()));
    m_counts->setWordWrap(true);
    m_banner->setObjectName(QStringLiteral("exposedBanner"));
    m_banner->setMargin(6);
    m_banner->setAutoFillBackground(true);
    recolourBanner();
    m_more->setText(tr("Listeners"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("Edit…"), this, &ListenerBar::edit);
    menu->addAction(tr("New listener…"), this, &ListenerBar::add);
    menu->addAction(tr("Remove"), this, &ListenerBar::removeChosen);
    menu->addSeparator();
    menu->addAction(tr("How to trust their certificates…"), this, &ListenerBar::explainTrust);
    m_more->setMenu(menu);
    auto* row = new QHBoxLayout;
    row->addWidget(m_choice);
    row->addWidget(m_switch);
    row->addWidget(m_address);
    row->addWidget(new CopyButton([this] { return m_address->text(); }));
    row->addWidget(m_trust);
    row->addSpacing(8);
    row->addWidget(m_counts, 1);
    row->addWidget(m_rate);
    row->addWidget(m_more);
    auto* problem = new QHBoxLayout;
    problem->addWidget(m_problem, 1);
    problem->addWidget(m_usePort);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("listenerProblem"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addLayout(problem);
    column->addWidget(m_banner);
    m_banner->hide();
    showProblem({});
}

void ListenerBar::load()
{
    m_workbench.listening().list().then(this, [this](const Result<QList<ListenerView>>& listeners) {
        if (!listeners) {
            showProblem(listeners.error().message);
            return;
        }
        m_listeners = *listeners;
        fillChoice();
        show();
        emit changed();
    });
}

void ListenerBar::takeListener(const ListenerView& listener)
{
    const auto known = std::ranges::find_if(m_listeners, [&](const ListenerView& one) {
        return listener.config.id ? one.config.id == listener.config.id : same(one.config, listener.config);
    });
    if (known == m_listeners.end()) {
        m_listeners << listener;
        fillChoice();
    } else {
        *known = listener;
    }
    show();
    emit changed();
}

void ListenerBar::fillChoice()
{
    const QSignalBlocker quiet(m_choice);
    const int before = std::max(0, m_choice->currentIndex());
    m_choice->clear();
    for (const ListenerView& listener : std::as_const(m_listeners))
        m_choice->addItem(listener.config.name);
    m_choice->setCurrentIndex(std::min(before, m_choice->count() - 1));
    m_choice->setVisible(m_listeners.size() > 1);
}

std::optional<ListenerView> ListenerBar::chosen() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < m_listeners.size() ? std::optional(m_listeners[index]) : std::nullopt;
}

void ListenerBar::count(int requests)
{
    m_rate->add(requests);
}

void ListenerBar::show()
{
    const std::optional<ListenerView> listener = chosen();
    m_switch->setEnabled(listener.has_value());
    if (!listener) {
        m_trust->hide();
        m_switch->setText(tr("Start"));
        m_address->setText(tr("No listener yet"));
        return;
    }
    m_switch->setText(listener->running ? tr("Stop") : tr("Start"));
    m_switch->setAccessibleName(listener->running ? tr("Stop the listener") : tr("Start the listener"));
    m_switch->setIcon(stateIcon(listener->running ? StateKind::Sending : StateKind::Cancelled));
    m_address->setText(listener->url);
    m_trust->setVisible(listener->config.tls && listener->config.certificateFile.isEmpty());
    const QLocale locale;
    QStringList counts{listener->running ? tr("Listening") : tr("Off")};
    if (listener->running)
        counts << tr("requests: %1").arg(locale.toString(listener->requests))
               << tr("connections: %1").arg(listener->connections);
    if (listener->refused > 0)
        counts << tr("refused: %1").arg(locale.toString(listener->refused));
    if (listener->paused)
        counts << tr("not accepting, a limit is reached");
    m_counts->setText(counts.join(QStringLiteral(" · ")));
    const bool open =
        std::ranges::any_of(m_listeners, [](const ListenerView& one) { return one.running && one.exposed; });
    m_banner->setText(
        tr("A listener is open to other machines. Whoever reaches it can send requests to it."));
    m_banner->setVisible(open);
    showProblem(listener->problem);
}

void ListenerBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolourBanner();
}

void ListenerBar::recolourBanner()
{
    QPalette banner = palette();
    banner.setColor(QPalette::Window, stateColour(StateKind::Waiting, palette()));
    banner.setColor(QPalette::WindowText, palette().color(QPalette::Base));
    m_banner->setPalette(banner);
}

void ListenerBar::showProblem(const QString& words)
{
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    m_usePort->setVisible(!words.isEmpty() && m_freePort > 0);
}

void ListenerBar::toggle()
{
    const std::optional<ListenerView> listener = chosen();
    if (!listener)
        return;
    Listening& listening = m_workbench.listening();
    m_freePort = 0;
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
            m_freePort = port.value_or(0);
            m_usePort->setText(tr("Use port %1").arg(m_freePort));
            m_usePort->setVisible(m_freePort > 0);
        });
}

void ListenerBar::useFreePort()
{
    std::optional<ListenerView> listener = chosen();
    if (!listener)
        return;
    listener->config.port = m_freePort;
    m_freePort = 0;
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
    auto* dialog = new ListenerDialog(config, this);
    connect(dialog, &ListenerDialog::chosen, this, &ListenerBar::save);
    dialog->open();
}

void ListenerBar::edit()
{
    const std::optional<ListenerView> listener = chosen();
    if (!listener || !listener->config.id)
        return;
    auto* dialog = new ListenerDialog(listener->config, this);
    connect(dialog, &ListenerDialog::chosen, this, &ListenerBar::save);
    dialog->open();
}

void ListenerBar::explainTrust()
{
    (new TrustDialog(m_workbench, this))->open();
}

void ListenerBar::save(const ListenerConfig& config)
{
    const auto ended = [this](const Error& error) { showProblem(error.message); };
    if (config.id) {
        m_workbench.listening().update(config).then(this, [ended, this](const Result<void>& updated) {
            if (!updated)
                ended(updated.error());
            else
                load();
        });
        return;
    }
    m_workbench.listening().add(config).then(this, [ended, this](const Result<ListenerId>& added) {
        if (!added)
            ended(added.error());
        else
            load();
    });
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

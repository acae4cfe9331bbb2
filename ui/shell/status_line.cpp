// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_views.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace hookworks {

namespace {

constexpr std::chrono::seconds saidFor{8};

QToolButton* flatButton(const QString& name)
{
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    setLook(*button, ButtonLook::Bare);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_listener(new ElidedButton)
    , m_copy(new CopyButton([this] { return m_listenerStatus.url; }))
    , m_listening(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_pending(new ElidedButton)
    , m_said(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_speed(new QComboBox)
    , m_pause(flatButton(tr("Pause the clock")))
    , m_next(flatButton(tr("Jump the clock to the next due attempt")))
    , m_saved(new ElidedLabel({}, Face::Caption, Colour::Quiet))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::close, shape::line + 1, space::wide, shape::line);
    row->setSpacing(space::tight);
    addListener(*row);
    addSeparator(*row);
    m_pending->setAccessibleName(tr("Pending deliveries"));
    m_pending->setToolTip(tr("Pending deliveries"));
    row->addWidget(m_pending);
    row->addSpacing(space::normal);
    row->addWidget(m_said, 1);
    addClock(*row);
    row->addSpacing(space::normal);
    row->addWidget(m_saved);
    m_said->setElideMode(Qt::ElideRight);
    m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_saved->setObjectName(QStringLiteral("saved"));
    m_saidTimer.setSingleShot(true);
    connect(&m_saidTimer, &QTimer::timeout, m_said, &QLabel::clear);
    connect(m_pending, &QToolButton::clicked, this, &StatusLine::pendingClicked);
    setMinimumHeight(sized(Size::StatusBar));
    setListener({});
    setPending({});
    setClock(1, {});
}

void StatusLine::addSeparator(QHBoxLayout& row)
{
    auto* line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    line->setFixedSize(shape::line, sized(Size::Icon));
    row.addSpacing(space::normal);
    row.addWidget(line);
    row.addSpacing(space::tight);
}

void StatusLine::addListener(QHBoxLayout& row)
{
    m_listener->setObjectName(QStringLiteral("listenerSwitch"));
    m_listener->setCheckable(true);
    m_listener->setAccessibleName(tr("Listener"));
    setLook(*m_listener, ButtonLook::Bare);
    m_copy->setToolTip(tr("Copy the listener's address"));
    m_copy->setAccessibleName(tr("Copy the listener's address"));
    row.addWidget(m_listener);
    row.addWidget(m_copy);
    row.addWidget(m_listening);
    connect(m_listener, &QToolButton::clicked, this, [this](bool on) {
        m_listener->setChecked(m_listenerStatus.on);
        emit listenerToggled(on);
    });
}

void StatusLine::addClock(QHBoxLayout& row)
{
    auto* clock = new ElidedLabel(tr("Clock"), Face::Caption, Colour::Quiet);
    clock->setBuddy(m_speed);
    for (const double speed : speeds())
        m_speed->addItem(speedWords(speed), speed);
    m_speed->setObjectName(QStringLiteral("clockSpeed"));
    m_speed->setAccessibleName(tr("Clock speed"));
    m_speed->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setLow(*m_speed);
    m_pause->setObjectName(QStringLiteral("clockPause"));
    m_pause->setCheckable(true);
    m_pause->setIcon(themedIcon(QStringLiteral("media-playback-pause")));
    m_next->setObjectName(QStringLiteral("clockNext"));
    m_next->setIcon(themedIcon(QStringLiteral("media-skip-forward")));
    row.addWidget(clock);
    row.addSpacing(space::tight);
    row.addWidget(m_speed);
    row.addWidget(m_pause);
    row.addWidget(m_next);
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { emit speedChosen(m_speed->itemData(index).toDouble()); });
    connect(m_pause, &QToolButton::clicked, this, &StatusLine::pauseToggled);
    connect(m_next, &QToolButton::clicked, this, &StatusLine::nextWanted);
}

void StatusLine::setListener(const ListenerStatus& status)
{
    m_listenerStatus = status;
    const bool failed = !status.on && !status.problem.isEmpty();
    m_listener->setChecked(status.on);
    m_listener->setIcon(stateIcon(status.on ? StateKind::Delivered
                                  : failed  ? StateKind::Failed
                                            : StateKind::Cancelled));
    m_listener->setText(status.on ? status.url : failed ? tr("Cannot listen") : tr("Not listening"));
    m_listener->setToolTip(failed      ? status.problem
                           : status.on ? tr("Listening on %1. Click to stop.").arg(status.url)
                                       : tr("Click to listen on %1").arg(status.url));
    m_listener->setAccessibleDescription(failed ? status.problem : m_listener->text());
    m_listener->setFont(fontOf(status.on ? Face::Code : Face::Body));
    m_copy->setVisible(status.on);
    m_listening->setText(status.on ? tr("Listening") : QString());
    m_listening->setVisible(status.on);
}

void StatusLine::setPending(const PendingStatus& status)
{
    QString words = tr("Nothing waiting");
    if (status.waiting > 0)
        words = tr("%n waiting", nullptr, status.waiting);
    if (status.waiting > 0 && status.nextIn)
        words = status.nextIn->count() > 0 ? tr("%1, next in %2").arg(words, countdown(*status.nextIn))
                                           : tr("%1, next now").arg(words);
    if (m_pending->text() != words)
        m_pending->setText(words);
    m_next->setEnabled(status.waiting > 0);
}

void StatusLine::setClock(double speed, const QString& clockTime)
{
    const bool paused = speed <= 0;
    m_pause->setChecked(paused);
    const QString what = paused ? tr("Let the clock run") : tr("Pause the clock");
    m_pause->setToolTip(what);
    m_pause->setAccessibleName(what);
    m_pause->setIcon(
        themedIcon(paused ? QStringLiteral("media-playback-start") : QStringLiteral("media-playback-pause")));
    if (!paused) {
        int index = m_speed->findData(speed);
        if (index < 0) {
            m_speed->addItem(speedWords(speed), speed);
            index = m_speed->count() - 1;
        }
        m_speed->setCurrentIndex(index);
    }
    m_speed->setToolTip(clockTime.isEmpty() ? tr("How fast the workbench's clock runs")
                                            : tr("The workbench's clock shows %1").arg(clockTime));
}

void StatusLine::setSaved(const QString& words, const QString& details)
{
    m_saved->setText(words);
    m_details = details;
    tellSaved();
}

void StatusLine::setPlace(const QString& file)
{
    m_place = file;
    tellSaved();
}

void StatusLine::tellSaved()
{
    const QString said =
        m_details.isEmpty() || m_place.isEmpty() ? m_details + m_place : m_details + u'\n' + m_place;
    m_saved->setToolTip(plainToolTip(said));
    m_saved->setAccessibleDescription(said);
}

void StatusLine::say(const QString& sentence)
{
    m_said->setText(sentence);
    m_said->setToolTip(plainToolTip(sentence));
    m_saidTimer.start(saidFor);
}

QList<double> StatusLine::speeds()
{
    return {1, 10, 60, 600, 3600};
}

QString StatusLine::speedWords(double speed)
{
    return QStringLiteral("×%1").arg(speed);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(colour(Colour::Line, palette()));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace hookworks

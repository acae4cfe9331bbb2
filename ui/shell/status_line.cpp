// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/widgets/copy_button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"

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
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_listener(flatButton(tr("Listener")))
    , m_copy(new CopyButton([this] { return m_listenerStatus.url; }))
    , m_pending(flatButton(tr("Pending deliveries")))
    , m_said(new QLabel)
    , m_speed(new QComboBox)
    , m_pause(flatButton(tr("Pause the clock")))
    , m_next(flatButton(tr("Jump the clock to the next due attempt")))
    , m_saved(new QLabel)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 12, 3);
    row->setSpacing(4);
    addListener(*row);
    row->addSpacing(12);
    row->addWidget(m_pending);
    row->addSpacing(12);
    row->addWidget(m_said, 1);
    addClock(*row);
    row->addSpacing(12);
    row->addWidget(m_saved);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setForegroundRole(QPalette::PlaceholderText);
    m_said->setMinimumWidth(0);
    m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_saved->setTextFormat(Qt::PlainText);
    m_saved->setObjectName(QStringLiteral("saved"));
    m_saved->setForegroundRole(QPalette::PlaceholderText);
    m_saidTimer.setSingleShot(true);
    connect(&m_saidTimer, &QTimer::timeout, m_said, &QLabel::clear);
    connect(m_pending, &QToolButton::clicked, this, &StatusLine::pendingClicked);
    setListener({});
    setPending({});
    setClock(1, {});
}

void StatusLine::addListener(QHBoxLayout& row)
{
    m_listener->setObjectName(QStringLiteral("listenerSwitch"));
    m_listener->setCheckable(true);
    m_listener->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setToolTip(tr("Copy the listener's address"));
    m_copy->setAccessibleName(tr("Copy the listener's address"));
    row.addWidget(m_listener);
    row.addWidget(m_copy);
    connect(m_listener, &QToolButton::clicked, this, [this](bool on) {
        m_listener->setChecked(m_listenerStatus.on);
        emit listenerToggled(on);
    });
}

void StatusLine::addClock(QHBoxLayout& row)
{
    auto* clock = new QLabel(tr("Clock"));
    clock->setBuddy(m_speed);
    for (const double speed : speeds())
        m_speed->addItem(speedWords(speed), speed);
    m_speed->setObjectName(QStringLiteral("clockSpeed"));
    m_speed->setAccessibleName(tr("Clock speed"));
    m_speed->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_pause->setObjectName(QStringLiteral("clockPause"));
    m_pause->setCheckable(true);
    m_pause->setIcon(themedIcon(QStringLiteral("media-playback-pause")));
    m_next->setObjectName(QStringLiteral("clockNext"));
    m_next->setIcon(themedIcon(QStringLiteral("media-skip-forward")));
    row.addWidget(clock);
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
    m_listener->setToolTip(failed      ? plainToolTip(status.problem)
                           : status.on ? tr("Listening on %1. Click to stop.").arg(status.url)
                                       : tr("Click to listen on %1").arg(status.url));
    m_listener->setAccessibleDescription(failed ? status.problem : m_listener->text());
    m_copy->setVisible(status.on);
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
    const QString deed = paused ? tr("Let the clock run") : tr("Pause the clock");
    m_pause->setToolTip(deed);
    m_pause->setAccessibleName(deed);
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
    m_saved->setToolTip(plainToolTip(details));
    m_saved->setAccessibleDescription(details);
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
    painter.setPen(lineColour(palette()));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhook_head.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace hookworks {

namespace {

constexpr std::chrono::seconds ageStep(15);

} // namespace

WebhookHead::WebhookHead(const QList<QAction*>& rare, std::function<RealTime()> now, QWidget* parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_name(new ElidedLabel({}, Face::Title))
    , m_badge(new Badge)
    , m_test(new QPushButton(tr("Se&nd test")))
    , m_tests(new QMenu(this))
{
    m_test->setObjectName(QStringLiteral("sendTest"));
    m_test->setToolTip(tr("Sends a test event through this webhook as it is typed"));
    m_test->setAutoDefault(false);
    m_test->setMenu(m_tests);
    auto* more = new MoreButton;
    auto* menu = new QMenu(more);
    menu->addActions(rare);
    more->setMenu(menu);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, 0, space::wide, shape::line);
    row->setSpacing(space::normal);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it is cut before the badge is
    m_badge->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(m_name, 1000);
    row->addWidget(m_badge);
    row->addStretch(1);
    row->addWidget(m_test);
    row->addWidget(more);
    setFixedHeight(sized(Size::PageBar));
    m_age.setInterval(ageStep);
    connect(&m_age, &QTimer::timeout, this, &WebhookHead::showResult);
}

void WebhookHead::setName(const QString& name)
{
    m_name->setText(name);
    m_name->setMaximumWidth(m_name->sizeHint().width() + space::hair);
}

void WebhookHead::setResult(const std::optional<LastResult>& result)
{
    m_result = result;
    showResult();
    if (result)
        m_age.start();
    else
        m_age.stop();
}

void WebhookHead::showResult()
{
    if (!m_result)
        return m_badge->setLook({});
    m_badge->setLook(
        {tr("%1, %2").arg(m_result->words, relativeTime(m_result->at, m_now())), m_result->state});
}

void WebhookHead::setEvents(const QStringList& events)
{
    m_tests->clear();
    for (const QString& event : events)
        m_tests->addAction(event, this, [this, event] { emit testWanted(event); });
}

void WebhookHead::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(0, height() - shape::line, width(), shape::line, colour(Colour::Line, palette()));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/attempt_links.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/verdict_badge.h"
#include "workbench/deliver/replayer.h"
#include "workbench/session/workbench.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

AttemptLinks::AttemptLinks(Workbench* workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_inspect(new QPushButton(tr("Inspect")))
    , m_open(new QPushButton(tr("Open capture")))
    , m_compare(new QPushButton)
    , m_good(new QPushButton)
    , m_source(new QPushButton)
    , m_fixed(new QPushButton)
    , m_verdict(new Badge)
    , m_signature(
          new TextLabel(tr("Its signature is that of the old bytes: the signing secret was not known."),
                        Face::Body, Colour::Quiet))
{
    m_inspect->setObjectName(QStringLiteral("inspectAttempt"));
    m_source->setObjectName(QStringLiteral("replaySource"));
    m_good->setObjectName(QStringLiteral("compareWithGood"));
    m_good->setToolTip(tr("Compare with the last time that this event was delivered"));
    m_fixed->setObjectName(QStringLiteral("fixedBy"));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    for (QPushButton* button : {m_source, m_fixed})
        button->setIcon(themedIcon(QStringLiteral("view-refresh")));
    m_signature->setObjectName(QStringLiteral("oldSignature"));
    auto* links = new QWidget;
    auto* row = new FlowLayout(links);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::normal);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_inspect, m_open, m_compare, m_good, m_source, m_fixed, m_verdict})
        row->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::normal);
    column->addWidget(m_signature);
    column->addWidget(links);
    connect(m_open, &QPushButton::clicked, this, &AttemptLinks::captureWanted);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        const auto attempt = QStringLiteral("%1/%2").arg(m_delivery);
        emit comparisonWanted(attempt.arg(m_number - 1), attempt.arg(m_number));
    });
    connect(m_good, &QPushButton::clicked, this, [this] { emit comparisonWanted(m_lastGood, m_delivery); });
    connect(m_source, &QPushButton::clicked, this, [this] { emit sourceWanted(m_replayOf); });
    connect(m_fixed, &QPushButton::clicked, this, [this] { emit sourceWanted(m_fixedBy); });
}

/// A replay says so.
void AttemptLinks::showSource(const Delivery& delivery)
{
    const bool isAnother = m_delivery != delivery.id.toString();
    m_delivery = delivery.id.toString();
    m_replayOf = delivery.replayOf;
    m_source->setVisible(!m_replayOf.isEmpty());
    m_source->setText(tr("Replay of %1").arg(m_replayOf));
    m_source->setToolTip(tr("Show %1").arg(m_replayOf));
    const auto verdict = verdictOf(delivery.replayOf, delivery.basis, delivery.state);
    m_verdict->setLook(verdict ? verdictBadge(*verdict) : BadgeLook());
    if (isAnother)
        showRelated({});
    if (!m_workbench)
        return;
    m_workbench->replayer()
        .related(delivery.id)
        .then(this, [this, question = ++m_question](const Result<RelatedDeliveries>& related) {
            if (related && question == m_question)
                showRelated(*related);
        });
}

void AttemptLinks::showRelated(const RelatedDeliveries& related)
{
    m_lastGood = related.lastGood ? related.lastGood->toString() : QString();
    m_fixedBy = related.fixedBy ? related.fixedBy->toString() : QString();
    m_good->setText(tr("Compare with %1, delivered").arg(m_lastGood));
    m_good->setVisible(!m_lastGood.isEmpty());
    m_fixed->setText(tr("Fixed by replay %1").arg(m_fixedBy));
    m_fixed->setToolTip(tr("Show %1").arg(m_fixedBy));
    m_fixed->setVisible(!m_fixedBy.isEmpty());
    m_signature->setVisible(related.hasOldSignature);
}

void AttemptLinks::showPlanned(const Delivery& delivery)
{
    showSource(delivery);
    for (QPushButton* button : {m_inspect, m_open, m_compare})
        button->hide();
}

void AttemptLinks::showAttempt(const Delivery& delivery, int number, bool hasCapture)
{
    showSource(delivery);
    m_number = number;
    m_open->setVisible(hasCapture);
    m_inspect->show();
    m_compare->setVisible(m_workbench && number > 1);
    m_compare->setText(tr("Compare with attempt %1").arg(number - 1));
}

} // namespace hookworks

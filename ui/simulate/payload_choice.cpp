// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/payload_choice.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/form.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

PayloadChoice::PayloadChoice(QWidget* parent)
    : QWidget(parent)
    , m_kind(new SegmentedControl(tr("Payload")))
    , m_help(quietLabel({}))
    , m_sample(new QComboBox)
    , m_compare(new QPushButton(tr("Compare")))
    , m_remove(new QPushButton(tr("Remove")))
{
    m_kind->setObjectName(QStringLiteral("simulatePayload"));
    for (const QString& words : {tr("Generated"), tr("Own"), tr("Sample")})
        m_kind->addSegment(words);
    m_kind->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // its words are whole
    m_sample->setObjectName(QStringLiteral("simulateSample"));
    m_sample->setAccessibleName(tr("Sample"));
    m_sample->setPlaceholderText(tr("None of this event"));
    m_sample->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_compare->setObjectName(QStringLiteral("compareSample"));
    m_compare->setToolTip(tr("What a generated payload would have otherwise"));
    m_remove->setObjectName(QStringLiteral("removeSample"));
    m_remove->setAccessibleName(tr("Remove the sample"));
    for (QPushButton* button : {m_compare, m_remove})
        setLook(*button, ButtonLook::Link);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addWidget(m_kind);
    column->addWidget(m_sample);
    column->addWidget(m_help);
    auto* links = new QHBoxLayout;
    links->setSpacing(0);
    links->addWidget(m_compare);
    links->addWidget(m_remove);
    links->addStretch(1);
    column->addLayout(links);
    setFocusProxy(m_kind);
    setFocusPolicy(Qt::ClickFocus); // a label's key goes on to the field
    connect(m_kind, &SegmentedControl::chosen, this, [this](int chosen) {
        showParts();
        emit kindChosen(static_cast<PayloadKind>(chosen));
    });
    connect(m_sample, &QComboBox::activated, this, [this] { emit sampleChosen(sample()); });
    connect(m_compare, &QPushButton::clicked, this, &PayloadChoice::comparisonWanted);
    connect(m_remove, &QPushButton::clicked, this, &PayloadChoice::removalWanted);
    showParts();
}

void PayloadChoice::setKind(PayloadKind kind)
{
    m_kind->setCurrent(static_cast<int>(kind));
    showParts();
}

PayloadKind PayloadChoice::kind() const
{
    return static_cast<PayloadKind>(m_kind->current());
}

void PayloadChoice::setSamples(const QStringList& names)
{
    const QString before = sample();
    m_sample->clear();
    m_sample->addItems(names);
    m_sample->setCurrentIndex(names.isEmpty() ? -1
                                              : std::max<int>(0, static_cast<int>(names.indexOf(before))));
    m_sample->setEnabled(!names.isEmpty());
    showParts();
}

QString PayloadChoice::sample() const
{
    return m_sample->currentText();
}

QString PayloadChoice::help() const
{
    switch (kind()) {
    case PayloadKind::Own:
        return tr("Sent exactly as it stands at the right.");
    case PayloadKind::Sample:
        return sample().isEmpty() ? tr("“Save as sample” on Captures and Deliveries keeps one.")
                                  : tr("Sent exactly as it was kept.");
    case PayloadKind::Generated:
        break;
    }
    return tr("From the report and the provider's documented fields.");
}

void PayloadChoice::showParts()
{
    const bool samples = kind() == PayloadKind::Sample;
    m_sample->setVisible(samples);
    for (QPushButton* button : {m_compare, m_remove})
        button->setVisible(samples && !sample().isEmpty());
    m_help->setText(help());
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulate_bar.h"

#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "workbench/design/providers.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int mostEvents = 10'000;
constexpr int reportLetters = 30;
constexpr int leastReportLetters = 3;
constexpr int modeLetters = 7;
constexpr int readableLetters = 12; ///< of the report's name, before the modes become a list

} // namespace

SimulateBar::SimulateBar(const Providers& providers, QWidget* parent)
    : QWidget(parent)
    , m_providers(providers)
    , m_report(new QComboBox)
    , m_modes(new SegmentedControl(tr("What is simulated")))
    , m_modeList(new QComboBox)
    , m_note(new ElidedLabel({}, Face::Body, Colour::Quiet))
    , m_count(new QSpinBox)
{
    m_report->setObjectName(QStringLiteral("simulateReport"));
    m_report->setAccessibleName(tr("Report"));
    m_modes->setObjectName(QStringLiteral("simulateMode"));
    m_modeList->setAccessibleName(tr("What is simulated"));
    for (QComboBox* box : {m_report, m_modeList})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_report->setMinimumContentsLength(leastReportLetters);
    m_report->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_report->setMaximumWidth(m_report->sizeHint().width() +
                              m_report->fontMetrics().averageCharWidth() * reportLetters);
    m_modeList->setMinimumContentsLength(modeLetters);
    m_modeList->hide();
    for (const QString& mode : {tr("One event"), tr("Whole task"), tr("Schedule"), tr("Matrix")}) {
        m_modes->addSegment(mode);
        m_modeList->addItem(mode);
    }
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->setObjectName(QStringLiteral("simulateCount"));
    m_count->setAccessibleName(tr("How many times"));
    m_count->setRange(1, mostEvents);
    m_count->setPrefix(QStringLiteral("× "));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::normal);
    row->setSizeConstraint(QLayout::SetNoConstraint); // the segments make room when they must
    row->addWidget(m_report, 1);
    row->addWidget(m_modes);
    row->addWidget(m_modeList);
    row->addWidget(m_note, 1);
    row->addWidget(m_count);
    connect(m_report, &QComboBox::currentIndexChanged, this, [this] {
        m_report->setToolTip(m_report->currentText());
        fit();
        emit reportChosen();
    });
    connect(m_modes, &SegmentedControl::chosen, this, &SimulateBar::choose);
    connect(m_modeList, &QComboBox::activated, this, &SimulateBar::choose);
    connect(m_count, &QSpinBox::valueChanged, this, &SimulateBar::countChanged);
}

void SimulateBar::setReports(const QList<Report>& reports, std::optional<ReportId> wanted)
{
    const QVariant chosen = wanted ? QVariant(wanted->number) : m_report->currentData();
    const QSignalBlocker quiet(m_report);
    m_report->clear();
    for (const Report& report : reports) {
        const auto provider = m_providers.find(report.provider);
        m_report->addItem(provider ? tr("%1 (%2)").arg(report.name, provider->title) : report.name,
                          report.id.number);
    }
    m_report->setCurrentIndex(std::max(0, m_report->findData(chosen)));
    m_report->setToolTip(m_report->currentText());
    fit();
}

bool SimulateBar::chooseReport(ReportId id)
{
    const int known = m_report->findData(id.number);
    if (known >= 0)
        m_report->setCurrentIndex(known);
    return known >= 0;
}

ReportId SimulateBar::report() const
{
    return ReportId{m_report->currentData().toLongLong()};
}

SimulateMode SimulateBar::mode() const
{
    return static_cast<SimulateMode>(m_modes->current());
}

int SimulateBar::count() const
{
    return m_count->value();
}

void SimulateBar::setNote(const QString& note)
{
    m_note->setText(note);
    fit();
}

void SimulateBar::choose(int mode)
{
    m_modes->setCurrent(mode);
    m_modeList->setCurrentIndex(mode);
    m_count->setVisible(this->mode() == SimulateMode::OneEvent || this->mode() == SimulateMode::Matrix);
    fit();
    emit modeChosen();
}

QSize SimulateBar::minimumSizeHint() const
{
    const int width = m_report->minimumSizeHint().width() + m_modeList->minimumSizeHint().width() +
                      m_count->minimumSizeHint().width() + 3 * space::normal;
    return {width, m_report->sizeHint().height()};
}

void SimulateBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// In a narrow window the note goes first, for what will happen stands below, too; then the segments, before
/// the report's name cannot be read.
void SimulateBar::fit()
{
    const int count = m_count->isHidden() ? 0 : m_count->minimumSizeHint().width() + space::normal;
    const int rest = m_modes->sizeHint().width() + count + space::normal;
    const QFontMetrics letters = m_report->fontMetrics();
    const int bare = m_report->minimumSizeHint().width() - leastReportLetters * letters.averageCharWidth();
    const int whole =
        std::min(m_report->maximumWidth(), bare + letters.horizontalAdvance(m_report->currentText()));
    const bool narrow = width() < bare + readableLetters * letters.averageCharWidth() + rest;
    m_modes->setVisible(!narrow);
    m_modeList->setVisible(narrow);
    m_note->setVisible(width() >= whole + rest + m_note->sizeHint().width() + space::normal);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/coverage_view.h"

#include "ui/simulate/pair_delegate.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int mostRowsShown = 6;
constexpr int eventLetters = 26;
constexpr int pairLetters = 26;

QString nameAt(const QList<Webhook>& webhooks, WebhookId id)
{
    const auto found = std::ranges::find(webhooks, id, &Webhook::id);
    return found == webhooks.end() ? id.toString() : found->name;
}

} // namespace

CoverageView::CoverageView(CoverageModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(new QTableView)
    , m_words(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_send(new QPushButton(tr("Send what is missing")))
{
    m_table->setModel(&model);
    m_table->setObjectName(QStringLiteral("coverage"));
    m_table->setAccessibleName(tr("Events and webhooks"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalHeader(new WebhookHeader(m_table));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setItemDelegate(new PairDelegate(m_table));
    setLook(*m_send, ButtonLook::Link);
    m_send->setObjectName(QStringLiteral("sendMissing"));
    m_send->setAutoDefault(false);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(space::wide, space::hair, space::tight, space::hair);
    m_words->setMinimumHeight(sized(Size::SubControl));
    line->addWidget(m_words, 1);
    line->addWidget(m_send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table);
    column->addLayout(line);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusProxy(m_table);
    connect(m_send, &QPushButton::clicked, this, &CoverageView::missingWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CoverageView::currentChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, &CoverageView::fit);
    connect(&model, &QAbstractItemModel::dataChanged, this, &CoverageView::showCoverage);
    fit();
}

void CoverageView::fit()
{
    const int letter = m_table->fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_table->setColumnWidth(column, letter * (column == 0 ? eventLetters : pairLetters));
    fitHeight();
    showCoverage();
}

/// As high as its rows, and the scroll bar where the webhooks have no room side by side.
void CoverageView::fitHeight()
{
    const int rows = std::clamp(m_model.rowCount(), 1, mostRowsShown);
    const bool scrolls =
        m_model.columnCount() * m_table->fontMetrics().averageCharWidth() * pairLetters > width();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            rows * m_table->verticalHeader()->defaultSectionSize() +
                            (scrolls ? m_table->horizontalScrollBar()->sizeHint().height() : 0));
}

void CoverageView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void CoverageView::showCoverage()
{
    const CoverageModel::Coverage coverage = m_model.coverage();
    QString words = coverage.subscribed == 0 ? tr("No webhook that is on subscribes to these events")
                                             : tr("%1 of %2 subscribed pairs covered in this workspace")
                                                   .arg(coverage.covered)
                                                   .arg(coverage.subscribed);
    if (coverage.missing.size() == 1)
        words = tr("%1 · one is still missing: %2 → %3")
                    .arg(words, coverage.missing.first().event,
                         nameAt(m_model.webhooks(), coverage.missing.first().webhook));
    else if (coverage.missing.size() > 1)
        words = tr("%1 · %2 are still missing").arg(words).arg(coverage.missing.size());
    m_words->setText(words);
    m_send->setVisible(!coverage.missing.isEmpty());
}

QString CoverageView::eventName() const
{
    return m_model.eventAt(m_table->currentIndex().row());
}

void CoverageView::setEvent(const QString& event)
{
    const int row = m_model.rowOf(event);
    const int column = std::max(0, m_table->currentIndex().column());
    if (row >= 0 && row != m_table->currentIndex().row())
        m_table->setCurrentIndex(m_model.index(row, column));
}

std::optional<Webhook> CoverageView::webhook() const
{
    if (const auto chosen = m_model.webhookAt(m_table->currentIndex().column()))
        return chosen;
    const QList<Webhook>& all = m_model.webhooks();
    const QString wanted = eventName();
    const QList<WebhookId> ticked = m_model.ticked(wanted);
    auto found = std::ranges::find_if(all, [&](const Webhook& one) { return ticked.contains(one.id); });
    if (found == all.end())
        found = std::ranges::find_if(all, [&](const Webhook& one) { return subscribes(one, wanted); });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

void CoverageView::focusMatrix()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace hookworks

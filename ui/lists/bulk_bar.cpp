// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/bulk_bar.h"

#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace hookworks {

BulkBar::BulkBar(QWidget* parent)
    : QWidget(parent)
    , m_words(new QLabel)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_close(new QPushButton(tr("Close")))
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setObjectName(QStringLiteral("bulkWords"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_stop->setObjectName(QStringLiteral("bulkStop"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    row->addWidget(m_words);
    row->addWidget(m_progress, 1);
    row->addStretch();
    row->addWidget(m_stop);
    row->addWidget(m_close);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run->stop();
    });
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void BulkBar::follow(BulkRun* run, const BulkWords& words)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    m_doing = words;
    show(BulkProgress());
    m_progress->show();
    m_stop->show();
    m_close->hide();
    QWidget::show();
    connect(run, &BulkRun::progressed, this, &BulkBar::show);
    connect(run, &BulkRun::finished, this, &BulkBar::summarise);
}

void BulkBar::show(const BulkProgress& progress)
{
    constexpr qint64 steps = 1000;
    const QLocale locale;
    m_progress->setRange(0, progress.total > 0 ? static_cast<int>(steps) : 0);
    m_progress->setValue(progress.total > 0 ? static_cast<int>(progress.done * steps / progress.total) : 0);
    m_words->setText(
        tr("%1: %2 of %3")
            .arg(m_doing.doing, locale.toString(progress.done), locale.toString(progress.total)));
}

void BulkBar::summarise(const BulkProgress& summary)
{
    QStringList parts{m_doing.done.arg(QLocale().toString(summary.changed))};
    if (summary.refused > 0)
        parts << tr("%1 left as they were (%2)")
                     .arg(QLocale().toString(summary.refused), summary.firstProblem.simplified());
    if (summary.stopped)
        parts << tr("stopped after %1 of %2")
                     .arg(QLocale().toString(summary.done), QLocale().toString(summary.total));
    m_words->setText(parts.join(QStringLiteral(", ")));
    m_progress->hide();
    m_stop->hide();
    m_close->show();
    m_run = nullptr;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/quota_bar.h"

#include "ui/captures/quota_dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/inline_message.h"
#include "workbench/session/workbench.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace hookworks {

QuotaBar::QuotaBar(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_words(quietLabel({}))
    , m_edit(new QToolButton)
    , m_notice(new InlineMessage)
{
    m_words->setObjectName(QStringLiteral("quotaWords"));
    m_notice->setObjectName(QStringLiteral("quotaNotice"));
    m_edit->setObjectName(QStringLiteral("quotaEdit"));
    m_edit->setText(tr("Quota…"));
    m_edit->setAccessibleName(tr("Quota for captures"));
    m_edit->setFocusPolicy(Qt::StrongFocus);
    connect(m_edit, &QToolButton::clicked, this, &QuotaBar::edit);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_words, 1);
    row->addWidget(m_edit);
    connect(&m_workbench.retention(), &Retention::changed, this, &QuotaBar::take);
    connect(&m_workbench.retention(), &Retention::wentAway, this, &QuotaBar::takeGone);
    load();
}

void QuotaBar::load()
{
    m_workbench.retention().view().then(this, [this](const Result<RetentionView>& view) {
        if (view)
            take(*view);
        else
            m_notice->tell(view.error().message, Severity::Error, {tr("Quota…"), [this] { edit(); }});
    });
}

void QuotaBar::take(const RetentionView& view)
{
    const qint64 refusedBefore = m_view.refused;
    m_view = view;
    m_words->setText(view.quota.atQuota == AtQuota::Refuse
                         ? tr("Kept: %1. At the limit requests are refused.").arg(keptWords(view))
                         : tr("Kept: %1. At the limit the oldest go.").arg(keptWords(view)));
    if (view.refused == 0 && m_tellsRefused) {
        m_tellsRefused = false;
        m_notice->clear();
    } else if (view.refused != refusedBefore) {
        showRefused();
    }
}

void QuotaBar::takeGone(const CapturesGone& gone)
{
    if (m_notice->isHidden()) {
        m_gone = {};
        m_tellsRefused = false;
    }
    m_gone += gone;
    if (!m_tellsRefused)
        m_notice->tell(Retention::words(m_gone), Severity::Note, {tr("Quota…"), [this] { edit(); }});
}

void QuotaBar::showRefused()
{
    const QString count = QLocale().toString(m_view.refused);
    m_tellsRefused = true;
    m_notice->tell(m_view.quota.atQuota == AtQuota::Refuse
                       ? tr("The quota for captures is reached. Requests refused with 507: %1. Remove "
                            "captures or raise the quota.")
                             .arg(count)
                       : tr("Requests larger than the quota for captures, refused with 507: %1. Raise the "
                            "quota to receive them.")
                             .arg(count),
                   Severity::Error, {tr("Quota…"), [this] {
                                         showRefused();
                                         edit();
                                     }});
}

void QuotaBar::edit()
{
    m_workbench.retention().view().then(this, [this](const Result<RetentionView>& view) {
        auto* dialog = new QuotaDialog(m_workbench, view.value_or(m_view), this);
        dialog->open();
    });
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/quota_notice.h"

#include "ui/captures/quota_dialog.h"
#include "ui/widgets/inline_message.h"
#include "workbench/session/workbench.h"

#include <QLocale>
#include <QVBoxLayout>

namespace hookworks {

QuotaNotice::QuotaNotice(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_notice(new InlineMessage)
{
    m_notice->setObjectName(QStringLiteral("quotaNotice"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_notice);
    connect(&m_workbench.rows().retention, &Retention::changed, this, &QuotaNotice::take);
    connect(&m_workbench.rows().retention, &Retention::wentAway, this, &QuotaNotice::takeGone);
    load();
}

void QuotaNotice::load()
{
    m_workbench.rows().retention.view().then(this, [this](const Result<RetentionView>& view) {
        if (view)
            take(*view);
        else
            m_notice->tell(view.error().message, Severity::Error, {tr("Quota…"), [this] { edit(); }});
    });
}

void QuotaNotice::take(const RetentionView& view)
{
    const qint64 refusedBefore = m_view.refused;
    m_view = view;
    const QLocale locale;
    const QString count = locale.toString(view.captures);
    emit kept(view.quota.count ? tr("%1 of %2 kept").arg(count, locale.toString(*view.quota.count))
                               : tr("%1 kept").arg(count),
              view.quota.atQuota == AtQuota::Refuse
                  ? tr("Kept: %1. At the limit requests are refused.").arg(keptWords(view))
                  : tr("Kept: %1. At the limit the oldest go.").arg(keptWords(view)));
    if (view.refused == 0 && m_tellsRefused) {
        m_tellsRefused = false;
        m_notice->clear();
    } else if (view.refused != refusedBefore) {
        showRefused();
    }
}

void QuotaNotice::takeGone(const CapturesGone& gone)
{
    if (m_notice->isHidden()) {
        m_gone = {};
        m_tellsRefused = false;
    }
    m_gone += gone;
    if (!m_tellsRefused)
        m_notice->tell(Retention::words(m_gone), Severity::Note, {tr("Quota…"), [this] { edit(); }});
}

void QuotaNotice::showRefused()
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

void QuotaNotice::edit()
{
    m_workbench.rows().retention.view().then(this, [this](const Result<RetentionView>& view) {
        auto* dialog = new QuotaDialog(m_workbench, view.value_or(m_view), this);
        dialog->open();
    });
}

} // namespace hookworks

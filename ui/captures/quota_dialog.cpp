// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/quota_dialog.h"

#include "ui/captures/quantity_field.h"
#include "ui/widgets/form.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "workbench/session/workbench.h"

#include <QLocale>
#include <QPushButton>

namespace hookworks {

namespace {

constexpr qint64 mega = 1'000'000;
constexpr int oldestGo = 0;
constexpr int refuses = 1; ///< the segments
constexpr qint64 day = Micros(std::chrono::hours(24)).count();

QString roundSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

QString keptWords(const RetentionView& view)
{
    const QString count = QLocale().toString(view.captures);
    const QString bytes = roundSize(view.bytes);
    if (view.quota.count)
        return QuotaDialog::tr("%1 of %2 captures, %3 of %4")
            .arg(count, QLocale().toString(*view.quota.count), bytes, roundSize(view.quota.bytes));
    return QuotaDialog::tr("%1 captures, %2 of %3").arg(count, bytes, roundSize(view.quota.bytes));
}

QuotaDialog::QuotaDialog(Workbench& workbench, const RetentionView& view, QWidget* parent)
    : FormDialog(tr("Quota for captures"), parent)
    , m_workbench(workbench)
    , m_view(view)
    , m_size(new QuantityField(view.quota.bytes,
                               {mega, tr(" MB"), static_cast<int>(largestQuotaBytes / mega), {}}))
    , m_count(new QuantityField(view.quota.count.value_or(0), {1, {}, largestQuotaCount, tr("Any number")}))
    , m_age(new QuantityField(view.quota.age.value_or(Micros(0)).count(),
                              {day, tr(" days"), longestQuotaDays, tr("Any age")}))
    , m_atLimit(new SegmentedControl(tr("When it is full")))
    , m_atLimitWords(new TextLabel({}, Face::Caption, Colour::Quiet))
    , m_save(addDeed(tr("Save")))
{
    setObjectName(QStringLiteral("quotaDialog"));
    m_size->setObjectName(QStringLiteral("quotaSize"));
    m_count->setObjectName(QStringLiteral("quotaCount"));
    m_age->setObjectName(QStringLiteral("quotaAge"));
    m_atLimit->setObjectName(QStringLiteral("quotaAtLimit"));
    m_save->setObjectName(QStringLiteral("quotaSave"));
    addRows();
    for (QuantityField* field : {m_size, m_count, m_age})
        connect(field, &QSpinBox::valueChanged, this, &QuotaDialog::check);
    connect(m_atLimit, &SegmentedControl::chosen, this, &QuotaDialog::check);
    connect(m_save, &QPushButton::clicked, this, &QuotaDialog::save);
    check();
}

void QuotaDialog::addRows()
{
    m_atLimit->addSegment(tr("Remove the oldest"));
    m_atLimit->addSegment(tr("Refuse new requests"));
    m_atLimit->setCurrent(m_view.quota.atQuota == AtQuota::Refuse ? refuses : oldestGo);
    form().addWide(quietLabel(tr("The workspace keeps %1.").arg(keptWords(m_view))));
    form().addHeading(tr("Keep at most"));
    form().addRow(tr("&Size"), withRange(*m_size, tr("Size")));
    form().addRow(tr("&Number"), withRange(*m_count, tr("Number")));
    form().addRow(tr("&Age"), withRange(*m_age, tr("Age")),
                  tr("Older captures are removed, whatever is chosen below. Marked ones stay."));
    form().addSection(tr("When it is full"));
    form().addRow(tr("&Then"), stackedUp(m_atLimit, m_atLimitWords));
}

CaptureQuota QuotaDialog::edited() const
{
    CaptureQuota quota;
    quota.bytes = m_size->quantity();
    if (const qint64 count = m_count->quantity(); count > 0)
        quota.count = count;
    if (const qint64 age = m_age->quantity(); age > 0)
        quota.age = Micros(age);
    quota.atQuota = m_atLimit->current() == refuses ? AtQuota::Refuse : AtQuota::OldestGo;
    return quota;
}

/// What goes as soon as one saves.
QString QuotaDialog::removalWords() const
{
    const CaptureQuota quota = edited();
    const qint64 captures = m_view.captures - quota.count.value_or(m_view.captures);
    const qint64 bytes = m_view.bytes - quota.bytes;
    if (captures > 0)
        return tr("At least %1 captures will be removed.").arg(QLocale().toString(captures));
    return bytes > 0 ? tr("Captures of %1 or more will be removed.").arg(roundSize(bytes)) : QString();
}

QString QuotaDialog::refusalWords() const
{
    const CaptureQuota quota = edited();
    const bool full = (quota.count && m_view.captures >= *quota.count) || m_view.bytes >= quota.bytes;
    return full ? tr("The quota is reached: requests are refused until captures are removed.") : QString();
}

/// What would go, or be refused from now on, is said while one can still change it.
void QuotaDialog::check()
{
    const bool refusing = m_atLimit->current() == refuses;
    m_atLimitWords->setText(
        refusing ? tr("Senders get 507, and nothing is captured, until captures are removed.")
                 : tr("Marked captures go last. A request that alone is larger than the size is refused."));
    const QString words = refusing ? refusalWords() : removalWords();
    sayWhatWillHappen(words.isEmpty() ? tr("Nothing is removed or refused now.") : QString());
    if (words.isEmpty())
        problem().clear();
    else
        problem().tell(words, Severity::Warning, {}, false);
}

void QuotaDialog::save()
{
    m_save->setEnabled(false);
    m_workbench.rows().retention.setQuota(edited()).then(this, [this](const Result<void>& saved) {
        if (saved) {
            accept();
            return;
        }
        m_save->setEnabled(true);
        problem().tell(saved.error().message, Severity::Error, {}, false);
    });
}

} // namespace hookworks

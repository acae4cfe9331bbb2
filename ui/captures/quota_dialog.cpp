// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/quota_dialog.h"

#include "ui/captures/quantity_field.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "workbench/session/workbench.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qint64 mega = 1'000'000;
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
    : QDialog(parent)
    , m_workbench(workbench)
    , m_view(view)
    , m_size(new QuantityField(view.quota.bytes,
                               {mega, tr(" MB"), static_cast<int>(largestQuotaBytes / mega), {}}))
    , m_count(new QuantityField(view.quota.count.value_or(0), {1, {}, largestQuotaCount, tr("Any number")}))
    , m_age(new QuantityField(view.quota.age.value_or(Micros(0)).count(),
                              {day, tr(" days"), longestQuotaDays, tr("Any age")}))
    , m_oldestGo(new QRadioButton(tr("&Remove the oldest captures")))
    , m_refuse(new QRadioButton(tr("Re&fuse new requests with 507")))
    , m_problem(new ProblemLabel)
    , m_save(new QPushButton(tr("Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("quotaDialog"));
    setWindowTitle(tr("Quota for captures"));
    m_size->setObjectName(QStringLiteral("quotaSize"));
    m_count->setObjectName(QStringLiteral("quotaCount"));
    m_age->setObjectName(QStringLiteral("quotaAge"));
    m_refuse->setObjectName(QStringLiteral("quotaRefuse"));
    m_save->setObjectName(QStringLiteral("quotaSave"));
    (view.quota.atQuota == AtQuota::Refuse ? m_refuse : m_oldestGo)->setChecked(true);
    arrange();
    for (QuantityField* field : {m_size, m_count, m_age})
        connect(field, &QSpinBox::valueChanged, this, &QuotaDialog::check);
    connect(m_refuse, &QRadioButton::toggled, this, &QuotaDialog::check);
    connect(m_save, &QPushButton::clicked, this, &QuotaDialog::save);
    check();
}

void QuotaDialog::arrange()
{
    auto* form = new Form;
    form->addRow(tr("&Size"), withRange(*m_size, tr("Size")));
    form->addRow(tr("&Number"), withRange(*m_count, tr("Number")));
    form->addRow(tr("&Age"), withRange(*m_age, tr("Age")));
    auto* choice = new QWidget;
    auto* choices = new QVBoxLayout(choice);
    choices->setContentsMargins(0, 4, 0, 0);
    choices->addWidget(m_oldestGo);
    choices->addWidget(m_refuse);
    choice->setFocusProxy(m_oldestGo);
    form->addRow(tr("At the limit"), choice);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(quietLabel(tr("The workspace keeps %1.").arg(keptWords(m_view))));
    column->addSpacing(8);
    column->addWidget(form);
    column->addWidget(
        quietLabel(tr("Captures that are older than the age are removed, and a request that alone is "
                      "larger than the size is refused, whatever is chosen here. Marked captures go "
                      "last, and never for their age.")));
    column->addWidget(m_problem);
    column->addStretch();
    column->addWidget(buttons);
    m_save->setDefault(true); // once it is the dialog's
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
}

CaptureQuota QuotaDialog::edited() const
{
    CaptureQuota quota;
    quota.bytes = m_size->quantity();
    if (const qint64 count = m_count->quantity(); count > 0)
        quota.count = count;
    if (const qint64 age = m_age->quantity(); age > 0)
        quota.age = Micros(age);
    quota.atQuota = m_refuse->isChecked() ? AtQuota::Refuse : AtQuota::OldestGo;
    return quota;
}

/// What would go, or be refused from now on, is said while one can still change it.
void QuotaDialog::check()
{
    const CaptureQuota quota = edited();
    const qint64 captures = m_view.captures - quota.count.value_or(m_view.captures);
    const qint64 bytes = m_view.bytes - quota.bytes;
    QString words;
    if (quota.atQuota == AtQuota::Refuse) {
        if (captures >= (quota.count ? 0 : 1) || bytes >= 0)
            words = tr("The quota is reached: requests are refused until captures are removed.");
    } else if (captures > 0) {
        words = tr("At least %1 captures will be removed.").arg(QLocale().toString(captures));
    } else if (bytes > 0) {
        words = tr("Captures of %1 or more will be removed.").arg(roundSize(bytes));
    }
    m_problem->setProblem(words, Severity::Warning);
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
        m_problem->setProblem(saved.error().message);
    });
}

} // namespace hookworks

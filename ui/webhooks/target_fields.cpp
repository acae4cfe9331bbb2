// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/target_fields.h"

#include "ui/webhooks/events_field.h"
#include "ui/webhooks/number_field.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/theme.h"
#include "workbench/design/default_names.h"
#include "workbench/design/designer.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

TargetFields::TargetFields(const Providers& providers, QWidget* parent)
    : QWidget(parent)
    , m_providers(providers)
    , m_form(new Form)
    , m_url(new QLineEdit)
    , m_name(new QLineEdit)
    , m_provider(new QComboBox)
    , m_report(new QComboBox)
    , m_openReport(new QPushButton(tr("Open the report")))
    , m_reportCell(new QWidget)
    , m_events(new EventsField(providers))
{
    addRows();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    setFocusProxy(m_url);
    connect(m_url, &QLineEdit::textEdited, this, [this] {
        m_name->setPlaceholderText(webhookNameFromUrl(m_url->text()));
        emit edited();
    });
    connect(m_url, &QLineEdit::editingFinished, this, &TargetFields::left);
    connect(m_name, &QLineEdit::textEdited, this, &TargetFields::edited);
    connect(m_provider, &QComboBox::activated, this, &TargetFields::chooseProvider);
    connect(m_report, &QComboBox::activated, this, &TargetFields::chooseReport);
    connect(m_openReport, &QPushButton::clicked, this, [this] {
        if (m_reportId)
            emit reportWanted(*m_reportId);
    });
    connect(m_events, &EventsField::edited, this, &TargetFields::edited);
}

void TargetFields::addRows()
{
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setPlaceholderText(QStringLiteral("https://example.org/hook"));
    setMonospace(*m_url);
    m_urlProblem = m_form->addRow(tr("&URL"), m_url, tr("{listener} stands for the built-in listener"));
    m_name->setObjectName(QStringLiteral("name"));
    m_nameProblem = m_form->addRow(tr("&Name"), m_name);
    m_provider->setObjectName(QStringLiteral("provider"));
    for (const ProviderInfo& provider : m_providers.all())
        m_provider->addItem(provider.title, provider.key);
    m_form->addRow(tr("&Provider"), m_provider);
    m_report->setObjectName(QStringLiteral("webhookReport"));
    m_report->setAccessibleName(tr("Report"));
    for (QComboBox* box : {m_provider, m_report}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(leastComboLetters);
    }
    setLook(*m_openReport, ButtonLook::Link);
    m_openReport->setAutoDefault(false);
    auto* cell = new QVBoxLayout(m_reportCell);
    cell->setContentsMargins(0, 0, 0, 0);
    cell->setSpacing(space::tight);
    cell->addWidget(m_report);
    cell->addWidget(m_openReport, 0, Qt::AlignLeft);
    m_reportCell->setFocusProxy(m_report);
    m_form->addRow(tr("Rep&ort"), m_reportCell);
    m_eventsProblem = m_form->addRow(tr("Events"), m_events);
}

void TargetFields::checkBy(ProblemAt problemAt)
{
    m_problemAt = std::move(problemAt);
    m_urlCheck = new FieldCheck(*m_url, *m_urlProblem,
                                [this](const QString&) { return m_problemAt(QStringLiteral("url")); });
    m_nameCheck = new FieldCheck(*m_name, *m_nameProblem,
                                 [this](const QString&) { return m_problemAt(QStringLiteral("name")); });
}

void TargetFields::setReports(const QList<Report>& reports)
{
    m_reports = reports;
    listReports();
}

void TargetFields::show(const Webhook& webhook)
{
    m_url->setText(webhook.url);
    m_name->setText(webhook.name);
    m_name->setPlaceholderText(webhookNameFromUrl(webhook.url));
    m_provider->setCurrentIndex(std::max(0, m_provider->findData(webhook.provider)));
    m_reportId = webhook.report;
    m_events->setProvider(provider());
    m_events->setEvents(webhook.events);
    listReports();
    m_urlCheck->reset();
    m_nameCheck->reset();
    m_eventsProblem->setProblem({});
}

Webhook TargetFields::applied(Webhook stored) const
{
    stored.url = m_url->text().trimmed();
    stored.name = m_name->text().trimmed();
    stored.provider = provider();
    stored.report = m_reportId;
    stored.events = m_events->events();
    return stored;
}

QString TargetFields::provider() const
{
    return m_provider->currentData().toString();
}

/// Only where a report's document lists its own webhooks.
void TargetFields::listReports()
{
    const auto info = m_providers.find(provider());
    m_report->clear();
    m_report->addItem(tr("Every report of %1").arg(m_provider->currentText()));
    for (const Report& report : std::as_const(m_reports)) {
        if (report.provider == provider())
            m_report->addItem(report.name, report.id.number);
    }
    if (m_reportId && m_report->findData(m_reportId->number) < 0)
        m_report->addItem(m_reportId->toString(), m_reportId->number);
    m_report->setCurrentIndex(m_reportId ? m_report->findData(m_reportId->number) : 0);
    m_report->setToolTip(m_report->currentText());
    m_openReport->setVisible(m_reportId.has_value());
    m_form->setRowVisible(m_reportCell, m_reportId || (info && info->webhooksInDocument));
}

void TargetFields::chooseProvider()
{
    m_reportId.reset();
    listReports();
    m_events->setProvider(provider());
    m_urlCheck->check();
    emit providerChanged(provider());
    emit edited();
}

void TargetFields::chooseReport()
{
    const QVariant id = m_report->currentData();
    m_reportId = id.isValid() ? std::optional(ReportId{id.toLongLong()}) : std::nullopt;
    m_openReport->setVisible(m_reportId.has_value());
    m_report->setToolTip(m_report->currentText());
    emit edited();
}

bool TargetFields::insist()
{
    m_eventsProblem->setProblem(m_problemAt(QStringLiteral("events")));
    const bool url = m_urlCheck->insist();
    const bool name = m_nameCheck->insist();
    if (!url)
        m_url->setFocus(Qt::OtherFocusReason);
    else if (!name)
        m_name->setFocus(Qt::OtherFocusReason);
    return url && name && m_eventsProblem->problem().isEmpty();
}

void TargetFields::focusUrl()
{
    m_url->setFocus(Qt::OtherFocusReason);
    m_url->selectAll();
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/webhook.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace hookworks {

class Providers;
class EventsField;
class FieldCheck;
class Form;
class ProblemLabel;

/// Where a webhook goes and what for: URL, name, provider, report, events.
class TargetFields final : public QWidget
{
    Q_OBJECT
public:
    /// What is wrong with a field of the whole webhook as typed; empty: nothing.
    using ProblemAt = std::function<QString(const QString& field)>;

    explicit TargetFields(const Providers& providers, QWidget* parent = nullptr);
    /// Once, when everything that makes the webhook is there.
    void checkBy(ProblemAt problemAt);

    /// Those that a webhook can belong to.
    void setReports(const QList<Report>& reports);
    void show(const Webhook& webhook);
    /// As `stored`, with what is typed.
    Webhook applied(Webhook stored) const;
    QString provider() const;
    /// Says all problems, at their fields; true where there is none.
    bool insist();
    void focusUrl();

signals:
    void edited();
    /// The URL's field was left.
    void left();
    void providerChanged(const QString& provider);
    void reportWanted(hookworks::ReportId report);

private:
    void addRows();
    void listReports();
    void chooseProvider();
    void chooseReport();

    const Providers& m_providers;
    ProblemAt m_problemAt;
    QList<Report> m_reports;
    std::optional<ReportId> m_reportId;
    Form* m_form;
    QLineEdit *m_url, *m_name;
    QComboBox *m_provider, *m_report;
    QPushButton* m_openReport;
    QWidget* m_reportCell;
    EventsField* m_events;
    FieldCheck *m_urlCheck = nullptr, *m_nameCheck = nullptr;
    ProblemLabel *m_urlProblem = nullptr, *m_nameProblem = nullptr, *m_eventsProblem = nullptr;
};

} // namespace hookworks

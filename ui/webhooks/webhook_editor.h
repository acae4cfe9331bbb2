// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/webhook.h"
#include "ui/webhooks/webhook_draft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace hookworks {

class EventsField;
class FieldCheck;
class Form;
class HeadersField;
class PlanDots;
class Policies;
class ProblemLabel;

/// The form of one webhook. A URL is enough; everything else has a sensible default. Knows nothing of the
/// workspace: it is given a webhook and gives one back.
class WebhookEditor final : public QWidget
{
    Q_OBJECT
public:
    /// `policies` must outlive it.
    explicit WebhookEditor(Policies& policies, QWidget* parent = nullptr);

    /// `draft`: what was typed before and not stored, shown instead of `stored`.
    void show(const Webhook& stored, const WebhookDraft& draft, const QString& reportName = {});
    /// As typed.
    Webhook webhook() const;
    WebhookDraft draft() const;
    bool isChanged() const;
    /// Says all problems; true where there is none.
    bool insist();
    void focusUrl();
    /// What saving answered: at the field it belongs to where that is known.
    void tellProblem(const QString& message);

signals:
    void edited();
    void saveWanted();
    void revertWanted();
    void testWanted();
    void reportWanted(hookworks::ReportId report);
    /// The own policies are to be seen and changed; `name`: the one that is typed, if it is one of them.
    void policiesWanted(const QString& name);

private:
    void keyPressEvent(QKeyEvent* event) override;
    void addTarget();
    void addEvents();
    void addAuthAndHeaders();
    void addPolicy();
    void addFlow();
    void addCircuit();
    QWidget* makeFoot();
    void fill(const WebhookDraft& draft);
    void onEdited();
    void onProviderChanged();
    void checkHeaders();
    void listPolicies();
    void drawPlan();
    void showPlan(const RetryPolicy& policy);
    QString headersProblem() const;
    QString problemAt(const QString& field) const;
    QStringList messagesAt(const QString& field, bool errors) const;

    Policies& m_policies;
    Webhook m_stored;
    bool m_filling = false;
    int m_planAsked = 0;
    Form* m_form;
    QCheckBox* m_enabled;
    QLineEdit* m_url;
    QLineEdit* m_name;
    QComboBox* m_provider;
    EventsField* m_events;
    QLineEdit* m_token;
    HeadersField* m_headers;
    QComboBox* m_policy;
    PlanDots* m_plan;
    QSpinBox* m_timeout;
    QSpinBox* m_inFlight;
    QSpinBox* m_rate;
    QSpinBox* m_circuit;
    QSpinBox* m_circuitPause;
    QSpinBox* m_circuitCap;
    QCheckBox* m_strictOrder;
    QToolButton* m_report;
    QPushButton* m_test;
    QPushButton* m_revert;
    QPushButton* m_save;
    FieldCheck* m_urlCheck = nullptr;
    FieldCheck* m_nameCheck = nullptr;
    ProblemLabel* m_offReason = nullptr;
    ProblemLabel* m_eventsProblem = nullptr;
    ProblemLabel* m_tokenProblem = nullptr;
    ProblemLabel* m_headersProblem = nullptr;
    ProblemLabel* m_policyProblem = nullptr;
    ProblemLabel* m_saveProblem;
};

} // namespace hookworks

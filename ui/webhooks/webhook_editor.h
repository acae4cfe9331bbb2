// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/webhook.h"
#include "ui/webhooks/webhook_draft.h"

#include <QWidget>

class QPushButton;

namespace hookworks {

class Providers;
class AuthFields;
class CertificateFields;
class FlowFields;
class FoldSection;
class HeadersField;
class InlineMessage;
class Policies;
class ProblemLabel;
class RetryFields;
class TargetFields;

/// The form of one webhook. A URL is enough; everything else has a sensible default. Knows nothing of the
/// workspace: it is given a webhook and gives one back.
class WebhookEditor final : public QWidget
{
    Q_OBJECT
public:
    /// `policies` must outlive it.
    WebhookEditor(const Providers& providers, Policies& policies, QWidget* parent = nullptr);

    /// Those that a webhook can belong to.
    void setReports(const QList<Report>& reports);
    /// `draft`: what was typed before and not stored, shown instead of `stored`.
    void show(const Webhook& stored, const WebhookDraft& draft);
    /// As typed.
    Webhook webhook() const;
    WebhookDraft draft() const;
    bool isChanged() const;
    /// Says all problems; true where there is none.
    bool insist();
    void focusUrl();
    /// What saving answered; empty: nothing is wrong.
    void tellProblem(const QString& message);
    /// What came of something that was asked for here. `remedy`: words of a button; empty: none.
    void tell(const QString& sentence, bool good, const QString& remedy, std::function<void()> act);

signals:
    void edited();
    void saveWanted();
    void revertWanted();
    void reportWanted(hookworks::ReportId report);
    /// The own policies are to be seen and changed; `name`: the one that is chosen.
    void policiesWanted(const QString& name);

private:
    void keyPressEvent(QKeyEvent* event) override;
    QWidget* makeFields();
    QWidget* makeFoot();
    void watch();
    void onEdited();
    void showSummaries();
    void showFoot();
    void checkHeaders();
    QString headersProblem() const;
    QStringList messagesAt(const QString& field, bool errors) const;

    const Providers& m_providers;
    Webhook m_stored;
    bool m_filling = false;
    InlineMessage* m_message;
    ProblemLabel* m_offReason;
    TargetFields* m_target;
    AuthFields* m_auth;
    RetryFields* m_retries;
    FlowFields* m_flow;
    CertificateFields* m_certificate;
    FoldSection *m_flowSection, *m_certificateSection, *m_headersSection;
    HeadersField* m_headers;
    ProblemLabel *m_headersProblem, *m_saveProblem;
    QWidget* m_foot = nullptr;
    QPushButton *m_revert, *m_save;
};

} // namespace hookworks

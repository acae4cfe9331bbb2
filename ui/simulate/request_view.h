// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/simulate/simulator.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace hookworks {

class ElidedLabel;
class EmptyPage;
class JsonEditor;
class MonospaceView;
class PaneHeader;
class ProblemLabel;
class SegmentedControl;

/// The very request that will leave: pretty, as raw bytes, or as a cURL command; secrets are masked until one
/// asks for them. An own payload is typed here.
class RequestView final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestView(QWidget* parent = nullptr);

    /// `payload`: an own one, which is what the request sends; nullopt: the generated one.
    void show(const RequestPreview& request, const std::optional<QByteArray>& payload);
    /// At once, before the request with it is there; nullopt: the generated one.
    void setPayload(const std::optional<QByteArray>& payload);
    /// In place of a request. `offersWebhook`: with a button that leads to the webhooks.
    void showNothing(const QString& sentence, bool offersWebhook);
    /// What Own begins with: the generated payload, indented.
    QByteArray payloadToEdit() const;
    /// What is on the screen, as text.
    QString shownText() const;

signals:
    /// Another own payload was typed.
    void payloadEdited(const QByteArray& payload);
    /// The generated payload is to be edited, or wanted back.
    void ownPayloadWanted(bool own);
    void webhookWanted();

private:
    QWidget* makeBar();
    QWidget* makePretty();
    void showForm();
    void showLater();
    Request shownRequest() const;
    QByteArray shownHead() const;

    QStackedWidget *m_stack, *m_forms;
    EmptyPage *m_empty, *m_noWebhook;
    PaneHeader* m_title;
    SegmentedControl* m_form;
    ElidedLabel* m_about;
    QPushButton *m_secrets, *m_edit;
    ProblemLabel* m_problem;
    MonospaceView *m_head, *m_plain;
    JsonEditor* m_body;
    RequestPreview m_request;
    std::optional<QByteArray> m_payload;
};

} // namespace hookworks

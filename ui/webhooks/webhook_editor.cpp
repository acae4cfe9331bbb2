// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhook_editor.h"

#include "ui/webhooks/events_field.h"
#include "ui/webhooks/plan_dots.h"
#include "ui/widgets/form.h"
#include "ui/widgets/headers_field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/theme.h"
#include "workbench/design/designer.h"
#include "workbench/design/policies.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>

namespace hookworks {

namespace {

QSpinBox* numberField(int least, int most, const QString& leastWords, const QString& suffix = {})
{
    auto* field = new QSpinBox;
    field->setRange(least, most);
    field->setSpecialValueText(leastWords);
    field->setSuffix(suffix);
    field->setMaximumWidth(field->fontMetrics().averageCharWidth() * 30);
    return field;
}

int wholeSeconds(Micros duration)
{
    return static_cast<int>(std::max(1.0, seconds(duration)));
}

int wholeSeconds(std::optional<Micros> duration)
{
    return duration ? wholeSeconds(*duration) : 0;
}

/// Fractions of a second, which the field does not show, survive while nobody changes it.
Micros keptUnlessChanged(Micros stored, const QSpinBox& field)
{
    return wholeSeconds(stored) == field.value() ? stored : std::chrono::seconds(field.value());
}

} // namespace

WebhookEditor::WebhookEditor(Policies& policies, QWidget* parent)
    : QWidget(parent)
    , m_policies(policies)
    , m_form(new Form)
    , m_enabled(new QCheckBox(tr("O&n")))
    , m_url(new QLineEdit)
    , m_name(new QLineEdit)
    , m_provider(new QComboBox)
    , m_events(new EventsField)
    , m_token(new QLineEdit)
    , m_headers(new HeadersField)
    , m_policy(new QComboBox)
    , m_plan(new PlanDots)
    , m_timeout(numberField(0, 600, tr("As the policy says"), tr(" s")))
    , m_inFlight(numberField(1, 6, {}))
    , m_rate(numberField(0, 6000, tr("No limit"), tr(" a minute")))
    , m_circuit(numberField(0, 100, tr("Never"), tr(" failures in a row")))
    , m_circuitPause(numberField(1, 86'400, {}, tr(" s")))
    , m_circuitCap(numberField(1, 604'800, {}, tr(" s")))
    , m_strictOrder(new QCheckBox(tr("One event after the other")))
    , m_report(new QToolButton)
    , m_saveProblem(new ProblemLabel)
{
    addTarget();
    addEvents();
    addAuthAndHeaders();
    addPolicy();
    addFlow();
    auto* inside = new QWidget;
    auto* padded = new QVBoxLayout(inside);
    padded->setContentsMargins(12, 12, 12, 12);
    padded->addWidget(m_form);
    padded->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(makeFoot());
    setFocusProxy(m_url);
    connect(&m_policies, &Policies::changed, this, &WebhookEditor::listPolicies);
    listPolicies(); // may be answered at once
}

void WebhookEditor::addTarget()
{
    m_report->setAutoRaise(true);
    m_report->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_report->setIcon(themedIcon(QStringLiteral("x-office-document")));
    connect(m_report, &QToolButton::clicked, this, [this] {
        if (m_stored.report)
            emit reportWanted(*m_stored.report);
    });
    m_form->addWide(m_report);
    m_url->setObjectName(QStringLiteral("url"));
    m_url->setPlaceholderText(QStringLiteral("https://example.org/hook"));
    setMonospace(*m_url);
    auto* urlProblem =
        m_form->addRow(tr("&URL"), m_url, tr("{listener} stands for the address of the built-in listener."));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("Made from the URL"));
    auto* nameProblem = m_form->addRow(tr("&Name"), m_name);
    m_provider->setObjectName(QStringLiteral("provider"));
    for (const ProviderInfo& provider : Designer::providers())
        m_provider->addItem(provider.title, provider.key);
    m_form->addRow(tr("&Provider"), m_provider);
    m_offReason = m_form->addRow(tr("Deliver"), m_enabled);
    m_offReason->setObjectName(QStringLiteral("offReason"));
    m_urlCheck = new FieldCheck(*m_url, *urlProblem,
                                [this](const QString&) { return problemAt(QStringLiteral("url")); });
    m_nameCheck = new FieldCheck(*m_name, *nameProblem,
                                 [this](const QString&) { return problemAt(QStringLiteral("name")); });
    connect(m_url, &QLineEdit::textEdited, this, &WebhookEditor::onEdited);
    connect(m_name, &QLineEdit::textEdited, this, &WebhookEditor::onEdited);
    connect(m_provider, &QComboBox::activated, this, &WebhookEditor::onProviderChanged);
    connect(m_enabled, &QCheckBox::clicked, this, &WebhookEditor::onEdited);
}

void WebhookEditor::addEvents()
{
    m_eventsProblem = m_form->addRow(tr("Events"), m_events);
    connect(m_events, &EventsField::edited, this, &WebhookEditor::onEdited);
}

void WebhookEditor::addAuthAndHeaders()
{
    m_token->setObjectName(QStringLiteral("token"));
    m_token->setEchoMode(QLineEdit::Password);
    QAction* reveal =
        m_token->addAction(themedIcon(QStringLiteral("view-reveal")), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setToolTip(tr("Show the token"));
    connect(reveal, &QAction::toggled, m_token,
            [this](bool on) { m_token->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    m_tokenProblem =
        m_form->addRow(tr("&Token"), m_token, tr("Stored sealed. Empty: no authorization is sent."));
    m_headers->setObjectName(QStringLiteral("webhookHeaders"));
    m_headersProblem = m_form->addRow(tr("&Headers"), m_headers,
                                      tr("One a line. One that the provider sends too, such as "
                                         "Content-Type, is sent instead of the provider's."));
    connect(m_token, &QLineEdit::textEdited, this, &WebhookEditor::onEdited);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &WebhookEditor::onEdited);
    connect(m_headers, &HeadersField::left, this, &WebhookEditor::checkHeaders);
    for (const QLineEdit* field : {m_url, m_token})
        connect(field, &QLineEdit::editingFinished, this, &WebhookEditor::checkHeaders);
}

void WebhookEditor::addPolicy()
{
    m_policy->setObjectName(QStringLiteral("policy"));
    m_policy->setEditable(true);
    m_policy->setInsertPolicy(QComboBox::NoInsert);
    auto* own = new QPushButton(tr("Own &policies…"));
    own->setObjectName(QStringLiteral("ownPolicies"));
    connect(own, &QPushButton::clicked, this,
            [this] { emit policiesWanted(m_policy->currentText().trimmed()); });
    m_policyProblem =
        m_form->addRow(tr("&Retries"), m_policy,
                       tr("Or as typed: fixed:30x5, exponential:30,2,8, list:30,60,300 (seconds)."));
    m_form->addRow({}, own);
    m_form->addRow({}, m_plan);
    m_form->addRow(tr("T&imeout"), m_timeout);
    connect(m_policy, &QComboBox::editTextChanged, this, [this] {
        drawPlan();
        onEdited();
    });
    connect(m_timeout, &QSpinBox::valueChanged, this, &WebhookEditor::onEdited);
}

void WebhookEditor::addFlow()
{
    m_form->addHeading(tr("Flow"));
    m_form->addRow(tr("At &once"), m_inFlight, tr("Attempts that may run at the same time."));
    m_form->addRow(tr("Rate"), m_rate);
    m_form->addRow(tr("Order"), m_strictOrder);
    addCircuit();
    for (QSpinBox* field : {m_inFlight, m_rate, m_circuit, m_circuitPause, m_circuitCap})
        connect(field, &QSpinBox::valueChanged, this, &WebhookEditor::onEdited);
    connect(m_strictOrder, &QCheckBox::clicked, this, &WebhookEditor::onEdited);
}

void WebhookEditor::addCircuit()
{
    m_circuit->setObjectName(QStringLiteral("circuit"));
    m_form->addRow(tr("&Circuit opens"), m_circuit, tr("Then nothing is sent for a while."));
    m_form->addRow(
        tr("First pause"), m_circuitPause,
        tr("On the workbench's clock; then one attempt goes out. Twice as long each time it fails."));
    m_form->addRow(tr("Longest pause"), m_circuitCap);
    connect(m_circuit, &QSpinBox::valueChanged, this, [this](int failures) {
        m_circuitPause->setEnabled(failures > 0);
        m_circuitCap->setEnabled(failures > 0);
    });
    connect(m_circuitPause, &QSpinBox::valueChanged, m_circuitCap, &QSpinBox::setMinimum);
    m_circuitPause->setEnabled(false);
    m_circuitCap->setEnabled(false);
}

QWidget* WebhookEditor::makeFoot()
{
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_saveProblem);
    auto* row = new QHBoxLayout;
    m_test = new QPushButton(tr("Send tes&t"));
    m_test->setObjectName(QStringLiteral("sendTest"));
    m_test->setToolTip(tr("Sends a test event through this webhook as it is typed"));
    m_revert = new QPushButton(tr("Re&vert"));
    m_save = new QPushButton(tr("&Save"));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    row->addWidget(m_test);
    row->addStretch();
    row->addWidget(m_revert);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(m_test, &QPushButton::clicked, this, &WebhookEditor::testWanted);
    connect(m_revert, &QPushButton::clicked, this, &WebhookEditor::revertWanted);
    connect(m_save, &QPushButton::clicked, this, &WebhookEditor::saveWanted);
    return foot;
}

void WebhookEditor::show(const Webhook& stored, const WebhookDraft& draft, const QString& reportName)
{
    m_stored = stored;
    m_report->setVisible(stored.report.has_value());
    m_report->setText(tr("Part of the report %1").arg(reportName));
    m_provider->setEnabled(!stored.report);
    fill(draft);
    m_saveProblem->setProblem({});
    m_urlCheck->reset();
    m_nameCheck->reset();
    const QString reason = stored.enabled ? QString() : stored.disabledReason;
    m_offReason->setProblem(reason.isEmpty() ? reason : tr("Switched off: %1").arg(reason),
                            Severity::Warning);
    checkHeaders();
    m_eventsProblem->setProblem({});
    m_tokenProblem->setProblem({});
    m_save->setText(stored.id ? tr("&Save") : tr("&Create"));
    m_revert->setText(stored.id ? tr("Re&vert") : tr("&Cancel"));
    m_save->setEnabled(!stored.id || isChanged());
    m_revert->setEnabled(!stored.id || isChanged());
    drawPlan();
}

void WebhookEditor::fill(const WebhookDraft& draft)
{
    const Webhook& webhook = draft.webhook;
    m_filling = true;
    m_url->setText(webhook.url);
    m_name->setText(webhook.name);
    m_provider->setCurrentIndex(std::max(0, m_provider->findData(webhook.provider)));
    m_enabled->setChecked(webhook.enabled);
    m_events->setProvider(m_provider->currentData().toString());
    m_events->setEvents(webhook.events);
    m_token->setText(QString::fromUtf8(webhook.token));
    m_headers->setLines(draft.headerLines);
    m_policy->setEditText(webhook.policy);
    m_timeout->setValue(wholeSeconds(webhook.timeout));
    m_inFlight->setValue(webhook.flow.maxInFlight);
    m_rate->setValue(webhook.flow.ratePerMinute);
    m_circuit->setValue(webhook.flow.circuitOpensAfter);
    m_circuitPause->setValue(wholeSeconds(webhook.flow.circuitPause));
    m_circuitCap->setValue(wholeSeconds(webhook.flow.circuitPauseCap));
    m_strictOrder->setChecked(webhook.flow.strictOrder);
    m_filling = false;
}

Webhook WebhookEditor::webhook() const
{
    Webhook typed = m_stored;
    typed.url = m_url->text().trimmed();
    typed.name = m_name->text().trimmed();
    typed.provider = m_provider->currentData().toString();
    typed.enabled = m_enabled->isChecked();
    typed.events = m_events->events();
    typed.token = m_token->text().toUtf8();
    if (const auto headers = m_headers->headers())
        typed.headers = *headers;
    typed.policy = m_policy->currentText().trimmed();
    if (m_timeout->value() != wholeSeconds(m_stored.timeout))
        typed.timeout = m_timeout->value() > 0
                            ? std::optional<Micros>(std::chrono::seconds(m_timeout->value()))
                            : std::nullopt;
    typed.flow.maxInFlight = m_inFlight->value();
    typed.flow.ratePerMinute = m_rate->value();
    typed.flow.circuitOpensAfter = m_circuit->value();
    typed.flow.circuitPause = keptUnlessChanged(m_stored.flow.circuitPause, *m_circuitPause);
    typed.flow.circuitPauseCap = keptUnlessChanged(m_stored.flow.circuitPauseCap, *m_circuitCap);
    typed.flow.strictOrder = m_strictOrder->isChecked();
    return typed;
}

WebhookDraft WebhookEditor::draft() const
{
    return {webhook(), m_headers->lines()};
}

bool WebhookEditor::isChanged() const
{
    return webhook() != m_stored || !m_headers->headers();
}

bool WebhookEditor::insist()
{
    checkHeaders();
    m_eventsProblem->setProblem(problemAt(QStringLiteral("events")));
    m_tokenProblem->setProblem(problemAt(QStringLiteral("token")));
    const bool url = m_urlCheck->insist();
    const bool name = m_nameCheck->insist();
    if (!url)
        m_url->setFocus(Qt::OtherFocusReason);
    else if (!name)
        m_name->setFocus(Qt::OtherFocusReason);
    return url && name && headersProblem().isEmpty() && m_policyProblem->problem().isEmpty() &&
           m_eventsProblem->problem().isEmpty() && m_tokenProblem->problem().isEmpty();
}

void WebhookEditor::focusUrl()
{
    m_url->setFocus(Qt::OtherFocusReason);
    m_url->selectAll();
}

void WebhookEditor::tellProblem(const QString& message)
{
    m_saveProblem->setProblem(message);
}

void WebhookEditor::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_save->isEnabled())
        return emit saveWanted();
    if (event->key() == Qt::Key_Escape && m_revert->isEnabled())
        return emit revertWanted();
    QWidget::keyPressEvent(event);
}

void WebhookEditor::onEdited()
{
    if (m_filling)
        return;
    m_saveProblem->setProblem({});
    const bool changed = !m_stored.id || isChanged();
    m_save->setEnabled(changed);
    m_revert->setEnabled(changed);
    emit edited();
}

void WebhookEditor::onProviderChanged()
{
    m_events->setProvider(m_provider->currentData().toString());
    m_urlCheck->check();
    drawPlan();
    onEdited();
}

QString WebhookEditor::headersProblem() const
{
    const auto headers = m_headers->headers();
    return headers ? problemAt(QStringLiteral("headers")) : headers.error().message;
}

/// What hinders saving, else what should be known: which header takes another's place, and the one that a
/// user in the URL becomes.
void WebhookEditor::checkHeaders()
{
    const QString problem = headersProblem();
    if (!problem.isEmpty())
        return m_headersProblem->setProblem(problem);
    const QStringList notes =
        messagesAt(QStringLiteral("headers"), false) + messagesAt(QStringLiteral("url"), false);
    m_headersProblem->setProblem(notes.join(u'\n'), Severity::Warning);
}

/// What is typed stays.
void WebhookEditor::listPolicies()
{
    m_policies.own().then(this, [this](const Result<QList<RetryPolicy>>& own) {
        const QSignalBlocker quiet(m_policy);
        const QString typed = m_policy->currentText();
        m_policy->clear();
        m_policy->addItems(Policies::fixedNames());
        for (const RetryPolicy& policy : own.value_or(QList<RetryPolicy>()))
            m_policy->addItem(policy.name);
        m_policy->setEditText(typed);
        drawPlan();
    });
}

/// At once for names that describe themselves; own ones are asked for.
void WebhookEditor::drawPlan()
{
    const QString name = m_policy->currentText().trimmed();
    const QString provider = m_provider->currentData().toString();
    const int asked = ++m_planAsked;
    if (const auto policy = Policies::named(name, provider))
        return showPlan(*policy);
    m_policies.resolve(name, provider).then(this, [this, asked](const Result<RetryPolicy>& policy) {
        if (asked != m_planAsked)
            return;
        if (policy)
            return showPlan(*policy);
        m_plan->setPlan({});
        m_policyProblem->setProblem(policy.error().message);
    });
}

void WebhookEditor::showPlan(const RetryPolicy& policy)
{
    m_policyProblem->setProblem({});
    m_plan->setPlan(Policies::preview(policy).plan);
}

QString WebhookEditor::problemAt(const QString& field) const
{
    return messagesAt(field, true).value(0);
}

QStringList WebhookEditor::messagesAt(const QString& field, bool errors) const
{
    QStringList messages;
    for (const DesignProblem& problem : Designer::checkWebhook(webhook())) {
        if ((problem.level == ProblemLevel::Error) == errors && problem.path.startsWith(field))
            messages << problem.message;
    }
    return messages;
}

} // namespace hookworks

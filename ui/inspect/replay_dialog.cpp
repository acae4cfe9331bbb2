// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/replay_dialog.h"

#include "domain/readable_text.h"
#include "ui/widgets/theme.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/designer.h"
#include "workbench/design/policies.h"
#include "workbench/session/workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype editableBytes = 1024 * 1024;

QPlainTextEdit* monospaceEdit(const QString& name)
{
    auto* edit = new QPlainTextEdit;
    edit->setAccessibleName(name);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    setMonospace(*edit);
    return edit;
}

QString lineOf(const Header& field)
{
    return readableText(field.name + ": " + field.value);
}

} // namespace

HeaderList headersFromLines(const QString& lines, const HeaderList& original)
{
    HeaderList headers;
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const auto same = std::ranges::find(original.fields, line, &lineOf);
        if (same != original.fields.end()) {
            headers.fields.append(*same);
            continue;
        }
        const qsizetype colon = line.indexOf(u':');
        const QString name = colon < 0 ? line : line.left(colon);
        headers.append(name.toUtf8(), colon < 0 ? QByteArray() : line.mid(colon + 1).trimmed().toUtf8());
    }
    return headers;
}

QString linesOf(const HeaderList& headers)
{
    QStringList lines;
    for (const Header& field : headers.fields)
        lines << lineOf(field);
    return lines.join(u'\n');
}

ReplayDialog::ReplayDialog(Workbench& workbench, const QString& source, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_source(source)
    , m_url(new QLineEdit)
    , m_method(new QLineEdit)
    , m_exact(new QCheckBox(tr("Byte for byte over a plain socket")))
    , m_policy(new QComboBox)
    , m_count(new QSpinBox)
    , m_headers(monospaceEdit(tr("Headers")))
    , m_body(monospaceEdit(tr("Body")))
    , m_problem(new QLabel)
    , m_send(new QPushButton(tr("Send")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("replayDialog"));
    setWindowTitle(tr("Replay %1").arg(source));
    arrange(source);
    m_send->setEnabled(false);
    listPolicies();
    offerWebhooksPolicy();
    connect(m_send, &QPushButton::clicked, this, &ReplayDialog::send);
    m_workbench.replayer().original(source).then(this, [this](const Result<Request>& original) {
        if (original)
            show(*original);
        else
            say(original.error().message);
    });
}

void ReplayDialog::arrange(const QString& source)
{
    m_url->setAccessibleName(tr("Address"));
    m_method->setMaximumWidth(120);
    m_policy->setObjectName(QStringLiteral("replayPolicy"));
    m_policy->setAccessibleName(tr("Retries"));
    m_policy->setEditable(true);
    m_policy->setInsertPolicy(QComboBox::NoInsert);
    m_policy->setToolTip(tr("Or as typed: fixed:30x5, exponential:30,2,8, list:30,60,300 (seconds)."));
    m_count->setRange(1, 10'000);
    m_count->setAccessibleName(tr("Count"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_exact->setToolTip(tr("Duplicate headers, the exact target and the head as it was. The fields below "
                           "count only where they are changed."));
    setMonospace(*m_url);
    auto* form = new QFormLayout;
    form->addRow(tr("Address"), m_url);
    form->addRow(tr("Method"), m_method);
    form->addRow(tr("Headers"), m_headers);
    form->addRow(tr("Body"), m_body);
    form->addRow({}, m_exact);
    form->addRow(tr("Retries"), m_policy);
    form->addRow(tr("How often"), m_count);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_send, QDialogButtonBox::AcceptRole);
    m_send->setDefault(true);
    m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* note = new QLabel(
        tr("The new delivery says that it is a replay of %1, and never counts for its webhook.").arg(source));
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form, 1);
    column->addWidget(note);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    resize(640, 560);
}

void ReplayDialog::listPolicies()
{
    m_policy->addItem(tr("None, one attempt"), QString());
    for (const QString& name : Policies::fixedNames()) {
        if (name != u"none")
            m_policy->addItem(name, name);
    }
    m_workbench.policies().own().then(this, [this](const Result<QList<RetryPolicy>>& own) {
        for (const RetryPolicy& each : own.value_or(QList<RetryPolicy>()))
            m_policy->addItem(each.name, each.name);
    });
}

/// As the webhook has it now, where the source was sent to one that is still there.
void ReplayDialog::offerWebhooksPolicy()
{
    const auto delivery = DeliveryId::parse(m_source);
    if (!delivery)
        return;
    m_workbench.deliveries().get(*delivery).then(this, [this](const Result<DeliveryRecord>& record) {
        if (!record || !record->delivery.webhook)
            return;
        m_workbench.designer()
            .webhook(*record->delivery.webhook)
            .then(this, [this](const Result<Webhook>& webhook) {
                if (webhook)
                    m_policy->insertItem(1, tr("As the webhook (%1)").arg(webhook->policy), webhook->policy);
            });
    });
}

/// A listed one's name, or what was typed.
QString ReplayDialog::policy() const
{
    const int listed =
        m_policy->findText(m_policy->currentText(), Qt::MatchFixedString | Qt::MatchCaseSensitive);
    return listed < 0 ? m_policy->currentText().trimmed() : m_policy->itemData(listed).toString();
}

void ReplayDialog::show(const Request& original)
{
    m_original = original;
    m_url->setText(original.url);
    m_method->setText(readableText(original.method));
    m_headers->setPlainText(linesOf(original.headers));
    m_shownHeaders = m_headers->toPlainText().toUtf8();
    const bool editable =
        original.body.size() <= editableBytes && !original.body.contains('\0') && isUtf8(original.body);
    m_body->setReadOnly(!editable);
    m_body->setPlainText(editable ? QString::fromUtf8(original.body)
                                  : tr("%1 bytes, sent as they are").arg(original.body.size()));
    m_shownBody = m_body->toPlainText().toUtf8();
    m_send->setEnabled(true);
    m_url->setFocus();
    m_url->deselect();
}

/// What was not touched stays as it was, byte for byte: a text field would change line ends and odd bytes.
Request ReplayDialog::edited() const
{
    Request request = m_original;
    request.url = m_url->text().trimmed();
    if (m_method->text() != readableText(m_original.method))
        request.method = m_method->text().toUtf8();
    if (m_headers->toPlainText().toUtf8() != m_shownHeaders)
        request.headers = headersFromLines(m_headers->toPlainText(), m_original.headers);
    if (!m_body->isReadOnly() && m_body->toPlainText().toUtf8() != m_shownBody)
        request.body = m_body->toPlainText().toUtf8();
    if (request.method != m_original.method || request.headers != m_original.headers ||
        request.body != m_original.body)
        request.exactHead.clear();
    return request;
}

void ReplayDialog::send()
{
    ReplayChoice choice;
    choice.source = m_source;
    choice.exact = m_exact->isChecked();
    choice.count = m_count->value();
    choice.policy = policy();
    const Request request = edited();
    if (request.url != m_original.url)
        choice.url = request.url;
    Request sameAddress = request;
    sameAddress.url = m_original.url;
    if (sameAddress != m_original)
        choice.edited = request;
    m_send->setEnabled(false);
    m_workbench.replayer().replay(choice).then(this, [this](const Result<QList<Delivery>>& deliveries) {
        m_send->setEnabled(true);
        if (!deliveries) {
            say(deliveries.error().message);
            return;
        }
        emit replayed(*deliveries);
        accept();
    });
}

void ReplayDialog::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->show();
}

} // namespace hookworks

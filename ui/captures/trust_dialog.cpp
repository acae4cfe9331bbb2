// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/trust_dialog.h"

#include "ui/widgets/copy_button.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"
#include "workbench/listen/listening.h"
#include "workbench/session/workbench.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

TrustDialog::TrustDialog(Workbench& workbench, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_facts(new QFormLayout)
    , m_problem(new ProblemLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("trustDialog"));
    setWindowTitle(tr("Trust the local authority"));
    arrange();
    m_workbench.listening().authority().then(this, [this](const Result<AuthorityView>& authority) {
        if (authority)
            showAuthority(*authority);
        else
            m_problem->setProblem(authority.error().message);
    });
}

void TrustDialog::arrange()
{
    auto* column = new QVBoxLayout(this);
    column->addWidget(quietLabel(tr("Listeners with HTTPS and no certificate of their own show one that this "
                                    "authority signed. It was made on this machine, for this user alone.")));
    column->addSpacing(4);
    column->addLayout(m_facts);
    column->addWidget(m_problem);
    m_trust = addText(tr("To trust it"));
    m_trust->setObjectName(QStringLiteral("howToTrust"));
    m_remove = addText(tr("To trust it no more"));
    m_remove->setObjectName(QStringLiteral("howToRemove"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* exporting = buttons->addButton(tr("Export the certificate…"), QDialogButtonBox::ActionRole);
    exporting->setObjectName(QStringLiteral("exportAuthority"));
    connect(exporting, &QPushButton::clicked, this, &TrustDialog::exportCertificate);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 116, fontMetrics().height() * 34);
}

void TrustDialog::addFact(const QString& name, const QString& value)
{
    auto* label = new QLabel(value);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    auto* row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(new CopyButton([value] { return value; }), 0, Qt::AlignTop);
    m_facts->addRow(name, row);
}

QPlainTextEdit* TrustDialog::addText(const QString& title)
{
    auto* text = new MonospaceView;
    text->setAccessibleName(title);
    text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto* top = new QHBoxLayout;
    top->addWidget(new QLabel(title), 1);
    top->addWidget(new CopyButton([text] { return text->toPlainText(); }));
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(top);
    column->addWidget(text, 1);
    return text;
}

void TrustDialog::showAuthority(const AuthorityView& authority)
{
    addFact(tr("SHA-256"), authority.fingerprint);
    addFact(tr("File"), authority.file);
    addFact(tr("Subject"), authority.subject);
    addFact(tr("Valid until"), authority.validUntil.left(10));
    m_trust->setPlainText(authority.howToTrust);
    m_remove->setPlainText(authority.howToRemove);
}

void TrustDialog::exportCertificate()
{
    auto* dialog = new QFileDialog(this, tr("Export the certificate"),
                                   documentsFolder() + QStringLiteral("/hookworks-ca.pem"),
                                   tr("Certificates (*.pem);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pem"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_workbench.listening().exportAuthority(file).then(this, [this, file](const Result<void>& written) {
            if (written)
                m_problem->setProblem(tr("Written to %1.").arg(file), Severity::Note);
            else
                m_problem->setProblem(written.error().message);
        });
    });
    dialog->open();
}

} // namespace hookworks

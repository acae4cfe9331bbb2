// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/trust_dialog.h"

#include "ui/widgets/copy_button.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/theme.h"
#include "workbench/listen/listening.h"
#include "workbench/session/workbench.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

TextLabel* selectableText(const QString& text, Face face)
{
    auto* label = new TextLabel(text, face);
    label->letSelect();
    label->setMinimumWidth(1); // a long word does not widen the dialog
    return label;
}

/// `name`: what is copied, for who cannot see it.
QWidget* withCopy(TextLabel* label, const QString& value, const QString& name)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::normal);
    row->addWidget(label, 1);
    auto* copy = new CopyButton([value] { return value; });
    copy->setAccessibleName(TrustDialog::tr("Copy: %1").arg(name));
    row->addWidget(copy, 0, Qt::AlignTop);
    label->setAccessibleName(name);
    line->setFocusProxy(copy);
    return line;
}

/// A line may end behind each colon. Copied by its button alone, so that nobody copies what allows it.
TextLabel* fingerprintText(QString fingerprint)
{
    auto* label = new TextLabel(fingerprint.replace(u':', QStringLiteral(":\u200b")), Face::Code);
    label->setMinimumWidth(1);
    return label;
}

/// Where, and below it what to type or to choose.
QWidget* stepView(const TrustStep& step)
{
    auto* view = new QWidget;
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, space::normal);
    column->setSpacing(space::hair);
    column->addWidget(new TextLabel(step.where, Face::Caption, Colour::Quiet));
    if (!step.command.isEmpty())
        column->addWidget(withCopy(selectableText(step.command, Face::Code), step.command, step.where));
    if (!step.words.isEmpty())
        column->addWidget(
            selectableText(step.words.left(1).toUpper() + step.words.mid(1) + u'.', Face::Body));
    return view;
}

} // namespace

TrustDialog::TrustDialog(Workbench& workbench, QWidget* parent)
    : FormDialog(tr("Trust the local authority"), parent)
    , m_workbench(workbench)
{
    setObjectName(QStringLiteral("trustDialog"));
    form().addWide(
        quietLabel(tr("A listener with HTTPS and no certificate of its own shows one that this authority "
                      "signed. It was made on this computer, for you alone: whoever trusts it trusts your "
                      "listeners.")));
    auto* exporting = addSecondary(tr("Export the certificate…"));
    exporting->setObjectName(QStringLiteral("exportAuthority"));
    connect(exporting, &QPushButton::clicked, this, &TrustDialog::exportCertificate);
    addClose();
    m_workbench.listening().authority().then(this, [this](const Result<AuthorityView>& authority) {
        if (authority)
            showAuthority(*authority);
        else
            problem().tell(authority.error().message, Severity::Error, {}, false);
    });
}

void TrustDialog::showAuthority(const AuthorityView& authority)
{
    form().addHeading(tr("The authority"));
    const auto addFact = [this](const QString& name, const QString& value, Face face) {
        form().addRow(name, withCopy(selectableText(value, face), value, name));
    };
    addFact(tr("Name"), authority.subject, Face::Body);
    addFact(tr("Valid until"), authority.validUntil.left(10), Face::Body);
    addFact(tr("File"), authority.file, Face::Code);
    const QString name = tr("SHA-256");
    form().addRow(name, withCopy(fingerprintText(authority.fingerprint), authority.fingerprint, name));
    addSteps(tr("To trust it"), authority.howToTrust);
    addSteps(tr("To trust it no more"), authority.howToRemove);
    fit();
}

void TrustDialog::addSteps(const QString& heading, const QList<TrustStep>& steps)
{
    form().addSection(heading);
    for (const TrustStep& step : steps)
        form().addWide(stepView(step));
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
                problem().tell(tr("Written to %1.").arg(file), Severity::Note);
            else
                problem().tell(written.error().message, Severity::Error);
        });
    });
    dialog->open();
}

} // namespace hookworks

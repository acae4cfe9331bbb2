// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/identity_form.h"

#include "ui/widgets/file_field.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"

#include <QCheckBox>
#include <QLineEdit>

namespace hookworks {

IdentityForm::IdentityForm(const ListenerConfig& config, Form& form)
    : QObject(&form)
    , m_form(form)
    , m_tls(new QCheckBox(tr("Receive over &HTTPS")))
    , m_client(new QCheckBox(tr("As&k senders for a certificate")))
    , m_certificate(new FileField(tr("Certificate file"), config.certificateFile,
                                  tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)")))
    , m_key(new FileField(tr("Key file"), config.keyFile, tr("Keys (*.pem *.key);;All files (*)")))
    , m_authority(new FileField(tr("Senders' authorities"), config.clientAuthorityFile,
                                tr("Certificates (*.pem *.crt *.cer);;All files (*)")))
    , m_passphrase(new QLineEdit(QString::fromUtf8(config.passphrase)))
{
    m_tls->setObjectName(QStringLiteral("listenerTls"));
    m_client->setObjectName(QStringLiteral("listenerAsksClients"));
    m_certificate->line().setObjectName(QStringLiteral("certificateFile"));
    m_key->line().setObjectName(QStringLiteral("keyFile"));
    m_authority->line().setObjectName(QStringLiteral("clientAuthorityFile"));
    m_passphrase->setObjectName(QStringLiteral("certificatePassphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_tls->setChecked(config.tls);
    m_client->setChecked(config.askClientCertificate || !config.clientAuthorityFile.isEmpty());
    m_certificate->line().setPlaceholderText(tr("made by the local authority"));
    m_key->line().setPlaceholderText(tr("in the certificate's file"));
    m_passphrase->setPlaceholderText(tr("none"));
    m_authority->line().setPlaceholderText(tr("any certificate is taken"));
    addRows();
    for (QCheckBox* box : {m_tls, m_client})
        connect(box, &QCheckBox::toggled, this, &IdentityForm::check);
    for (FileField* field : {m_certificate, m_key, m_authority})
        connect(field, &FileField::changed, this, &IdentityForm::check);
    connect(m_passphrase, &QLineEdit::textChanged, this, &IdentityForm::check);
    check();
}

void IdentityForm::addRows()
{
    m_form.addUnlabelled(m_tls);
    m_certificateProblem =
        m_form.addRow(tr("&Certificate file"), m_certificate,
                      tr("PEM or PKCS#12. Without one, the local authority of this computer signs one."));
    m_keyProblem = m_form.addRow(tr("Ke&y file"), m_key);
    m_passphraseProblem =
        m_form.addRow(tr("Pa&ssphrase"), m_passphrase,
                      tr("Opens an encrypted key or PKCS#12 file. Kept sealed in the workspace."));
    m_form.addUnlabelled(m_client);
    m_authorityProblem =
        m_form.addRow(tr("Senders' a&uthorities"), m_authority,
                      tr("PEM. A certificate of another authority is refused; a sender that shows none is "
                         "served."));
}

/// What does not apply is not there.
void IdentityForm::check()
{
    const bool tls = m_tls->isChecked();
    for (QWidget* part : std::initializer_list<QWidget*>{m_certificate, m_key, m_passphrase, m_client})
        m_form.setRowVisible(part, tls);
    m_form.setRowVisible(m_authority, tls && m_client->isChecked());
    const bool certified = !tls || !m_certificate->file().isEmpty();
    m_certificateProblem->setProblem(tls ? m_certificate->problem() : QString());
    m_keyProblem->setProblem(!certified && !m_key->file().isEmpty()
                                 ? tr("A key needs its certificate: name the certificate file too.")
                             : tls ? m_key->problem()
                                   : QString());
    m_passphraseProblem->setProblem(!certified && !m_passphrase->text().isEmpty()
                                        ? tr("A passphrase needs the certificate file that it opens.")
                                        : QString());
    m_authorityProblem->setProblem(tls && m_client->isChecked() ? m_authority->problem() : QString());
    emit changed();
}

bool IdentityForm::isGood() const
{
    for (const ProblemLabel* label :
         {m_certificateProblem, m_keyProblem, m_passphraseProblem, m_authorityProblem}) {
        if (!label->problem().isEmpty())
            return false;
    }
    return true;
}

void IdentityForm::applyTo(ListenerConfig& config) const
{
    config.tls = m_tls->isChecked();
    config.certificateFile = m_certificate->file();
    config.keyFile = m_key->file();
    config.passphrase = m_passphrase->text().toUtf8();
    config.askClientCertificate = m_client->isChecked();
    config.clientAuthorityFile = m_client->isChecked() ? m_authority->file() : QString();
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/certificate_fields.h"

#include "ui/widgets/file_field.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace hookworks {

CertificateFields::CertificateFields(QWidget* parent)
    : QWidget(parent)
    , m_file(new FileField(tr("Certificate"), {},
                           tr("Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)")))
    , m_key(new FileField(tr("Key"), {}, tr("Keys (*.pem *.key);;All files (*)")))
    , m_passphrase(new QLineEdit)
{
    m_file->line().setObjectName(QStringLiteral("clientCertificateFile"));
    m_file->line().setPlaceholderText(tr("none"));
    m_key->line().setObjectName(QStringLiteral("clientKeyFile"));
    m_key->line().setPlaceholderText(tr("in the certificate's file"));
    m_passphrase->setObjectName(QStringLiteral("clientPassphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    auto* form = new Form;
    m_fileProblem =
        form->addRow(tr("Certificate"), m_file, tr("PEM or PKCS#12, for receivers that ask for one"));
    m_keyProblem = form->addRow(tr("Key"), m_key);
    m_passphraseProblem =
        form->addRow(tr("Passphrase"), m_passphrase,
                     tr("Of an encrypted key or PKCS#12 file; kept sealed in the workspace"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(form);
    const auto changed = [this] {
        check();
        emit edited();
    };
    connect(m_file, &FileField::changed, this, changed);
    connect(m_key, &FileField::changed, this, changed);
    connect(m_passphrase, &QLineEdit::textChanged, this, changed);
}

void CertificateFields::show(const ClientCertificate& certificate)
{
    m_file->line().setText(certificate.file);
    m_key->line().setText(certificate.keyFile);
    m_passphrase->setText(QString::fromUtf8(certificate.passphrase));
    check();
}

ClientCertificate CertificateFields::certificate() const
{
    return {m_file->file(), m_key->file(), m_passphrase->text().toUtf8()};
}

void CertificateFields::check()
{
    const bool alone = m_file->file().isEmpty();
    m_fileProblem->setProblem(m_file->problem());
    m_keyProblem->setProblem(alone && !m_key->file().isEmpty() ? tr("A key needs its certificate.")
                                                               : m_key->problem());
    m_passphraseProblem->setProblem(alone && !m_passphrase->text().isEmpty()
                                        ? tr("A passphrase needs the certificate file that it opens.")
                                        : QString());
}

QString CertificateFields::problem() const
{
    for (const ProblemLabel* label : {m_fileProblem, m_keyProblem, m_passphraseProblem}) {
        if (!label->problem().isEmpty())
            return label->problem();
    }
    return {};
}

QString CertificateFields::summary() const
{
    return m_file->file().isEmpty() ? tr("none") : QFileInfo(m_file->file()).fileName();
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/client_certificate.h"

#include <QWidget>

class QLineEdit;

namespace hookworks {

class FileField;
class ProblemLabel;

/// The certificate that a webhook shows to a receiver that asks for one.
class CertificateFields final : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateFields(QWidget* parent = nullptr);

    void show(const ClientCertificate& certificate);
    ClientCertificate certificate() const;
    /// In words; empty: nothing hinders saving.
    QString problem() const;
    /// For the head of its section.
    QString summary() const;

signals:
    void edited();

private:
    void check();

    FileField *m_file, *m_key;
    QLineEdit* m_passphrase;
    ProblemLabel *m_fileProblem, *m_keyProblem, *m_passphraseProblem;
};

} // namespace hookworks

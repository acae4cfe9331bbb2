// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"

#include <QObject>

class QCheckBox;
class QLineEdit;

namespace hookworks {

class FileField;
class Form;
class ProblemLabel;

/// The rows of a listener's HTTPS: its certificate, what opens it, and what it makes of its clients'
/// certificates. Only those that apply are there. Each problem is said under its field.
class IdentityForm final : public QObject
{
    Q_OBJECT

public:
    /// Adds its rows to `form`, which must outlive it.
    IdentityForm(const ListenerConfig& config, Form& form);

    bool isGood() const;
    void applyTo(ListenerConfig& config) const;

signals:
    void changed();

private:
    void addRows();
    void check();

    Form& m_form;
    QCheckBox *m_tls, *m_client;
    FileField *m_certificate, *m_key, *m_authority;
    QLineEdit* m_passphrase;
    ProblemLabel *m_certificateProblem = nullptr, *m_keyProblem = nullptr, *m_passphraseProblem = nullptr,
                 *m_authorityProblem = nullptr;
};

} // namespace hookworks

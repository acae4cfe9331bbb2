// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace hookworks {

class FileField;
class ProblemLabel;

/// HTTPS of a listener: its certificate, what opens it, and what it makes of its clients' certificates. Each
/// problem is said under its field.
class IdentityForm final : public QWidget
{
    Q_OBJECT

public:
    explicit IdentityForm(const ListenerConfig& config, QWidget* parent = nullptr);

    bool isGood() const;
    void applyTo(ListenerConfig& config) const;

signals:
    void changed();

private:
    void arrange();
    void check();

    QCheckBox *m_tls, *m_client;
    FileField *m_certificate, *m_key, *m_authority;
    QLineEdit* m_passphrase;
    ProblemLabel *m_certificateProblem = nullptr, *m_keyProblem = nullptr, *m_passphraseProblem = nullptr,
                 *m_authorityProblem = nullptr;
};

} // namespace hookworks

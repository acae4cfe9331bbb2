// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace hookworks {

class IdentityForm;
class LimitsForm;
class ProblemLabel;

/// Name, address, port, HTTPS and limits of a listener. An address that other machines can reach needs a tick
/// first. Shown with open(); deletes itself when it is closed.
class ListenerDialog : public QDialog
{
    Q_OBJECT

public:
    ListenerDialog(const ListenerConfig& config, QWidget* parent);

signals:
    void chosen(const hookworks::ListenerConfig& config);

private:
    void arrange();
    QWidget* addressPart();
    void check();
    ListenerConfig edited() const;

    ListenerConfig m_config;
    QLineEdit* m_name;
    QComboBox* m_address;
    QSpinBox* m_port;
    QCheckBox* m_exposed;
    IdentityForm* m_identity;
    LimitsForm* m_limits;
    ProblemLabel *m_nameProblem = nullptr, *m_addressProblem = nullptr;
    QPushButton* m_save;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"
#include "domain/result.h"
#include "ui/widgets/form_dialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace hookworks {

class FoldSection;
class IdentityForm;
class LimitsForm;
class ProblemLabel;

/// Name, address, port, HTTPS and limits of a listener, and what saving them does. An address that other
/// computers can reach needs a tick first.
class ListenerDialog final : public FormDialog
{
    Q_OBJECT

public:
    ListenerDialog(const ListenerConfig& config, QWidget* parent);
    /// What came of chosen(): closes it, or says what went wrong and goes on.
    void end(const Result<void>& stored);

signals:
    void chosen(const hookworks::ListenerConfig& config);

private:
    void addAddress();
    void check();
    bool isReady() const;
    QString whatWillHappen() const;
    ListenerConfig edited() const;

    ListenerConfig m_config;
    QLineEdit* m_name;
    QComboBox* m_address;
    QSpinBox* m_port;
    QCheckBox* m_exposed;
    IdentityForm* m_identity = nullptr;
    LimitsForm* m_limits;
    FoldSection* m_limitsFold;
    ProblemLabel *m_nameProblem = nullptr, *m_addressProblem = nullptr, *m_exposedProblem = nullptr;
    QPushButton* m_save;
};

} // namespace hookworks

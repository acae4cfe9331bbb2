// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/listener_config.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace hookworks {

/// Name, address, port, TLS and limits of a listener. An address that other machines can reach needs a tick
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
    void addLimits(QFormLayout& form);
    QSpinBox* number(QFormLayout& form, const QString& name, const QString& unit, qint64 value, int most);
    void addressChanged();
    ListenerConfig edited() const;

    ListenerConfig m_config;
    QLineEdit* m_name;
    QComboBox* m_address;
    QSpinBox* m_port;
    QCheckBox *m_tls, *m_client, *m_exposed;
    QLineEdit *m_certificate, *m_key;
    QSpinBox *m_head = nullptr, *m_fields = nullptr, *m_target = nullptr, *m_body = nullptr,
             *m_connections = nullptr, *m_headTime = nullptr, *m_bodyTime = nullptr, *m_idle = nullptr;
    QPushButton* m_save;
};

} // namespace hookworks

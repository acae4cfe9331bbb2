// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/listener_dialog.h"

#include "ui/captures/identity_form.h"
#include "ui/captures/limits_form.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "workbench/listen/listening.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace hookworks {

ListenerDialog::ListenerDialog(const ListenerConfig& config, QWidget* parent)
    : QDialog(parent)
    , m_config(config)
    , m_name(new QLineEdit(config.name))
    , m_address(new QComboBox)
    , m_port(new QSpinBox)
    , m_exposed(new QCheckBox(tr("Other machines may send to this address")))
    , m_identity(new IdentityForm(config))
    , m_limits(new LimitsForm(config.limits))
    , m_save(new QPushButton(config.id ? tr("Save") : tr("Add")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("listenerDialog"));
    setWindowTitle(config.id ? tr("Listener %1").arg(config.name) : tr("New listener"));
    m_address->setEditable(true);
    m_address->addItems({QStringLiteral("127.0.0.1"), QStringLiteral("::1"), QStringLiteral("0.0.0.0"),
                         QStringLiteral("::")});
    m_address->setCurrentText(config.address);
    m_port->setRange(0, 65'535);
    m_port->setSpecialValueText(tr("Any free port"));
    m_port->setValue(config.port);
    m_exposed->setChecked(!isLoopbackAddress(config.address));
    m_save->setObjectName(QStringLiteral("saveListener"));
    arrange();
    connect(m_address, &QComboBox::currentTextChanged, this, &ListenerDialog::check);
    connect(m_exposed, &QCheckBox::toggled, this, &ListenerDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &ListenerDialog::check);
    connect(m_identity, &IdentityForm::changed, this, &ListenerDialog::check);
    connect(m_limits, &LimitsForm::changed, this, &ListenerDialog::check);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit chosen(edited());
        accept();
    });
    check();
}

QWidget* ListenerDialog::addressPart()
{
    auto* form = new Form;
    m_nameProblem = form->addRow(tr("&Name"), m_name);
    m_addressProblem = form->addRow(tr("&Address"), m_address);
    form->addWide(m_exposed);
    form->addRow(tr("&Port"), m_port);
    return form;
}

void ListenerDialog::arrange()
{
    auto* tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("listenerTabs"));
    tabs->setDocumentMode(true);
    const auto add = [tabs](QWidget* inside, const QString& title) {
        auto* part = new QWidget;
        auto* padded = new QVBoxLayout(part);
        padded->setContentsMargins(4, 12, 4, 4);
        padded->addWidget(inside);
        padded->addStretch();
        tabs->addTab(part, title);
    };
    add(addressPart(), tr("Address"));
    add(m_identity, tr("HTTPS"));
    add(m_limits, tr("Limits"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    m_save->setDefault(true); // once it is the dialog's
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
}

/// Says what is wrong beside its field; one cannot save it.
void ListenerDialog::check()
{
    const QString address = m_address->currentText().trimmed();
    const bool loopback = isLoopbackAddress(address);
    m_exposed->setVisible(!loopback && !address.isEmpty());
    m_nameProblem->setProblem(m_name->text().trimmed().isEmpty() ? tr("A name is needed.") : QString());
    m_addressProblem->setProblem(address.isEmpty() ? tr("An address is needed, such as 127.0.0.1.")
                                                   : QString());
    const bool good = m_nameProblem->problem().isEmpty() && m_addressProblem->problem().isEmpty() &&
                      m_identity->isGood() && m_limits->isGood();
    m_save->setEnabled(good && (loopback || m_exposed->isChecked()));
}

ListenerConfig ListenerDialog::edited() const
{
    ListenerConfig config = m_config;
    config.name = m_name->text().trimmed();
    config.address = m_address->currentText().trimmed();
    config.port = static_cast<quint16>(m_port->value());
    m_identity->applyTo(config);
    config.limits = m_limits->edited();
    return config;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/listener_dialog.h"

#include "workbench/listening.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qint64 kibi = 1024;

int wholeSeconds(Micros time)
{
    return static_cast<int>(seconds(time));
}

} // namespace

ListenerDialog::ListenerDialog(const ListenerConfig& config, QWidget* parent)
    : QDialog(parent)
    , m_config(config)
    , m_name(new QLineEdit(config.name))
    , m_address(new QComboBox)
    , m_port(new QSpinBox)
    , m_tls(new QCheckBox(tr("HTTPS")))
    , m_client(new QCheckBox(tr("Ask for a client certificate")))
    , m_exposed(new QCheckBox(tr("Other machines may send to this address")))
    , m_certificate(new QLineEdit(config.certificateFile))
    , m_key(new QLineEdit(config.keyFile))
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
    m_tls->setChecked(config.tls);
    m_client->setChecked(config.askClientCertificate);
    m_exposed->setChecked(!Listening::isLoopback(config.address));
    arrange();
    connect(m_address, &QComboBox::currentTextChanged, this, &ListenerDialog::addressChanged);
    connect(m_exposed, &QCheckBox::toggled, this, &ListenerDialog::addressChanged);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit chosen(edited());
        accept();
    });
    addressChanged();
}

void ListenerDialog::arrange()
{
    auto* address = new QWidget;
    auto* form = new QFormLayout(address);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Address"), m_address);
    form->addRow({}, m_exposed);
    form->addRow(tr("Port"), m_port);
    form->addRow({}, m_tls);
    m_certificate->setPlaceholderText(tr("made by the local authority"));
    m_key->setPlaceholderText(tr("made by the local authority"));
    form->addRow(tr("Certificate file"), m_certificate);
    form->addRow(tr("Key file"), m_key);
    form->addRow({}, m_client);
    for (QWidget* part : std::initializer_list<QWidget*>{m_certificate, m_key, m_client}) {
        part->setEnabled(m_tls->isChecked());
        connect(m_tls, &QCheckBox::toggled, part, &QWidget::setEnabled);
    }
    auto* limits = new QWidget;
    addLimits(*new QFormLayout(limits));
    auto* tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->addTab(address, tr("Address"));
    tabs->addTab(limits, tr("Limits"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    resize(460, 380);
}

QSpinBox* ListenerDialog::number(QFormLayout& form, const QString& name, const QString& unit, qint64 value,
                                 int most)
{
    auto* field = new QSpinBox;
    field->setRange(1, most);
    field->setSuffix(unit);
    field->setValue(static_cast<int>(value));
    form.addRow(name, field);
    return field;
}

void ListenerDialog::addLimits(QFormLayout& form)
{
    const ListenerLimits& limits = m_config.limits;
    m_head = number(form, tr("Head"), tr(" KiB"), limits.headBytes / kibi, 16 * 1024);
    m_fields = number(form, tr("Header fields"), {}, limits.fields, 10'000);
    m_target = number(form, tr("Target"), tr(" KiB"), limits.targetBytes / kibi, 1024);
    m_body = number(form, tr("Body"), tr(" MiB"), limits.bodyBytes / kibi / kibi, 900);
    m_connections = number(form, tr("Connections"), {}, limits.connections, 4096);
    m_headTime = number(form, tr("Head within"), tr(" s"), wholeSeconds(limits.headTime), 3600);
    m_bodyTime = number(form, tr("Body within"), tr(" s"), wholeSeconds(limits.bodyTime), 3600);
    m_idle = number(form, tr("Idle for"), tr(" s"), wholeSeconds(limits.idleTime), 3600);
}

void ListenerDialog::addressChanged()
{
    const bool loopback = Listening::isLoopback(m_address->currentText().trimmed());
    m_exposed->setVisible(!loopback);
    m_save->setEnabled(loopback || m_exposed->isChecked());
}

ListenerConfig ListenerDialog::edited() const
{
    ListenerConfig config = m_config;
    config.name = m_name->text().trimmed();
    config.address = m_address->currentText().trimmed();
    config.port = static_cast<quint16>(m_port->value());
    config.tls = m_tls->isChecked();
    config.askClientCertificate = m_client->isChecked();
    config.certificateFile = m_certificate->text().trimmed();
    config.keyFile = m_key->text().trimmed();
    config.limits.headBytes = m_head->value() * kibi;
    config.limits.fields = m_fields->value();
    config.limits.targetBytes = m_target->value() * kibi;
    config.limits.bodyBytes = m_body->value() * kibi * kibi;
    config.limits.connections = m_connections->value();
    config.limits.headTime = std::chrono::seconds(m_headTime->value());
    config.limits.bodyTime = std::chrono::seconds(m_bodyTime->value());
    config.limits.idleTime = std::chrono::seconds(m_idle->value());
    return config;
}

} // namespace hookworks

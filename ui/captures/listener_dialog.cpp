// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/listener_dialog.h"

#include "ui/captures/identity_form.h"
#include "ui/captures/limits_form.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/form.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/tokens.h"
#include "workbench/listen/listening.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <tuple>

namespace hookworks {

namespace {

/// Where it listens; another place makes a running one start again.
auto placeOf(const ListenerConfig& config)
{
    return std::tie(config.address, config.port, config.tls, config.certificateFile, config.keyFile,
                    config.passphrase, config.askClientCertificate, config.clientAuthorityFile);
}

/// `https://[::1]:8717`, or in words where any port may be taken.
QString placeWords(const ListenerConfig& config)
{
    const QString scheme = config.tls ? QStringLiteral("https") : QStringLiteral("http");
    const QString host = config.address.contains(u':') ? u'[' + config.address + u']' : config.address;
    return config.port > 0 ? QStringLiteral("%1://%2:%3").arg(scheme, host).arg(config.port)
                           : ListenerDialog::tr("%1://%2, on any free port").arg(scheme, host);
}

} // namespace

ListenerDialog::ListenerDialog(const ListenerConfig& config, QWidget* parent)
    : FormDialog(config.id ? tr("Listener %1").arg(config.name) : tr("New listener"), parent)
    , m_config(config)
    , m_name(new QLineEdit(config.name))
    , m_address(new QComboBox)
    , m_port(new QSpinBox)
    , m_exposed(new QCheckBox(tr("Let &other computers send to it")))
    , m_limits(new LimitsForm(config.limits))
    , m_limitsFold(new FoldSection(tr("Limits"), m_limits))
    , m_save(addDeed(config.id ? tr("Save") : tr("Add listener")))
{
    setObjectName(QStringLiteral("listenerDialog"));
    m_save->setObjectName(QStringLiteral("saveListener"));
    m_limitsFold->setObjectName(QStringLiteral("listenerLimits"));
    form().setLabelWidth(scaled(listenerLabelWidth));
    addAddress();
    form().addSection(tr("HTTPS"));
    m_identity = new IdentityForm(config, form());
    addPart(m_limitsFold);
    connect(m_identity, &IdentityForm::changed, this, [this] {
        check();
        fit();
    });
    connect(m_limitsFold, &FoldSection::toggled, this, &ListenerDialog::fit);
    connect(m_limits, &LimitsForm::changed, this, &ListenerDialog::check);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_save->setEnabled(false);
        emit chosen(edited());
    });
    check();
}

void ListenerDialog::addAddress()
{
    m_address->setEditable(true);
    m_address->addItems({QStringLiteral("127.0.0.1"), QStringLiteral("::1"), QStringLiteral("0.0.0.0"),
                         QStringLiteral("::")});
    m_address->setCurrentText(m_config.address);
    m_port->setRange(0, 65'535);
    m_port->setSpecialValueText(tr("Any free port"));
    m_port->setValue(m_config.port);
    m_exposed->setChecked(!isLoopbackAddress(m_config.address));
    m_exposed->setObjectName(QStringLiteral("listenerExposed"));
    m_nameProblem = form().addRow(tr("&Name"), m_name);
    m_addressProblem = form().addRow(tr("&Address"), m_address,
                                     tr("127.0.0.1 and ::1 are this computer alone, 0.0.0.0 and :: every "
                                        "network that it is on."));
    m_exposedProblem = form().addUnlabelled(m_exposed);
    form().addRow(tr("&Port"), m_port);
    connect(m_name, &QLineEdit::textChanged, this, &ListenerDialog::check);
    connect(m_address, &QComboBox::currentTextChanged, this, &ListenerDialog::check);
    connect(m_exposed, &QCheckBox::toggled, this, &ListenerDialog::check);
    connect(m_port, &QSpinBox::valueChanged, this, &ListenerDialog::check);
}

/// Says what is wrong beside its field; one cannot save it.
void ListenerDialog::check()
{
    const ListenerConfig config = edited();
    const bool exposed = !config.address.isEmpty() && !isLoopbackAddress(config.address);
    m_nameProblem->setProblem(config.name.isEmpty() ? tr("Give it a name.") : QString());
    m_addressProblem->setProblem(config.address.isEmpty() ? tr("Give it an address, such as 127.0.0.1.")
                                                          : QString());
    form().setRowVisible(m_exposed, exposed);
    m_exposedProblem->setProblem(exposed && !m_exposed->isChecked()
                                     ? tr("Other computers can reach this address. Tick the box if they may.")
                                     : QString(),
                                 Severity::Warning);
    m_limitsFold->setSummary(m_limits->summary());
    problem().clear();
    m_save->setEnabled(isReady());
    sayWhatWillHappen(isReady() ? whatWillHappen() : QString());
}

bool ListenerDialog::isReady() const
{
    for (const ProblemLabel* label : {m_nameProblem, m_addressProblem, m_exposedProblem}) {
        if (!label->problem().isEmpty())
            return false;
    }
    return m_identity->isGood() && m_limits->isGood();
}

QString ListenerDialog::whatWillHappen() const
{
    const ListenerConfig config = edited();
    const QString place = placeWords(config);
    if (!config.id)
        return tr("It takes requests at %1 once you start it.").arg(place);
    if (config == m_config)
        return tr("Nothing is changed yet.");
    if (!config.enabled)
        return tr("It will take requests at %1 once you start it.").arg(place);
    return placeOf(config) == placeOf(m_config)
               ? tr("It goes on listening; the change applies at once.")
               : tr("It starts again at %1, and the connections that are open end.").arg(place);
}

void ListenerDialog::end(const Result<void>& stored)
{
    if (stored)
        return accept();
    m_save->setEnabled(true);
    problem().tell(stored.error().message, Severity::Error, {}, false);
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

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_dialog.h"

#include "ui/captures/quota_dialog.h"
#include "ui/shell/appearance.h"
#include "ui/shell/key_field.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/text_label.h"
#include "workbench/listen/retention.h"
#include "workbench/session/destinations.h"
#include "workbench/session/workbench.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace hookworks {

namespace {

/// A field as wide as it needs, at its line's left.
QWidget* atLeft(QWidget* field, QWidget* beside = nullptr)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::normal);
    row->addWidget(field);
    if (beside)
        row->addWidget(beside);
    row->addStretch();
    line->setFocusProxy(field);
    return line;
}

} // namespace

SettingsDialog::SettingsDialog(Appearance& appearance, Workbench& workbench, const KeyRoom& key,
                               QWidget* parent)
    : FormDialog(tr("Settings"), parent)
    , m_appearance(appearance)
    , m_workbench(workbench)
    , m_publicOnly(new Switch)
    , m_quota(new ElidedLabel({}, Face::Body))
    , m_proxy(new QLineEdit)
{
    setObjectName(QStringLiteral("settingsDialog"));
    addAppearance();
    addSending();
    addCaptures();
    addSecrets(key);
    addClose();
    load();
}

void SettingsDialog::addAppearance()
{
    form().addHeading(tr("Appearance"));
    auto* theme = new SegmentedControl(tr("Theme"));
    theme->setObjectName(QStringLiteral("settingsTheme"));
    const auto themes = Appearance::themes();
    for (const auto& [choice, words] : themes) {
        const int index = theme->addSegment(words);
        if (choice == m_appearance.theme())
            theme->setCurrent(index);
    }
    connect(theme, &SegmentedControl::chosen, this,
            [this, themes](int index) { m_appearance.chooseTheme(themes[index].first); });
    form().addRow(tr("&Theme"), atLeft(theme), tr("System follows the desktop, light or dark."));
    auto* rows = new SegmentedControl(tr("Rows"));
    rows->setObjectName(QStringLiteral("settingsRows"));
    rows->addSegment(tr("Comfortable"));
    rows->addSegment(tr("Compact"));
    rows->setCurrent(m_appearance.compactRows() ? 1 : 0);
    connect(rows, &SegmentedControl::chosen, this,
            [this](int index) { m_appearance.setCompactRows(index == 1); });
    form().addRow(tr("&Rows"), atLeft(rows));
}

void SettingsDialog::addSending()
{
    form().addSection(tr("Sending"));
    m_publicOnly->setObjectName(QStringLiteral("settingsPublicOnly"));
    m_publicOnly->setAccessibleName(tr("Public addresses only"));
    m_problem =
        form().addRow(tr("&Public only"), atLeft(m_publicOnly),
                      tr("Attempts go to public addresses only: private, loopback, link-local and metadata "
                         "addresses are refused once the name is resolved. Kept in this workspace."));
    connect(m_publicOnly, &Switch::clicked, this, &SettingsDialog::setPublicOnly);
    m_proxy->setObjectName(QStringLiteral("settingsProxy"));
    m_proxy->setPlaceholderText(tr("None"));
    m_proxyProblem =
        form().addRow(tr("Pro&xy"), m_proxy,
                      tr("http://HOST:PORT or socks5://HOST:PORT, with USER:PASSWORD@ before the "
                         "host where it asks for one. "
                         "This computer's own addresses are reached without it. Kept in this "
                         "workspace, the password sealed."));
    connect(m_proxy, &QLineEdit::editingFinished, this, &SettingsDialog::setProxy);
}

void SettingsDialog::addCaptures()
{
    form().addSection(tr("Captures"));
    auto* change = new QPushButton(tr("&Change…"));
    change->setObjectName(QStringLiteral("settingsQuota"));
    change->setAccessibleName(tr("Change the quota for captures"));
    change->setAutoDefault(false);
    connect(change, &QPushButton::clicked, this, &SettingsDialog::editQuota);
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_quota, 1);
    row->addWidget(change);
    line->setFocusProxy(change);
    form().addRow(tr("&Quota"), line, tr("How many captures this workspace keeps, and for how long."));
}

void SettingsDialog::addSecrets(const KeyRoom& key)
{
    form().addSection(tr("Secrets"));
    auto* field = new KeyField(key);
    connect(field, &KeyField::changed, this, [this] { fit(); });
    form().addRow(tr("&Key"), field, tr("It seals tokens, passphrases and reports that list webhooks."));
}

void SettingsDialog::load()
{
    m_workbench.destinations().publicOnly().then(
        this, [this](const Result<bool>& only) { m_publicOnly->setChecked(only.value_or(false)); });
    m_workbench.destinations().proxy().then(this, [this](const Result<Proxy>& proxy) {
        showProxy(proxy.value_or(Proxy()));
        m_proxyProblem->setProblem(proxy ? QString() : proxy.error().message);
    });
    m_workbench.rows().retention.view().then(this, [this](const Result<RetentionView>& view) {
        m_quota->setText(view ? keptWords(*view) : view.error().message);
    });
}

/// The switch shows what is stored, not what was clicked.
void SettingsDialog::setPublicOnly(bool on)
{
    m_workbench.destinations().setPublicOnly(on).then(this, [this, on](const Result<void>& set) {
        m_publicOnly->setChecked(set ? on : !on);
        m_problem->setProblem(set ? QString() : set.error().message);
    });
}

/// Its password is never shown.
void SettingsDialog::showProxy(const Proxy& proxy)
{
    m_storedProxy = proxy;
    m_proxy->setText(urlOf(withoutPassword(proxy)));
}

/// A password that is not typed again stays with its user.
void SettingsDialog::setProxy()
{
    auto typed = proxyFromUrl(m_proxy->text());
    m_proxyProblem->setProblem(typed ? QString() : typed.error().message);
    if (!typed)
        return;
    if (withoutPassword(*typed) == withoutPassword(m_storedProxy) && typed->password.isEmpty())
        typed->password = m_storedProxy.password;
    if (*typed == m_storedProxy)
        return;
    m_workbench.destinations().setProxy(*typed).then(this, [this, proxy = *typed](const Result<void>& set) {
        m_proxyProblem->setProblem(set ? QString() : set.error().message);
        if (set)
            showProxy(proxy);
    });
}

void SettingsDialog::editQuota()
{
    m_workbench.rows().retention.view().then(this, [this](const Result<RetentionView>& view) {
        if (!view) {
            m_quota->setText(view.error().message);
            return;
        }
        auto* dialog = new QuotaDialog(m_workbench, *view, this);
        connect(dialog, &QDialog::accepted, this, &SettingsDialog::load);
        dialog->open();
    });
}

} // namespace hookworks

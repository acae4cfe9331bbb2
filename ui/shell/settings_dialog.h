// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/proxy.h"
#include "ui/widgets/form_dialog.h"

class QLineEdit;

namespace hookworks {

struct KeyRoom;

class Appearance;
class ElidedLabel;
class ProblemLabel;
class Switch;
class Workbench;

/// What is set once, in one place: how the program looks, where attempts may go and through which proxy, how
/// many captures are kept. Each takes effect at once.
class SettingsDialog final : public FormDialog
{
    Q_OBJECT
public:
    /// Both must outlive it.
    SettingsDialog(Appearance& appearance, Workbench& workbench, const KeyRoom& key, QWidget* parent);

private:
    void addAppearance();
    void addSending();
    void addCaptures();
    void addSecrets(const KeyRoom& key);
    void load();
    void setPublicOnly(bool on);
    void showProxy(const Proxy& proxy);
    void setProxy();
    void editQuota();

    Appearance& m_appearance;
    Workbench& m_workbench;
    Switch* m_publicOnly;
    ElidedLabel* m_quota;
    ProblemLabel* m_problem = nullptr;
    QLineEdit* m_proxy;
    ProblemLabel* m_proxyProblem = nullptr;
    Proxy m_storedProxy;
};

} // namespace hookworks

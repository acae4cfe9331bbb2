// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trust_step.h"
#include "ui/widgets/form_dialog.h"

namespace hookworks {

class Workbench;
struct AuthorityView;

/// The local authority behind the listeners' certificates: which it is, how to trust it, how to trust it no
/// more. Each fact and each command can be copied.
class TrustDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    TrustDialog(Workbench& workbench, QWidget* parent);

private:
    void showAuthority(const AuthorityView& authority);
    void addSteps(const QString& heading, const QList<TrustStep>& steps);
    void exportCertificate();

    Workbench& m_workbench;
};

} // namespace hookworks

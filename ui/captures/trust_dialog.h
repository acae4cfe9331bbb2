// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFormLayout;
class QPlainTextEdit;

namespace hookworks {

class ProblemLabel;
class Workbench;
struct AuthorityView;

/// The local authority behind the listeners' certificates: which it is, how to trust it, how to trust it no
/// more. Shown with open(); deletes itself when it is closed.
class TrustDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    TrustDialog(Workbench& workbench, QWidget* parent);

private:
    void arrange();
    void addFact(const QString& name, const QString& value);
    QPlainTextEdit* addText(const QString& title);
    void showAuthority(const AuthorityView& authority);
    void exportCertificate();

    Workbench& m_workbench;
    QFormLayout* m_facts;
    QPlainTextEdit *m_trust = nullptr, *m_remove = nullptr;
    ProblemLabel* m_problem;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/importer.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace hookworks {

class Form;
class InlineMessage;
class Workbench;

/// Asks for what stands in the place of a case's placeholders: a field each, whose value is not shown. What
/// is left empty can be filled later; a replay waits for it. Shown with open(); deletes itself when it is
/// closed.
class SecretsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `source`: of the case that is asked for (`d3`); empty: all cases of the workspace. `workbench` must
    /// outlive it.
    SecretsDialog(Workbench& workbench, const QString& source, QWidget* parent);

signals:
    void said(const QString& words);

private:
    struct Row
    {
        CaseSecret secret;
        QLineEdit* field;
    };

    void show(const QList<CaseSecret>& secrets);
    void addRow(const CaseSecret& secret);
    void save();
    /// The values of one case after the other.
    void saveNext(QMap<QString, PlaceholderValues> left, int filled);

    Workbench& m_workbench;
    QString m_source;
    Form* m_form;
    InlineMessage* m_problem;
    QPushButton* m_save;
    QList<Row> m_rows;
};

} // namespace hookworks

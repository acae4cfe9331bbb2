// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/sample_name_dialog.h"

#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"
#include "workbench/session/workbench.h"
#include "workbench/simulate/samples.h"

#include <QLineEdit>
#include <QPushButton>

namespace hookworks {

SampleNameDialog::SampleNameDialog(Workbench& workbench, const RowId& row, const QString& event,
                                   QWidget* parent)
    : FormDialog(tr("Save the body of %1 as a sample").arg(toString(row)), parent)
    , m_workbench(workbench)
    , m_row(row)
    , m_name(new QLineEdit)
    , m_keep(addDeed(tr("Save")))
{
    setObjectName(QStringLiteral("sampleName"));
    m_name->setMaxLength(static_cast<int>(longestSampleName));
    m_name->setText(event.isEmpty() ? tr("body of %1").arg(toString(row))
                                    : tr("%1 of %2").arg(event, toString(row)));
    m_name->selectAll();
    m_problem = form().addRow(tr("&Name"), m_name,
                              tr("Kept as it is, secrets included. Simulate offers it for its event."));
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_keep->setEnabled(!m_name->text().trimmed().isEmpty());
        m_problem->setProblem({});
    });
    connect(m_keep, &QPushButton::clicked, this, &SampleNameDialog::keep);
}

void SampleNameDialog::keep()
{
    m_workbench.rows()
        .samples.add(m_row, m_name->text())
        .then(this, [this](const Result<SampleBody>& sample) {
            if (!sample)
                return m_problem->setProblem(sample.error().message);
            emit said(tr("Kept as the sample “%1”.").arg(sample->name));
            accept();
        });
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/sample_name_dialog.h"

#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"
#include "workbench/session/workbench.h"
#include "workbench/simulate/samples.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

SampleNameDialog::SampleNameDialog(Workbench& workbench, const RowId& row, const QString& event,
                                   QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_row(row)
    , m_name(new QLineEdit)
    , m_keep(new QPushButton(tr("Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("sampleName"));
    setWindowTitle(tr("Save the body of %1 as a sample").arg(toString(row)));
    m_name->setMaxLength(static_cast<int>(longestSampleName));
    m_name->setText(event.isEmpty() ? tr("body of %1").arg(toString(row))
                                    : tr("%1 of %2").arg(event, toString(row)));
    m_name->selectAll();
    auto* form = new Form;
    m_problem = form->addRow(tr("&Name"), m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_keep, QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(form);
    column->addWidget(quietLabel(tr("Kept as it is, secrets included. Simulate offers it for its event.")));
    column->addWidget(buttons);
    m_keep->setDefault(true); // once it is the dialog's
    setMinimumWidth(formDialogWidth(*parent));
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_keep->setEnabled(!m_name->text().trimmed().isEmpty());
        m_problem->setProblem({});
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
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

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/column_dialog.h"

#include "ui/captures/body_cells.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

ColumnDialog::ColumnDialog(QWidget* parent)
    : QDialog(parent)
    , m_field(new QLineEdit)
    , m_add(new QPushButton(tr("Add")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("columnDialog"));
    setWindowTitle(tr("Add a column"));
    m_field->setPlaceholderText(QStringLiteral("$.meta.attempt"));
    auto* form = new Form;
    m_problem = form->addRow(tr("&Read from"), m_field,
                             tr("A path into the JSON body such as $.meta.attempt, a header such as "
                                "header.X-Tenant, or event. Bodies over 64 kB are not read."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_add, QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(form);
    column->addStretch();
    column->addWidget(buttons);
    m_add->setDefault(true); // once it is the dialog's
    setMinimumWidth(formDialogWidth(*parent));
    connect(m_field, &QLineEdit::textChanged, this, &ColumnDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (const auto field = readableField(m_field->text().trimmed()))
            emit chosen(*field);
        accept();
    });
    check();
}

void ColumnDialog::check()
{
    const QString typed = m_field->text().trimmed();
    const bool good = readableField(typed).has_value();
    m_add->setEnabled(good);
    m_problem->setProblem(good || typed.isEmpty()
                              ? QString()
                              : tr("Write a path that begins with $, header. and a name, or event."));
}

} // namespace hookworks

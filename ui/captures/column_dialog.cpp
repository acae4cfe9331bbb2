// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/column_dialog.h"

#include "ui/captures/body_cells.h"
#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"

#include <QLineEdit>
#include <QPushButton>

namespace hookworks {

ColumnDialog::ColumnDialog(QWidget* parent)
    : FormDialog(tr("Add a column"), parent)
    , m_field(new QLineEdit)
    , m_add(addDeed(tr("Add")))
{
    setObjectName(QStringLiteral("columnDialog"));
    m_field->setPlaceholderText(QStringLiteral("$.meta.attempt"));
    m_problem = form().addRow(tr("&Read from"), m_field,
                              tr("A path into the JSON body such as $.meta.attempt, a header such as "
                                 "header.X-Tenant, or event. Bodies over 64 kB are not read."));
    connect(m_field, &QLineEdit::textChanged, this, &ColumnDialog::check);
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

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/filter_name_dialog.h"

#include "ui/widgets/form.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/tokens.h"

#include <QLineEdit>
#include <QPushButton>

namespace hookworks {

namespace {

constexpr int longestName = 60;

} // namespace

FilterNameDialog::FilterNameDialog(const QString& filter, const QStringList& taken, QWidget* parent)
    : FormDialog(tr("Save this filter"), parent)
    , m_filter(filter)
    , m_taken(taken)
    , m_name(new QLineEdit(filter.left(longestName)))
    , m_save(addDeed(tr("Save")))
{
    setObjectName(QStringLiteral("filterName"));
    m_name->setMaxLength(longestName);
    m_name->selectAll();
    m_problem = form().addRow(tr("&Name"), m_name);
    connect(m_name, &QLineEdit::textChanged, this, &FilterNameDialog::check);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit named(m_name->text().trimmed(), m_filter);
        accept();
    });
    check();
}

void FilterNameDialog::check()
{
    const QString name = m_name->text().trimmed();
    m_save->setEnabled(!name.isEmpty());
    m_problem->setProblem(m_taken.contains(name) ? tr("The filter of that name is replaced.") : QString(),
                          Severity::Note);
}

} // namespace hookworks

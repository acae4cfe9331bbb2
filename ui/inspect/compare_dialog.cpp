// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/compare_dialog.h"

#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"
#include "workbench/session/workbench.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hookworks {

namespace {

QString kindWords(DifferenceLine::Kind kind)
{
    switch (kind) {
    case DifferenceLine::Kind::Same:
        return {};
    case DifferenceLine::Kind::Added:
        return CompareDialog::tr("added");
    case DifferenceLine::Kind::Removed:
        return CompareDialog::tr("removed");
    case DifferenceLine::Kind::Changed:
        return CompareDialog::tr("changed");
    }
    return {};
}

} // namespace

CompareDialog::CompareDialog(Workbench& workbench, const QString& left, const QString& right, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_left(left)
    , m_right(new QLineEdit(right))
    , m_words(new QLabel)
    , m_table(new QTableWidget(0, 4))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare %1").arg(left));
    m_right->setPlaceholderText(tr("c5 or d3"));
    m_right->setAccessibleName(tr("Compare with"));
    m_words->setTextFormat(Qt::PlainText);
    m_table->setAccessibleName(tr("Differences"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setMonospace(*m_table);
    auto* go = new QPushButton(tr("Compare"));
    go->setDefault(true);
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("%1 with").arg(left)));
    row->addWidget(m_right);
    row->addWidget(go);
    row->addWidget(m_words, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    resize(820, 480);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &CompareDialog::compare);
    if (!right.isEmpty())
        compare();
}

void CompareDialog::compare()
{
    const QString right = m_right->text().trimmed();
    m_workbench.differ().compare(m_left, right).then(this, [this](const Result<Difference>& difference) {
        if (difference)
            show(*difference);
        else
            m_words->setText(difference.error().message);
    });
}

void CompareDialog::show(const Difference& difference)
{
    m_words->setText(difference.same         ? tr("No difference.")
                     : difference.structural ? tr("Compared by value.")
                                             : tr("Compared by line."));
    m_table->setHorizontalHeaderLabels({tr("Place"), tr("Change"), m_left, m_right->text().trimmed()});
    m_table->setRowCount(static_cast<int>(difference.lines.size()));
    for (int row = 0; row < difference.lines.size(); ++row) {
        const DifferenceLine& line = difference.lines[row];
        const QString cells[] = {line.place, kindWords(line.kind), line.left, line.right};
        for (int column = 0; column < 4; ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(plainToolTip(cells[column]));
            m_table->setItem(row, column, item);
        }
    }
}

} // namespace hookworks

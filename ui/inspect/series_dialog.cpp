// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/series_dialog.h"

#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/comparison_table.h"
#include "ui/inspect/series_rows.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/text_label.h"
#include "workbench/inspect/differ.h"
#include "workbench/session/workbench.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr double mostOfWindow = 0.9;

QLineEdit* seriesField(const QString& text, const QString& name, const QString& hint)
{
    auto* field = new QLineEdit(text);
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    return field;
}

} // namespace

SeriesDialog::SeriesDialog(Workbench& workbench, const QString& left, const QString& right, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_left(seriesField(left, tr("Left series"), tr("d1, d1,d2 or d3..d9, or an HTTP archive")))
    , m_right(seriesField(right, tr("Right series"), tr("Each with the one before it")))
    , m_places(seriesField({}, tr("Fields to ignore"), tr("$.task_id, Date")))
    , m_count(new Badge)
    , m_ignored(new ElidedLabel({}, Face::Body, Colour::Quiet))
    , m_edit(new QPushButton(tr("Edit")))
    , m_problem(new InlineMessage)
    , m_table(new QTableView)
    , m_rows(new SeriesRows(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("seriesDialog"));
    setWindowTitle(tr("Compare series"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setBackgroundRole(QPalette::Base);
    m_places->setObjectName(QStringLiteral("ignoredPlaces"));
    makeTable();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeTop());
    column->addLayout(makeIgnored());
    column->addWidget(new Hairline);
    column->addWidget(m_problem);
    column->addWidget(m_table, 1);
    resize(QSize(scaled(900), scaled(560)).boundedTo(parentWidget()->window()->size() * mostOfWindow));
    if (!left.isEmpty())
        compare();
}

QHBoxLayout* SeriesDialog::makeTop()
{
    auto* swap = new QToolButton;
    swap->setText(QStringLiteral("⇄"));
    swap->setToolTip(tr("Change sides"));
    swap->setAccessibleName(tr("Change sides"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::wide, space::normal, space::wide, space::normal);
    row->setSpacing(space::normal);
    row->addWidget(m_left, 1);
    row->addWidget(fileButton(*m_left));
    row->addWidget(swap);
    row->addWidget(m_right, 1);
    row->addWidget(fileButton(*m_right));
    connect(swap, &QToolButton::clicked, this, [this] {
        const QString left = m_left->text();
        m_left->setText(m_right->text());
        m_right->setText(left);
        compare();
    });
    for (QLineEdit* field : {m_left, m_right})
        connect(field, &QLineEdit::returnPressed, this, [this] { compare(); });
    return row;
}

QWidget* SeriesDialog::fileButton(QLineEdit& field)
{
    auto* button = new QPushButton(tr("Archive…"));
    button->setAutoDefault(false);
    button->setAccessibleName(tr("Choose an HTTP archive"));
    connect(button, &QPushButton::clicked, this, [this, &field] {
        FileQuestion question;
        question.title = tr("HTTP archive to compare");
        question.filters = tr("HTTP archives (*.har);;All files (*)");
        askForFile(*this, question, [this, &field](const QString& file) {
            field.setText(file);
            compare();
        });
    });
    return button;
}

QHBoxLayout* SeriesDialog::makeIgnored()
{
    setLook(*m_edit, ButtonLook::Link);
    m_edit->setAutoDefault(false);
    m_edit->setObjectName(QStringLiteral("editIgnored"));
    m_edit->setToolTip(tr("Change what is not counted, here and next time"));
    m_places->hide();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::wide, 0, space::wide, space::normal);
    row->setSpacing(space::normal);
    row->addWidget(m_count);
    row->addWidget(m_ignored);
    row->addWidget(m_places, 1);
    row->addWidget(m_edit);
    row->addStretch();
    connect(m_edit, &QPushButton::clicked, this, &SeriesDialog::editIgnored);
    connect(m_places, &QLineEdit::returnPressed, this, &SeriesDialog::keepIgnored);
    return row;
}

void SeriesDialog::makeTable()
{
    prepareComparisonTable(*m_table, *m_rows, tr("Pairs"));
    const CellLook name{Face::Code, Colour::Text, Qt::ElideLeft};
    for (int column = 0; column < SeriesRows::ColumnCount; ++column)
        m_table->setItemDelegateForColumn(
            column, new CellDelegate(column <= SeriesRows::Right ? name : CellLook(), this));
    QHeaderView& header = *m_table->horizontalHeader();
    header.setSectionResizeMode(QHeaderView::Stretch);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_table, &QTableView::clicked, this, &SeriesDialog::openPair);
    connect(m_table, &QTableView::activated, this, &SeriesDialog::openPair);
}

void SeriesDialog::compare(const std::optional<QStringList>& ignore)
{
    if (m_left->text().trimmed().isEmpty())
        return;
    m_workbench.differ()
        .compareSeries(m_left->text().trimmed(), m_right->text().trimmed(), ignore)
        .then(this, [this, question = ++m_question](const Result<SeriesComparison>& series) {
            if (question == m_question)
                take(series);
        });
}

void SeriesDialog::take(const Result<SeriesComparison>& series)
{
    m_problem->clear();
    if (!series) {
        m_problem->tell(series.error().message, Severity::Error, {}, false);
        return;
    }
    m_series = *series;
    m_rows->show(m_series.pairs);
    if (m_series.pairs.isEmpty()) {
        m_count->setLook({});
        m_problem->tell(tr("%1 is a single request: there is nothing to compare it with. Name a second "
                           "series, or one with several requests.")
                            .arg(m_left->text().trimmed()),
                        Severity::Note, {}, false);
        return;
    }
    const int differing = m_series.differing();
    m_count->setLook(
        differing == 0
            ? BadgeLook{tr("No difference"), StateKind::Delivered}
            : BadgeLook{tr("%1 of %2 differ").arg(differing).arg(m_series.pairs.size()), StateKind::Failed});
    m_ignored->setText(m_series.ignore.isEmpty()
                           ? tr("Nothing is ignored")
                           : tr("Ignored: %1").arg(m_series.ignore.join(QStringLiteral(", "))));
    if (m_series.cut)
        m_problem->tell(tr("There are more; the first %1 are compared.").arg(m_series.pairs.size()),
                        Severity::Note, {}, false);
}

void SeriesDialog::editIgnored()
{
    if (!m_places->isHidden())
        return keepIgnored();
    m_places->setText(m_series.ignore.join(QStringLiteral(", ")));
    m_ignored->hide();
    m_places->show();
    m_places->setFocus();
    m_edit->setText(tr("Done"));
}

void SeriesDialog::keepIgnored()
{
    QStringList places;
    for (const QString& each : m_places->text().split(u',')) {
        if (!each.trimmed().isEmpty())
            places << each.trimmed();
    }
    m_places->hide();
    m_ignored->show();
    m_edit->setText(tr("Edit"));
    m_workbench.differ().setIgnored(m_series.provider, places).then(this, [this](const Result<void>& stored) {
        if (!stored)
            m_problem->tell(stored.error().message, Severity::Error, {}, false);
    });
    compare(places);
}

/// A double click is one.
void SeriesDialog::openPair(const QModelIndex& index)
{
    const SeriesPair pair = m_rows->pair(index.row());
    if (!pair.isWhole() || findChild<CompareDialog*>())
        return;
    (new CompareDialog(m_workbench, pair.left, pair.right, this))->open();
}

} // namespace hookworks

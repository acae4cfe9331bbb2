// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/compare_dialog.h"

#include "ui/inspect/compare_delegate.h"
#include "ui/inspect/compare_rows.h"
#include "ui/inspect/comparison_table.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "workbench/listen/captures.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr int offered = 50;
constexpr double largestShare = 0.9; ///< of the window below

QComboBox* sideBox(const QString& id, const QString& name)
{
    auto* box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setAccessibleName(name);
    box->setMinimumContentsLength(6);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setEditText(id);
    return box;
}

/// `c118 report.failed 09:40` begins with the id; the name of an archive's entry may have spaces.
QString idIn(const QComboBox& box)
{
    static const QRegularExpression entry(QStringLiteral("^/.+#\\d+(?=\\s|$)"));
    const QString text = box.currentText().trimmed();
    const auto match = entry.match(text);
    return match.hasMatch() ? match.captured() : text.section(u' ', 0, 0);
}

/// The day only where it is not today.
QString sideWords(const ComparedSide& side)
{
    const QString at = exactTime(side.at).section(u'.', 0, 0), day = at.section(u' ', 0, 0);
    const bool isToday = day == QDate::currentDate().toString(Qt::ISODate);
    QStringList words{side.id, side.words, isToday ? at.section(u' ', 1) : at};
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace

CompareDialog::CompareDialog(Workbench& workbench, const QString& left, const QString& right, QWidget* parent)
    : CompareDialog(workbench, left, right, std::nullopt, parent)
{
}

CompareDialog::CompareDialog(Workbench& workbench, const NamedBody& left, const NamedBody& right,
                             const QString& provider, QWidget* parent)
    : CompareDialog(workbench, left.name, right.name, Bodies{left, right, provider}, parent)
{
}

CompareDialog::CompareDialog(Workbench& workbench, const QString& left, const QString& right,
                             const std::optional<Bodies>& bodies, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_left(sideBox(left, tr("Left")))
    , m_right(sideBox(right, tr("Compare with")))
    , m_by(new SegmentedControl(tr("Compare by")))
    , m_only(new QPushButton(tr("Only differences")))
    , m_add(new QPushButton(tr("+ Ignore")))
    , m_count(new Badge)
    , m_about(new ElidedLabel({}, Face::Body, Colour::Quiet))
    , m_chips(new QHBoxLayout)
    , m_problem(new InlineMessage)
    , m_table(new QTableView)
    , m_rows(new CompareRows(this))
    , m_bodies(bodies)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare %1").arg(left));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setBackgroundRole(QPalette::Base);
    makeTable();
    arrange();
    auto* next = new QAction(tr("Next difference"), this);
    next->setShortcut(QKeySequence(Qt::Key_F8));
    connect(next, &QAction::triggered, this, &CompareDialog::goToNext);
    addAction(next);
    if (m_bodies) {
        for (QComboBox* box : {m_left, m_right})
            box->setEnabled(false);
    } else {
        listCaptures();
    }
    compare();
}

QHBoxLayout* CompareDialog::makeTop()
{
    auto* swap = new QToolButton;
    swap->setText(QStringLiteral("⇄"));
    swap->setToolTip(tr("Change sides"));
    swap->setAccessibleName(tr("Change sides"));
    for (const QString& words : {tr("Fields"), tr("Text"), tr("Bytes")})
        m_by->addSegment(words);
    m_by->setObjectName(QStringLiteral("compareBy"));
    m_only->setCheckable(true);
    m_only->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::wide, space::normal, space::wide, space::normal);
    row->setSpacing(space::normal);
    row->addWidget(m_left, 1);
    row->addWidget(swap);
    row->addWidget(m_right, 1);
    row->addWidget(m_by);
    row->addWidget(m_only);
    connect(swap, &QToolButton::clicked, this, &CompareDialog::swap);
    connect(m_by, &SegmentedControl::chosen, this, &CompareDialog::showRows);
    connect(m_only, &QPushButton::toggled, this, &CompareDialog::showRows);
    for (QComboBox* box : {m_left, m_right}) {
        connect(box, &QComboBox::activated, this, [this] { compare(); });
        connect(box->lineEdit(), &QLineEdit::returnPressed, this, [this] { compare(); });
    }
    return row;
}

QHBoxLayout* CompareDialog::makeIgnored()
{
    setLook(*m_add, ButtonLook::Link);
    m_add->setAutoDefault(false);
    m_add->setObjectName(QStringLiteral("ignoreField"));
    m_add->setToolTip(tr("Do not count the chosen field, here and next time"));
    m_chips->setSpacing(space::tight);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::wide, 0, space::wide, space::normal);
    row->setSpacing(space::normal);
    row->addWidget(m_count);
    row->addWidget(m_about);
    row->addLayout(m_chips);
    row->addWidget(m_add);
    row->addStretch(1);
    row->addWidget(new ElidedLabel(tr("F8 next difference"), Face::Caption, Colour::Quiet));
    connect(m_add, &QPushButton::clicked, this, &CompareDialog::ignoreChosen);
    return row;
}

void CompareDialog::makeTable()
{
    prepareComparisonTable(*m_table, *m_rows, tr("Differences"));
    m_table->setItemDelegate(new CompareDelegate(this));
    QHeaderView& header = *m_table->horizontalHeader();
    header.setMinimumSectionSize(scaled(26));
    header.setSectionResizeMode(CompareRows::Left, QHeaderView::Stretch);
    header.setSectionResizeMode(CompareRows::Right, QHeaderView::Stretch);
    header.resizeSection(CompareRows::Place, scaled(220));
    header.resizeSection(CompareRows::Mark, scaled(26));
}

void CompareDialog::arrange()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeTop());
    column->addLayout(makeIgnored());
    column->addWidget(new Hairline);
    column->addWidget(m_problem);
    column->addWidget(m_table, 1);
    resize(QSize(scaled(1080), scaled(640)).boundedTo(parentWidget()->window()->size() * largestShare));
}

/// What both sides offer: the newest captures.
void CompareDialog::listCaptures()
{
    CaptureFilter filter;
    filter.limit = offered;
    filter.heads = false;
    m_workbench.captures().find(filter).then(this, [this](const Result<CapturePage>& page) {
        if (!page)
            return;
        for (QComboBox* box : {m_left, m_right}) {
            const QString typed = box->currentText();
            for (const Capture& capture : page->rows)
                box->addItem(
                    QStringLiteral("%1 %2").arg(capture.id.toString(), exactTime(capture.receivedAt)));
            box->setEditText(typed);
        }
    });
}

Answer<Comparison> CompareDialog::asked(const std::optional<QStringList>& ignore)
{
    return m_bodies ? m_workbench.differ().compareBodyFields(m_bodies->left, m_bodies->right,
                                                             m_bodies->provider, ignore)
                    : m_workbench.differ().compareFields(idIn(*m_left), idIn(*m_right), ignore);
}

void CompareDialog::compare(const std::optional<QStringList>& ignore)
{
    asked(ignore).then(this, [this, question = ++m_question](const Result<Comparison>& comparison) {
        if (question == m_question)
            take(comparison);
    });
}

void CompareDialog::take(const Result<Comparison>& comparison)
{
    m_problem->clear();
    if (!comparison) {
        m_problem->tell(comparison.error().message, Severity::Error, {}, false);
        return;
    }
    m_comparison = *comparison;
    m_left->setEditText(sideWords(comparison->left));
    m_right->setEditText(sideWords(comparison->right));
    for (QComboBox* box : {m_left, m_right})
        box->lineEdit()->setCursorPosition(0); // its beginning tells them apart
    setWindowTitle(tr("Compare %1 with %2").arg(comparison->left.id, comparison->right.id));
    m_by->setSegmentEnabled(1, !comparison->text.isEmpty());
    showIgnored();
    showRows();
}

void CompareDialog::showRows()
{
    if (!m_comparison)
        return;
    const auto by = static_cast<CompareRows::By>(m_by->current());
    m_rows->show(*m_comparison, by, m_only->isChecked());
    m_table->horizontalHeader()->setSectionHidden(CompareRows::Place, by == CompareRows::By::Text);
    m_only->setEnabled(by != CompareRows::By::Bytes);
    m_add->setEnabled(by == CompareRows::By::Fields);
    m_table->clearSpans();
    for (int row = 0; by == CompareRows::By::Fields && row < m_rows->rowCount(); ++row) {
        if (m_rows->row(row).isHeading)
            m_table->setSpan(row, CompareRows::Left, 1, CompareRows::Right);
    }
}

void CompareDialog::showIgnored()
{
    const int differences = m_comparison->differences();
    m_count->setLook(differences == 0 ? BadgeLook{tr("No difference"), StateKind::Delivered}
                                      : BadgeLook{differences == 1 ? tr("1 difference")
                                                                   : tr("%1 differences").arg(differences),
                                                  StateKind::Failed});
    const QString sameBytes = differences == 0 ? tr("The same bytes") : tr("The requests are the same bytes");
    m_about->setText(m_comparison->sameBytes       ? sameBytes
                     : m_comparison->ignored() > 0 ? tr("%1 ignored by").arg(m_comparison->ignored())
                                                   : tr("Ignored:"));
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    constexpr qsizetype most = 6;
    for (const QString& place : m_comparison->ignore.first(std::min(m_comparison->ignore.size(), most))) {
        auto* chip = new FilterChip(place.left(40));
        chip->setToolTip(tr("Count it again"));
        chip->setAccessibleName(tr("Count %1 again").arg(place));
        chip->setAccessibleDescription(tr("Delete counts it again"));
        m_chips->addWidget(chip);
        connect(chip, &FilterChip::removeWanted, this, [this, place] { ignore(place, false); });
    }
}

void CompareDialog::swap()
{
    const QString left = m_left->currentText();
    m_left->setEditText(m_right->currentText());
    m_right->setEditText(left);
    if (m_bodies)
        std::swap(m_bodies->left, m_bodies->right);
    compare();
}

void CompareDialog::ignore(const QString& place, bool ignored)
{
    QStringList list = m_comparison->ignore;
    list.removeAll(place);
    if (ignored)
        list << place;
    m_workbench.differ()
        .setIgnored(m_comparison->provider, list)
        .then(this, [this](const Result<void>& stored) {
            if (!stored)
                m_problem->tell(stored.error().message, Severity::Error, {}, false);
        });
    compare(list);
}

void CompareDialog::ignoreChosen()
{
    const CompareRow row = m_rows->row(m_table->currentIndex().row());
    if (m_comparison && m_table->currentIndex().isValid() && !row.isHeading)
        ignore(row.place, true);
}

void CompareDialog::goToNext()
{
    const int row =
        m_rows->nextDifference(m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1);
    if (row >= 0)
        m_table->setCurrentIndex(
            m_rows->index(row, m_by->current() == 1 ? CompareRows::Left : CompareRows::Place));
}

} // namespace hookworks

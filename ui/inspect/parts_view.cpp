// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/parts_view.h"

#include "ui/widgets/byte_text.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/text_label.h"
#include "workbench/session/saved_file.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qsizetype shownContent = 4096;

/// Of a name from the wire only what may be a file's own name.
QString safeName(const FormPart& part)
{
    QString name = QFileInfo(part.fileName.section(u'\\', -1)).fileName();
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c == u'/' || c == u':'; });
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("part.bin") : name.left(100);
}

} // namespace

PartsView::PartsView(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget)
    , m_save(new QPushButton(tr("Save…")))
    , m_result(new ElidedLabel({}, Face::Caption, Colour::Quiet))
{
    m_list->setColumnCount(4);
    m_list->setHeaderLabels({tr("Name"), tr("Type"), tr("Size"), tr("Content")});
    m_list->header()->setObjectName(QStringLiteral("formParts"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Parts of the form"));
    m_list->setItemDelegate(new CellDelegate({Face::Code}, this));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    row->addWidget(m_result, 1);
    row->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &PartsView::saveChosen);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &PartsView::updateSave);
    updateSave();
}

void PartsView::setParts(const QList<FormPart>& parts)
{
    if (parts == m_parts)
        return;
    m_parts = parts;
    m_list->clear();
    for (const FormPart& part : parts) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(0, visibleBytes(part.name.toUtf8()));
        item->setText(
            1, visibleBytes((part.fileName.isEmpty() ? part.type
                                                     : QStringLiteral("%1 %2").arg(part.fileName, part.type))
                                .toUtf8()));
        item->setText(2, sizeWords(part.content.size()));
        item->setText(3, visibleBytes(part.content.left(shownContent)));
    }
    m_result->setText({});
    if (!parts.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    updateSave();
}

void PartsView::updateSave()
{
    m_save->setEnabled(m_list->currentItem() != nullptr);
}

void PartsView::saveChosen()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || row >= m_parts.size())
        return;
    FileQuestion question;
    question.title = tr("Save the part");
    question.save = true;
    question.suggestedName = safeName(m_parts[row]);
    askForFile(*this, question, [this, content = m_parts[row].content](const QString& file) {
        const Result<void> saved = saveFile(file, content);
        m_result->setText(saved ? tr("Saved as %1").arg(file) : saved.error().message);
    });
}

bool PartsView::find(const QString& text, bool forward)
{
    const int count = m_list->topLevelItemCount();
    const int from = m_list->currentItem() ? m_list->indexOfTopLevelItem(m_list->currentItem()) : -1;
    for (int step = 1; step <= count; ++step) {
        QTreeWidgetItem* item =
            m_list->topLevelItem(((from + (forward ? step : -step)) % count + count) % count);
        for (int column = 0; column < m_list->columnCount(); ++column) {
            if (item->text(column).contains(text, Qt::CaseInsensitive)) {
                m_list->setCurrentItem(item);
                return true;
            }
        }
    }
    return false;
}

void PartsView::restartFind()
{
    m_list->setCurrentItem(nullptr);
}

} // namespace hookworks

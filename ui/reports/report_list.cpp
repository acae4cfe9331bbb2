// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_list.h"

#include "ui/widgets/text_views.h"
#include "ui/widgets/theme.h"
#include "workbench/design/designer.h"

#include <QStyledItemDelegate>

namespace hookworks {

namespace {
constexpr int idRole = Qt::UserRole;

/// Headings are quiet, in the colours of the theme as it is when they are painted.
class HeadingDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.parent().isValid())
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
};

} // namespace

ReportList::ReportList(const Providers& providers, QWidget* parent)
    : QTreeWidget(parent)
    , m_providers(providers)
{
    setObjectName(QStringLiteral("reports"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setIndentation(12);
    setAccessibleName(tr("Reports"));
    setItemDelegate(new HeadingDelegate(this));
    connect(this, &QTreeWidget::currentItemChanged, this, &ReportList::chosen);
}

void ReportList::setReports(const QList<Report>& reports)
{
    const auto before = current();
    const QSignalBlocker blocker(this);
    clear();
    for (const ProviderInfo& provider : m_providers.all()) {
        QTreeWidgetItem* group = nullptr;
        for (const Report& report : reports) {
            if (report.provider != provider.key)
                continue;
            if (!group) {
                group = new QTreeWidgetItem(this, {provider.title});
                group->setFlags(Qt::ItemIsEnabled);
            }
            auto* item = new QTreeWidgetItem(group, {report.name});
            item->setData(0, idRole, report.id.toString());
            item->setToolTip(0, plainToolTip(report.name));
        }
    }
    expandAll();
    setFilter(m_filter);
    if (before)
        select(*before);
}

void ReportList::setFilter(const QString& text)
{
    m_filter = text;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = topLevelItem(i);
        const bool whole = group->text(0).contains(text, Qt::CaseInsensitive);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            const bool shown = whole || group->child(j)->text(0).contains(text, Qt::CaseInsensitive);
            group->child(j)->setHidden(!shown);
            any = any || shown;
        }
        group->setHidden(!any);
    }
}

std::optional<ReportId> ReportList::current() const
{
    return currentItem() ? ReportId::parse(currentItem()->data(0, idRole).toString()) : std::nullopt;
}

bool ReportList::select(ReportId id)
{
    QTreeWidgetItemIterator it(this);
    for (; *it; ++it) {
        if ((*it)->data(0, idRole).toString() != id.toString())
            continue;
        setCurrentItem(*it);
        return true;
    }
    return false;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_memory.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>

namespace hookworks {

namespace {

/// Calls `visit(key, part)` for each splitter and each view's header with a name.
template <class Visit>
void visitParts(const QWidget& widget, const QString& prefix, Visit visit)
{
    for (auto* splitter : widget.findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty() && !splitter->objectName().startsWith(u"qt_"))
            visit(prefix + u'/' + splitter->objectName(), splitter);
    }
    for (auto* view : widget.findChildren<QAbstractItemView*>()) {
        if (view->objectName().isEmpty() || view->property("remembersItself").toBool())
            continue; // a live list keeps its columns in the workspace
        if (auto* table = qobject_cast<QTableView*>(view))
            visit(prefix + u'/' + view->objectName(), table->horizontalHeader());
        else if (auto* tree = qobject_cast<QTreeView*>(view); tree && !tree->isHeaderHidden())
            visit(prefix + u'/' + view->objectName(), tree->header());
    }
}

} // namespace

void restoreParts(QWidget& widget, const QString& prefix, const WindowMemory& memory)
{
    visitParts(widget, prefix, [&memory](const QString& key, auto* part) {
        if (const QByteArray state = memory.value(key).toByteArray(); !state.isEmpty())
            part->restoreState(state);
    });
}

void rememberParts(const QWidget& widget, const QString& prefix, const WindowMemory& memory)
{
    visitParts(widget, prefix,
               [&memory](const QString& key, auto* part) { memory.setValue(key, part->saveState()); });
}

} // namespace hookworks

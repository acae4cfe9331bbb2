// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/copy_rows.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QWidget>

namespace hookworks {

namespace {

struct CopyRowsText
{
    Q_DECLARE_TR_FUNCTIONS(CopyRows)
};

} // namespace

void addCopyActions(QWidget& view, const std::function<QString(bool withSecrets)>& text)
{
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const bool withSecrets : {false, true}) {
        auto* copy = new QAction(
            withSecrets ? CopyRowsText::tr("Copy with secrets") : CopyRowsText::tr("Copy"), &view);
        if (!withSecrets)
            copy->setShortcut(QKeySequence::Copy);
        copy->setShortcutContext(Qt::WidgetShortcut);
        QObject::connect(copy, &QAction::triggered, &view,
                         [text, withSecrets] { QGuiApplication::clipboard()->setText(text(withSecrets)); });
        view.addAction(copy);
    }
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copy_button.h"

#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace hookworks {

CopyButton::CopyButton(std::function<QString()> text, QWidget* parent)
    : QToolButton(parent)
{
    setIcon(themedIcon(QStringLiteral("edit-copy")));
    setAutoRaise(true);
    setToolTip(tr("Copy"));
    setAccessibleName(tr("Copy"));
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, this, [this, text = std::move(text)] {
        QGuiApplication::clipboard()->setText(text());
        setIcon(themedIcon(QStringLiteral("object-select")));
        QTimer::singleShot(std::chrono::seconds(1), this,
                           [this] { setIcon(themedIcon(QStringLiteral("edit-copy"))); });
    });
}

} // namespace hookworks

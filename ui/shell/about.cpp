// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about.h"

#include "ui/widgets/form.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace hookworks {

namespace {

QLabel* line(const QString& text)
{
    return new TextLabel(text, Face::Body);
}

QDialog* dialogOver(QWidget& window, const QString& title)
{
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::broad, space::broad, space::broad, space::wide);
    column->setSpacing(space::normal);
    column->addWidget(new TextLabel(title, Face::Title));
    return dialog;
}

void finish(QDialog& dialog)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    dialog.layout()->addWidget(buttons);
    dialog.show();
}

} // namespace

void showAbout(QWidget& window)
{
    QDialog* dialog = dialogOver(window, QStringLiteral("Hookworks"));
    dialog->layout()->addWidget(
        line(QCoreApplication::translate("hookworks", "Webhook workbench for report platforms")));
    dialog->layout()->addWidget(line(
        QCoreApplication::translate("hookworks", "Version %1").arg(QCoreApplication::applicationVersion())));
    dialog->layout()->addWidget(quietLabel(QCoreApplication::translate(
        "hookworks",
        "Free software under the GNU General Public License, version 3 or later. It sends nothing anywhere "
        "but to the addresses of your webhooks.")));
    finish(*dialog);
}

} // namespace hookworks

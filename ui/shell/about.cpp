// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about.h"

#include "ui/widgets/form.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
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

void showKeys(QWidget& window)
{
    static constexpr std::pair<const char*, const char*> keys[] = {
        {"Alt+1…5", QT_TRANSLATE_NOOP("hookworks", "Reports, Webhooks, Simulate, Deliveries, Captures")},
        {"Ctrl+K", QT_TRANSLATE_NOOP("hookworks", "Find anything")},
        {"Ctrl+,", QT_TRANSLATE_NOOP("hookworks", "Settings")},
        {"Ctrl+F", QT_TRANSLATE_NOOP("hookworks", "Filter the list")},
        {"Ctrl+N", QT_TRANSLATE_NOOP("hookworks", "New report, webhook or rule")},
        {"Ctrl+Enter", QT_TRANSLATE_NOOP("hookworks", "Send")},
        {"R", QT_TRANSLATE_NOOP("hookworks", "Retry the selected delivery")},
        {"Del", QT_TRANSLATE_NOOP("hookworks", "Delete, with undo")},
        {"Shift+Del", QT_TRANSLATE_NOOP("hookworks", "Remove deliveries, with undo")},
        {"1…6, 0", QT_TRANSLATE_NOOP("hookworks", "Mark the selected rows with a colour, or with none")},
        {"N", QT_TRANSLATE_NOOP("hookworks", "Write a note on the selected rows")},
        {"Ctrl+Z", QT_TRANSLATE_NOOP("hookworks", "Undo")},
        {"Ctrl+L", QT_TRANSLATE_NOOP("hookworks", "Listener on or off")},
        {"Ctrl+P", QT_TRANSLATE_NOOP("hookworks", "Pause the clock")},
        {"Ctrl+J", QT_TRANSLATE_NOOP("hookworks", "Jump to the next due attempt")},
        {"F1", QT_TRANSLATE_NOOP("hookworks", "This list")}};
    QDialog* dialog = dialogOver(window, QCoreApplication::translate("hookworks", "Keys"));
    auto* list = new QWidget;
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::section);
    grid->setColumnStretch(1, 1);
    for (const auto& [key, deed] : keys) {
        const int row = grid->rowCount();
        grid->addWidget(new TextLabel(QString::fromUtf8(key), Face::Strong), row, 0);
        grid->addWidget(line(QCoreApplication::translate("hookworks", deed)), row, 1);
    }
    QScrollArea* area = scrolling(list);
    area->setAccessibleName(dialog->windowTitle()); // so that the arrow keys can scroll it
    dialog->layout()->addWidget(area);
    dialog->resize(QSize(sized(Size::DialogWidth), sized(Size::DialogHeight)).boundedTo(window.size()));
    finish(*dialog);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about.h"

#include "ui/widgets/form.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hookworks {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

QLabel* line(const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QDialog* dialogOver(QWidget& window, const QString& title)
{
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    QLabel* heading = line(title);
    heading->setFont(titleFont(heading->font()));
    column->addWidget(heading);
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
        line(words(QT_TRANSLATE_NOOP("hookworks", "Webhook workbench for report platforms"))));
    dialog->layout()->addWidget(line(
        words(QT_TRANSLATE_NOOP("hookworks", "Version %1")).arg(QCoreApplication::applicationVersion())));
    dialog->layout()->addWidget(quietLabel(words(QT_TRANSLATE_NOOP(
        "hookworks",
        "Free software under the GNU General Public License, version 3 or later. It sends nothing anywhere "
        "but to the addresses of your webhooks."))));
    finish(*dialog);
}

void showKeys(QWidget& window)
{
    static constexpr std::pair<const char*, const char*> keys[] = {
        {"Alt+1…5", QT_TRANSLATE_NOOP("hookworks", "Reports, Webhooks, Simulate, Deliveries, Captures")},
        {"Ctrl+K", QT_TRANSLATE_NOOP("hookworks", "Find anything")},
        {"Ctrl+F", QT_TRANSLATE_NOOP("hookworks", "Filter the list")},
        {"Ctrl+N", QT_TRANSLATE_NOOP("hookworks", "New report, webhook or rule")},
        {"Ctrl+Enter", QT_TRANSLATE_NOOP("hookworks", "Send")},
        {"R", QT_TRANSLATE_NOOP("hookworks", "Retry the selected delivery")},
        {"Del", QT_TRANSLATE_NOOP("hookworks", "Delete, with undo")},
        {"Ctrl+Z", QT_TRANSLATE_NOOP("hookworks", "Undo")},
        {"Ctrl+L", QT_TRANSLATE_NOOP("hookworks", "Listener on or off")},
        {"Ctrl+P", QT_TRANSLATE_NOOP("hookworks", "Pause the clock")},
        {"Ctrl+J", QT_TRANSLATE_NOOP("hookworks", "Jump to the next due attempt")},
        {"F1", QT_TRANSLATE_NOOP("hookworks", "This list")}};
    QDialog* dialog = dialogOver(window, words(QT_TRANSLATE_NOOP("hookworks", "Keys")));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    for (const auto& [key, deed] : keys) {
        const int row = grid->rowCount();
        grid->addWidget(line(QString::fromUtf8(key)), row, 0);
        grid->addWidget(line(words(deed)), row, 1);
    }
    static_cast<QVBoxLayout*>(dialog->layout())->addLayout(grid);
    finish(*dialog);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/file_dialog.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace hookworks {

QString documentsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return !documents.isEmpty() && QDir(documents).exists() ? documents : QDir::homePath();
}

void askForFile(QWidget& parent, const FileQuestion& question,
                const std::function<void(const QString& file)>& chosen)
{
    auto* dialog = new QFileDialog(&parent, question.title, documentsFolder(), question.filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDefaultSuffix(question.suffix);
    dialog->setAcceptMode(question.save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(question.save ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (!question.suggestedName.isEmpty())
        dialog->selectFile(question.suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent, chosen);
    dialog->open();
}

} // namespace hookworks

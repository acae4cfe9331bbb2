// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/file_field.h"

#include "ui/widgets/file_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace hookworks {

FileField::FileField(const QString& name, const QString& file, const QString& filter, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_filter(filter)
    , m_line(new QLineEdit(file))
{
    m_line->setAccessibleName(name);
    auto* browse = new QToolButton;
    browse->setText(tr("Browse…"));
    browse->setAccessibleName(tr("Browse: %1").arg(name));
    browse->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line, 1);
    row->addWidget(browse);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &FileField::changed);
    connect(browse, &QToolButton::clicked, this, &FileField::browse);
}

QString FileField::file() const
{
    return m_line->text().trimmed();
}

QString FileField::problem() const
{
    if (file().isEmpty() || QFileInfo(file()).isFile())
        return {};
    return tr("There is no such file.");
}

void FileField::browse()
{
    auto* dialog = new QFileDialog(
        this, m_name, file().isEmpty() ? documentsFolder() : QFileInfo(file()).absolutePath(), m_filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_line, &QLineEdit::setText);
    dialog->open();
}

} // namespace hookworks

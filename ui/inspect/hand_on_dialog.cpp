// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/hand_on_dialog.h"

#include "ui/inspect/copy_as.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/paged_text.h"
#include "ui/widgets/text_label.h"
#include "workbench/session/saved_file.h"
#include "workbench/session/workbench.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

QString placeWords(qsizetype places)
{
    return places == 1 ? HandOnDialog::tr("1 place") : HandOnDialog::tr("%1 places").arg(places);
}

} // namespace

HandOnDialog::HandOnDialog(Workbench& workbench, const QStringList& ids, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_ids(ids)
    , m_format(new QComboBox)
    , m_secrets(new QCheckBox(tr("With secrets")))
    , m_name(new QLineEdit)
    , m_mask(new QPushButton(tr("Mask")))
    , m_copy(new QPushButton(tr("Copy")))
    , m_save(new QPushButton(tr("Save…")))
    , m_about(new TextLabel({}, Face::Caption, Colour::Quiet))
    , m_problem(new InlineMessage)
    , m_preview(new PagedText(tr("What will leave")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("handOnDialog"));
    setWindowTitle(ids.size() == 1 ? tr("Export %1").arg(ids.first())
                                   : tr("Export %1 requests").arg(ids.size()));
    m_format->setObjectName(QStringLiteral("handOnFormat"));
    m_format->setAccessibleName(tr("Form"));
    for (const ExportFormat each : exportFormats())
        m_format->addItem(formTitle(each), static_cast<int>(each));
    m_format->setMaxVisibleItems(m_format->count());
    m_format->setCurrentIndex(
        m_format->findData(static_cast<int>(ids.size() == 1 ? ExportFormat::Curl : ExportFormat::Har)));
    m_name->setPlaceholderText(tr("Name of a field or key"));
    m_name->setAccessibleName(tr("Name to mask as well"));
    arrange();
    m_save->setDefault(true); // which it can be once it is in the dialog
    connect(m_format, &QComboBox::currentIndexChanged, this, &HandOnDialog::write);
    connect(m_secrets, &QCheckBox::toggled, this, &HandOnDialog::write);
    connect(m_mask, &QPushButton::clicked, this, &HandOnDialog::maskMore);
    connect(m_copy, &QPushButton::clicked, this, &HandOnDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &HandOnDialog::save);
    write();
}

void HandOnDialog::arrange()
{
    auto* top = new QHBoxLayout;
    top->setSpacing(space::normal);
    top->addWidget(m_format);
    top->addWidget(m_secrets);
    top->addStretch(1);
    top->addWidget(new QLabel(tr("Mask as well")));
    top->addWidget(m_name);
    top->addWidget(m_mask);
    m_mask->setAutoDefault(false);
    m_copy->setAutoDefault(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::normal);
    column->addLayout(top);
    column->addWidget(m_about);
    column->addWidget(m_problem);
    column->addWidget(m_preview, 1);
    column->addWidget(buttons);
    constexpr double largestShare = 0.9; // of the window below
    resize(QSize(scaled(760), scaled(520)).boundedTo(parentWidget()->window()->size() * largestShare));
}

ExportFormat HandOnDialog::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

/// What was chosen before, another form or with secrets, leaves no more.
void HandOnDialog::write()
{
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    m_workbench.exporter()
        .write(m_ids, format(), m_secrets->isChecked())
        .then(this, [this, question = ++m_question](const Result<Exported>& exported) {
            if (question == m_question)
                take(exported);
        });
}

void HandOnDialog::take(const Result<Exported>& exported)
{
    m_exported = exported.value_or(Exported());
    m_preview->setBytes(m_exported.bytes);
    m_problem->clear();
    if (!exported)
        m_problem->tell(exported.error().message, Severity::Error, {}, false);
    else if (!m_exported.refused.isEmpty())
        m_problem->tell(m_exported.refused.first().message, Severity::Warning, {}, false);
    const qsizetype stars = m_exported.bytes.count("***"), named = m_exported.bytes.count("{{secret:");
    QStringList words{m_secrets->isChecked() ? tr("Secrets leave as they are.")
                      : stars + named == 0   ? tr("No secrets were found in it.")
                      : named == 0           ? tr("Masked as ***: %1.").arg(placeWords(stars))
                                             : tr("Masked as placeholders: %1.").arg(placeWords(named))};
    words << m_exported.notes;
    m_about->setText(words.join(u' '));
    m_copy->setEnabled(!m_exported.bytes.isEmpty() && m_exported.bytes.isValidUtf8());
    m_save->setEnabled(!m_exported.bytes.isEmpty());
    m_name->setEnabled(!m_secrets->isChecked());
    m_mask->setEnabled(!m_secrets->isChecked());
}

void HandOnDialog::maskMore()
{
    m_workbench.exporter()
        .changeMaskedNames({m_name->text().trimmed()}, {})
        .then(this, [this](const Result<QStringList>& names) {
            if (!names)
                return m_problem->tell(names.error().message, Severity::Error, {}, false);
            m_name->clear();
            write();
        });
}

void HandOnDialog::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_exported.bytes));
    emit said(m_secrets->isChecked() ? tr("Copied as %1, with secrets").arg(formWords(format()))
                                     : tr("Copied as %1").arg(formWords(format())));
    accept();
}

void HandOnDialog::save()
{
    FileQuestion question;
    question.title = tr("Save as %1").arg(formWords(format()));
    question.save = true;
    question.suffix = fileSuffixOf(format());
    question.suggestedName = m_ids.first() + u'.' + question.suffix;
    askForFile(*this, question,
               [this, exported = m_exported, secrets = m_secrets->isChecked()](const QString& file) {
                   const auto mode =
                       secrets ? std::optional<QFileDevice::Permissions>(QFile::ReadOwner | QFile::WriteOwner)
                               : std::nullopt;
                   const Result<void> saved = saveFile(file, exported.bytes, mode);
                   if (!saved)
                       return m_problem->tell(saved.error().message, Severity::Error, {}, false);
                   emit said(tr("Written to %1").arg(file));
                   accept();
               });
}

} // namespace hookworks

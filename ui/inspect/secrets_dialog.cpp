// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/secrets_dialog.h"

#include "ui/widgets/form.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/tokens.h"
#include "workbench/session/workbench.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMap>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hookworks {

SecretsDialog::SecretsDialog(Workbench& workbench, const QString& source, QWidget* parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_source(source)
    , m_form(new Form)
    , m_problem(new InlineMessage)
    , m_save(new QPushButton(tr("&Keep")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("secretsDialog"));
    setWindowTitle(source.isEmpty() ? tr("Secrets of cases") : tr("Secrets of the case"));
    m_form->setContentsMargins(space::broad, space::broad, space::broad, space::normal);
    auto* about = new TextLabel(tr("A case that came without secrets has a placeholder for each. A replay "
                                   "waits until those in its request have a value. Values are kept sealed "
                                   "in this workspace, and are sent to the address that is replayed to."),
                                Face::Caption, Colour::Quiet);
    about->setContentsMargins(0, 0, 0, space::wide);
    m_form->addWide(about);
    auto* buttons = new QDialogButtonBox;
    m_save->setEnabled(false);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Later"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    buttons->setContentsMargins(space::broad, space::normal, space::broad, space::wide);
    connect(buttons, &QDialogButtonBox::accepted, this, &SecretsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* rows = new QWidget;
    auto* fromTop = new QVBoxLayout(rows);
    fromTop->setContentsMargins(0, 0, 0, 0);
    fromTop->addWidget(m_form);
    fromTop->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(scrolling(rows), 1);
    column->addWidget(buttons);
    constexpr double largestShare = 0.9; // of the window below
    resize(QSize(sized(Size::DialogWidth), sized(Size::DialogHeight))
               .boundedTo(parent->window()->size() * largestShare));
    workbench.importer().secrets().then(this, [this](const Result<QList<CaseSecret>>& secrets) {
        if (secrets)
            return show(*secrets);
        m_problem->tell(secrets.error().message, Severity::Error, {}, false);
    });
}

void SecretsDialog::show(const QList<CaseSecret>& secrets)
{
    for (const CaseSecret& secret : secrets) {
        if (m_source.isEmpty() || secret.source == m_source)
            addRow(secret);
    }
    m_save->setEnabled(!m_rows.isEmpty());
    if (m_rows.isEmpty())
        return m_form->addWide(quietLabel(tr("No case that was opened here has placeholders.")));
    QLineEdit* const first = m_rows.first().field;
    QMetaObject::invokeMethod( // once the layout has shown it: before that it cannot take the focus
        first, [first] { first->setFocus(); }, Qt::QueuedConnection);
}

void SecretsDialog::addRow(const CaseSecret& secret)
{
    auto* field = new QLineEdit;
    field->setEchoMode(QLineEdit::Password);
    field->setObjectName(QStringLiteral("secret/") + secret.placeholder.name);
    field->setPlaceholderText(secret.isFilled ? tr("Filled; type to replace it") : tr("Not filled"));
    m_form->addRow(secret.placeholder.name, field,
                   tr("What stood under %1, in the case of %2").arg(secret.placeholder.place, secret.source));
    m_rows << Row{secret, field};
}

void SecretsDialog::save()
{
    QMap<QString, PlaceholderValues> values;
    int filled = 0;
    for (const Row& row : std::as_const(m_rows)) {
        if (row.field->text().isEmpty())
            continue;
        values[row.secret.source].insert(row.secret.placeholder.name, row.field->text().toUtf8());
        ++filled;
    }
    saveNext(values, filled);
}

void SecretsDialog::saveNext(QMap<QString, PlaceholderValues> left, int filled)
{
    if (left.isEmpty()) {
        if (filled > 0)
            emit said(tr("Secrets kept: %1").arg(filled));
        return accept();
    }
    const QString source = left.firstKey();
    const PlaceholderValues values = left.take(source);
    m_workbench.importer().fill(source, values).then(this, [this, left, filled](const Result<void>& kept) {
        if (kept)
            saveNext(left, filled);
        else
            m_problem->tell(kept.error().message, Severity::Error, {}, false);
    });
}

} // namespace hookworks

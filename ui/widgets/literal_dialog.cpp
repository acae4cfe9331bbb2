// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/literal_dialog.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_views.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {
constexpr qsizetype mostShown = 256 * 1024;
}

LiteralDialog::LiteralDialog(Reading reading, const QString& take, const QString& asItIs, QWidget* parent)
    : QDialog(parent)
    , m_reading(std::move(reading))
    , m_text(new MonospaceView)
    , m_changes(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("This is not JSON"));
    resize(sized(Size::DialogWidth), sized(Size::DialogHeight));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::wide);
    column->addWidget(new TextLabel(
        tr("The text is written as a program or a page writes it. This is the JSON it stands for:"),
        Face::Body));
    m_text->setAccessibleName(tr("JSON"));
    column->addWidget(m_text, 2);
    auto* choice = new SegmentedControl(tr("Where several values stand side by side"));
    choice->addSegment(tr("The first value of a || b"));
    choice->addSegment(tr("The last value"));
    choice->setVisible(m_reading(LiteralChoice::First).value_or(OfferedJson()).hasChoices);
    connect(choice, &SegmentedControl::chosen, this,
            [this](int index) { show(index == 0 ? LiteralChoice::First : LiteralChoice::Last); });
    column->addWidget(choice);
    column->addWidget(new TextLabel(tr("What was changed"), Face::Strong));
    m_changes->setObjectName(QStringLiteral("changes"));
    m_changes->setAccessibleName(tr("What was changed"));
    m_changes->setFrameShape(QFrame::NoFrame);
    m_changes->setWordWrap(true);
    column->addWidget(m_changes, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* good = buttons->addButton(take, QDialogButtonBox::AcceptRole);
    connect(good, &QPushButton::clicked, this, [this] { emit taken(m_json); });
    if (!asItIs.isEmpty())
        connect(buttons->addButton(asItIs, QDialogButtonBox::DestructiveRole), &QPushButton::clicked, this,
                [this] {
                    emit leftAsItIs();
                    reject();
                });
    for (QAbstractButton* button : buttons->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(button == good);
    good->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    show(LiteralChoice::First);
}

void LiteralDialog::show(LiteralChoice choice)
{
    const OfferedJson offered = m_reading(choice).value_or(OfferedJson());
    m_json = offered.json;
    m_text->setPlainText(QString::fromUtf8(m_json.left(mostShown)));
    m_changes->clear();
    for (const LiteralChange& change : offered.changes)
        m_changes->addItem(wordsOf(change));
}

} // namespace hookworks

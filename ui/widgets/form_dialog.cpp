// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_dialog.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/form.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/text_label.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr double largestShare = 0.92; ///< of the window below, or of the screen

/// What was added since has been told to no layout yet.
int heightOf(const QWidget& part, int width)
{
    for (QWidget* child : part.findChildren<QWidget*>())
        child->updateGeometry();
    const QLayout& layout = *part.layout();
    const int wanted =
        layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
    return std::max(wanted, layout.totalMinimumSize().height()); // less than that is scrolled
}

} // namespace

FormDialog::FormDialog(const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_sheet(new QWidget)
    , m_parts(new QVBoxLayout(m_sheet))
    , m_form(new Form)
    , m_foot(new QWidget)
    , m_problem(new InlineMessage)
    , m_will(new TextLabel({}, Face::Body))
    , m_buttons(new QDialogButtonBox)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_parts->setContentsMargins(space::broad, space::broad, space::broad, space::normal);
    m_parts->setSpacing(space::normal);
    m_parts->addWidget(m_form);
    m_parts->addStretch(1);
    m_will->setObjectName(QStringLiteral("whatWillHappen"));
    m_will->hide();
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(space::broad, space::wide, space::broad, space::wide);
    foot->setSpacing(space::wide);
    foot->addWidget(m_problem);
    foot->addWidget(m_will);
    foot->addWidget(m_buttons);
    auto* area = scrolling(m_sheet);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(area, 1);
    column->addWidget(new Hairline);
    column->addWidget(m_foot);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void FormDialog::addPart(QWidget* part)
{
    m_parts->insertWidget(m_parts->count() - 1, part);
}

QPushButton* FormDialog::addDeed(const QString& verb)
{
    m_buttons->addButton(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto* button = m_buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    setLook(*button, ButtonLook::Primary);
    button->setDefault(true);
    return button;
}

void FormDialog::nameClosing(const QString& words)
{
    m_buttons->button(QDialogButtonBox::Cancel)->setText(words);
}

void FormDialog::addResult(QWidget* result)
{
    auto* foot = static_cast<QVBoxLayout*>(m_foot->layout());
    foot->insertWidget(foot->indexOf(m_buttons), result);
}

void FormDialog::addClose()
{
    m_buttons->addButton(QDialogButtonBox::Close)->setAutoDefault(false); // Return is the fields'
}

QPushButton* FormDialog::addSecondary(const QString& words)
{
    auto* button = m_buttons->addButton(words, QDialogButtonBox::ResetRole);
    button->setAutoDefault(false);
    return button;
}

void FormDialog::sayWhatWillHappen(const QString& sentence)
{
    m_will->setText(sentence);
    m_will->setVisible(!sentence.isEmpty());
}

QSize FormDialog::wantedSize() const
{
    const QSize room =
        (parentWidget() ? parentWidget()->window()->size() : screen()->availableSize()) * largestShare;
    const int width =
        std::min(std::max(sized(Size::DialogWidth), m_sheet->minimumSizeHint().width()), room.width());
    return {width,
            std::min(heightOf(*m_sheet, width) + shape::line + heightOf(*m_foot, width), room.height())};
}

bool FormDialog::isFootLast() const
{
    bool foot = false;
    for (const QWidget* each = nextInFocusChain(); each != this; each = each->nextInFocusChain()) {
        if (foot && m_sheet->isAncestorOf(each))
            return false;
        foot = foot || m_foot->isAncestorOf(each);
    }
    return true;
}

/// The buttons come after the fields, whenever these were added: what gets a parent goes to the end.
void FormDialog::orderTabs()
{
    if (isFootLast())
        return;
    QWidget* const focused = focusWidget();
    layout()->removeWidget(m_foot);
    m_foot->setParent(nullptr);
    layout()->addWidget(m_foot);
    if (isVisible())
        m_foot->show();
    if (focused)
        focused->setFocus();
}

void FormDialog::fit()
{
    if (isVisible()) {
        const auto grow = [this] {
            orderTabs();
            resize(size().expandedTo(wantedSize()));
        };
        QMetaObject::invokeMethod(this, grow, Qt::QueuedConnection); // what was added is shown by then
    } else {
        orderTabs();
        resize(wantedSize());
    }
}

/// Over the window, higher than its middle: what it may still grow by goes downwards. Whole on the screen.
void FormDialog::place()
{
    const QRect below = parentWidget()->window()->frameGeometry();
    const QRect screenRoom = screen()->availableGeometry();
    const QPoint wanted(below.left() + (below.width() - width()) / 2,
                        below.top() + (below.height() - height()) / 3);
    move(std::max(screenRoom.left(), std::min(wanted.x(), screenRoom.right() - width())),
         std::max(screenRoom.top(), std::min(wanted.y(), screenRoom.bottom() - height())));
}

void FormDialog::setVisible(bool visible)
{
    if (visible && !testAttribute(Qt::WA_Resized))
        fit();
    if (visible && parentWidget() && !testAttribute(Qt::WA_Moved))
        place();
    QDialog::setVisible(visible);
}

} // namespace hookworks

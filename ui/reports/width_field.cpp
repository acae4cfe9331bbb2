// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/width_field.h"

#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace hookworks {

namespace {

const QStringList& usualShares()
{
    static const QStringList shares{QStringLiteral("1/3"), QStringLiteral("1/2"), QStringLiteral("2/3")};
    return shares;
}

} // namespace

WidthField::WidthField(const QStringList& shares, QWidget* parent)
    : QWidget(parent)
    , m_usual(new SegmentedControl(tr("Width")))
    , m_others(new QComboBox)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addWidget(m_usual, 0, Qt::AlignLeft);
    column->addWidget(m_others);
    for (const QString& share : usualShares())
        m_usual->addSegment(share);
    m_usual->addSegment(tr("full"));
    m_usual->addSegment(tr("other"));
    m_others->addItems(shares);
    m_others->setAccessibleName(tr("Another width"));
    m_others->hide();
    setFocusProxy(m_usual);
    connect(m_usual, &SegmentedControl::chosen, this, [this](int index) {
        const auto usual = static_cast<int>(usualShares().size());
        m_others->setVisible(index > usual);
        if (index > usual)
            m_others->setFocus(Qt::OtherFocusReason);
        else
            emit chosen(index == usual ? QString() : usualShares()[index]);
    });
    connect(m_others, &QComboBox::activated, this, [this] { emit chosen(m_others->currentText()); });
    setWidth({});
}

void WidthField::setWidth(const QString& share)
{
    const auto usual = static_cast<int>(usualShares().size());
    const auto at = static_cast<int>(usualShares().indexOf(share));
    if (m_others->hasFocus() && share == m_others->currentText())
        return;
    m_usual->setCurrent(share.isEmpty() ? usual : at >= 0 ? at : usual + 1);
    m_others->setVisible(!share.isEmpty() && at < 0);
    if (!share.isEmpty() && at < 0) {
        if (m_others->findText(share) < 0)
            m_others->addItem(share);
        m_others->setCurrentText(share);
    }
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_legend.h"

#include "ui/widgets/icon_mark.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace hookworks {

TimelineLegend::TimelineLegend(QWidget* parent)
    : QWidget(parent)
{
    const std::pair<StateKind, QString> entries[] = {
        {StateKind::Delivered, tr("Success")},       {StateKind::Failed, tr("Failed attempt")},
        {StateKind::Sending, tr("Sending now")},     {StateKind::Planned, tr("Planned")},
        {StateKind::Unknown, tr("Outcome unknown")}, {StateKind::Cancelled, tr("Cancelled")}};
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    row->setSpacing(space::tight);
    for (const auto& [kind, words] : entries) {
        row->addWidget(new IconMark(sized(Size::StateShape), stateIcon(kind)));
        row->addWidget(new ElidedLabel(words, Face::Caption, Colour::Quiet));
        row->addSpacing(space::normal);
    }
    row->addWidget(
        new ElidedLabel(tr("Solid: time passed, dashed: time to come"), Face::Caption, Colour::Quiet));
    row->addStretch();
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

} // namespace hookworks

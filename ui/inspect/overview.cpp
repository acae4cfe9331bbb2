// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/overview.h"

#include "domain/visible_text.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/mark_look.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace hookworks {

namespace {

constexpr qsizetype longestValue = 4096;
constexpr int mostQuery = 100;

TextLabel* selectable(const QString& text, Colour role = Colour::Text)
{
    auto* label = new TextLabel(visibleText(text.left(longestValue)), Face::Body, role);
    label->letSelect();
    label->setFocusPolicy(Qt::ClickFocus);
    label->setMinimumWidth(1); // a long word does not widen the pane
    return label;
}

QHBoxLayout* addRow(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    row->setSpacing(space::normal);
    column.addLayout(row);
    return row;
}

StateKind kindOf(CheckResult result)
{
    switch (result) {
    case CheckResult::Passed:
        return StateKind::Delivered;
    case CheckResult::Failed:
        return StateKind::Failed;
    case CheckResult::NotApplicable:
        break;
    }
    return StateKind::Cancelled;
}

QString spokenResult(CheckResult result)
{
    return result == CheckResult::Passed   ? Overview::tr("passed")
           : result == CheckResult::Failed ? Overview::tr("failed")
                                           : Overview::tr("does not apply");
}

} // namespace

Overview::Overview(QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("captureFacts"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Overview"));
}

void Overview::addFact(QVBoxLayout& column, const QString& name, const QString& value)
{
    QHBoxLayout* row = addRow(column);
    auto* label = new TextLabel(visibleText(name.left(longestValue)), Face::Body, Colour::Quiet);
    label->setFixedWidth(sized(Size::FormLabel) + space::broad);
    label->setAlignment(Qt::AlignTop);
    row->addWidget(label);
    row->addWidget(selectable(value), 1);
    m_words << QStringLiteral("%1 %2").arg(name, value);
}

/// The note with what edits it at the line's end.
void Overview::addMark(QVBoxLayout& column, const Mark& mark)
{
    if (mark.colour)
        addFact(column, tr("Mark"), markColourName(*mark.colour));
    addFact(column, tr("Note"), mark.note.isEmpty() ? tr("none") : mark.note);
    auto* edit = new QPushButton(mark.note.isEmpty() ? tr("Add…") : tr("Edit…"));
    edit->setObjectName(QStringLiteral("editNote"));
    edit->setAccessibleName(mark.note.isEmpty() ? tr("Add a note") : tr("Edit the note"));
    setLook(*edit, ButtonLook::Link);
    edit->setFixedHeight(edit->fontMetrics().height()); // no higher than its line
    connect(edit, &QPushButton::clicked, this, &Overview::noteWanted, Qt::QueuedConnection); // it may go
    column.itemAt(column.count() - 1)->layout()->addWidget(edit);
}

void Overview::addHeading(QVBoxLayout& column, const QString& words)
{
    column.addSpacing(space::normal);
    column.addWidget(new Hairline);
    column.addSpacing(space::tight);
    addRow(column)->addWidget(new TextLabel(words, Face::Strong, Colour::Quiet));
}

void Overview::addCheck(QVBoxLayout& column, const Check& check)
{
    QHBoxLayout* row = addRow(column);
    auto* mark = new IconMark(sized(Size::StateShape), stateIcon(kindOf(check.result)));
    mark->setAccessibleName(spokenResult(check.result));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* name = new TextLabel(check.name, Face::Body);
    name->setFixedWidth(scaled(126));
    name->setAlignment(Qt::AlignTop);
    row->addWidget(name);
    QStringList words{check.words};
    words << check.details;
    row->addWidget(selectable(words.join(u'\n'), Colour::Quiet), 1);
    m_words << QStringLiteral("%1: %2: %3").arg(check.name, spokenResult(check.result), words.join(u'\n'));
}

/// What does not apply comes last.
void Overview::addChecks(QVBoxLayout& column, const QList<Check>& checks)
{
    addHeading(column, tr("Checks"));
    for (const bool applies : {true, false}) {
        for (const Check& check : checks) {
            if ((check.result != CheckResult::NotApplicable) == applies)
                addCheck(column, check);
        }
    }
}

void Overview::addRules(QVBoxLayout& column, const QString& heading, const QList<PassedOverRule>& rules)
{
    if (!rules.isEmpty())
        addHeading(column, heading);
    for (const PassedOverRule& rule : rules)
        addFact(column, rule.name, rule.reasons.join(QStringLiteral(";\n")));
}

void Overview::showExchange(const InspectedExchange& exchange, const std::optional<Inspection>& inspection)
{
    m_words.clear();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::wide, 0, space::wide);
    column->setSpacing(space::hair);
    for (const Fact& fact : exchange.facts)
        addFact(*column, fact.name, fact.value);
    if (inspection && inspection->attempt) {
        QStringList by{tr("attempt %1 of %2")
                           .arg(inspection->attempt->number)
                           .arg(inspection->attempt->delivery.toString()),
                       inspection->webhook, inspection->event};
        by.removeAll(QString());
        addFact(*column, tr("Sent by"), by.join(QStringLiteral(", ")));
    } else if (inspection && !inspection->event.isEmpty() && exchange.source.startsWith(u'c')) {
        addFact(*column, tr("Recognised"), tr("%1 of %2").arg(inspection->event, inspection->provider));
    }
    addMark(*column, exchange.mark);
    if (exchange.query.isEmpty())
        addFact(*column, tr("Query"), tr("none"));
    else
        addHeading(*column, tr("Query"));
    for (const auto& [name, value] :
         exchange.query.first(std::min<qsizetype>(exchange.query.size(), mostQuery)))
        addFact(*column, name, value);
    if (inspection) {
        addChecks(*column, inspection->checks);
        addRules(*column, tr("Reply rules that did not answer"), inspection->passedOver);
        addRules(*column, tr("No reply rule answered: the nearest"), inspection->nearest);
    }
    column->addStretch(1);
    setWidget(page); // deletes the one before
    page->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

} // namespace hookworks

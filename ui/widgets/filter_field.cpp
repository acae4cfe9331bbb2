// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_field.h"

#include "ui/widgets/filter_chip.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style_painting.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_views.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>
#include <QStyleOption>

namespace hookworks {

FilterField::FilterField(const FilterLanguage& language, QWidget* parent)
    : QWidget(parent)
    , m_language(language)
    , m_placeholder(tr("Filter"))
    , m_row(new QHBoxLayout(this))
    , m_chipRow(new QWidget)
    , m_edit(new QLineEdit)
    , m_end(new ElidedLabel({}, Face::Caption, Colour::Quiet))
    , m_completions(new QStringListModel(this))
    , m_completer(new QCompleter(m_completions, this))
{
    m_row->setContentsMargins(space::normal, shape::focusRing, space::normal, shape::focusRing);
    m_row->setSpacing(space::tight);
    auto* glass = new IconMark(scaled(14), themedIcon(QStringLiteral("edit-find")));
    m_row->addWidget(glass);
    auto* chips = new QHBoxLayout(m_chipRow);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(space::tight);
    m_row->addWidget(m_chipRow);
    m_row->addWidget(m_edit, 1);
    m_row->addWidget(m_end);
    m_edit->setFrame(false);
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setPlaceholderText(m_placeholder);
    m_edit->installEventFilter(this);
    m_end->setElideMode(Qt::ElideRight);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_edit);
    setFocusProxy(m_edit);
    setFixedHeight(sized(Size::Control));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterField::edit);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { emit submitted(text()); });
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &FilterField::complete);
}

QString FilterField::text() const
{
    const QString typed = m_edit->text().trimmed();
    return m_chips.isEmpty() ? typed : (m_chips.join(u' ') + u' ' + typed).trimmed();
}

void FilterField::setText(const QString& text)
{
    m_chips.clear();
    m_edit->setText(text.isEmpty() ? text : text + u' ');
    takeFinished();
    m_edit->setText(m_edit->text().trimmed());
    check();
}

void FilterField::setPlaceholder(const QString& words)
{
    m_placeholder = words;
    showChips();
}

void FilterField::setMatches(const QString& words)
{
    m_matches = words;
    tell();
}

void FilterField::setProblem(const std::optional<FilterProblem>& problem)
{
    m_problem = problem;
    tell();
}

void FilterField::edit(const QString& typed)
{
    if (typed.endsWith(u' '))
        takeFinished();
    check();
    offerCompletions();
    emit changed(text());
}

/// What is typed up to the last finished term becomes chips.
void FilterField::takeFinished()
{
    const QString typed = m_edit->text();
    int start = 0;
    for (const int end : m_language.finishedTerms(typed)) {
        if (end < typed.size() && !typed[end].isSpace())
            break;
        m_chips.append(typed.mid(start, end - start).trimmed());
        start = end;
    }
    if (start > 0)
        m_edit->setText(typed.mid(start).trimmed());
    showChips();
}

void FilterField::showChips()
{
    qDeleteAll(m_chipRow->findChildren<FilterChip*>(Qt::FindDirectChildrenOnly));
    for (int i = 0; i < m_chips.size(); ++i) {
        auto* chip = new FilterChip(m_chips[i]);
        m_chipRow->layout()->addWidget(chip);
        connect(chip, &FilterChip::openWanted, this, [this, i] { openChip(i); });
        connect(chip, &FilterChip::removeWanted, this, [this, i] { dropChip(i); });
    }
    m_chipRow->setVisible(!m_chips.isEmpty());
    m_edit->setPlaceholderText(m_chips.isEmpty() ? m_placeholder : QString());
    update();
}

/// The chip's text stands in the field again, before what is there.
void FilterField::openChip(int index)
{
    const QString term = m_chips.takeAt(index);
    const QString rest = m_edit->text();
    m_edit->setText(rest.isEmpty() ? term : term + u' ' + rest);
    m_edit->setCursorPosition(static_cast<int>(term.size()));
    m_edit->setFocus();
    QMetaObject::invokeMethod(this, &FilterField::showChips,
                              Qt::QueuedConnection); // the chip is in its event
    check();
}

void FilterField::dropChip(int index)
{
    m_chips.removeAt(index);
    m_edit->setFocus();
    QMetaObject::invokeMethod(this, &FilterField::showChips, Qt::QueuedConnection);
    check();
    emit changed(text());
}

int FilterField::chipsLength() const
{
    return m_chips.isEmpty() ? 0 : static_cast<int>(m_chips.join(u' ').size()) + 1;
}

void FilterField::offerCompletions()
{
    const int before = chipsLength();
    m_offered = m_language.completions(text(), before + m_edit->cursorPosition());
    QStringList words;
    for (const FilterCompletion& offer : std::as_const(m_offered))
        words << offer.insert;
    m_completions->setStringList(words);
    if (words.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void FilterField::complete(const QString& insert)
{
    for (const FilterCompletion& offer : std::as_const(m_offered)) {
        const int start = offer.start - chipsLength();
        if (offer.insert != insert || start < 0)
            continue;
        QString typed = m_edit->text();
        typed.replace(start, offer.length, insert);
        m_edit->setText(typed);
        m_edit->setCursorPosition(start + static_cast<int>(insert.size()));
        return edit(typed);
    }
}

void FilterField::check()
{
    setProblem(m_language.problem(text()));
}

void FilterField::tell()
{
    const QString said = m_problem ? m_problem->words : m_matches;
    m_end->setText(said);
    m_end->setVisible(!said.isEmpty());
    m_end->setMaximumWidth(std::max(width() / 2, scaled(80)));
    m_edit->setAccessibleDescription(said);
    update();
}

bool FilterField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool atStart = m_edit->cursorPosition() == 0 && !m_edit->hasSelectedText();
    if (key->key() == Qt::Key_Backspace && atStart && !m_chips.isEmpty()) {
        openChip(static_cast<int>(m_chips.size()) - 1);
        return true;
    }
    if (key->key() == Qt::Key_Down ||
        (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier)) {
        offerCompletions();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FilterField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    tell();
}

void FilterField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    option.state.setFlag(QStyle::State_HasFocus, m_edit->hasFocus());
    paintField(painter, option);
    const int place = m_problem ? m_problem->position - chipsLength() : -1;
    if (place < 0)
        return;
    const QFontMetrics metrics = m_edit->fontMetrics();
    const int left = m_edit->x() + space::normal + metrics.horizontalAdvance(m_edit->text().left(place));
    painter.setPen(QPen(stateColour(StateKind::Failed, palette()), shape::focusRing));
    painter.drawLine(left, height() - space::tight, left + metrics.averageCharWidth(),
                     height() - space::tight);
}

} // namespace hookworks

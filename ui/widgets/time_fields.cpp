// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_fields.h"

#include "ui/widgets/tokens.h"

#include <QAbstractItemView>
#include <QCalendarWidget>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextCharFormat>
#include <QTimeZone>
#include <QTimer>

namespace hookworks {

namespace {

QString offsetWords(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return QStringLiteral("%1%2:%3")
        .arg(QChar(seconds < 0 ? u'−' : u'+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

void dressCalendar(QCalendarWidget& calendar)
{
    calendar.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar.setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    calendar.setGridVisible(false);
    QTextCharFormat plain; // weekends are no state, so they are not red
    for (const auto day : {Qt::Saturday, Qt::Sunday})
        calendar.setWeekdayTextFormat(day, plain);
}

} // namespace

DateField::DateField(const QDate& date, QWidget* parent)
    : QDateEdit(date, parent)
{
    setCalendarPopup(true);
    setDisplayFormat(QStringLiteral("d MMM yyyy"));
    dressCalendar(*calendarWidget());
}

void DateField::setOptional(const QString& words)
{
    m_optional = true;
    setSpecialValueText(words);
}

void DateField::setValue(const QDate& date)
{
    setDate(date.isValid() ? date : minimumDate());
}

QDate DateField::value() const
{
    return m_optional && date() == minimumDate() ? QDate() : date();
}

void DateField::keyPressEvent(QKeyEvent* event)
{
    if (m_optional && event->key() == Qt::Key_Delete)
        setDate(minimumDate());
    else
        QDateEdit::keyPressEvent(event);
}

TimeField::TimeField(const QTime& time, Precision precision, QWidget* parent)
    : QTimeEdit(time, parent)
{
    setDisplayFormat(precision == Precision::Seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

ZoneField::ZoneField(const QDateTime& when, QWidget* parent)
    : QComboBox(parent)
    , m_when(when)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(24);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    connect(this, &QComboBox::activated, this, &ZoneField::take);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &ZoneField::takeFirst);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ZoneField::take);
}

QString ZoneField::wordsOf(const QByteArray& zone) const
{
    const QTimeZone known(zone);
    const QString name = QString::fromUtf8(zone);
    return known.isValid() ? QStringLiteral("%1 (%2)").arg(name, offsetWords(known.offsetFromUtc(m_when)))
                           : name;
}

void ZoneField::setZone(const QByteArray& zone)
{
    m_zone = zone;
    const int index = m_filled ? findData(zone) : -1;
    setCurrentIndex(index);
    setEditText(wordsOf(zone));
    lineEdit()->setCursorPosition(0); // the start is what one knows it by
}

/// Some six hundred zones are read from the disk: only when somebody wants to choose.
void ZoneField::fill()
{
    if (m_filled)
        return;
    m_filled = true;
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray& zone : zones) {
        if (zone.contains('/') || zone == "UTC")
            addItem(wordsOf(zone), zone);
    }
    setZone(m_zone);
}

void ZoneField::focusInEvent(QFocusEvent* event)
{
    fill();
    QComboBox::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason) // after the click has put its cursor somewhere
        QTimer::singleShot(0, lineEdit(), &QLineEdit::selectAll);
}

void ZoneField::showPopup()
{
    fill();
    QComboBox::showPopup();
}

void ZoneField::take()
{
    const QString typed = currentText().trimmed();
    int index = findText(typed, Qt::MatchFixedString);
    if (index < 0)
        index = findData(typed.section(u' ', 0, 0).toUtf8());
    const QByteArray before = m_zone;
    setZone(index < 0 ? m_zone : itemData(index).toByteArray());
    const QByteArray chosen = m_zone; // who hears of it may set another one meanwhile
    if (chosen != before)
        emit zoneChosen(chosen);
}

/// What was typed is in the first zone that is offered: `Berlin`.
void ZoneField::takeFirst()
{
    const QString typed = currentText().trimmed();
    const int index = typed.isEmpty() ? -1 : findText(typed, Qt::MatchContains);
    if (index >= 0 && findText(typed, Qt::MatchFixedString) < 0)
        setEditText(itemText(index));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QTimeEdit>

namespace hookworks {

/// A date, typed or chosen from a calendar. It may be left out where it is optional.
class DateField final : public QDateEdit
{
    Q_OBJECT
public:
    explicit DateField(const QDate& date, QWidget* parent = nullptr);
    /// `words` stand where no date is set ("Any day"); from then on the field may be empty, with Delete.
    void setOptional(const QString& words);
    /// Null: none is set.
    void setValue(const QDate& date);
    QDate value() const;

private:
    void keyPressEvent(QKeyEvent* event) override;

    bool m_optional = false;
};

/// A time of day, in 24 hours; with seconds where they matter.
class TimeField final : public QTimeEdit
{
    Q_OBJECT
public:
    enum class Precision
    {
        Minutes,
        Seconds
    };
    explicit TimeField(const QTime& time, Precision precision = Precision::Minutes,
                       QWidget* parent = nullptr);
};

/// An IANA time zone from a list that one searches by typing, with its offset at `when`. Enter takes the
/// first that has what was typed in it; what is no zone goes back to the last one when the field is left.
class ZoneField final : public QComboBox
{
    Q_OBJECT
public:
    explicit ZoneField(const QDateTime& when, QWidget* parent = nullptr);
    /// An IANA id; an unknown one is shown as it is.
    void setZone(const QByteArray& zone);
    QByteArray zone() const { return m_zone; }

signals:
    void zoneChosen(const QByteArray& zone);

private:
    void focusInEvent(QFocusEvent* event) override;
    void showPopup() override;
    void fill();
    void take();
    void takeFirst();
    QString wordsOf(const QByteArray& zone) const;

    QDateTime m_when;
    QByteArray m_zone;
    bool m_filled = false;
};

} // namespace hookworks

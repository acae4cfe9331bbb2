// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace hookworks {

class CopyButton;
class ElidedLabel;

/// What the status line says of the listener.
struct ListenerStatus
{
    bool on = false;
    QString url;     ///< `http://127.0.0.1:8717`; also while it is off: where it would listen
    QString problem; ///< why it could not be switched on; empty: nothing wrong
    bool operator==(const ListenerStatus&) const = default;
};

/// Work that waits, and when the next attempt is due, in real time from now.
struct PendingStatus
{
    int waiting = 0;
    std::optional<Micros> nextIn; ///< none: nothing is due, or the clock stands
    bool operator==(const PendingStatus&) const = default;
};

/// The window's foot: listener, pending work, clock, saved. Shows values, asks by signals, decides nothing.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setListener(const ListenerStatus& status);
    void setPending(const PendingStatus& status);
    /// 0 is paused; `clockTime`: what the clock shows, for the tool tip.
    void setClock(double speed, const QString& clockTime);
    void setSaved(const QString& words, const QString& details);
    /// Where the workspace lies; on hover.
    void setPlace(const QString& file);
    /// One sentence, for some seconds.
    void say(const QString& sentence);

    /// The speeds that one may choose: 1, 10, 60, 600, 3600.
    static QList<double> speeds();
    static QString speedWords(double speed);

signals:
    void listenerToggled(bool on);
    void speedChosen(double speed);
    void pauseToggled(bool paused);
    void nextWanted();
    void pendingClicked();

private:
    void paintEvent(QPaintEvent* event) override;
    void addListener(QHBoxLayout& row);
    void addClock(QHBoxLayout& row);
    void tellSaved();
    void addSeparator(QHBoxLayout& row);

    QToolButton* m_listener;
    CopyButton* m_copy;
    ElidedLabel* m_listening;
    QToolButton* m_pending;
    ElidedLabel* m_said;
    QComboBox* m_speed;
    QToolButton* m_pause;
    QToolButton* m_next;
    ElidedLabel* m_saved;
    QTimer m_saidTimer;
    QString m_details, m_place; ///< on hover over "Saved"
    ListenerStatus m_listenerStatus;
};

} // namespace hookworks

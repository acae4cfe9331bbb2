// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTabWidget;

namespace hookworks {

class MonospaceView;
class PhaseChart;
class StateLabel;

/// Both ends of one attempt: what was sent and answered, what was received and by which rule, the bytes
/// compared, the times of both on one axis. All foreign text stays plain text.
class AttemptView : public QWidget
{
    Q_OBJECT

public:
    explicit AttemptView(QWidget* parent = nullptr);

    /// `delivery` with its body; `capture` with bodies, where the attempt has one.
    void showAttempt(const Delivery& delivery, const Attempt& attempt, const std::optional<Capture>& capture);
    /// An attempt that was not made yet: what will be sent.
    void showPlanned(const Delivery& delivery, int number);
    void clear(const QString& sentence);

signals:
    void captureRequested(hookworks::CaptureId capture);
    /// What the delivery replays: `d3`, `c5`.
    void sourceRequested(const QString& source);

private:
    QWidget* makeSides();
    void showSource(const Delivery& delivery);
    void showReceived(const Delivery& delivery, const Attempt& attempt, const Capture& capture);

    QStackedLayout* m_stack;
    QLabel* m_empty;
    StateLabel* m_title;
    QLabel* m_cause;
    QLabel* m_comparison;
    PhaseChart* m_phases;
    QTabWidget *m_sent, *m_received;
    MonospaceView *m_request, *m_response, *m_arrived, *m_answer;
    QPushButton *m_open, *m_source;
    QLabel* m_receivedTitle;
    std::optional<CaptureId> m_capture;
    QString m_replayOf;
};

/// Why the attempt failed, where a reply rule of ours did it: `Reply rule "down for 3" answered 503`. Empty
/// where that is not known, or nothing failed.
QString provenCause(const Attempt& attempt, const Capture& capture);

/// What left of the request: nothing where no connection was made, which is said.
QString sentMessage(const Delivery& delivery, const Attempt& attempt);

/// A request's or an answer's bytes as a text view shows them: the body cut, binary made visible.
QString shownMessage(const QByteArray& head, const QByteArray& body);

} // namespace hookworks

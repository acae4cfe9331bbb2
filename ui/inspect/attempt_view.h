// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"
#include "workbench/inspect/marks.h"

#include <QWidget>

#include <optional>

class QLabel;
class QStackedLayout;

namespace hookworks {

class AttemptLinks;
class CaptureInspector;
class ElidedLabel;
class ExchangePane;
class PhaseChart;
class StateLabel;
class TextLabel;
class Workbench;

/// Both ends of one attempt beside each other, what was sent and what was received, and why it came out as it
/// did: the reply rule, the bytes compared, the times of both on one axis. The whole inspector is one click
/// away. All foreign text stays plain text.
class AttemptView : public QWidget
{
    Q_OBJECT

public:
    /// `workbench`: what the inspector asks; null: it offers less.
    explicit AttemptView(Workbench* workbench = nullptr, QWidget* parent = nullptr);

    /// `delivery` with its body; `capture` with bodies, where the attempt has one.
    void showAttempt(const Delivery& delivery, const Attempt& attempt, const std::optional<Capture>& capture);
    /// An attempt that was not made yet: what will be sent.
    void showPlanned(const Delivery& delivery, int number);
    void clear(const QString& sentence);
    /// The whole inspector in place of both ends, with the focus, until Escape; false: no attempt is shown.
    bool inspect();
    /// The attempt in the inspector, where it is one of this delivery's.
    std::optional<int> inspected(DeliveryId delivery) const;

signals:
    void captureRequested(hookworks::CaptureId capture);
    /// What the delivery replays, what fixed it, or a replay that was made of it: `d3`, `c5`.
    void sourceRequested(const QString& source);
    void noteWanted(const QList<hookworks::MarkedRow>& row);
    void said(const QString& words);

private:
    void keyPressEvent(QKeyEvent* event) override;
    QWidget* makeSides();
    void fitHeads();
    QWidget* makeWhy();
    void makeWayBack();
    void compare(const QString& left, const QString& right);
    void showReceived(const Delivery& delivery, const Attempt& attempt, const Capture& capture);

    Workbench* m_workbench;
    QStackedLayout* m_stack;
    ElidedLabel* m_empty;
    ExchangePane *m_sent, *m_received;
    StateLabel* m_title;
    TextLabel *m_cause, *m_comparison;
    PhaseChart* m_phases;
    AttemptLinks* m_links;
    CaptureInspector* m_inspector;
    std::optional<Delivery> m_delivery;
    std::optional<Attempt> m_attempt;
    std::optional<Capture> m_capture;
};

/// Why the attempt failed, where a reply rule of ours did it: `Reply rule "down for 3" answered 503`. Empty
/// where that is not known, or nothing failed.
QString provenCause(const Attempt& attempt, const Capture& capture);

/// What left of the request: nothing where no connection was made, which is said.
QString sentMessage(const Delivery& delivery, const Attempt& attempt);

/// A request's or an answer's bytes as a text view shows them: the body cut, binary made visible.
QString shownMessage(const QByteArray& head, const QByteArray& body);

} // namespace hookworks

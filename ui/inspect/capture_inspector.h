// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "ui/inspect/inspected_exchange.h"
#include "ui/inspect/replay_dialog.h"
#include "workbench/inspect/inspecting.h"
#include "workbench/inspect/marks.h"

#include <QWidget>

#include <optional>

class QMenu;
class QStackedLayout;

namespace hookworks {

class Badge;
class BodyView;
class ElidedLabel;
class FindBar;
class HeadersView;
class InspectorBar;
class Overview;
class PagedText;
class SegmentedControl;
class TimingView;
class Workbench;

/// The one inspector, of captures and of attempts: what it was and what the checks say, its headers in
/// received order, its body in every way it can be read, the raw bytes, the answer, the times. Its focus is
/// that of its segments. Ctrl+F finds inside. All foreign text is plain text.
class CaptureInspector : public QWidget
{
    Q_OBJECT

public:
    enum class Segment
    {
        Overview,
        Headers,
        Body,
        Raw,
        Answer,
        Timing
    };

    /// `workbench`: what is asked for checks, copies and replays; null: nothing of that is offered.
    explicit CaptureInspector(Workbench* workbench = nullptr, QWidget* parent = nullptr);

    /// With bodies.
    void showCapture(const Capture& capture);
    /// `delivery` with its body; `capture` with bodies, where the attempt has one.
    void showAttempt(const Delivery& delivery, const Attempt& attempt, const std::optional<Capture>& capture);
    void clear(const QString& sentence);
    /// The capture that is shown.
    std::optional<CaptureId> shown() const { return m_shown; }
    void choose(Segment segment);
    /// Its title line, for what stands before it.
    InspectorBar& bar() { return *m_bar; }

signals:
    void forwardRequested(hookworks::CaptureId capture);
    void deliveryRequested(hookworks::DeliveryId delivery);
    /// The note of what is shown is to be written.
    void noteWanted(const QList<hookworks::MarkedRow>& row);
    void said(const QString& words);

private:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void arrange();
    void present(const InspectedExchange& exchange);
    void showInspection(const Result<Inspection>& inspection, int question);
    bool find(const QString& text, bool forward);
    void restartFind();
    void setKey(QAction& action, const QKeySequence& key);
    void fillMenus();
    void replay(ReplayDialog::What what);
    void handOn();
    void keepSample();

    Workbench* m_workbench;
    QStackedLayout *m_stack, *m_pages;
    ElidedLabel* m_empty;
    InspectorBar* m_bar;
    SegmentedControl* m_segments;
    FindBar* m_find;
    Overview* m_overview;
    HeadersView* m_headers;
    BodyView* m_body;
    PagedText *m_raw, *m_answer;
    TimingView* m_timing;
    InspectedExchange m_exchange;
    std::optional<CaptureId> m_shown;
    std::optional<Inspection> m_inspection;
    int m_question = 0; ///< answers to older ones are dropped
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "ui/inspect/body_text.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTabWidget;
class QTableWidget;
class QTreeView;

namespace hookworks {

class JsonTreeModel;
class MonospaceView;
class PhaseChart;
class StateLabel;

/// One capture, byte for byte: overview, headers in received order, query, body as tree, text, raw and hex,
/// form parts, timing, and what was answered. The attempt that caused it is one click away.
class CaptureInspector : public QWidget
{
    Q_OBJECT

public:
    explicit CaptureInspector(QWidget* parent = nullptr);

    /// With bodies.
    void showCapture(const Capture& capture);
    void clear(const QString& sentence);
    std::optional<CaptureId> shown() const { return m_shown; }

signals:
    void forwardRequested(hookworks::CaptureId capture);
    void deliveryRequested(hookworks::DeliveryId delivery);

private:
    QWidget* makeOverview();
    QWidget* makeBody();
    QTableWidget* addPairs(const QString& title);
    void showOverview(const Capture& capture);
    void showBody(const Capture& capture);
    static QString shownAnswer(const AnswerBytes& answer);
    static void fill(QTableWidget& table, const NameValues& pairs);
    void setTabText(QWidget* tab, const QString& title, qsizetype count);

    QStackedLayout* m_stack;
    QLabel* m_empty;
    StateLabel* m_title;
    QPushButton *m_match, *m_forward;
    QLabel *m_facts, *m_bodyNote;
    PhaseChart* m_phases;
    QTabWidget *m_tabs, *m_bodyTabs;
    QTableWidget *m_headers = nullptr, *m_query = nullptr, *m_form = nullptr;
    MonospaceView *m_pretty, *m_raw, *m_hex, *m_answer, *m_head;
    QTreeView* m_tree;
    JsonTreeModel* m_json;
    QWidget* m_body = nullptr;
    std::optional<CaptureId> m_shown;
    std::optional<DeliveryId> m_delivery;
};

} // namespace hookworks

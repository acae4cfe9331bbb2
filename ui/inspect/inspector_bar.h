// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/badge.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace hookworks {

class ElidedLabel;
class IconMark;
class MoreButton;

/// The inspector's title line: state, id, method and target, what came of it; at the right what one does with
/// it.
class InspectorBar final : public QWidget
{
    Q_OBJECT
public:
    explicit InspectorBar(QWidget* parent = nullptr);

    void setExchange(StateKind state, const QString& id, const QString& line, const BadgeLook& result);
    /// What stands before the line, as the way back from it.
    void setLeading(QWidget* leading);
    /// Without them the line has no buttons.
    void showButtons(bool shown);
    QMenu& replayMenu() const { return *m_replayMenu; }
    QMenu& copyMenu() const { return *m_copyMenu; }
    QMenu& moreMenu() const { return *m_moreMenu; }

private:
    void paintEvent(QPaintEvent* event) override;

    IconMark* m_state;
    ElidedLabel *m_id, *m_line;
    Badge* m_result;
    QPushButton *m_replay, *m_copy;
    MoreButton* m_more;
    QMenu *m_replayMenu, *m_copyMenu, *m_moreMenu;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/listen/retention.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace hookworks {

class InlineMessage;
class Workbench;

/// How much is kept and may be, with a button that changes it; what the quota removed or refused stands in
/// its notice until it is closed.
class QuotaBar final : public QWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit QuotaBar(Workbench& workbench, QWidget* parent = nullptr);

    /// To be laid out where it is seen first.
    InlineMessage* notice() const { return m_notice; }

private:
    void load();
    void take(const RetentionView& view);
    void takeGone(const CapturesGone& gone);
    void showRefused();
    void edit();

    Workbench& m_workbench;
    RetentionView m_view;
    CapturesGone m_gone; ///< since its notice was closed
    bool m_tellsRefused = false;
    QLabel* m_words;
    QToolButton* m_edit;
    InlineMessage* m_notice;
};

} // namespace hookworks

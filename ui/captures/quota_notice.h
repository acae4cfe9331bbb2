// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/listen/retention.h"

#include <QWidget>

namespace hookworks {

class InlineMessage;
class Workbench;

/// What the quota removed or refused, until it is closed; takes no room before.
class QuotaNotice final : public QWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit QuotaNotice(Workbench& workbench, QWidget* parent = nullptr);

    /// Opens the dialog.
    void edit();

signals:
    /// `118 kept`, `2 of 2 kept`; and in a sentence what is kept and what happens at the limit.
    void kept(const QString& words, const QString& sentence);

private:
    void load();
    void take(const RetentionView& view);
    void takeGone(const CapturesGone& gone);
    void showRefused();

    Workbench& m_workbench;
    RetentionView m_view;
    CapturesGone m_gone; ///< since its notice was closed
    bool m_tellsRefused = false;
    InlineMessage* m_notice;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/badge.h"

#include <QWidget>

class QHBoxLayout;
class QStackedLayout;

namespace hookworks {

class ElidedLabel;
class MonospaceView;
class SegmentedControl;

/// One end of an exchange: a line that names it and what came of it, then its request or its answer as text.
/// Where the line is too narrow for all of it, the switch between the two stands below.
class ExchangePane final : public QWidget
{
    Q_OBJECT
public:
    /// For screen readers: what its two texts are called.
    ExchangePane(const QString& requestName, const QString& answerName, QWidget* parent = nullptr);

    /// Takes the place of the title.
    void setHead(QWidget* head);
    void setTitle(const QString& title);
    void setResult(const BadgeLook& result);
    /// One who reads a text keeps the place while nothing changes in it.
    void setTexts(const QString& request, const QString& answer);
    /// All of the head in one line.
    int headWidth() const;
    void setSwitchBelow(bool below);

signals:
    /// Its width, or what its head needs.
    void headChanged();

private:
    void resizeEvent(QResizeEvent* event) override;

    QHBoxLayout *m_head, *m_below;
    QWidget* m_name; ///< the title, or what stands in its place
    ElidedLabel* m_title;
    Badge* m_result;
    SegmentedControl* m_switch;
    QStackedLayout* m_stack;
    MonospaceView *m_request, *m_answer;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace hookworks {

/// Two parts beside each other, as a list and what is chosen in it; one above the other where the room is too
/// narrow for that, as with a large font. Each way keeps the sizes that the user gave it.
class TurningSplitter final : public QSplitter
{
public:
    /// `least`: the width that both need beside each other, in pixels as drawn for text of 13 px. `beside`,
    /// `above`: the shares of both parts at first.
    TurningSplitter(double least, const QList<int>& beside, const QList<int>& above,
                    QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

private:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void turn();

    double m_least;
    QList<int> m_beside, m_above; ///< the sizes when it stood that way last
};

} // namespace hookworks

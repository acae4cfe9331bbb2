// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

#include <QWidget>

class QVBoxLayout;

namespace hookworks {

/// One line for each webhook whose circuit is not closed: why its lanes stand still, and until when. Takes no
/// room while all are closed.
class CircuitStrip final : public QWidget
{
    Q_OBJECT
public:
    struct Line
    {
        QString webhook; ///< its name
        CircuitState state = CircuitState::Open;
        QString words;
    };

    explicit CircuitStrip(QWidget* parent = nullptr);
    void setLines(const QList<Line>& lines);

private:
    QVBoxLayout* m_column;
};

} // namespace hookworks

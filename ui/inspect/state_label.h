// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/state_mark.h"

#include <QWidget>

#include <optional>

namespace hookworks {

/// A line of plain text behind the mark of its state; elided where it does not fit, whole on hover.
class StateLabel : public QWidget
{
    Q_OBJECT

public:
    explicit StateLabel(QWidget* parent = nullptr);

    void setText(std::optional<StateKind> kind, const QString& text);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<StateKind> m_kind;
    QString m_text;
};

} // namespace hookworks

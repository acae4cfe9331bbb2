// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;

namespace hookworks {

class SegmentedControl;

/// A share of the line: the usual ones as segments, all others in a list.
class WidthField final : public QWidget
{
    Q_OBJECT
public:
    explicit WidthField(const QStringList& shares, QWidget* parent = nullptr);
    /// Empty: none is set, what is left is filled.
    void setWidth(const QString& share);

signals:
    /// By the user; empty: none.
    void chosen(const QString& share);

private:
    SegmentedControl* m_usual;
    QComboBox* m_others;
};

} // namespace hookworks

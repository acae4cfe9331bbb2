// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/simulate/simulator.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace hookworks {

/// How the built-in receiver behaves while what is simulated is sent, with what that means below it.
class ReceiverField final : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiverField(QWidget* parent = nullptr);

    ReceiverBehaviour behaviour() const;
    /// `problem`: why no behaviour can be chosen; empty: one can. `note`: what is to be known then.
    void setPossible(const QString& problem, const QString& note);

signals:
    void chosen();

private:
    void showHelp();

    QComboBox* m_choice;
    QLabel* m_help;
    QString m_note;
};

} // namespace hookworks

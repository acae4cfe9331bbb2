// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulate/forecast.h"

#include <QWidget>

class QGridLayout;

namespace hookworks {

class TextLabel;

/// "What will happen": a line for each thing with its shape and the time on the workbench's clock.
class ForecastView final : public QWidget
{
    Q_OBJECT
public:
    explicit ForecastView(QWidget* parent = nullptr);
    void show(const Forecast& forecast);
    /// As shown, for a test and for who cannot see it.
    QStringList lines() const;
    QString note() const { return m_forecast.note; }

private:
    QWidget* m_rows = nullptr;
    QWidget* m_place;
    TextLabel* m_note;
    Forecast m_forecast;
};

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/forecast_view.h"

#include "ui/widgets/icon_mark.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QGridLayout>

namespace hookworks {

namespace {

QString clockText(WorkTime time)
{
    return QDateTime::fromMSecsSinceEpoch(microsSinceEpoch(time) / 1000).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

ForecastView::ForecastView(QWidget* parent)
    : QWidget(parent)
    , m_place(new QWidget)
    , m_note(new TextLabel({}, Face::Caption, Colour::Quiet))
{
    auto* place = new QVBoxLayout(m_place);
    place->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    place->setSpacing(space::normal);
    place->addWidget(m_note);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new PaneHeader(tr("What will happen"));
    header->setLineAbove(true);
    column->addWidget(header);
    column->addWidget(m_place);
    column->addStretch();
}

void ForecastView::show(const Forecast& forecast)
{
    if (m_rows && forecast == m_forecast)
        return;
    m_forecast = forecast;
    delete m_rows;
    m_rows = new QWidget;
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::normal);
    grid->setVerticalSpacing(space::close);
    grid->setColumnStretch(1, 1);
    for (const ForecastLine& line : forecast.lines) {
        const int row = grid->rowCount();
        grid->addWidget(new IconMark(sized(Size::Icon), stateIcon(line.state)), row, 0, Qt::AlignTop);
        grid->addWidget(new TextLabel(line.words, Face::Body), row, 1);
        if (line.at) {
            auto* time = new TextLabel(clockText(*line.at), Face::Code, Colour::Quiet);
            time->setWordWrap(false);
            grid->addWidget(time, row, 2, Qt::AlignTop | Qt::AlignRight);
        }
    }
    static_cast<QVBoxLayout*>(m_place->layout())->insertWidget(0, m_rows);
    m_rows->setVisible(!forecast.lines.isEmpty());
    m_note->setText(forecast.note);
}

QStringList ForecastView::lines() const
{
    QStringList lines;
    for (const ForecastLine& line : m_forecast.lines)
        lines << line.words;
    return lines;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/circuit_strip.h"

#include "ui/widgets/circuit_mark.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace hookworks {

namespace {

/// A shape and a sentence.
class CircuitLine final : public QWidget
{
public:
    CircuitLine()
        : m_mark(new IconMark(style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this)))
        , m_words(new QLabel)
    {
        m_words->setTextFormat(Qt::PlainText);
        m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_mark);
        row->addWidget(m_words, 1);
    }

    void tell(CircuitState state, const QString& words)
    {
        m_mark->setIcon(circuitIcon(state));
        if (m_words->text() != words)
            m_words->setText(words);
    }

private:
    IconMark* m_mark;
    QLabel* m_words;
};

} // namespace

CircuitStrip::CircuitStrip(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(space::wide, space::tight, space::wide, space::tight);
    m_column->setSpacing(space::tight);
    hide();
}

void CircuitStrip::setLines(const QList<Line>& lines)
{
    while (m_column->count() > lines.size())
        delete m_column->takeAt(m_column->count() - 1)->widget();
    while (m_column->count() < lines.size())
        m_column->addWidget(new CircuitLine);
    for (int i = 0; i < lines.size(); ++i) {
        const QString sentence = QStringLiteral("%1: %2").arg(lines[i].webhook, lines[i].words);
        static_cast<CircuitLine*>(m_column->itemAt(i)->widget())->tell(lines[i].state, sentence);
    }
    setVisible(!lines.isEmpty());
}

} // namespace hookworks

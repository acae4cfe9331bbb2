// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/late_notes.h"

#include "cli/command_table.h"
#include "workbench/listen/retention.h"

#include <utility>

namespace hookworks {

using namespace std::chrono_literals;

TroubleNote::TroubleNote(const Output& output)
    : m_output(output)
{
    m_timer.setInterval(250ms);
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tell(); });
}

void TroubleNote::setForGood(const QString& words)
{
    set(words);
    m_isForGood = true;
}

void TroubleNote::set(const QString& words)
{
    if (m_isForGood)
        return;
    m_words = words;
    if (!m_timer.isActive())
        m_timer.start();
}

void TroubleNote::tell()
{
    if (std::exchange(m_told, m_words) == m_words)
        return;
    m_output.note(m_words.isEmpty() ? CliText::tr("Requests are stored again.")
                                    : CliText::tr("Requests are not stored. %1").arg(m_words));
}

GoneNote::GoneNote(const Output& output)
    : m_output(output)
{
    m_timer.setInterval(1s);
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tell(); });
}

void GoneNote::add(const CapturesGone& gone)
{
    m_gone += gone;
    if (!m_timer.isActive())
        m_timer.start();
}

void GoneNote::tell()
{
    if (m_gone.total() > 0)
        m_output.note(Retention::words(std::exchange(m_gone, {})));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/request_steps.h"

namespace hookworks {

void RequestSteps::add(const Request& request)
{
    if (request == current())
        return;
    m_steps.resize(m_place + 1);
    m_steps << request;
    if (m_steps.size() > most)
        m_steps.removeAt(1);
    m_place = m_steps.size() - 1;
}

} // namespace hookworks

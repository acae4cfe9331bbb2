// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/wire.h"

#include "net/wire_thread.h"

namespace hookworks {

Wire::Wire(const TlsTrust& trust)
    : m_thread(std::make_shared<WireThread>(trust))
{
}

Wire::~Wire() = default;

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/random.h"

#include <QRandomGenerator>

namespace hookworks {

quint64 SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

} // namespace hookworks

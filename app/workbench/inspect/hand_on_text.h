// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace hookworks {

/// Where the words about forms of other tools are translated.
struct HandOnText
{
    Q_DECLARE_TR_FUNCTIONS(HandOnText)
};

} // namespace hookworks

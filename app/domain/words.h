// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace hookworks {

/// A text for people, in their language, where no QObject gives it a context of its own. Any thread.
inline QString tr(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <functional>

class QWidget;

namespace hookworks {

/// Where the window keeps what a person set for it on this machine; main.cpp ties it to the settings file.
struct WindowMemory
{
    std::function<QVariant(const QString& key)> value;
    std::function<void(const QString& key, const QVariant& value)> setValue;
};

/// Puts the splitters and table columns below `widget` where they were left. Only those that have an object
/// name: that is their key, after `prefix`.
void restoreParts(QWidget& widget, const QString& prefix, const WindowMemory& memory);
void rememberParts(const QWidget& widget, const QString& prefix, const WindowMemory& memory);

} // namespace hookworks

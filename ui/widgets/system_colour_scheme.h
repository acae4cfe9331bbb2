// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace hookworks {

/// The desktop's preference for light or dark, from the settings portal (org.freedesktop.appearance
/// color-scheme: 0 none, 1 dark, 2 light). Never waits; a desktop without a portal says nothing.
class SystemColourScheme final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void ask();

signals:
    void said(bool dark);

private slots:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& value);
};

} // namespace hookworks

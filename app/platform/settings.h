// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <memory>

class QSettings;

namespace hookworks {

/// What a person set for this program on this machine: the window's geometry, the theme. Not part of a
/// workspace. Main thread.
class Settings
{
public:
    virtual ~Settings() = default;
    /// `otherwise` where it was never set.
    virtual QVariant value(const QString& key, const QVariant& otherwise = {}) const = 0;
    virtual void setValue(const QString& key, const QVariant& value) = 0;
};

/// In an INI file; what cannot be written is lost, and nobody is disturbed for it.
class FileSettings final : public Settings
{
public:
    explicit FileSettings(const QString& file);
    ~FileSettings() override;
    QVariant value(const QString& key, const QVariant& otherwise = {}) const override;
    void setValue(const QString& key, const QVariant& value) override;

private:
    std::unique_ptr<QSettings> m_file;
};

} // namespace hookworks

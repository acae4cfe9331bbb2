// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/settings.h"

#include <QSettings>

namespace hookworks {

FileSettings::FileSettings(const QString& file)
    : m_file(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

FileSettings::~FileSettings() = default;

QVariant FileSettings::value(const QString& key, const QVariant& otherwise) const
{
    return m_file->value(key, otherwise);
}

void FileSettings::setValue(const QString& key, const QVariant& value)
{
    m_file->setValue(key, value);
}

} // namespace hookworks

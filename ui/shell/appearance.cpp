// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

namespace hookworks {

namespace {

QString themeKey()
{
    return QStringLiteral("window/theme");
}

QString compactKey()
{
    return QStringLiteral("window/compactRows");
}

} // namespace

Appearance::Appearance(Theme& theme, WindowMemory memory, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_memory(std::move(memory))
{
    m_theme.setCompactRows(m_memory.value(compactKey()).toBool());
}

void Appearance::chooseTheme(ThemeChoice choice)
{
    m_theme.choose(choice);
    m_memory.setValue(themeKey(), toString(choice));
    emit changed();
}

void Appearance::setCompactRows(bool compact)
{
    m_theme.setCompactRows(compact);
    m_memory.setValue(compactKey(), compact);
    emit changed();
}

QList<std::pair<ThemeChoice, QString>> Appearance::themes()
{
    return {{ThemeChoice::System, tr("System")},
            {ThemeChoice::Light, tr("Light")},
            {ThemeChoice::Dark, tr("Dark")}};
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_line.h"

namespace hookworks {

QByteArray JsonLine::quoted(const QString& text)
{
    QString escaped;
    for (const QChar character : text) {
        if (character == u'"' || character == u'\\')
            escaped += u'\\';
        if (character.unicode() < 0x20)
            escaped += QStringLiteral("\\u%1").arg(int(character.unicode()), 4, 16, QLatin1Char('0'));
        else
            escaped += character;
    }
    return '"' + escaped.toUtf8() + '"';
}

void JsonLine::addValue(const char* key, const QByteArray& json)
{
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += '"' + QByteArray(key) + "\":" + json;
}

} // namespace hookworks

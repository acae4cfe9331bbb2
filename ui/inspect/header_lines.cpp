// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/header_lines.h"

#include "domain/readable_text.h"
#include "domain/shown_secrets.h"

#include <QStringList>

#include <algorithm>

namespace hookworks {

namespace {

QString lineOf(const Header& field)
{
    return readableText(field.name + ": " + field.value);
}

QString maskedLineOf(const Header& field)
{
    return namesSecret(field.name) && !field.value.isEmpty() ? readableText(field.name + ": ***")
                                                             : lineOf(field);
}

} // namespace

HeaderList headersFromLines(const QString& lines, const HeaderList& original)
{
    HeaderList headers;
    QList<Header> left = original.fields;
    for (const QString& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const auto same = std::ranges::find_if(left, [&line](const Header& field) {
            return line == lineOf(field) || line == maskedLineOf(field);
        });
        if (same != left.end()) {
            headers.fields.append(*same);
            left.erase(same); // two of one name may hold different secrets
            continue;
        }
        const qsizetype colon = line.indexOf(u':');
        const QString name = colon < 0 ? line : line.left(colon);
        headers.append(name.toUtf8(), colon < 0 ? QByteArray() : line.mid(colon + 1).trimmed().toUtf8());
    }
    return headers;
}

QString linesOf(const HeaderList& headers)
{
    QStringList lines;
    for (const Header& field : headers.fields)
        lines << lineOf(field);
    return lines.join(u'\n');
}

QString maskedLinesOf(const HeaderList& headers)
{
    QStringList lines;
    for (const Header& field : headers.fields)
        lines << maskedLineOf(field);
    return lines.join(u'\n');
}

} // namespace hookworks

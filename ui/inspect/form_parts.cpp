// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/form_parts.h"

#include <optional>

namespace hookworks {

namespace {

constexpr int mostParts = 500;
constexpr qsizetype longestForm = 1024 * 1024;

QString decodedPart(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

NameValues pairsOf(const QByteArray& text)
{
    NameValues pairs;
    if (text.isEmpty())
        return pairs;
    for (const QByteArray& piece : text.split('&')) {
        const qsizetype equals = piece.indexOf('=');
        pairs.append({decodedPart(equals < 0 ? piece : piece.left(equals)),
                      equals < 0 ? QString() : decodedPart(piece.mid(equals + 1))});
        if (pairs.size() == mostParts)
            break;
    }
    return pairs;
}

/// A parameter of a header field's value, quoted or not.
QByteArray parameter(const QByteArray& value, const QByteArray& name)
{
    for (const QByteArray& piece : value.split(';')) {
        const QByteArray trimmed = piece.trimmed();
        if (trimmed.toLower().startsWith(name + '=')) {
            QByteArray found = trimmed.mid(name.size() + 1);
            if (found.size() >= 2 && found.startsWith('"') && found.endsWith('"'))
                found = found.mid(1, found.size() - 2);
            return found;
        }
    }
    return {};
}

/// The value of a part's field; empty: it has none.
QByteArray partField(const QByteArray& head, const QByteArray& name)
{
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

FormPart multipartPart(const QByteArray& part)
{
    const qsizetype headEnd = part.indexOf("\r\n\r\n");
    const QByteArray head = headEnd < 0 ? part : part.first(headEnd);
    const QByteArray disposition = partField(head, "Content-Disposition");
    FormPart made;
    made.name = QString::fromUtf8(parameter(disposition, "name"));
    made.fileName = QString::fromUtf8(parameter(disposition, "filename"));
    made.type = QString::fromUtf8(partField(head, "Content-Type"));
    made.content = headEnd < 0 ? QByteArray() : part.sliced(headEnd + 4);
    return made;
}

/// Between delimiters that begin a line (RFC 2046, 5.1.1).
QList<FormPart> multipartParts(const QByteArray& boundary, const QByteArray& body)
{
    QList<FormPart> parts;
    const QByteArray delimiter = "--" + boundary;
    qsizetype at = body.startsWith(delimiter) ? 0 : body.indexOf("\r\n" + delimiter) + 2;
    while (at >= 2 || (at == 0 && body.startsWith(delimiter))) {
        const qsizetype line = body.indexOf("\r\n", at);
        const qsizetype next = line < 0 ? -1 : body.indexOf("\r\n" + delimiter, line);
        if (next < 0 || body.sliced(at + delimiter.size()).startsWith("--") || parts.size() == mostParts)
            break;
        const qsizetype from = line + 2;
        parts << multipartPart(from <= next ? body.sliced(from, next - from) : QByteArray());
        at = next + 2;
    }
    return parts;
}

} // namespace

NameValues queryOf(const QByteArray& target)
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? NameValues() : pairsOf(target.mid(mark + 1));
}

QList<FormPart> formParts(const HeaderList& headers, const QByteArray& body)
{
    const QByteArray type = headers.value("Content-Type").value_or(QByteArray());
    const QByteArray kind = type.split(';').first().trimmed().toLower();
    QList<FormPart> parts;
    if (kind == "application/x-www-form-urlencoded" && body.size() <= longestForm) {
        for (const auto& [name, value] : pairsOf(body))
            parts << FormPart{name, {}, {}, value.toUtf8()};
        return parts;
    }
    const QByteArray boundary = parameter(type, "boundary");
    if (kind.startsWith("multipart/") && !boundary.isEmpty())
        return multipartParts(boundary, body);
    return parts;
}

} // namespace hookworks

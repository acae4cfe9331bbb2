// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/body_text.h"

#include "domain/readable_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringDecoder>

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype hexColumns = 16;
constexpr int mostParts = 500;

/// A character that is cut at the end is left out.
std::optional<QString> fromUtf8(const QByteArray& bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8.decode(bytes);
    return utf8.hasError() ? std::nullopt : std::optional(text);
}

QString hexLine(const QByteArray& bytes, qsizetype from)
{
    const QByteArray line = bytes.mid(from, hexColumns);
    QString hex, text;
    for (qsizetype i = 0; i < hexColumns; ++i) {
        if (i == hexColumns / 2)
            hex += u' ';
        if (i >= line.size()) {
            hex += QStringLiteral("   ");
            continue;
        }
        const auto byte = static_cast<uchar>(line[i]);
        hex += QStringLiteral(" %1").arg(byte, 2, 16, QLatin1Char('0'));
        text += byte >= 0x20 && byte < 0x7f ? QChar(char16_t(byte)) : QChar(u'·');
    }
    return QStringLiteral("%1 %2  %3\n").arg(from, 8, 16, QLatin1Char('0')).arg(hex, text);
}

QString decoded(QByteArray text)
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
        pairs.append({decoded(equals < 0 ? piece : piece.left(equals)),
                      equals < 0 ? QString() : decoded(piece.mid(equals + 1))});
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

std::pair<QString, QString> multipartPart(const QByteArray& part)
{
    const qsizetype headEnd = part.indexOf("\r\n\r\n");
    const QByteArray content = headEnd < 0 ? QByteArray() : part.mid(headEnd + 4);
    QByteArray disposition;
    for (const QByteArray& line : part.left(headEnd).split('\n')) {
        if (line.trimmed().toLower().startsWith("content-disposition:"))
            disposition = line.trimmed();
    }
    const QByteArray file = parameter(disposition, "filename");
    const QString name = QString::fromUtf8(parameter(disposition, "name"));
    if (file.isEmpty())
        return {name, shownText(content.left(4096))};
    return {name, QCoreApplication::translate("BodyText", "%1, %2 bytes")
                      .arg(QString::fromUtf8(file))
                      .arg(content.size())};
}

NameValues multipartParts(const QByteArray& boundary, const QByteArray& body)
{
    NameValues parts;
    const QByteArray delimiter = "--" + boundary;
    qsizetype at = body.indexOf(delimiter);
    while (at >= 0 && parts.size() < mostParts) {
        const qsizetype from = at + delimiter.size();
        const qsizetype next = body.indexOf(delimiter, from);
        if (next < 0 || body.mid(from, 2) == "--")
            break;
        parts << multipartPart(body.mid(from + 2, next - from - 4));
        at = next;
    }
    return parts;
}

} // namespace

QString hexDump(const QByteArray& bytes)
{
    QString dump;
    const qsizetype end = std::min(bytes.size(), shownHexBytes);
    const QByteArray shown = bytes.left(end);
    for (qsizetype from = 0; from < end; from += hexColumns)
        dump += hexLine(shown, from);
    return dump;
}

QString shownText(const QByteArray& bytes)
{
    QString text = fromUtf8(bytes).value_or(readableText(bytes));
    constexpr char16_t controlPictures = 0x2400;
    for (QChar& c : text) {
        if (c.unicode() < 0x20 && c != u'\n' && c != u'\t' && c != u'\r')
            c = QChar(static_cast<char16_t>(controlPictures + c.unicode()));
    }
    return text;
}

qsizetype shownPosition(const QByteArray& bytes, qint64 offset)
{
    const QByteArray before = bytes.left(offset);
    const auto text = fromUtf8(bytes) ? fromUtf8(before) : std::nullopt;
    return text.value_or(readableText(before)).remove(u'\r').size();
}

QString cutNote(qsizetype shown, qsizetype whole)
{
    if (shown >= whole)
        return {};
    const QLocale locale;
    return QCoreApplication::translate("BodyText", "The first %1 of %2 are shown.")
        .arg(locale.formattedDataSize(shown), locale.formattedDataSize(whole));
}

NameValues queryOf(const QByteArray& target)
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? NameValues() : pairsOf(target.mid(mark + 1));
}

NameValues formParts(const HeaderList& headers, const QByteArray& body)
{
    const QByteArray type = headers.value("Content-Type").value_or(QByteArray());
    const QByteArray kind = type.left(type.indexOf(';')).trimmed().toLower();
    if (kind == "application/x-www-form-urlencoded")
        return pairsOf(body.left(shownBodyBytes));
    const QByteArray boundary = parameter(type, "boundary");
    if (kind == "multipart/form-data" && !boundary.isEmpty())
        return multipartParts(boundary, body);
    return {};
}

} // namespace hookworks

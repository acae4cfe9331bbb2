// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/curl_form.h"

#include "domain/readable_text.h"
#include "workbench/inspect/hand_on_text.h"

#include <QHash>

#include <algorithm>

namespace hookworks {

namespace {

/// Up to the next semicolon, or between quotation marks; `at` comes to stand behind it.
QByteArray wordAt(const QByteArray& text, qsizetype& at)
{
    QByteArray word;
    const bool quoted = at < text.size() && text[at] == '"';
    if (!quoted) {
        const qsizetype end = text.indexOf(';', at);
        word = text.sliced(at, (end < 0 ? text.size() : end) - at);
        at += word.size();
        return word;
    }
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        const bool escaped =
            text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\');
        word += text[escaped ? ++at : at];
    }
    const qsizetype end = text.indexOf(';', at);
    at = end < 0 ? text.size() : end;
    return word;
}

/// As curl writes names in a part's head (the HTML standard's way).
QByteArray escapedName(QByteArray name)
{
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
}

/// What curl says of a file where the line does not.
QByteArray typeOf(const QByteArray& fileName)
{
    static const QHash<QByteArray, QByteArray> types{
        {"gif", "image/gif"},       {"jpg", "image/jpeg"},     {"jpeg", "image/jpeg"}, {"png", "image/png"},
        {"svg", "image/svg+xml"},   {"txt", "text/plain"},     {"htm", "text/html"},   {"html", "text/html"},
        {"pdf", "application/pdf"}, {"xml", "application/xml"}};
    return types.value(fileName.split('.').last().toLower(), "application/octet-stream");
}

QByteArray partHead(const CurlFormField& field)
{
    const bool isFile = !field.fileName.isEmpty();
    const QByteArray type = field.type.isEmpty() && isFile ? typeOf(field.fileName) : field.type;
    QByteArray head = "Content-Disposition: form-data; name=\"" + escapedName(field.name) + '"';
    if (isFile)
        head += "; filename=\"" + escapedName(field.fileName) + '"';
    if (!type.isEmpty())
        head += "\r\nContent-Type: " + type;
    return head + "\r\n\r\n";
}

} // namespace

Result<CurlFormField> curlFormField(const QByteArray& text)
{
    const qsizetype equals = text.indexOf('=');
    if (equals < 0)
        return fail(ErrorCode::BadInput,
                    HandOnText::tr("--form %1 is no name=content").arg(readableText(text.left(80))));
    CurlFormField field;
    field.name = text.first(equals);
    qsizetype at = equals + 1;
    if (at < text.size() && (text[at] == '@' || text[at] == '<'))
        return fail(ErrorCode::BadInput, HandOnText::tr("--form %1 reads a file, which an import does not")
                                             .arg(readableText(text.left(200))));
    field.content = wordAt(text, at);
    while (at < text.size()) {
        const QByteArray name = text.sliced(at + 1).trimmed().toLower();
        at = std::max(at + 1, text.indexOf('=', at) + 1);
        const QByteArray value = wordAt(text, at).simplified();
        if (name.startsWith("type="))
            field.type = value;
        else if (name.startsWith("filename="))
            field.fileName = value;
    }
    return field;
}

QByteArray boundaryFor(const QList<CurlFormField>& fields)
{
    QByteArray boundary;
    const auto has = [&boundary](const CurlFormField& field) { return field.content.contains(boundary); };
    for (int number = 0; boundary.isEmpty() || std::ranges::any_of(fields, has); ++number)
        boundary = QByteArray(24, '-') + QByteArray::number(number, 16).rightJustified(16, '0');
    return boundary;
}

QByteArray multipartBody(const QList<CurlFormField>& fields, const QByteArray& boundary)
{
    QByteArray body;
    for (const CurlFormField& field : fields)
        body += "--" + boundary + "\r\n" + partHead(field) + field.content + "\r\n";
    return body + "--" + boundary + "--\r\n";
}

} // namespace hookworks

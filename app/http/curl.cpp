// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/curl.h"

#include <array>

namespace hookworks {

namespace {

/// What curl would add by itself, and is taken away where the request has none.
constexpr std::array curlsOwn{"User-Agent", "Accept", "Content-Type"};

bool fitsAWord(const QByteArray& bytes)
{
    return !bytes.contains('\0') && bytes.size() < 100'000;
}

/// For printf '%b': octal escapes for everything but plain letters and digits.
QByteArray octal(const QByteArray& bytes)
{
    QByteArray text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f && c != '\\' && c != '\'' && c != '%')
            text += c;
        else
            text += "\\0" + QByteArray::number(byte, 8).rightJustified(3, '0');
    }
    return text;
}

QByteArray fieldOption(const Header& field)
{
    return " -H " + shellWord(field.value.isEmpty() ? field.name + ';' : field.name + ": " + field.value);
}

} // namespace

QByteArray shellWord(const QByteArray& text)
{
    QByteArray word = text;
    return '\'' + word.replace("'", "'\\''") + '\'';
}

QByteArray curlCommand(const Request& request)
{
    const bool isHead = request.method == "HEAD";
    QByteArray command = "curl --http1.1 --path-as-is --globoff";
    command += isHead ? QByteArray(" --head") : " -X " + shellWord(request.method);
    for (const char* name : curlsOwn) {
        if (!request.headers.contains(name))
            command += " -H " + shellWord(QByteArray(name) + ':');
    }
    if (!request.headers.contains("Expect"))
        command += " -H 'Expect:'";
    for (const Header& field : request.headers.fields) {
        if (field.name.compare("Content-Length", Qt::CaseInsensitive) != 0)
            command += fieldOption(field);
    }
    const bool usuallyHasBody =
        request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    const bool sendsBody =
        usuallyHasBody || !request.body.isEmpty() || request.headers.contains("Content-Length");
    const bool word = fitsAWord(request.body) && !request.body.startsWith('@');
    if (sendsBody)
        command += " --data-binary " + (word ? shellWord(request.body) : QByteArray("@-"));
    command += ' ' + shellWord(request.url.toUtf8());
    return sendsBody && !word ? "printf '%b' '" + octal(request.body) + "' | " + command : command;
}

} // namespace hookworks

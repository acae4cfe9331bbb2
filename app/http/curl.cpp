// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/curl.h"

#include "domain/readable_text.h"

#include <algorithm>
#include <array>

namespace hookworks {

namespace {

/// What curl would add by itself, and is taken away where the request has none.
constexpr std::array curlsOwn{"User-Agent", "Accept", "Content-Type", "Expect"};

constexpr qsizetype longestWord = 100'000;

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
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

QByteArray fieldOptions(const HeaderList& headers, bool withoutHost)
{
    QByteArray options;
    if (withoutHost && !headers.contains("Host"))
        options += " -H 'Host:'";
    for (const char* name : curlsOwn) {
        if (!headers.contains(name))
            options += " -H " + shellWord(QByteArray(name) + ':');
    }
    for (const Header& field : headers.fields) {
        if (field.name.compare("Content-Length", Qt::CaseInsensitive) != 0)
            options += fieldOption(field);
    }
    return options;
}

bool sendsBody(const Request& request)
{
    return request.method == "POST" || request.method == "PUT" || request.method == "PATCH" ||
           !request.body.isEmpty() || request.headers.contains("Content-Length");
}

} // namespace

bool isPlainText(const QByteArray& bytes)
{
    return isUtf8(bytes) && std::ranges::none_of(bytes, isControl);
}

QByteArray shellPrinting(const QByteArray& bytes)
{
    return "printf '%b' '" + octal(bytes) + '\'';
}

QByteArray shellWord(const QByteArray& text)
{
    if (!isPlainText(text))
        return "\"$(" + shellPrinting(text) + ")\"";
    QByteArray word = text;
    return '\'' + word.replace("'", "'\\''") + '\'';
}

QByteArray curlCommand(const Request& request, const CurlForm& form)
{
    QByteArray command = form.http10 ? "curl --http1.0" : "curl --http1.1";
    command += " --path-as-is --globoff";
    const bool isHead = request.method == "HEAD" && request.body.isEmpty();
    command += isHead ? QByteArray(" --head") : " -X " + shellWord(request.method);
    if (!form.target.isEmpty())
        command += " --request-target " + shellWord(form.target);
    if (!form.connectTo.isEmpty())
        command += " --connect-to " + shellWord("::" + form.connectTo);
    command += fieldOptions(request.headers, form.withoutHost);
    const bool word =
        isPlainText(request.body) && request.body.size() < longestWord && !request.body.startsWith('@');
    if (sendsBody(request))
        command += " --data-binary " + (word ? shellWord(request.body) : QByteArray("@-"));
    command += ' ' + shellWord(request.url.toUtf8());
    return sendsBody(request) && !word ? shellPrinting(request.body) + " | " + command : command;
}

} // namespace hookworks

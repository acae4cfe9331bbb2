// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/readable_text.h"
#include "http/curl.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/kept_targets.h"
#include "workbench/inspect/request_code.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype longestArgument = 100'000;
/// curl reads no longer line of its options.
constexpr qsizetype longestOption = 50'000;

/// A value behind HTTPie's colon: what would make another separator of it is escaped; a backslash before one
/// has no form.
tl::expected<QByteArray, QString> httpieValue(const Header& field)
{
    static constexpr QByteArrayView separators = ":;=@";
    for (qsizetype at = field.value.indexOf('\\'); at >= 0; at = field.value.indexOf('\\', at + 1)) {
        if (at + 1 < field.value.size() && separators.contains(field.value[at + 1]))
            return tl::unexpected<QString>(
                HandOnText::tr("HTTPie has no form for the backslash in its field “%1”")
                    .arg(readableText(field.name)));
    }
    const bool begins = field.value.startsWith('=') || field.value.startsWith('@');
    return begins ? '\\' + field.value : field.value;
}

tl::expected<QByteArray, QString> httpieField(const Header& field)
{
    if (field.name.startsWith('-') || !isPlainText(field.value))
        return tl::unexpected<QString>(
            HandOnText::tr("HTTPie does not take its field “%1”").arg(readableText(field.name)));
    if (field.value.isEmpty())
        return ' ' + shellWord(field.name + ';');
    return httpieValue(field).map(
        [&field](const QByteArray& value) { return ' ' + shellWord(field.name + ':' + value); });
}

/// HTTPie tells a method from a URL by its letters, and writes it in capitals.
bool isHttpieMethod(const QByteArray& method)
{
    return std::ranges::all_of(method, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// In a double-quoted value of curl's file of options.
QByteArray curlOption(const char* name, QByteArray value)
{
    value.replace('\\', "\\\\").replace('"', "\\\"");
    value.replace('\t', "\\t").replace('\n', "\\n");
    return QByteArray(name) + " = \"" + value + "\"\n";
}

QByteArray curlOptions(const SendableRequest& request, bool bodyInFile)
{
    const bool isHead = request.method == "HEAD" && request.body.isEmpty();
    QByteArray options = "http1.1\npath-as-is\ngloboff\n";
    options += isHead ? QByteArray("head\n") : curlOption("request", request.method);
    options += curlOption("url", request.url);
    for (const char* own : {"User-Agent", "Accept", "Content-Type", "Expect"}) {
        if (!request.fields.contains(own))
            options += curlOption("header", QByteArray(own) + ':');
    }
    for (const Header& field : request.fields.fields)
        options +=
            curlOption("header", field.value.isEmpty() ? field.name + ';' : field.name + ": " + field.value);
    if (request.hasLength && !bodyInFile)
        options += curlOption("data-raw", request.body);
    return options;
}

} // namespace

RequestForm httpieCommand(const SendableRequest& request)
{
    if (!isHttpieMethod(request.method))
        return tl::unexpected<QString>(
            HandOnText::tr("HTTPie does not send the method %1").arg(readableText(request.method)));
    if (!isKeptByHttpie(request.target))
        return tl::unexpected<QString>(HandOnText::tr("HTTPie would change its target"));
    const bool word = isPlainText(request.body) && request.body.size() < longestArgument;
    QByteArray command = word ? "http --ignore-stdin" : "http";
    command += " --ignore-netrc --path-as-is " + request.method + ' ' + shellWord(request.url);
    for (const char* own : {"User-Agent", "Accept", "Accept-Encoding", "Connection", "Content-Type"}) {
        if (!request.fields.contains(own))
            command += ' ' + shellWord(QByteArray(own) + ':');
    }
    for (const Header& field : request.fields.fields) {
        const auto argument = httpieField(field);
        if (!argument)
            return argument;
        command += *argument;
    }
    if (request.body.isEmpty())
        return command + '\n';
    return (word ? command + " --raw " + shellWord(request.body)
                 : shellPrinting(request.body) + " | " + command) +
           '\n';
}

RequestForm powershellCommand(const SendableRequest& request)
{
    for (const Header& field : request.fields.fields) {
        if (!isPlainText(field.value))
            return tl::unexpected<QString>(
                HandOnText::tr("its field “%1” is no text").arg(readableText(field.name)));
    }
    const bool inFile = !isPlainText(request.body) || request.body.size() > longestOption;
    QByteArray lines = "# Not tried: no PowerShell was at hand when this form was written.\n"
                       "$options = New-TemporaryFile\n"
                       "[IO.File]::WriteAllText($options, @'\n" +
                       curlOptions(request, inFile) + "'@)\n";
    if (inFile)
        lines += "$body = New-TemporaryFile\n[IO.File]::WriteAllBytes($body, [Convert]::FromBase64String('" +
                 request.body.toBase64() + "'))\n";
    lines += "curl.exe --config $options";
    lines += inFile ? " --data-binary \"@$body\"\nRemove-Item $options, $body\n" : "\nRemove-Item $options\n";
    return lines;
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/readable_text.h"
#include "workbench/inspect/curl_reading.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/imported.h"
#include "workbench/inspect/shell_words.h"

namespace hookworks {

namespace {

/// The target as it is said, which the URL need not say.
Capture withTarget(const Capture& made, const QByteArray& target, RealTime now)
{
    QByteArray head = made.head;
    head.replace(0, head.indexOf("\r\n"), made.method + ' ' + target + " HTTP/1.1");
    return importedCapture(head, made.body, now);
}

/// `--next` begins another command with the same program.
QList<QList<QByteArray>> commandsOf(const QList<QByteArray>& words)
{
    QList<QList<QByteArray>> commands{{}};
    for (const QByteArray& word : words) {
        if (word == "--next" || word == "-:")
            commands.append({words.first()});
        else
            commands.last() << word;
    }
    return commands;
}

Result<QList<Capture>> importedBy(const ShellCommand& command, const QByteArray& input, RealTime now)
{
    QList<Capture> captures;
    for (const QList<QByteArray>& words : commandsOf(command.words)) {
        const auto read = curlRequests(words, command.takesInput ? input : QByteArray());
        if (!read)
            return tl::unexpected<Error>(read.error());
        for (const Request& request : read->requests) {
            const auto made = importedRequest(request, now);
            if (!made)
                return tl::unexpected<Error>(made.error());
            captures << (read->target.isEmpty() ? *made : withTarget(*made, read->target, now));
        }
    }
    return captures;
}

} // namespace

Result<Imported> readCurlLines(const QByteArray& text, RealTime now)
{
    const auto commands = isCmdScript(text) ? cmdCommands(text) : shellCommands(text);
    if (!commands)
        return tl::unexpected<Error>(commands.error());
    Imported imported;
    QByteArray input;
    for (const ShellCommand& command : *commands) {
        const QByteArray program = command.words.first();
        if (program == "printf" && command.words.size() == 3 && command.words[1] == "%b") {
            input = unescapedByPrintf(command.words[2]);
            continue;
        }
        if (program != "curl" && !program.endsWith("/curl") && program != "curl.exe")
            return fail(ErrorCode::BadInput,
                        HandOnText::tr("“%1” is no curl command.").arg(readableText(program.left(80))));
        const auto made = importedBy(command, input, now);
        if (!made)
            return tl::unexpected<Error>(made.error());
        imported.captures << *made;
        if (imported.captures.size() > ImportMost::requests)
            return fail(ErrorCode::BadInput, HandOnText::tr("The file has more than 10,000 requests."));
    }
    if (imported.captures.isEmpty())
        return fail(ErrorCode::BadInput, HandOnText::tr("The file has no curl command."));
    return imported;
}

} // namespace hookworks

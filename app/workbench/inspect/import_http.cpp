// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/readable_text.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/import_parts.h"

#include <QRegularExpression>

namespace hookworks {

namespace {

using namespace Qt::StringLiterals;

/// What tells an editor what to do with the answer, or which script to run: `> {% … %}`, `>> file`,
/// `<> file`.
qsizetype endOfBody(const QByteArrayList& lines, qsizetype from)
{
    for (qsizetype at = from; at < lines.size(); ++at) {
        const QByteArray& line = lines[at];
        if (line.startsWith("> ") || line.startsWith(">> ") || line.startsWith(">>! ") ||
            line.startsWith("<> "))
            return at;
    }
    return lines.size();
}

QByteArray bodyOf(const QByteArrayList& lines, qsizetype from, const HeaderList& headers)
{
    const bool isForm =
        headers.value("Content-Type").value_or("").toLower().startsWith("application/x-www-form-urlencoded");
    const QByteArrayList own = lines.mid(from, endOfBody(lines, from) - from);
    QByteArray body = own.join(isForm ? "" : "\n"); // a form may have a line for each field
    while (body.endsWith('\n') || body.endsWith('\r'))
        body.chop(1);
    return body;
}

/// Fields, and what goes on with the URL; the place behind the blank line.
qsizetype takeFields(const QByteArrayList& lines, Request& request)
{
    qsizetype at = 1;
    for (; at < lines.size() && !lines[at].trimmed().isEmpty(); ++at) {
        const QByteArray& line = lines[at];
        const qsizetype colon = line.indexOf(':');
        if (line.startsWith('#') || line.startsWith("//"))
            continue;
        if (line.startsWith(' ') || line.startsWith('\t') || colon <= 0)
            request.url += QString::fromUtf8(line.trimmed());
        else
            request.headers.append(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
    return at + 1;
}

/// One entry of a .http file: from its request line on.
Result<Capture> httpEntry(const QByteArrayList& lines, RealTime now)
{
    static const QRegularExpression requestLine(
        u"^(?:([A-Za-z][A-Za-z-]*)\\s+)?(\\S+)(?:\\s+HTTP/[0-9.]+)?\\s*$"_s);
    const auto match = requestLine.match(QString::fromUtf8(lines.first()));
    if (!match.hasMatch())
        return fail(ErrorCode::BadInput,
                    HandOnText::tr("“%1” is no request line.").arg(readableText(lines.first().left(80))));
    Request request;
    request.method = match.captured(1).isEmpty() ? "GET" : match.captured(1).toUtf8();
    request.url = match.captured(2);
    const qsizetype behind = takeFields(lines, request);
    const auto host = request.headers.value("Host");
    if (request.url.startsWith(u'/') && host)
        request.url.prepend(u"http://"_s + QString::fromUtf8(*host));
    request.body = bodyOf(lines, behind, request.headers);
    static const QRegularExpression fromFile(u"^<@?\\s"_s);
    if (fromFile.match(QString::fromUtf8(request.body.left(100))).hasMatch())
        return fail(ErrorCode::BadInput,
                    HandOnText::tr("its body is in another file, which an import does not read."));
    return importedRequest(request, now);
}

/// `@name = value` lines, and what stands for them in the rest.
QByteArray withVariables(const QByteArray& text)
{
    static const QRegularExpression variable(u"^@([\\w.-]+)[ \\t]*=[ \\t]*(.*?)[ \\t\\r]*$"_s,
                                             QRegularExpression::MultilineOption);
    const QString script = QString::fromUtf8(text.left(1024 * 1024));
    ImportVariables variables;
    for (auto found = variable.globalMatch(script); found.hasNext();) {
        const auto each = found.next();
        variables.set(each.captured(1), each.captured(2));
    }
    return variables.filled(text);
}

/// Without the scripts that stand before a request line: `< {% … %}`.
QByteArray withoutScripts(const QByteArray& text)
{
    static const QRegularExpression script(u"^[<>] \\{%[\\s\\S]*?%\\}[ \\t\\r]*$"_s,
                                           QRegularExpression::MultilineOption);
    return text.contains("{%") ? QString::fromLatin1(text).remove(script).toLatin1() : text;
}

bool standsBeforeRequest(const QByteArray& line)
{
    return line.trimmed().isEmpty() || line.startsWith('#') || line.startsWith("//") || line.startsWith('@');
}

} // namespace

Result<Imported> readHttpFile(const QByteArray& text, RealTime now)
{
    Imported imported;
    QByteArrayList entry;
    QByteArrayList lines = withVariables(withoutScripts(QByteArray(text).replace("\r\n", "\n"))).split('\n');
    lines << "###";
    qsizetype number = 0;
    for (const QByteArray& line : lines) {
        const bool begins = line.startsWith("###");
        if (!begins && !(entry.isEmpty() && standsBeforeRequest(line)))
            entry << line;
        if (!begins || entry.isEmpty())
            continue;
        ++number;
        const auto made = httpEntry(std::exchange(entry, {}), now);
        if (made)
            imported.captures << *made;
        else
            leaveOut(imported, HandOnText::tr("Request %1").arg(number), made.error().message);
    }
    return unlessEmpty(std::move(imported), HandOnText::tr("The file has no request."));
}

} // namespace hookworks

// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/file_formats.h"

#include "cli/command_table.h"
#include "domain/faults.h"

namespace hookworks {

namespace {

const char* const rulesExample = R"(  {"rules": [
    {"name": "down for 3", "match": {"method": "POST", "path": "/hook*", "body": {"$.event": "report.failed"}},
     "times": 3, "reply": {"status": 503, "headers": [["Retry-After", "2"]], "body": "down", "delayMs": 10}},
    {"match": {"path": "/flaky"}, "repeat": true,
     "sequence": [{"status": 500}, {"fault": "reset"}, {"status": 200}]},
    {"match": {"path": "/secure", "header": {"X-Tenant": "a*"}},
     "require": {"bearer": "token"}, "reply": {"status": 204}, "otherwise": {"status": 401}}]}
)";

const char* const editExample = R"(  {"method": "PUT", "url": "http://127.0.0.1:9000/hook?again=1",
   "headers": [["Content-Type", "application/json"], ["X-Try", "2"]],
   "body": {"event": "report.failed", "task_id": "none"}}
)";

QString faultWords()
{
    QStringList words;
    for (const Fault fault : allFaults())
        words << toString(fault);
    return words.join(QStringLiteral(", "));
}

} // namespace

QString rulesFormat()
{
    return CliText::tr(
               "The file of --rules is JSON. The first rule that matches a request answers it; where none\n"
               "does, the answer is 200 with an empty body:") +
           QStringLiteral("\n\n") + QString::fromUtf8(rulesExample) + QLatin1Char('\n') +
           CliText::tr("match: method, path, query and header (objects of names and values), body (JSON "
                       "paths and values);\n"
                       "  * stands for any characters, all that is named must hold, and nothing named "
                       "matches every request.\n"
                       "reply, or sequence (a list of replies, one a request, with repeat from the start "
                       "again): status,\n"
                       "  headers, body or bodyBase64 or bodyFile, delayMs (a number, or {\"min\": 1, "
                       "\"max\": 9}), or fault:\n"
                       "  %1.\n"
                       "times: for so many requests. probability: for that part of them, with seed. enabled: "
                       "false skips\n"
                       "  the rule. forward: the base URL of an application that answers instead.\n"
                       "require: bearer, or basic (\"user:password\"), of the sender; others get the reply "
                       "in otherwise.")
               .arg(faultWords());
}

QString editFormat()
{
    return CliText::tr("The file of --edit is JSON. What it names replaces the original's, the rest stays:") +
           QStringLiteral("\n\n") + QString::fromUtf8(editExample) + QLatin1Char('\n') +
           CliText::tr("headers: all of them, in this order. body: a text is sent as it is, any other value "
                       "as JSON.\n"
                       "bodyBase64 instead of body: any bytes. --to wins over url.");
}

} // namespace hookworks

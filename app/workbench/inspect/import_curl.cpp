// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/readable_text.h"
#include "http/loose_head.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/imported.h"
#include "workbench/inspect/shell_words.h"

namespace hookworks {

namespace {

/// Long names of the options that are understood, by their short ones.
const QHash<char, QByteArray>& shortOptions()
{
    static const QHash<char, QByteArray> names{
        {'X', "request"},     {'H', "header"}, {'d', "data"},     {'A', "user-agent"}, {'e', "referer"},
        {'b', "cookie"},      {'u', "user"},   {'I', "head"},     {'G', "get"},        {'F', "form"},
        {'T', "upload-file"}, {'o', "output"}, {'m', "max-time"}, {'x', "proxy"},      {'w', "write-out"},
        {'c', "cookie-jar"},  {'E', "cert"},   {'K', "config"}};
    return names;
}

/// Those whose argument does not change the request.
bool takesUnusedArgument(const QByteArray& name)
{
    static const QList<QByteArray> names{
        "output", "max-time", "connect-timeout", "proxy",   "write-out", "cookie-jar", "cert",
        "key",    "cacert",   "connect-to",      "resolve", "retry",     "noproxy",    "interface"};
    return names.contains(name);
}

/// One curl command, option by option.
class CurlReading
{
public:
    explicit CurlReading(const ShellCommand& command, QByteArray input)
        : m_words(command.words)
        , m_input(std::move(input))
    {
    }

    Result<Capture> read(RealTime now)
    {
        for (m_at = 1; m_at < m_words.size() && m_problem.isEmpty(); ++m_at)
            take(m_words[m_at]);
        if (m_problem.isEmpty() && m_request.url.isEmpty())
            m_problem = HandOnText::tr("the command names no URL");
        if (!m_problem.isEmpty())
            return fail(ErrorCode::BadInput, HandOnText::tr("curl: %1.").arg(m_problem));
        finish();
        return m_target.isEmpty() ? importedRequest(m_request, now) : withTarget(now);
    }

private:
    void take(const QByteArray& word)
    {
        if (word.startsWith("--"))
            return takeOption(word.sliced(2), {});
        if (!word.startsWith('-') || word == "-") {
            m_request.url = QString::fromUtf8(word);
            return;
        }
        for (qsizetype at = 1; at < word.size(); ++at) {
            const QByteArray name = shortOptions().value(word[at]);
            const bool isSwitch = name.isEmpty() || name == "head" || name == "get";
            if (!isSwitch)
                return takeOption(name, word.sliced(at + 1));
            takeOption(name, {});
        }
    }

    QByteArray argument(const QByteArray& attached)
    {
        if (!attached.isEmpty())
            return attached;
        return m_at + 1 < m_words.size() ? m_words[++m_at] : QByteArray();
    }

    void takeOption(const QByteArray& name, const QByteArray& attached)
    {
        if (name == "request")
            m_method = argument(attached);
        else if (name == "header")
            takeHeader(argument(attached));
        else if (name.startsWith("data") || name == "json")
            takeData(name, argument(attached));
        else if (name == "url")
            m_request.url = QString::fromUtf8(argument(attached));
        else if (name == "request-target")
            m_target = argument(attached);
        else if (name == "user-agent" || name == "referer" || name == "cookie")
            m_request.headers.append(name == "user-agent" ? "User-Agent"
                                     : name == "referer"  ? "Referer"
                                                          : "Cookie",
                                     argument(attached));
        else if (name == "user")
            m_request.headers.append("Authorization", "Basic " + argument(attached).toBase64());
        else if (name == "head")
            m_head = true;
        else if (name == "get")
            m_get = true;
        else if (name == "form" || name == "upload-file" || name == "config")
            m_problem =
                HandOnText::tr("--%1 reads files, which an import does not").arg(QString::fromUtf8(name));
        else if (takesUnusedArgument(name))
            argument(attached);
    }

    void takeHeader(const QByteArray& line)
    {
        if (line.startsWith('@')) {
            m_problem = HandOnText::tr("-H @file reads a file, which an import does not");
            return;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 && line.endsWith(';'))
            m_request.headers.append(line.chopped(1), {});
        else if (colon > 0 && line.sliced(colon + 1).trimmed().isEmpty())
            m_removed << line.first(colon).toLower();
        else if (colon > 0)
            m_request.headers.append(line.first(colon), line.sliced(colon + 1).trimmed());
    }

    void takeData(const QByteArray& option, QByteArray data)
    {
        if (data == "@-" && !m_input.isNull())
            data = m_input;
        else if (data.startsWith('@') && option != "data-raw") {
            m_problem =
                HandOnText::tr("%1 reads a file, which an import does not").arg(readableText(data.left(200)));
            return;
        }
        if (option == "data-urlencode") {
            const qsizetype equals = data.indexOf('=');
            data = data.first(equals + 1) + data.sliced(equals + 1).toPercentEncoding();
        }
        if (m_hasData && option != "json")
            m_request.body += '&';
        m_request.body += data;
        m_hasData = true;
        m_isJson = m_isJson || option == "json";
    }

    void finish()
    {
        if (m_get && m_hasData) {
            m_request.url += (m_request.url.contains(u'?') ? u'&' : u'?') + QString::fromUtf8(m_request.body);
            m_request.body.clear();
            m_hasData = false;
        }
        m_request.method = m_head ? "HEAD" : m_hasData ? "POST" : "GET";
        if (!m_method.isEmpty())
            m_request.method = m_method;
        const bool wantsType = m_hasData && !m_removed.contains("content-type");
        if (wantsType && !m_request.headers.contains("Content-Type"))
            m_request.headers.append("Content-Type",
                                     m_isJson ? "application/json" : "application/x-www-form-urlencoded");
        if (!m_request.url.contains(QLatin1String("://")))
            m_request.url.prepend(QLatin1String("http://"));
    }

    /// The target as it is said, which the URL need not say.
    Result<Capture> withTarget(RealTime now) const
    {
        return importedRequest(m_request, now).map([&](const Capture& made) {
            QByteArray head = made.head;
            const qsizetype end = head.indexOf("\r\n");
            head.replace(0, end, m_request.method + ' ' + m_target + " HTTP/1.1");
            return importedCapture(head, m_request.body, now);
        });
    }

    QList<QByteArray> m_words;
    QByteArray m_input;
    qsizetype m_at = 0;
    Request m_request;
    QByteArray m_method, m_target;
    QList<QByteArray> m_removed;
    bool m_hasData = false, m_head = false, m_get = false, m_isJson = false;
    QString m_problem;
};

} // namespace

Result<Imported> readCurlLines(const QByteArray& text, RealTime now)
{
    const auto commands = shellCommands(text);
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
        const auto made = CurlReading(command, command.takesInput ? input : QByteArray()).read(now);
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

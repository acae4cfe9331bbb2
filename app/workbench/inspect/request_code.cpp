// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/request_code.h"

#include "domain/readable_text.h"
#include "workbench/inspect/code_text.h"
#include "workbench/inspect/hand_on_text.h"
#include "workbench/inspect/kept_targets.h"

namespace hookworks {

namespace {

tl::unexpected<QString> cannot(const QString& words)
{
    return tl::unexpected<QString>(words);
}

bool is(const QByteArray& name, const char* other)
{
    return name.compare(other, Qt::CaseInsensitive) == 0;
}

QByteArray pythonHeaders(const SendableRequest& request)
{
    QByteArray lines;
    const auto add = [&lines](const QByteArray& name, const QByteArray& value) {
        lines += "    " + codeText(readableText(name), CodeLanguage::Python) + ": " + value + ",\n";
    };
    for (const Header& field : request.fields.fields)
        add(field.name, pythonBytes(field.value));
    if (request.hasLength)
        add("Content-Length", pythonBytes(QByteArray::number(request.body.size())));
    for (const char* own : {"User-Agent", "Accept-Encoding"}) {
        if (!request.fields.contains(own))
            add(own, "SKIP_HEADER");
    }
    return lines;
}

/// What fetch() does not let through as it is.
QString refusedByFetch(const SendableRequest& request)
{
    static const QList<QByteArray> methods{"CONNECT", "TRACE", "TRACK"};
    static const QList<QByteArray> normalised{"DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"};
    const QByteArray upper = request.method.toUpper();
    if (methods.contains(upper) || (normalised.contains(upper) && upper != request.method))
        return HandOnText::tr("fetch() does not send the method %1").arg(readableText(request.method));
    if (!request.body.isEmpty() && (upper == "GET" || upper == "HEAD"))
        return HandOnText::tr("fetch() sends no body with %1").arg(readableText(request.method));
    for (const Header& field : request.fields.fields) {
        const bool plainConnection =
            is(field.name, "Connection") && (is(field.value, "close") || is(field.value, "keep-alive"));
        static const QList<QByteArray> fields{"connection", "keep-alive", "upgrade", "expect"};
        if (fields.contains(field.name.toLower()) && !plainConnection)
            return HandOnText::tr("fetch() does not send the field %1").arg(readableText(field.name));
    }
    if (const QByteArray twice = fieldSentTwice(request.fields); !twice.isEmpty())
        return HandOnText::tr("fetch() makes one field of several named %1").arg(readableText(twice));
    if (!isKeptByBrowsers(request.target))
        return HandOnText::tr("fetch() would change its target");
    return {};
}

/// fetch() takes each letter of a value for a byte.
QByteArray byteLetters(const QByteArray& bytes)
{
    QByteArray literal = "\"";
    for (const char byte : bytes) {
        if (byte == '"' || byte == '\\')
            literal += QByteArray("\\") + byte;
        else if (byte >= 0x20 && byte < 0x7f)
            literal += byte;
        else
            literal += "\\u00" + QByteArray(1, byte).toHex();
    }
    return literal + '"';
}

bool isOfContent(const QByteArray& name)
{
    static const QList<QByteArray> others{"allow", "expires", "last-modified"};
    return name.toLower().startsWith("content-") || others.contains(name.toLower());
}

QByteArray csharpText(const QByteArray& text)
{
    return codeText(readableText(text), CodeLanguage::CSharp);
}

QByteArray csharpFields(const SendableRequest& request)
{
    QByteArray lines;
    for (const Header& field : request.fields.fields) {
        const QByteArray holder = isOfContent(field.name) ? "request.Content.Headers" : "request.Headers";
        lines += "    " + holder + ".TryAddWithoutValidation(" + csharpText(field.name) + ", " +
                 csharpText(field.value) + ");\n";
    }
    return lines;
}

} // namespace

RequestForm pythonScript(const SendableRequest& request)
{
    if (const QByteArray twice = fieldSentTwice(request.fields); !twice.isEmpty())
        return cannot(
            HandOnText::tr("requests sends one field named %1, not several").arg(readableText(twice)));
    if (!isKeptByUrllib3(request.target))
        return cannot(HandOnText::tr("requests would change its target"));
    const QByteArray url = codeText(readableText(request.url), CodeLanguage::Python);
    const QByteArray method = codeText(readableText(request.method), CodeLanguage::Python);
    QByteArray script = "import requests\nfrom urllib3.util import SKIP_HEADER\n\n"
                        "session = requests.Session()\nsession.trust_env = False\n";
    script += "request = requests.Request(" + method + ", " + url + ").prepare()\n";
    script += "request.method = " + method + "\nrequest.url = " + url + '\n';
    script +=
        "request.headers = requests.structures.CaseInsensitiveDict({\n" + pythonHeaders(request) + "})\n";
    if (!request.body.isEmpty())
        script += "request.body = " + pythonBytes(request.body) + '\n';
    return script + "response = session.send(request, allow_redirects=False)\n"
                    "print(response.status_code, response.reason)\n";
}

RequestForm nodeScript(const SendableRequest& request)
{
    if (const QString refused = refusedByFetch(request); !refused.isEmpty())
        return cannot(refused);
    QByteArray script = "fetch(" + codeText(readableText(request.url), CodeLanguage::JavaScript) + ", {\n";
    script += "  method: " + codeText(readableText(request.method), CodeLanguage::JavaScript) + ",\n";
    script += "  redirect: \"manual\",\n  headers: {\n";
    for (const Header& field : request.fields.fields) {
        if (!is(field.name, "Connection"))
            script += "    " + byteLetters(field.name) + ": " + byteLetters(field.value) + ",\n";
    }
    script += "  },\n";
    if (isUtf8(request.body) && !request.body.isEmpty())
        script +=
            "  body: Buffer.from(" + codeText(readableText(request.body), CodeLanguage::JavaScript) + "),\n";
    else if (!request.body.isEmpty())
        script += "  body: Buffer.from(\"" + request.body.toBase64() + "\", \"base64\"),\n";
    return script + "}).then((response) => console.log(response.status, response.statusText));\n";
}

RequestForm csharpProgram(const SendableRequest& request)
{
    if (const QByteArray twice = fieldSentTwice(request.fields); !twice.isEmpty())
        return cannot(
            HandOnText::tr("HttpClient makes one field of several named %1").arg(readableText(twice)));
    for (const Header& field : request.fields.fields) {
        if (!isUtf8(field.value))
            return cannot(HandOnText::tr("its field “%1” is no text").arg(readableText(field.name)));
    }
    const QByteArray bytes = isUtf8(request.body)
                                 ? "System.Text.Encoding.UTF8.GetBytes(" + csharpText(request.body) + ')'
                                 : "System.Convert.FromBase64String(\"" + request.body.toBase64() + "\")";
    QByteArray program =
        "// Not tried: no .NET was at hand when this form was written.\n{\n"
        "    using var handler = new System.Net.Http.SocketsHttpHandler\n    {\n"
        "        AllowAutoRedirect = false,\n        UseCookies = false,\n        UseProxy = false,\n"
        "        RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,\n    };\n"
        "    using var client = new System.Net.Http.HttpClient(handler);\n"
        "    var exactly = new System.UriCreationOptions { "
        "DangerousDisablePathAndQueryCanonicalization = true };\n";
    program += "    var url = new System.Uri(" + csharpText(request.url) + ", exactly);\n";
    program +=
        "    using var request = new System.Net.Http.HttpRequestMessage(new System.Net.Http.HttpMethod(" +
        csharpText(request.method) + "), url);\n";
    program += "    request.Content = new System.Net.Http.ByteArrayContent(" + bytes + ");\n";
    program += csharpFields(request);
    return program + "    using var response = await client.SendAsync(request);\n"
                     "    System.Console.WriteLine((int)response.StatusCode);\n}\n";
}

} // namespace hookworks

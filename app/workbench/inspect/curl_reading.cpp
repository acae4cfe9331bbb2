// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/inspect/curl_reading.h"

#include "domain/readable_text.h"
#include "workbench/inspect/curl_form.h"
#include "workbench/inspect/hand_on_text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace hookworks {

namespace {

/// Long names of the options that take an argument, by their short ones.
const QHash<char, QByteArray>& shortOptions()
{
    static const QHash<char, QByteArray> names{
        {'X', "request"},       {'H', "header"},      {'d', "data"},        {'A', "user-agent"},
        {'e', "referer"},       {'b', "cookie"},      {'u', "user"},        {'F', "form"},
        {'T', "upload-file"},   {'o', "output"},      {'m', "max-time"},    {'x', "proxy"},
        {'w', "write-out"},     {'c', "cookie-jar"},  {'E', "cert"},        {'K', "config"},
        {'r', "range"},         {'D', "dump-header"}, {'C', "continue-at"}, {'P', "ftp-port"},
        {'Q', "quote"},         {'Y', "speed-limit"}, {'y', "speed-time"},  {'z', "time-cond"},
        {'t', "telnet-option"}, {'U', "proxy-user"}};
    return names;
}

/// Those whose argument changes nothing that an import keeps.
bool takesUnusedArgument(const QByteArray& name)
{
    static const QSet<QByteArray> names = [] {
        const QList<QByteArray> list =
            QByteArray("abstract-unix-socket alt-svc cacert capath cert cert-type ciphers connect-timeout "
                       "connect-to cookie-jar create-file-mode crlfile curves delegation dns-interface "
                       "dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine "
                       "etag-compare etag-save expect100-timeout ftp-account ftp-alternative-to-user "
                       "ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip "
                       "hostpubmd5 hostpubsha256 hsts interface ip-tos ipfs-gateway keepalive-cnt "
                       "keepalive-time key key-type krb libcurl limit-rate local-port login-options "
                       "mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file noproxy "
                       "output output-dir parallel-max pass pinnedpubkey preproxy proto proto-default "
                       "proto-redir proxy proxy-cacert proxy-capath proxy-cert proxy-cert-type "
                       "proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass "
                       "proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype "
                       "proxy-tlspassword proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file rate "
                       "resolve retry retry-delay retry-max-time sasl-authzid service-name socks4 socks4a "
                       "socks5 socks5-gssapi-service socks5-hostname speed-limit speed-time stderr "
                       "telnet-option tftp-blksize tls-max tls13-ciphers tlsauthtype tlspassword tlsuser "
                       "trace trace-ascii trace-config unix-socket vlan-priority write-out")
                .split(' ');
        return QSet<QByteArray>(list.begin(), list.end());
    }();
    return names.contains(name);
}

/// What no line says, or what takes more than one exchange.
bool cannotBeRead(const QByteArray& name)
{
    static const QSet<QByteArray> names{"upload-file", "config", "continue-at", "time-cond", "aws-sigv4",
                                        "digest",      "ntlm",   "negotiate",   "anyauth",   "variable"};
    return names.contains(name);
}

/// As curl does: a space becomes a plus.
QByteArray encodedContent(const QByteArray& content)
{
    return content.toPercentEncoding().replace("%20", "+");
}

/// `name=content`, `=content` or `content`; what is behind the first sign is encoded.
QByteArray encodedData(const QByteArray& data)
{
    const qsizetype equals = data.indexOf('=');
    return data.first(std::max<qsizetype>(equals, 0)) + (equals > 0 ? "=" : "") +
           encodedContent(data.sliced(equals + 1));
}

/// RFC 3986, 5.2.4, for the path of a URL; `%2e` is a dot to no one here.
QString withoutDotSegments(const QString& url)
{
    const qsizetype begin = url.indexOf(u'/', url.indexOf(QLatin1String("://")) + 3);
    const auto isEnd = [](QChar c) { return c == u'?' || c == u'#'; };
    const qsizetype end = std::find_if(url.begin(), url.end(), isEnd) - url.begin();
    if (begin < 0 || begin > end)
        return url;
    QStringList kept;
    const QStringList segments = url.sliced(begin + 1, end - begin - 1).split(u'/');
    for (const QString& segment : segments) {
        const bool isLast = &segment == &segments.last();
        const bool dots = segment == QLatin1String(".") || segment == QLatin1String("..");
        if (segment == QLatin1String("..") && !kept.isEmpty())
            kept.removeLast();
        if (!dots)
            kept << segment;
        else if (isLast)
            kept << QString();
    }
    return url.first(begin + 1) + kept.join(u'/') + url.sliced(end);
}

/// One curl command, option by option.
class CurlReading
{
public:
    explicit CurlReading(const QList<QByteArray>& words, const QByteArray& input)
        : m_words(words)
        , m_input(input)
    {
    }

    Result<CurlRequests> read()
    {
        for (m_at = 1; m_at < m_words.size() && m_problem.isEmpty(); ++m_at)
            take(m_words[m_at]);
        if (m_problem.isEmpty() && m_urls.isEmpty())
            m_problem = HandOnText::tr("the command names no URL");
        if (!m_problem.isEmpty())
            return fail(ErrorCode::BadInput, HandOnText::tr("curl: %1.").arg(m_problem));
        finish();
        CurlRequests made{{}, m_target};
        for (const QString& url : std::as_const(m_urls)) {
            m_request.url = whole(url);
            made.requests << m_request;
        }
        return made;
    }

private:
    void take(const QByteArray& word)
    {
        if (word == "--" || m_onlyUrls) {
            m_onlyUrls ? void(m_urls << QString::fromUtf8(word)) : void(m_onlyUrls = true);
            return;
        }
        if (word.startsWith("--"))
            return takeOption(word.sliced(2), {});
        if (!word.startsWith('-') || word == "-") {
            m_urls << QString::fromUtf8(word);
            return;
        }
        for (qsizetype at = 1; at < word.size(); ++at) {
            const QByteArray name = shortOptions().value(word[at]);
            if (!name.isEmpty())
                return takeOption(name, word.sliced(at + 1));
            takeOption(word[at] == 'I' ? "head" : word[at] == 'G' ? "get" : "", {});
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
        else if (name == "url")
            m_urls << QString::fromUtf8(argument(attached));
        else if (name == "request-target")
            m_target = argument(attached);
        else if (name == "head")
            m_head = true;
        else if (name == "get")
            m_get = true;
        else if (name == "path-as-is")
            m_pathAsIs = true;
        else if (cannotBeRead(name))
            m_problem = HandOnText::tr("--%1 reads files or needs more than one exchange, which an import "
                                       "does not do")
                            .arg(QString::fromLatin1(name));
        else if (takesUnusedArgument(name))
            argument(attached);
        else
            takeContent(name, attached);
    }

    /// Options that make fields or the body; any other is a switch.
    void takeContent(const QByteArray& name, const QByteArray& attached)
    {
        if (name == "header")
            takeHeader(argument(attached));
        else if (name == "url-query")
            takeQuery(argument(attached));
        else if (name.startsWith("data") || name == "json")
            takeData(name, argument(attached));
        else if (name == "form" || name == "form-string")
            takeForm(name, argument(attached));
        else if (name == "user-agent" || name == "referer" || name == "cookie")
            takeNamedField(name, argument(attached));
        else if (name == "user")
            takeUser(argument(attached));
        else if (name == "oauth2-bearer")
            m_request.headers.append("Authorization", "Bearer " + argument(attached));
        else if (name == "range")
            m_request.headers.append("Range", "bytes=" + argument(attached));
    }

    void takeHeader(const QByteArray& line)
    {
        if (line.startsWith('@'))
            return refuseFile(line);
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 && line.endsWith(';'))
            m_request.headers.append(line.chopped(1), {});
        else if (colon > 0 && line.sliced(colon + 1).trimmed().isEmpty())
            m_removed << line.first(colon).toLower();
        else if (colon > 0)
            m_request.headers.append(line.first(colon), line.sliced(colon + 1).trimmed());
    }

    void takeUser(const QByteArray& user)
    {
        const QByteArray pair = user.contains(':') ? user : user + ':';
        m_request.headers.append("Authorization", "Basic " + pair.toBase64());
    }

    void takeNamedField(const QByteArray& option, const QByteArray& value)
    {
        if (option == "cookie" && !value.contains('='))
            return refuseFile(value);
        if (value.isEmpty())
            m_removed << option;
        else
            m_request.headers.append(option == "user-agent" ? "User-Agent"
                                     : option == "referer"  ? "Referer"
                                                            : "Cookie",
                                     value);
    }

    void takeQuery(const QByteArray& data)
    {
        if (data.startsWith('+'))
            m_query << data.sliced(1);
        else if (!data.contains('=') && data.contains('@'))
            refuseFile(data);
        else
            m_query << encodedData(data);
    }

    void takeData(const QByteArray& option, QByteArray data)
    {
        const bool namesFile = option == "data-urlencode" ? !data.contains('=') && data.contains('@')
                                                          : data.startsWith('@') && option != "data-raw";
        if (data == "@-" && !m_input.isNull())
            data = option == "data-urlencode" ? encodedContent(m_input) : m_input;
        else if (namesFile)
            return refuseFile(data);
        else if (option == "data-urlencode")
            data = encodedData(data);
        if (m_hasData && option != "json")
            m_request.body += '&';
        m_request.body += data;
        m_hasData = true;
        m_isJson = m_isJson || option == "json";
    }

    void takeForm(const QByteArray& option, const QByteArray& text)
    {
        const qsizetype equals = text.indexOf('=');
        if (option == "form-string" && equals >= 0) {
            m_form.append({text.first(equals), text.sliced(equals + 1), {}, {}});
            return;
        }
        const auto field = curlFormField(text);
        if (field)
            m_form << *field;
        else
            m_problem = field.error().message;
    }

    void refuseFile(const QByteArray& word)
    {
        m_problem =
            HandOnText::tr("%1 reads a file, which an import does not").arg(readableText(word.left(200)));
    }

    void finish()
    {
        if (m_get && m_hasData) {
            m_query << m_request.body;
            m_request.body.clear();
            m_hasData = false;
        }
        if (!m_form.isEmpty())
            finishForm();
        m_request.method = m_head ? "HEAD" : m_hasData ? "POST" : "GET";
        if (!m_method.isEmpty())
            m_request.method = m_method;
        if (!m_hasData)
            return;
        addUnlessThere("Content-Type", m_isJson ? "application/json" : "application/x-www-form-urlencoded");
        if (m_isJson)
            addUnlessThere("Accept", "application/json");
    }

    /// A type that is given gets the boundary as well.
    void finishForm()
    {
        const QByteArray boundary = boundaryFor(m_form);
        m_request.body = multipartBody(m_form, boundary);
        m_hasData = true;
        addUnlessThere("Content-Type", "multipart/form-data");
        for (Header& field : m_request.headers.fields) {
            const bool isType = field.name.compare("Content-Type", Qt::CaseInsensitive) == 0;
            if (isType && field.value.toLower().startsWith("multipart/"))
                field.value += "; boundary=" + boundary;
        }
    }

    void addUnlessThere(const QByteArray& name, const QByteArray& value)
    {
        if (!m_request.headers.contains(name) && !m_removed.contains(name.toLower()))
            m_request.headers.append(name, value);
    }

    /// With its scheme and its query.
    QString whole(QString url) const
    {
        if (!url.contains(QLatin1String("://")))
            url.prepend(QLatin1String("http://"));
        if (!m_pathAsIs)
            url = withoutDotSegments(url);
        for (const QByteArray& query : m_query)
            url += (url.contains(u'?') ? u'&' : u'?') + QString::fromUtf8(query);
        return url;
    }

    QList<QByteArray> m_words;
    QByteArray m_input;
    qsizetype m_at = 0;
    Request m_request;
    QStringList m_urls;
    QByteArray m_method, m_target;
    QList<QByteArray> m_removed, m_query;
    QList<CurlFormField> m_form;
    bool m_hasData = false, m_head = false, m_get = false, m_isJson = false, m_onlyUrls = false,
         m_pathAsIs = false;
    QString m_problem;
};

} // namespace

Result<CurlRequests> curlRequests(const QList<QByteArray>& words, const QByteArray& input)
{
    return CurlReading(words, input).read();
}

} // namespace hookworks
